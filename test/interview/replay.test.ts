import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactValue } from '../../src/conditions/model.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { askOf } from '../../src/interview/ask.ts';
import { createCall, startCall } from '../../src/interview/call.ts';
import { entryLine, headerLine, type Journal } from '../../src/interview/journal.ts';
import type { Call, CallEvent, CallState, Reply } from '../../src/interview/model.ts';
import { readJournal } from '../../src/interview/read-journal.ts';
import { changedContent, replay } from '../../src/interview/replay.ts';
import { transition } from '../../src/interview/transition.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import {
  choice,
  choices,
  compiled,
  ending,
  is,
  number,
  policy,
  questionnaire,
  rule,
  yesNo,
} from '../decision/given.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { HEADER } from './journals.ts';

const AT = HEADER.startedAt;
const content = await shippedContent();
const shipped = compilePolicy(content.questionnaire, content.policies.find(({ id }) => id === 'intake-line')!);
if (!shipped.ok) throw new Error('over budget');
const shippedCall = createCall(shipped.value);

/** The journal of events a second apart, as it is read back from its text. */
function journalOf(events: readonly CallEvent[]): Journal {
  const lines = events.map((event, index) => entryLine({ n: index + 1, at: AT + (index + 1) * 1000, event }));
  const reading = readJournal(headerLine(HEADER) + lines.join(''), 'call.jsonl');
  if (!reading.ok) throw new Error('unreadable');
  return reading.value;
}

const said = (question: string, value: FactValue): CallEvent => ({
  kind: 'answered',
  question,
  reply: { said: value },
});
const replies = (state: CallState): Readonly<Record<string, Reply>> =>
  Object.fromEntries([...state.given].map(([id, { reply }]) => [id, reply]));

/** A reply that the question takes, picked by a number. */
function someReply({ kind }: Question, pick: number): Reply {
  if (pick % 9 === 0) return { unknown: 'unsure' };
  if (kind.kind === 'values') return { said: kind.values[pick % kind.values.length]! };
  if (kind.kind === 'number') return { said: pick % 2 === 0 ? kind.min : kind.max };
  if (kind.kind === 'options') return { said: kind.options.filter((_, index) => (pick >> index) % 3 === 1) };
  return { unknown: 'declined' };
}

/** What a counselor might do where the call stands, or anything else, picked by a number. */
function someEvent(call: Call, state: CallState, pick: number): CallEvent {
  const { questions } = call.compiled.callers.questionnaire;
  const others: readonly CallEvent[] = [
    { kind: 'went-back' },
    { kind: 'jumped', to: questions[pick % questions.length]!.id },
    { kind: 'noted', text: `note ${pick}` },
    { kind: 'panel-opened' },
    { kind: 'panel-logged', done: `step ${pick}` },
    { kind: 'panel-closed' },
    { kind: 'went-on' },
    { kind: 'ended', disposition: call.compiled.callers.questionnaire.dispositions[0]!.id },
    { kind: 'reviewed' },
    { kind: 'paused' },
    { kind: 'resumed' },
  ];
  const ask = askOf(call, state);
  if (pick % 4 !== 0) {
    if (ask.kind === 'safety-unknown' || ask.kind === 'stopped') return { kind: 'went-on' };
    if (ask.kind === 'panel') return { kind: 'panel-closed' };
    if (ask.kind === 'over') return { kind: 'resumed' };
    const asked = questions.find(({ id }) => ask.kind === 'question' && id === ask.id) ?? questions[0]!;
    return { kind: 'answered', question: asked.id, reply: someReply(asked, pick >> 2) };
  }
  return others[(pick >> 2) % others.length]!;
}

test('any part of any call, replayed from its journal, is in the state it was in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), fc.nat(), (picks, where) => {
      const events: CallEvent[] = [];
      const states = [startCall(shippedCall, AT)];
      for (const pick of picks) {
        const state = states.at(-1)!;
        const event = someEvent(shippedCall, state, pick);
        events.push(event);
        states.push(transition(shippedCall, state, event, AT + events.length * 1000)[0]);
      }
      const length = where % states.length;
      expect(replay(shippedCall, journalOf(events.slice(0, length))).state).toEqual(states[length]);
      expect(replay(shippedCall, journalOf(events)).state).toEqual(states.at(-1));
    }),
    { numRuns: 25 },
  );
});

/** A questionnaire as it was when the call began, and as it is now. */
const BEFORE = questionnaire([
  yesNo('danger', { safety: true }),
  choice('housing', ['own', 'temporary', 'street']),
  choices('substances', ['alcohol', 'opioids', 'other']),
  number('days', 0, 30),
  yesNo('work'),
]);
const RULES = policy([rule('street', is('housing', 'street'), { atLeast: 'residential' })]);

const callOf = (asked: Questionnaire): Call => createCall(compiled(asked, RULES));
const nowWithout = (id: string): Call => callOf(questionnaire(BEFORE.questions.filter((one) => one.id !== id)));
const nowWith = (changed: Question): Call =>
  callOf(questionnaire(BEFORE.questions.map((one) => (one.id === changed.id ? changed : one))));

const ANSWERED: readonly CallEvent[] = [
  said('danger', 'no'),
  said('housing', 'temporary'),
  { kind: 'answered', question: 'substances', reply: { said: ['alcohol'], unsure: ['other'] } },
  said('days', 12),
  { kind: 'noted', question: 'work', text: 'asks for evenings' },
  said('work', 'yes'),
];

test('under the same questionnaire everything fits', () => {
  const { state, misfits } = replay(callOf(BEFORE), journalOf(ANSWERED));
  expect(misfits).toEqual([]);
  expect(state.place).toEqual({ kind: 'review' });
  expect(Object.keys(replies(state)).length).toBe(5);
});

test('under another one where everything fits, everything stays', () => {
  const now = callOf(questionnaire([...BEFORE.questions, yesNo('new')]));
  const { state, misfits } = replay(now, journalOf([...ANSWERED, { kind: 'reviewed' }]));
  expect(misfits).toEqual([]);
  expect(Object.keys(replies(state)).length).toBe(5);
  expect(state.place).toEqual({ kind: 'question', id: 'new' });
});

test('a new question in the middle is asked, and what was answered behind it stays', () => {
  const [first, ...rest] = BEFORE.questions;
  const { state, misfits } = replay(callOf(questionnaire([first!, yesNo('new'), ...rest])), journalOf(ANSWERED));
  expect(misfits).toEqual([]);
  expect(Object.keys(replies(state)).length).toBe(5);
  expect(state.place).toEqual({ kind: 'question', id: 'new' });
});

test('a reply to a question that is gone is left out and named', () => {
  const { state, misfits } = replay(nowWithout('housing'), journalOf(ANSWERED));
  expect(misfits).toEqual([{ question: 'housing', why: 'question-gone', at: AT + 2000 }]);
  expect(Object.keys(replies(state))).toEqual(['danger', 'substances', 'days', 'work']);
});

test.each([
  ['an option is gone', choice('housing', ['own', 'street']), 2],
  ['the question is of another type', number('housing', 0, 3), 2],
  ['an option that was unsure is gone', choices('substances', ['alcohol', 'opioids']), 3],
  ['the limits are narrower', number('days', 0, 7), 4],
])('where %s, the reply is left out, named without what was said, and asked again', (_, changed, second) => {
  const { state, misfits } = replay(nowWith(changed), journalOf(ANSWERED));
  expect(misfits).toEqual([{ question: changed.id, why: 'answer-gone', at: AT + second * 1000 }]);
  expect(state.given.has(changed.id)).toBe(false);
  expect(state.place).toEqual({ kind: 'question', id: changed.id });
});

test('a reply that nothing is known of fits whatever became of the question', () => {
  const { misfits } = replay(
    nowWith(number('housing', 0, 3)),
    journalOf([said('danger', 'no'), { kind: 'answered', question: 'housing', reply: { unknown: 'declined' } }]),
  );
  expect(misfits).toEqual([]);
});

test('a reply to a question that does not apply any more is named', () => {
  const gated = yesNo('work', { askIf: is('housing', 'street') });
  const { state, misfits } = replay(nowWith(gated), journalOf(ANSWERED));
  expect(misfits).toEqual([{ question: 'work', why: 'out-of-place', at: AT + 6000 }]);
  expect(state.given.has('work')).toBe(false);
});

test('a note on a question that is gone stays as a note on the call', () => {
  const { state } = replay(nowWithout('work'), journalOf(ANSWERED));
  expect(state.notes).toEqual([{ text: 'asks for evenings', at: AT + 5000 }]);
});

test('a call that was ended in a way that is gone is open again', () => {
  const wrongService: CallEvent = { kind: 'ended', disposition: 'wrong-service' };
  const before = createCall(
    compiled(questionnaire(BEFORE.questions, { dispositions: [ending('wrong-service', undefined)] }), RULES),
  );
  const journal = journalOf([said('danger', 'no'), wrongService]);
  expect(replay(before, journal).state.place.kind).toBe('over');
  expect(replay(callOf(BEFORE), journal).state.place).toEqual({ kind: 'question', id: 'housing' });
});

test('continued under a newer questionnaire, the whole journal replays to the state and the misfits that there were', () => {
  const now = nowWith(choice('housing', ['own', 'shelter', 'street']));
  const later: readonly CallEvent[] = [
    { kind: 'resumed' },
    said('housing', 'shelter'),
    { kind: 'jumped', to: 'days' },
    said('days', 3),
    { kind: 'reviewed' },
  ];
  const resumed = replay(now, journalOf([...ANSWERED, { kind: 'paused' }]));
  const continued = later.reduce(
    (state, event, index) => transition(now, state, event, AT + (ANSWERED.length + 2 + index) * 1000)[0],
    resumed.state,
  );
  const again = replay(now, journalOf([...ANSWERED, { kind: 'paused' }, ...later]));
  expect(again.state).toEqual(continued);
  expect(again.misfits).toEqual(resumed.misfits);
  expect(again.misfits).toEqual([{ question: 'housing', why: 'answer-gone', at: AT + 2000 }]);
  expect(again.state.place).toEqual({ kind: 'over', how: { kind: 'reviewed' } });
  expect(replies(again.state)['housing']).toEqual({ said: 'shelter' });
});

test('what changed since a call began is named by its hash', () => {
  const now = { questionnaire: HEADER.questionnaire.hash, policy: HEADER.policy.hash };
  expect(changedContent(HEADER, now)).toEqual([]);
  expect(changedContent(HEADER, { ...now, policy: 'c' })).toEqual(['policy']);
  expect(changedContent(HEADER, { questionnaire: 'c', policy: 'c' })).toEqual(['questionnaire', 'policy']);
});
