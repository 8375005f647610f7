/** Which screen is up: what lies on top of the emergency panel, of the call, or the call itself. */

import type { Dialogue, Overlay } from '../dialogue-model.ts';
import { dispositionView, endingsView, endingView } from './disposition.ts';
import { dangerOverView, panelView, stoppedView } from './emergency.ts';
import { handOffProgramView } from './hand-off.ts';
import {
  handOffByView,
  handOffDayView,
  handOffNameView,
  handOffNoteView,
  handOffOutcomeView,
  handOffWayView,
} from './hand-off-steps.ts';
import { jumpListView } from './jump-list.ts';
import { languageCommands } from './language.ts';
import { menuView } from './menu.ts';
import { noteView } from './note.ts';
import { overlaysOn } from './overlay-moves.ts';
import { overrideCodeView, overrideLevelView, overrideNoteView } from './override.ts';
import { questionView } from './question.ts';
import { answersView, reviewView } from './review.ts';
import { safetyUnknownView } from './safety-unknown.ts';
import { questionOf } from './scripts.ts';
import { switchCallerView } from './switch-caller.ts';
import type { View } from './view.ts';

/** The screen on top, with what each input does there; the language can be changed on every one. */
export function viewOf(dialogue: Dialogue): View {
  const view = topView(dialogue);
  return { ...view, commands: { ...view.commands, ...languageCommands(dialogue) } };
}

function topView(dialogue: Dialogue): View {
  const overlay = overlaysOn(dialogue).at(-1);
  if (overlay !== undefined) return overlayView(dialogue, overlay);
  return dialogue.state.isPanelOpen ? panelView(dialogue) : placeView(dialogue);
}

function placeView(dialogue: Dialogue): View {
  const { place } = dialogue.state;
  const question =
    place.kind === 'question' || place.kind === 'safety-unknown' ? questionOf(dialogue, place.id) : undefined;
  switch (place.kind) {
    case 'question':
      return question === undefined ? reviewView(dialogue) : questionView(dialogue, question);
    case 'safety-unknown':
      return question === undefined ? reviewView(dialogue) : safetyUnknownView(dialogue, question);
    case 'stopped':
      return stoppedView(dialogue, place.by);
    case 'disposition':
      return dispositionView(dialogue, place.id);
    case 'review':
    case 'over': // nothing is asked any more; whoever looks sees the answers
      return reviewView(dialogue);
    default:
      return place satisfies never;
  }
}

function overlayView(dialogue: Dialogue, overlay: Overlay): View {
  switch (overlay.kind) {
    case 'menu':
      return menuView(dialogue);
    case 'jump-list':
      return jumpListView(dialogue);
    case 'answers':
      return answersView(dialogue);
    case 'note':
      return noteView(dialogue);
    case 'danger-over':
      return dangerOverView(dialogue);
    case 'switch-caller':
      return switchCallerView(dialogue);
    case 'endings':
      return endingsView(dialogue);
    case 'ending':
      return endingView(dialogue, overlay.id);
    case 'override-level':
      return overrideLevelView(dialogue);
    case 'override-code':
      return overrideCodeView(dialogue, overlay.level);
    case 'override-note':
      return overrideNoteView(dialogue, overlay);
    case 'hand-off-program':
      return handOffProgramView(dialogue);
    case 'hand-off-name':
      return handOffNameView(dialogue);
    case 'hand-off-outcome':
      return handOffOutcomeView(dialogue, overlay.handOff);
    case 'hand-off-way':
      return handOffWayView(dialogue, overlay.handOff);
    case 'hand-off-day':
      return handOffDayView(dialogue, overlay.handOff);
    case 'hand-off-by':
      return handOffByView(dialogue, overlay.handOff);
    case 'hand-off-note':
      return handOffNoteView(dialogue, overlay.handOff);
    default:
      return overlay satisfies never;
  }
}
