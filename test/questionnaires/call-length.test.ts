import { expect, test } from 'vitest';
import { callLength } from '../../src/analysis/call-length.ts';
import { exampleCallers } from '../../src/analysis/example-callers.ts';
import { questionsHeard } from '../../src/analysis/questions-heard.ts';
import { createCall } from '../../src/interview/call.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { compiledPolicy, cases as loadCases, questionnaire } from './shipped-policies.ts';

const LIMIT = 12 * 60;

const intakeLine = compiledPolicy('intake-line');
const full = createCall(intakeLine);
const brief = createCall(intakeLine, { brief: true });
const examples = exampleCallers(valueIn(await loadCases())?.value ?? [], questionnaire);

function heardBy(name: string, call = full) {
  const found = examples.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  const heard = questionsHeard(call, found.answers);
  return { heard, length: callLength(questionnaire, heard, found.answers, 'en') };
}

test('the call of a typical caller, for whom an intensive outpatient program fits, takes less than twelve minutes', () => {
  const { heard, length } = heardBy('iop');
  expect(length.seconds).toBeLessThan(LIMIT);
  // It is a whole call: from the first question to the last, with something of every section.
  expect([heard[0]?.id, heard.at(-1)?.id]).toEqual(['danger_now', 'follow_up']);
  expect(new Set(heard.map(({ section }) => section))).toEqual(new Set(questionnaire.sections.map(({ id }) => id)));
});

test.each(['outpatient', 'residential', 'opioid-medication-start', 'withdrawal-management', 'crisis-assessment-today'])(
  '%s: so does this one',
  (name) => {
    expect(heardBy(name).length.seconds).toBeLessThan(LIMIT);
  },
);

test('danger is known after five minutes at most: all safety questions are asked by then', () => {
  const { heard } = heardBy('iop');
  const last = heard.findLastIndex(({ safety }) => safety);
  const { answers } = examples.find(({ name }) => name === 'iop') ?? {};
  if (answers === undefined) throw new Error('iop');
  expect(callLength(questionnaire, heard.slice(0, last + 1), answers, 'en').seconds).toBeLessThan(5 * 60);
});

test.each(examples.map(({ name }) => name))(
  '%s: a brief call asks nothing else, and no safety question or use less',
  (name) => {
    const [all, some] = [heardBy(name).heard, heardBy(name, brief).heard];
    expect(all.filter((question) => some.includes(question))).toEqual(some);
    const leftOut = all.filter((question) => !some.includes(question));
    expect(leftOut.filter(({ safety, uses }) => safety || uses.length > 0)).toEqual([]);
  },
);

test('a call with an emergency, a minor or nobody to speak for ends early', () => {
  expect(heardBy('emergency').heard.at(-1)?.id).toBe('withdrawal_now');
  expect(heardBy('cannot-talk').heard.at(-1)?.id).toBe('safe_to_talk');
  for (const name of ['youth', 'third-party']) expect(heardBy(name).heard.at(-1)?.safety).toBe(true);
});
