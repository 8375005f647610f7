import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Content } from '../../src/cli/content.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { contradictions, decide } from '../../src/decision/decide.ts';
import { answersOf } from '../../src/interview/answers-of.ts';
import { createCall, startCall } from '../../src/interview/call.ts';
import type { Call, CallState } from '../../src/interview/model.ts';
import { standingOf } from '../../src/interview/standing.ts';
import { transition } from '../../src/interview/transition.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { on, said, unsure, WENT_ON, where } from './play.ts';

let content: Content;
let questions: readonly Question[] = [];
const calls = new Map<string, Call>();

beforeAll(async () => {
  content = await shippedContent();
  questions = content.questionnaire.questions;
});

function callBy(id: string, brief = false): Call {
  const key = `${id} ${brief}`;
  const before = calls.get(key);
  if (before !== undefined) return before;
  const policy = content.policies.find((one) => one.id === id);
  const compilation = policy === undefined ? undefined : compilePolicy(content.questionnaire, policy);
  if (!compilation?.ok) throw new Error('no such policy, or over budget');
  const call = createCall(compilation.value, { brief });
  calls.set(key, call);
  return call;
}

const WRITTEN: Readonly<Record<string, FactValue>> = { phone: '555-0100', date: '2026-11-30', text: 'some words' };

/** What an unremarkable caller says, where the call of the test says nothing else. */
function usual(question: Question): FactValue {
  return question.baseline ?? WRITTEN[question.type] ?? 'some words';
}

/** A call in which every question on screen is answered, and the questions in the order in which they came. */
function through(call: Call, values: Readonly<Record<string, FactValue | undefined>>): [CallState, readonly string[]] {
  let state = startCall(call, 0);
  const asked: string[] = [];
  while (state.place.kind === 'question' && asked.length < 200) {
    const { id } = state.place;
    asked.push(id);
    const question = questions.find((one) => one.id === id);
    if (question === undefined) break;
    state = on(
      call,
      state,
      id in values && values[id] === undefined ? unsure(id) : said(id, values[id] ?? usual(question)),
    );
    if (state.place.kind === 'safety-unknown') state = on(call, state, WENT_ON);
  }
  return [state, asked];
}

const redFlags = (): readonly string[] => questions.filter((one) => one.safety).map((one) => one.id);

test('an unremarkable caller is asked every red flag before consent, and comes to the review', () => {
  const [state, asked] = through(callBy('intake-line'), {});
  expect(where(state)).toBe('review');
  expect(asked).toEqual(expect.arrayContaining([...redFlags()]));
  const consent = questions.find((one) => one.uses.includes('consent'))?.id ?? '';
  expect(asked.indexOf(consent)).toBeGreaterThan(Math.max(...redFlags().map((id) => asked.indexOf(id))));
  expect(new Set(asked).size).toBe(asked.length);
});

test('a minor hears all red flags, and then the call ends as one for young people', () => {
  const [state, asked] = through(callBy('intake-line'), { age: 15 });
  expect(where(state)).toBe('ends youth');
  expect(asked.filter((id) => redFlags().includes(id))).toEqual(redFlags());
  expect(asked.at(-1)).toBe(redFlags().at(-1));
});

test('where it is not safe to talk, the call ends at once', () => {
  const [state, asked] = through(callBy('intake-line'), { safe_to_talk: 'not-safe' });
  expect(where(state)).toBe('ends cannot-talk');
  expect(asked.at(-1)).toBe('safe_to_talk');
});

test('somebody who calls about another and knows too little is asked about danger, and gets no level', () => {
  const call = callBy('intake-line');
  const [state, asked] = through(call, { role: 'other', can_answer_for_them: 'no' });
  expect(where(state)).toBe('ends third-party');
  expect(asked.filter((id) => redFlags().includes(id))).toEqual(redFlags());
  expect(decide(call.compiled, answersOf(call, state)).levels).toEqual([]);
});

test('thoughts of suicide, the means at hand and no promise to stay safe add up to an emergency', () => {
  for (const { id } of content.policies) {
    const [state, asked] = through(callBy(id), { self_harm: ['thoughts', 'means-at-hand', 'cannot-stay-safe'] });
    expect([id, where(state), asked.at(-1)]).toEqual([id, 'stopped by rules', 'self_harm']);
  }
});

test('every stop option of every question stops the call before a diagram is walked', () => {
  const call = callBy('intake-line');
  const { callers } = call.compiled;
  let walked = 0;
  const child: typeof callers.forest.child = (node, value) => {
    walked++;
    return callers.forest.child(node, value);
  };
  const watched: Call = {
    ...call,
    compiled: { ...call.compiled, callers: { ...callers, forest: { ...callers.forest, child } } },
  };
  let state = startCall(watched, 0);
  const tried: string[] = [];
  while (state.place.kind === 'question') {
    const { id } = state.place;
    const question = questions.find((one) => one.id === id);
    if (question === undefined) break;
    for (const option of question.stop) {
      walked = 0;
      const reply = { said: question.type === 'choices' ? [option] : option };
      const [, ask] = transition(watched, state, { kind: 'answered', question: id, reply }, 0);
      expect([ask.kind, walked]).toEqual(['stopped', 0]);
      tried.push(option);
    }
    state = on(watched, state, said(id, usual(question)));
  }
  expect(tried).toHaveLength(questions.flatMap((one) => one.stop).length);
  expect(walked).toBeGreaterThan(0); // an ordinary reply is worked out, so the count would have told
});

test('a brief call gives the level, first steps and supports of the whole call, with fewer questions', () => {
  const callers: readonly Readonly<Record<string, FactValue | undefined>>[] = [
    {},
    { substances: ['alcohol'], criteria: undefined }, // undefined: unsure
    { substances: ['opioids'], opioid_use: 'most-days', opioid_sick: 'yes', housing: 'none' },
  ];
  const saved: number[] = [];
  for (const values of callers) {
    const [whole, all] = through(callBy('pride-institute'), values);
    const [brief, fewer] = through(callBy('pride-institute', true), values);
    expect([where(whole), where(brief)]).toEqual(['review', 'review']);
    const { compiled } = callBy('pride-institute');
    const one = decide(compiled, answersOf(callBy('pride-institute'), whole));
    const other = decide(compiled, answersOf(callBy('pride-institute'), brief));
    expect([other.levels, other.firstSteps, other.supports]).toEqual([one.levels, one.firstSteps, one.supports]);
    expect(all.filter((id) => fewer.includes(id))).toEqual(fewer);
    saved.push(all.length - fewer.length);
  }
  expect(saved.some((count) => count > 0)).toBe(true);
});

test('whatever is said and corrected, the decision is that of the replies that count, and red flags come first', () => {
  const call = callBy('intake-line');
  const move = fc.record({ what: fc.nat(11), question: fc.nat(1000), value: fc.nat(1000) });
  const check = (moves: readonly { what: number; question: number; value: number }[]) => {
    let state = startCall(call, 0);
    for (const { what, question: place, value } of moves) {
      const onScreen = state.place.kind === 'question' ? state.place.id : '';
      const any = questions[place % questions.length];
      const target = what < 7 ? (questions.find((one) => one.id === onScreen) ?? any) : any;
      if (target === undefined) return;
      const of =
        target.kind.kind === 'values' ? (target.kind.values[value % target.kind.values.length] ?? '') : usual(target);
      const event =
        what === 8
          ? ({ kind: 'went-back' } as const)
          : what === 9
            ? ({ kind: 'jumped', to: target.id } as const)
            : what === 10
              ? WENT_ON
              : value % 9 === 0
                ? unsure(target.id)
                : said(target.id, of);
      state = on(call, state, event);
      if (state.place.kind !== 'question') continue;
      const here = questions.findIndex((one) => 'id' in state.place && one.id === state.place.id);
      const { applies, counted } = standingOf(call, state);
      const open = questions.findIndex(({ id, safety }) => safety && applies.get(id) !== 'no' && !counted.includes(id));
      expect(open === -1 || here <= open || questions[here]?.safety).toBe(true);
    }
    const values = new Map(
      [...state.given].flatMap(([id, { reply }]) =>
        'said' in reply && !state.again.has(id) ? [[id, reply.said] as const] : [],
      ),
    );
    const raw = { questionnaire: content.questionnaire.id, values, unknown: new Map(), unknownOptions: new Map() };
    const contradicting = contradictions(call.compiled, raw);
    const counting = new Map([...values].filter(([id]) => !contradicting.includes(id)));
    expect(decide(call.compiled, answersOf(call, state))).toEqual(decide(call.compiled, { ...raw, values: counting }));
  };
  fc.assert(fc.property(fc.array(move, { minLength: 30, maxLength: 70 }), check), { numRuns: 6, endOnFailure: true });
}, 60_000);
