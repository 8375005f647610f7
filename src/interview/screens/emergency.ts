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
      ...(correct === undefined ? [] : [{ id: 'correct-answer', label: correctLabel(by), move: correct }]),
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
        ? { id: 'close-panel', label: 'no emergency: back to where the call stands', move: leave }
        : dangerOver(dialogue),
    ]),
    commands: { ...alarmCommands(dialogue), close: () => leave },
  };
}

const CLOSE_PANEL: Move = { events: [{ kind: 'panel-closed' }] };

/** Asks once more before the call goes on after a stop, or after something was done in the panel. */
export function dangerOverView(dialogue: Dialogue): View {
  return {
    ...alarm(dialogue),
    isFresh: false,
    blocks: [
      { kind: 'title', text: 'Is the danger over?' },
      { kind: 'text', text: 'The answers are kept, and every safety question is asked again before the call goes on.' },
    ],
    ...choicesField([
      { id: 'close-list', label: 'no: back to the steps', move: takenAway(dialogue) },
      {
        id: 'go-on',
        label: 'yes, nobody is in danger now: go on',
        move: loggedAnd('the danger is over', dialogue.state.isPanelOpen ? 'panel-closed' : 'went-on'),
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
function stepChoices({ setting, state }: Dialogue): readonly Choice[] {
  const { now } = emergencyLog(state);
  return setting.texts.emergency.steps.map((step, index) => {
    const done = firstWords(step);
    const entry = now.findLast((one) => one.done === done);
    return {
      id: `step-${index + 1}`,
      label: step,
      detail: entry === undefined ? undefined : `done ${setting.clock(entry.at)}`,
      heading: index === 0 ? 'Choose a step when it is done' : undefined,
      move: { events: [{ kind: 'panel-logged', done }] },
    };
  });
}

function dangerOver(dialogue: Dialogue): Choice {
  return { id: 'danger-over', label: 'the danger is over: go on', move: laidOver(dialogue, { kind: 'danger-over' }) };
}

function usualChoices(dialogue: Dialogue): readonly Choice[] {
  return [
    {
      id: 'write-down',
      label: 'write down what was done or said',
      heading: 'Then',
      move: laidOver(dialogue, { kind: 'note' }),
    },
    {
      id: 'end-call',
      label: 'help has taken over: end the call',
      move: loggedAnd('help has taken over', 'ended'),
    },
    { id: 'hung-up', label: 'the caller hung up, or is gone', move: laidOver(dialogue, { kind: 'endings' }) },
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

function correctLabel(by: StopCause): string {
  return by.kind === 'answer' ? 'that was a slip: correct the answer' : 'correct the last answer';
}
