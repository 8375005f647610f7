/** The emergency steps: at once after a stop, and wherever the counselor opens them. Nothing is worked out for them. */

import { askedSentence } from '../../questionnaire/asked-sentence.ts';
import { answerInWords, inLanguage } from '../../questionnaire/in-words.ts';
import type { Answers } from '../../questionnaire/model.ts';
import type { Use } from '../../questionnaire/schema.ts';
import { isThirdParty, scriptFor, usedAnswers } from '../../questionnaire/used-answers.ts';
import type { Dialogue } from '../dialogue-model.ts';
import type { StopCause } from '../model.ts';
import { backTarget } from '../reach.ts';
import type { Block } from '../screen.ts';
import { firstWords } from './first-words.ts';
import { noteMove } from './note.ts';
import { laidOver, overlayCommands, PAUSE, takenAway } from './overlay-moves.ts';
import { questionnaireOf, questionOf } from './scripts.ts';
import { type Choice, type Commands, choicesField, type Move, type View } from './view.ts';

/** The steps after a stop. */
export function stoppedView(dialogue: Dialogue, by: StopCause): View {
  const correct = correction(dialogue, by);
  return {
    ...alarm(dialogue),
    blocks: emergencyBlocks(dialogue, [{ kind: 'text', text: causeInWords(dialogue, by) }]),
    ...choicesField([
      ...stepChoices(dialogue),
      ...usualChoices(dialogue),
      { id: 'danger-over', label: 'the danger is over: go on', move: laidOver(dialogue, { kind: 'danger-over' }) },
      ...(correct === undefined ? [] : [{ id: 'correct-answer', label: correctLabel(by), move: correct }]),
    ]),
    commands: { ...alarmCommands(dialogue), ...(correct === undefined ? {} : { back: () => correct }) },
  };
}

/** The panel that the counselor opened; leaving it leads back to the very screen below. */
export function panelView(dialogue: Dialogue): View {
  const leave: Move = { events: [{ kind: 'panel-closed' }] };
  return {
    ...alarm(dialogue),
    blocks: emergencyBlocks(dialogue, []),
    ...choicesField([
      ...stepChoices(dialogue),
      ...usualChoices(dialogue),
      { id: 'close-panel', label: 'no emergency: back to where the call stands', move: leave },
    ]),
    commands: { ...alarmCommands(dialogue), close: () => leave },
  };
}

/** Asks once more before the call goes on after a stop. */
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
        move: { events: [{ kind: 'went-on' }], overlays: [] },
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

function emergencyBlocks(dialogue: Dialogue, cause: readonly Block[]): readonly Block[] {
  const { title, lines, notices } = dialogue.setting.texts.emergency;
  const log = otherEntries(dialogue);
  return [
    { kind: 'alarm', text: title },
    ...cause,
    ...whereabouts(dialogue).map((text) => ({ kind: 'text' as const, text })),
    { kind: 'list', items: lines },
    ...(log.length === 0
      ? []
      : [
          { kind: 'text' as const, text: 'Done so far:' },
          { kind: 'list' as const, items: log },
        ]),
    ...notices.map((text) => ({ kind: 'help' as const, text })),
  ];
}

function causeInWords(dialogue: Dialogue, by: StopCause): string {
  if (by.kind === 'rules') return 'The answers add up to an emergency.';
  const question = questionOf(dialogue, by.question);
  const { language } = dialogue.setting;
  if (question === undefined) return 'An answer stopped the call.';
  const named = question.options.filter(({ id }) => by.options.includes(id));
  const said = `Said: ${named.map(({ label }) => inLanguage(label, language)).join('; ')}`;
  if (question.type !== 'yes-no') return said;
  const aboutOther = isThirdParty(questionnaireOf(dialogue), repliesAsTheyAre(dialogue));
  return `${said}, to: ${askedSentence(inLanguage(scriptFor(question, aboutOther), language))}`;
}

/** Where help would have to go and how to call back, from the replies as they are. */
function whereabouts(dialogue: Dialogue): readonly string[] {
  const said = (use: Use): string => wordsFor(dialogue, use);
  const place = said('location');
  const home = said('state');
  const where =
    place !== '' ? `Where: ${place}` : home !== '' ? `Where: not known; lives in ${home}` : 'Where: not known';
  const number = said('callback');
  return [where, ...(number === '' ? [] : [`Call back: ${number}`])];
}

function wordsFor(dialogue: Dialogue, use: Use): string {
  return usedAnswers(questionnaireOf(dialogue), repliesAsTheyAre(dialogue), use)
    .map(({ question, value }) => answerInWords(question, value, dialogue.setting.language))
    .join('; ');
}

/** Every value that was given, without asking whether its question still applies, which would have to be worked out. */
function repliesAsTheyAre(dialogue: Dialogue): Answers {
  const values = [...dialogue.state.given].flatMap(([id, { reply }]) =>
    'said' in reply ? [[id, reply.said] as const] : [],
  );
  return {
    questionnaire: questionnaireOf(dialogue).id,
    values: new Map(values),
    unknown: new Map(),
    unknownOptions: new Map(),
  };
}

/** The steps in order; choosing one writes down that it was done, and when stands behind it. */
function stepChoices({ setting, state }: Dialogue): readonly Choice[] {
  return setting.texts.emergency.steps.map((step, index) => {
    const done = firstWords(step);
    const entry = state.panelLog.findLast((one) => one.done === done);
    return {
      id: `step-${index + 1}`,
      label: step,
      detail: entry === undefined ? undefined : `done ${setting.clock(entry.at)}`,
      heading: index === 0 ? 'Choose a step when it is done' : undefined,
      move: { events: [{ kind: 'panel-logged', done }] },
    };
  });
}

function usualChoices(dialogue: Dialogue): readonly Choice[] {
  return [
    {
      id: 'write-down',
      label: 'write down what was done or said',
      heading: 'Then',
      move: laidOver(dialogue, { kind: 'note' }),
    },
    { id: 'end-call', label: 'help has taken over: end the call', move: { events: [{ kind: 'ended' }] } },
    { id: 'hung-up', label: 'the caller hung up, or is gone', move: laidOver(dialogue, { kind: 'endings' }) },
  ];
}

/** What was written down beside the steps, with the time. */
function otherEntries({ setting, state }: Dialogue): readonly string[] {
  const steps = setting.texts.emergency.steps.map(firstWords);
  return state.panelLog
    .filter(({ done }) => !steps.includes(done))
    .map(({ done, at }) => `${setting.clock(at)} ${done}`);
}

/** A step back corrects the reply that stopped the call. That it can be corrected needs nothing to be worked out. */
function correction({ setting, state }: Dialogue, by: StopCause): Move | undefined {
  const isPossible = by.kind === 'answer' || backTarget(setting.call, state) !== undefined;
  return isPossible ? { events: [{ kind: 'went-back' }] } : undefined;
}

function correctLabel(by: StopCause): string {
  return by.kind === 'answer' ? 'that was a slip: correct the answer' : 'correct the last answer';
}
