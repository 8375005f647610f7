/** Every answer before the summary, and the answers so far while the call goes on. */

import type { Dialogue } from '../dialogue-model.ts';
import { overridableLevels } from '../reach.ts';
import type { Block } from '../screen.ts';
import { standingOf } from '../standing.ts';
import { givenRows } from './answer-rows.ts';
import { wholeLog } from './emergency-log.ts';
import { handOffBlocks, handOffChoice } from './hand-off.ts';
import { laidOver, overlayCommands } from './overlay-moves.ts';
import { placeCommands } from './place-commands.ts';
import { questionnaireOf } from './scripts.ts';
import { type Choice, choicesField, type View } from './view.ts';

/** The review: accept everything, choose another level, or correct an answer. */
export function reviewView(dialogue: Dialogue): View {
  const words = dialogue.setting.words.screens.review;
  return {
    section: words.section,
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [
      { kind: 'title', text: words.title },
      ...unansweredSafety(dialogue),
      ...chosenLevel(dialogue),
      ...handOffBlocks(dialogue),
    ],
    ...choicesField([
      {
        id: 'accept-answers',
        label: words.accept,
        move: { events: [{ kind: 'reviewed' }] },
      },
      ...overrideChoice(dialogue),
      ...handOffChoice(dialogue),
      ...givenRows(dialogue),
    ]),
    commands: placeCommands(dialogue),
  };
}

/** What was said so far, and what of it is not used. */
export function answersView(dialogue: Dialogue): View {
  const words = dialogue.setting.words.screens.answers;
  const rows = givenRows(dialogue);
  const close: Choice = { id: 'close-list', label: words.back, move: { overlays: [] } };
  return {
    section: words.title,
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [{ kind: 'title', text: rows.length === 0 ? words.none : words.title }, ...emergencyLog(dialogue)],
    ...choicesField([close, ...rows]),
    commands: overlayCommands(dialogue),
  };
}

/** What was done in an emergency of this call. */
function emergencyLog(dialogue: Dialogue): readonly Block[] {
  const { setting } = dialogue;
  const items = wholeLog(dialogue).map(({ done, at }) => `${setting.clock(at)} ${done}`);
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: setting.words.emergency.doneInEmergency },
        { kind: 'list', items },
      ];
}

function overrideChoice(dialogue: Dialogue): readonly Choice[] {
  const { setting, state } = dialogue;
  if (overridableLevels(setting.call, state).length === 0) return [];
  const { choose, change } = setting.words.override;
  const label = state.override === undefined ? choose : change;
  return [{ id: 'choose-level', label, move: laidOver(dialogue, { kind: 'override-level' }) }];
}

function unansweredSafety(dialogue: Dialogue): readonly Block[] {
  const { counted } = standingOf(dialogue.setting.call, dialogue.state);
  const open = questionnaireOf(dialogue).questions.filter(({ id, safety }) => {
    const reply = safety && counted.includes(id) ? dialogue.state.given.get(id)?.reply : undefined;
    return reply !== undefined && ('unknown' in reply || (reply.unsure ?? []).length > 0);
  });
  if (open.length === 0) return [];
  return [{ kind: 'text', text: dialogue.setting.words.screens.review.openSafety(open.length) }];
}

function chosenLevel({ setting, state }: Dialogue): readonly Block[] {
  if (state.override === undefined) return [];
  const { level, code, note } = state.override;
  const { chosenBecause, labels } = setting.words.override;
  const reason = chosenBecause(setting.texts.levels[level], labels[code]);
  return [{ kind: 'text', text: note === undefined ? reason : `${reason} (${note})` }];
}
