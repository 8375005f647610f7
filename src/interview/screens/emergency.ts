/** The emergency steps: at once after a stop, and wherever the counselor opens them. Nothing is worked out for them. */

import type { Dialogue } from '../dialogue-model.ts';
import type { StopCause } from '../model.ts';
import { backTarget } from '../reach.ts';
import { emergencyBlocks } from './emergency-blocks.ts';
import { emergencyLog } from './emergency-log.ts';
import { firstWords } from './first-words.ts';
import { noteMove } from './note.ts';
import { isPanelUnused, laidOver, overlayCommands, PAUSE, takenAway } from './overlay-moves.ts';
import { type Choice, type Commands, choicesField, type Move, type View } from './view.ts';

/** The steps after a stop. */
export function stoppedView(dialogue: Dialogue, by: StopCause): View {
  const correct = correction(dialogue, by);
  return {
    ...alarm(dialogue),
    blocks: emergencyBlocks(dialogue),
    ...choicesField([
      ...stepChoices(dialogue),
      ...usualChoices(dialogue),
      dangerOver(dialogue),
      ...(correct === undefined ? [] : [{ id: 'correct-answer', label: correctLabel(dialogue, by), move: correct }]),
    ]),
    commands: { ...alarmCommands(dialogue), ...(correct === undefined ? {} : { back: () => correct }) },
  };
}

/** The panel that the counselor opened; where nothing was done, leaving it leads back to the very screen below. */
export function panelView(dialogue: Dialogue): View {
  const isUnused = isPanelUnused(dialogue);
  const leave = isUnused ? CLOSE_PANEL : laidOver(dialogue, { kind: 'danger-over' });
  return {
    ...alarm(dialogue),
    blocks: emergencyBlocks(dialogue),
    ...choicesField([
      ...stepChoices(dialogue),
      ...usualChoices(dialogue),
      isUnused
        ? { id: 'close-panel', label: dialogue.setting.words.emergency.noEmergency, move: leave }
        : dangerOver(dialogue),
    ]),
    commands: { ...alarmCommands(dialogue), close: () => leave },
  };
}

const CLOSE_PANEL: Move = { events: [{ kind: 'panel-closed' }] };

/** Asks once more before the call goes on after a stop, or after something was done in the panel. */
export function dangerOverView(dialogue: Dialogue): View {
  const words = dialogue.setting.words.emergency;
  return {
    ...alarm(dialogue),
    isFresh: false,
    blocks: [
      { kind: 'title', text: words.isOver },
      { kind: 'text', text: words.askedAgain },
    ],
    ...choicesField([
      { id: 'close-list', label: words.backToSteps, move: takenAway(dialogue) },
      {
        id: 'go-on',
        label: words.goOn,
        move: loggedAnd(words.logged.dangerOver, dialogue.state.isPanelOpen ? 'panel-closed' : 'went-on'),
      },
    ]),
    commands: overlayCommands(dialogue),
  };
}

function alarm({ setting }: Dialogue): Pick<View, 'section' | 'isAlarm' | 'isFresh' | 'notices'> {
  return { section: setting.texts.emergency.title, isAlarm: true, isFresh: true, notices: [] };
}

function alarmCommands(dialogue: Dialogue): Commands {
  return { note: (text) => noteMove(dialogue, text), pause: () => PAUSE };
}

/** The steps in order; choosing one writes down that it was done, and when stands behind it. */
function stepChoices(dialogue: Dialogue): readonly Choice[] {
  const { setting } = dialogue;
  const { now } = emergencyLog(dialogue);
  return setting.texts.emergency.steps.map((step, index) => {
    const done = firstWords(step);
    const entry = now.findLast((one) => one.done === done);
    return {
      id: `step-${index + 1}`,
      label: step,
      detail: entry === undefined ? undefined : setting.words.emergency.doneAt(setting.clock(entry.at)),
      heading: index === 0 ? setting.words.emergency.chooseStep : undefined,
      move: { events: [{ kind: 'panel-logged', done }] },
    };
  });
}

function dangerOver(dialogue: Dialogue): Choice {
  const label = dialogue.setting.words.emergency.dangerOver;
  return { id: 'danger-over', label, move: laidOver(dialogue, { kind: 'danger-over' }) };
}

function usualChoices(dialogue: Dialogue): readonly Choice[] {
  const words = dialogue.setting.words.emergency;
  return [
    {
      id: 'write-down',
      label: words.writeDown,
      heading: words.then,
      move: laidOver(dialogue, { kind: 'note' }),
    },
    {
      id: 'end-call',
      label: words.helpHere,
      move: loggedAnd(words.logged.helpHere, 'ended'),
    },
    { id: 'hung-up', label: words.hungUp, move: laidOver(dialogue, { kind: 'endings' }) },
  ];
}

/** What leaves the steps for good is written down with its time, as the steps are. */
function loggedAnd(done: string, kind: 'went-on' | 'panel-closed' | 'ended'): Move {
  return { events: [{ kind: 'panel-logged', done }, { kind }], overlays: [] };
}

/** A step back corrects the reply that stopped the call. That it can be corrected needs nothing to be worked out. */
function correction({ setting, state }: Dialogue, by: StopCause): Move | undefined {
  const isPossible = by.kind === 'answer' || backTarget(setting.call, state) !== undefined;
  return isPossible ? { events: [{ kind: 'went-back' }] } : undefined;
}

function correctLabel({ setting }: Dialogue, by: StopCause): string {
  const { slip, correctLast } = setting.words.emergency;
  return by.kind === 'answer' ? slip : correctLast;
}
