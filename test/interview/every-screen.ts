/** One dialogue of each kind of screen, over the shipped questionnaire; and every one over each place where it can lie. */

import type { Dialogue } from '../../src/interview/dialogue-model.ts';
import type { CallEvent, Place } from '../../src/interview/model.ts';
import type { Input } from '../../src/interview/screen.ts';
import { after, chose, command, dialogueAfter, questionnaire, typed } from './shipped-dialogue.ts';

const said = (question: string, value: string | number | readonly string[]): CallEvent => ({
  kind: 'answered',
  question,
  reply: { said: value },
});

/** A call that stands at a place with nothing said; no question is certain not to apply then. */
export function standingAt(place: Place): Dialogue {
  const start = dialogueAfter();
  return { ...start, state: { ...start.state, place } };
}

/** A call at each question of the script. */
export const AT_QUESTIONS: readonly (readonly [string, Dialogue])[] = questionnaire.questions.map(({ id }) => [
  `question ${id}`,
  standingAt({ kind: 'question', id }),
]);

/** Answers up to the review: nobody knows anything of what is not a safety question. */
export const REVIEWED_EVENTS: readonly CallEvent[] = questionnaire.questions.flatMap(({ id, safety, type }) => {
  if (!safety) return [{ kind: 'answered', question: id, reply: { unknown: 'unsure' } }];
  return [said(id, type === 'choices' ? [] : 'no')];
});

const review = dialogueAfter(REVIEWED_EVENTS);
const stopped = dialogueAfter([said('danger_now', 'yes')]);
const rules = dialogueAfter([
  ...REVIEWED_EVENTS,
  { kind: 'answered', question: 'self_harm', reply: { said: ['thoughts', 'means-at-hand', 'cannot-stay-safe'] } },
]);

/** A call at each kind of place. */
export const AT_PLACES: readonly (readonly [string, Dialogue])[] = [
  ['a question', dialogueAfter([said('danger_now', 'no'), said('role', 'self')])],
  ['a safety question', dialogueAfter()],
  ['a safety question left open', after(dialogueAfter(), command('unsure'))],
  ['a stop by an answer', stopped],
  ['a stop by the rules', rules],
  ['a disposition', dialogueAfter([said('danger_now', 'no'), said('safe_to_talk', 'driving')])],
  ['the review', review],
];

const NAMING: readonly Input[] = [chose('hand-off'), chose('other-program')];

/** How each thing that lies over a screen is opened, from a place where it can be. */
const OPENED: readonly (readonly [string, Dialogue, readonly Input[]])[] = [
  ...AT_PLACES.filter(([, { state }]) => state.place.kind !== 'stopped').flatMap(
    ([name, dialogue]) =>
      [
        [`the menu over ${name}`, dialogue, [command('menu')]],
        [`a note over ${name}`, dialogue, [command('note')]],
        [`the answers over ${name}`, dialogue, [command('menu'), chose('answers-so-far')]],
        [`the switch over ${name}`, dialogue, [command('menu'), chose('switch-caller')]],
        [`the endings over ${name}`, dialogue, [command('menu'), chose('end-call-so')]],
        [`an ending over ${name}`, dialogue, [command('menu'), chose('end-call-so'), chose('silent')]],
      ] as const,
  ),
  ...AT_PLACES.filter(([, { state }]) => ['question', 'disposition', 'review'].includes(state.place.kind)).map(
    ([name, dialogue]) => [`the list of questions over ${name}`, dialogue, [command('jump')]] as const,
  ),
  ['levels', review, [chose('choose-level')]],
  ['reasons', review, [chose('choose-level'), chose('iop')]],
  ['a note on a level', review, [chose('choose-level'), chose('iop'), chose('other')]],
  ['programs', review, [chose('hand-off')]],
  ['the name of a program', review, NAMING],
  ['what a program said', review, [...NAMING, typed('A program')]],
  ['how it was asked', review, [...NAMING, typed('A program'), chose('accepted')]],
  ['the day of an appointment', review, [...NAMING, typed('A program'), chose('accepted'), chose('appointment')]],
  ['who accepted', review, [...NAMING, typed('A program'), chose('accepted'), chose('phone')]],
  [
    'a note on a hand-off',
    review,
    [...NAMING, typed('A program'), chose('accepted'), chose('phone'), typed('a nurse')],
  ],
  ['another wording', dialogueAfter(), [command('reword')]],
];

export const OVERLAID: readonly (readonly [string, Dialogue])[] = OPENED.map(([name, dialogue, inputs]) => [
  name,
  after(dialogue, ...inputs),
]);

/** The steps themselves, and what lies over them. */
export const IN_EMERGENCY: readonly (readonly [string, Dialogue])[] = [
  ...AT_PLACES.filter(([, { state }]) => state.place.kind === 'stopped'),
  ['danger that may be over', after(stopped, chose('danger-over'))],
  ['endings over a stop', after(stopped, chose('hung-up'))],
  ['an ending over a stop', after(stopped, chose('hung-up'), chose('dropped'))],
  ['a log over a stop', after(stopped, chose('write-down'))],
  ['the panel', after(dialogueAfter(), command('emergency'))],
  ['the panel after a step', after(dialogueAfter(), command('emergency'), chose('step-2'))],
  [
    'danger that may be over in the panel',
    after(dialogueAfter(), command('emergency'), chose('step-2'), chose('danger-over')),
  ],
  ['the call cut off over the panel', after(dialogueAfter(), command('emergency'), chose('hung-up'), chose('dropped'))],
  ['a log over the panel', after(dialogueAfter(), command('emergency'), chose('write-down'))],
  ['endings over the panel', after(dialogueAfter(), command('emergency'), chose('hung-up'))],
];

/** A line that was not accepted, with what is wrong with it. */
export const REJECTED = after(
  dialogueAfter([said('danger_now', 'no'), said('role', 'self')]),
  typed('a hundred and more'),
);

/** Every screen, by name. */
export const EVERY_SCREEN = [...AT_QUESTIONS, ...AT_PLACES, ...OVERLAID, ...IN_EMERGENCY];
