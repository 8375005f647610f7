/** A hand-off: what is recorded of it, that it changes nothing else, and whom to try next. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answersOf } from '../../src/interview/answers-of.ts';
import { isRefusal, nextProgram, type OfferedProgram } from '../../src/interview/hand-off.ts';
import type { CallEvent, CallState } from '../../src/interview/model.ts';
import { recordOf } from '../../src/interview/record.ts';
import { standingOf } from '../../src/interview/standing.ts';
import { transition } from '../../src/interview/transition.ts';
import { isAnswersSource } from '../../src/questionnaire/answers-shape.ts';
import { HAND_OFF_OUTCOMES, HAND_OFF_WAYS, type HandOff } from '../../src/questionnaire/hand-off.ts';
import { answersSource } from '../../src/questionnaire/write-answers.ts';
import { AT_PLACES, REVIEWED_EVENTS } from './every-screen.ts';
import {
  after,
  CALL,
  chose,
  dialogueAfter,
  KEPT,
  optionIds,
  questionnaire,
  shown,
  stateAfter,
  turn,
  typed,
} from './shipped-dialogue.ts';

const OFFERED: readonly OfferedProgram[] = [
  { id: 'first', name: 'First House', phone: '555-0100', chosenAs: 'primary' },
  { id: 'second', name: 'Second House', phone: undefined, chosenAs: 'alternative' },
];

const REVIEW = dialogueAfter(REVIEWED_EVENTS, { offered: () => OFFERED });

const ACCEPTED: HandOff = {
  program: 'First House',
  programId: 'first',
  outcome: 'accepted',
  how: 'phone',
  by: 'a nurse',
};

function handedOff(handOff: HandOff): CallEvent {
  return { kind: 'handed-off', handOff };
}

test('the review records who accepted, how and when', () => {
  const steps = [chose('hand-off'), chose('program-first'), chose('accepted'), chose('appointment')];
  const asked = after(REVIEW, ...steps, typed('+3'));
  expect(turn(asked, typed('')).dialogue.notices).toEqual(['who accepted has to be named']);
  const last = after(asked, typed('a nurse'));
  const { events, dialogue, leave } = turn(last, KEPT);
  expect(events).toEqual([handedOff({ ...ACCEPTED, how: 'appointment', appointment: '2026-11-25' })]);
  expect([dialogue.notices, dialogue.overlays, leave]).toEqual([
    ['recorded: First House accepted the caller'],
    [],
    undefined,
  ]);
  expect(dialogue.state.place).toEqual({ kind: 'review' });
});

test('a program that does not take the caller leads to the next, and at last to none', () => {
  const refused = (from: typeof REVIEW, program: string) =>
    after(from, chose('hand-off'), chose(program), chose('full'), chose('phone'), KEPT, KEPT);
  const first = refused(REVIEW, 'program-first');
  expect(first.notices).toEqual(['recorded: First House is full', 'next to try: Second House']);
  const second = refused(first, 'program-second');
  expect(second.notices[1]).toMatch(/^no other program of the referral is left/);
  const { field } = shown(after(second, chose('hand-off')));
  expect(optionIds(field)).toEqual(['program-first', 'program-second', 'other-program']);
  expect(field.kind === 'one' && field.options[0]?.detail).toMatch(/^is full, /);
});

test('another program can be named', () => {
  const last = after(REVIEW, chose('hand-off'), chose('other-program'), typed(' Third  House '), chose('waiting-list'));
  const { events } = turn(after(last, chose('message'), KEPT), typed('calls back'));
  const handOff: HandOff = { program: 'Third House', outcome: 'waiting-list', how: 'message', note: 'calls back' };
  expect(events).toEqual([handedOff(handOff)]);
});

test('without the name of who accepted nothing is recorded', () => {
  const { by: _, ...nobody } = ACCEPTED;
  const state = stateAfter(REVIEWED_EVENTS);
  for (const handOff of [nobody, { ...nobody, by: '  ' }, { ...ACCEPTED, program: ' ' }])
    expect(transition(CALL, state, handedOff(handOff), 5)[0]).toBe(state);
});

const anyHandOff: fc.Arbitrary<HandOff> = fc.record(
  {
    program: fc.constantFrom('First House', 'Third House'),
    programId: fc.constantFrom('first', 'second'),
    outcome: fc.constantFrom(...HAND_OFF_OUTCOMES),
    how: fc.constantFrom(...HAND_OFF_WAYS),
    by: fc.constantFrom('a nurse', 'front desk'),
    appointment: fc.constantFrom('2026-11-24', '2026-12-01'),
    note: fc.constantFrom('bring a card', 'after four'),
  },
  { requiredKeys: ['program', 'outcome', 'how', 'by'] },
);

/** States at each kind of place, and of calls that are over. */
const STATES: readonly CallState[] = [
  ...AT_PLACES.map(([, { state }]) => state),
  stateAfter([...REVIEWED_EVENTS, { kind: 'reviewed' }]),
  stateAfter([{ kind: 'ended', disposition: 'silent' }]),
  stateAfter([{ kind: 'answered', question: 'danger_now', reply: { said: 'yes' } }, { kind: 'ended' }]),
];

test('it never changes level, first steps, questions, place or minutes, wherever the call stands and however late', () => {
  fc.assert(
    fc.property(
      fc.nat(STATES.length - 1),
      fc.array(anyHandOff, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      (at, all, late) => {
        const state = STATES[at];
        if (state === undefined) return;
        const next = all.reduce(
          (before, one) => transition(CALL, before, handedOff(one), state.lastAt + late)[0],
          state,
        );
        const recorded = all.map((one) => ({ ...one, at: state.lastAt + late }));
        expect(next).toEqual({ ...state, handOffs: recorded });
        expect(standingOf(CALL, next)).toEqual(standingOf(CALL, state));
        expect(recordOf(CALL, next, 'x')).toEqual(recordOf(CALL, state, 'x'));
        const { hand_offs: written, ...others } = answersSource(answersOf(CALL, next), questionnaire);
        expect(others).toEqual(answersSource(answersOf(CALL, state), questionnaire));
        expect(written?.map(({ outcome, how }) => [outcome, how])).toEqual(
          all.map(({ outcome, how }) => [outcome, how]),
        );
        expect(isAnswersSource({ ...others, hand_offs: written })).toBe(true);
      },
    ),
    { numRuns: 1000 },
  );
}, 60_000);

test('the next program is the first that was not asked; only a refusal asks for one', () => {
  expect(HAND_OFF_OUTCOMES.filter((outcome) => isRefusal({ outcome }))).toEqual(['full', 'declined', 'no-answer']);
  expect(nextProgram(OFFERED, [])?.id).toBe('first');
  expect(nextProgram(OFFERED, [{ programId: 'first' }])?.id).toBe('second');
  expect(nextProgram(OFFERED, [{}, { programId: 'second' }])?.id).toBe('first');
  expect(nextProgram(OFFERED, [{ programId: 'second' }, { programId: 'first' }])).toBeUndefined();
});
