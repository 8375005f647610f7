import { expect, test } from 'vitest';
import { compileCases } from '../../src/analysis/compile-cases.ts';
import { exampleCallers } from '../../src/analysis/example-callers.ts';
import { hasReply, questionsHeard } from '../../src/analysis/questions-heard.ts';
import { decide } from '../../src/decision/decide.ts';
import { createCall } from '../../src/interview/call.ts';
import { FIRST_STEPS, LEVELS } from '../../src/policy/care-lists.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { compileText, smallPolicies, smallQuestionnaire, valueIn } from '../fixtures/read-fixture.ts';
import { compiledPolicy, cases as loadCases, questionnaire } from '../questionnaires/shipped-policies.ts';

const intakeLine = compiledPolicy('intake-line');
const call = createCall(intakeLine);
const examples = exampleCallers(valueIn(await loadCases())?.value ?? [], questionnaire);
const dispositions = questionnaire.dispositions.map(({ id }) => id);

function answersOf(name: string): Answers {
  const found = examples.find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found.answers;
}

test('there is one for each level, first step and disposition, one open, and no other', () => {
  const wanted = [...LEVELS, ...FIRST_STEPS, ...dispositions, 'open'];
  expect(examples.map(({ name }) => name).sort()).toEqual(wanted.sort());
});

test.each(LEVELS)('%s: the default policy gives this level and no other', (level) => {
  const { levels, settled, dispositions: shown } = decide(intakeLine, answersOf(level));
  expect([levels, settled, shown]).toEqual([[level], true, []]);
});

test.each(FIRST_STEPS)('%s: the default policy asks for this first step', (step) => {
  const { firstSteps, settled } = decide(intakeLine, answersOf(step));
  expect([firstSteps[step], settled]).toEqual(['certain', true]);
});

test.each(dispositions)('%s: the answers show it, or the counselor ends the call with it', (disposition) => {
  const answers = answersOf(disposition);
  const shown = decide(intakeLine, answers).dispositions.find(({ id }) => id === disposition);
  const canBeShown = questionnaire.dispositions.some(({ id, when }) => id === disposition && when !== undefined);
  expect([shown?.certainty, answers.ended]).toEqual(canBeShown ? ['certain', undefined] : [undefined, disposition]);
});

test('open: half of what is asked gets no answer, no safety question among that, and levels stay possible', () => {
  const answers = answersOf('open');
  const heard = questionsHeard(call, answers);
  const unanswered = heard.filter(({ id }) => !answers.values.has(id));
  expect(unanswered.length / heard.length).toBeGreaterThan(0.4);
  expect(unanswered.length / heard.length).toBeLessThan(0.6);
  expect(unanswered.filter(({ safety }) => safety)).toEqual([]);
  expect(decide(intakeLine, answers).levels.length).toBeGreaterThan(3);
});

test.each(examples.map(({ name }) => name))('%s: has something to say to every question that is asked', (name) => {
  const answers = answersOf(name);
  const heard = questionsHeard(call, answers);
  expect(heard.filter(({ id }) => !hasReply(answers, id)).map(({ id }) => id)).toEqual([]);
  expect(heard.length > 0 || name === 'silent').toBe(true);
});

test('what an example caller is stands alone: its sentence leans on no other caller', () => {
  const leaning = examples.filter(({ title }) =>
    /\bthe same\b|\bas (above|before)\b|\b(previous|other) caller\b/i.test(title),
  );
  expect(leaning.map(({ name }) => name)).toEqual([]);
});

test('nobody real is reached under an example number, and no example has a name', () => {
  for (const { answers } of examples) {
    for (const { id, type } of questionnaire.questions) {
      const said = answers.values.get(id);
      if (said === undefined) continue;
      if (type === 'phone') expect(said).toMatch(/^555-01\d\d$/);
      if (type === 'text') expect(said).toMatch(/12 Example Street/);
    }
  }
});

function smallExamples(lines: string) {
  const text = `format: intakeline/cases/1\nquestionnaire: small\ncases:\n${lines}`;
  const cases = valueIn(
    compileText('cases', text, (document) => compileCases(document, smallQuestionnaire(), smallPolicies())),
  );
  return exampleCallers(cases, smallQuestionnaire());
}

test('whoever is expected to get a level says the baseline to the rest, in the order of the file', () => {
  const examples = smallExamples(
    '  - { id: b, says: Second., example: two, answers: { has_home: no }, expect: [{ policies: [base], level: iop }] }\n' +
      '  - { id: c, says: No example., expect: [{ policies: [base], level: iop }] }\n' +
      '  - { id: a, says: Open., example: one, answers: { has_home: no }, expect: [{ policies: [base], levels: [iop] }] }\n',
  );
  expect(examples.map(({ name, title, answers }) => [name, title, [...answers.values.keys()].sort()])).toEqual([
    ['two', 'Second.', ['has_home', 'role', 'substances']],
    ['one', 'Open.', ['has_home']],
  ]);
});

test('a call that was ended is left as it was, whatever is expected of it', () => {
  const [ended] = smallExamples(
    '  - { id: a, says: S., example: one, answers: { has_home: no }, ended: for-another, expect: [{ policies: [base], level: iop }] }\n',
  );
  expect([ended?.answers.ended, [...(ended?.answers.values ?? [])]]).toEqual(['for-another', [['has_home', 'no']]]);
});
