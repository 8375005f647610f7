import { expect, test } from 'vitest';
import { compileAnswers, contradictionProblem } from '../../src/questionnaire/compile-answers.ts';
import { readAnswers } from '../../src/questionnaire/read-answers.ts';
import { renderProblems } from '../../src/render/problems.ts';
import { faultFixtures, shortly, smallQuestionnaire, valueIn } from '../fixtures/read-fixture.ts';

const questionnaire = smallQuestionnaire();

async function read(text: string) {
  const document = await readAnswers('caller.yaml', text, questionnaire);
  return document.ok ? compileAnswers(document.value, questionnaire) : document;
}

test.each(faultFixtures('answers'))('finds $name', async ({ text, expected }) => {
  const outcome = await read(text);
  expect(outcome.ok).toBe(false);
  expect(shortly(outcome.problems)).toEqual(expected);
});

test.each(faultFixtures('answers'))('repeats no answer of $name', async ({ text }) => {
  const said = text.split('\n').slice(1).join('\n').replace(/«|»/g, '');
  const values = [...said.matchAll(/\b(certainly|glue|last week|2026-02-29|555|90210|religion|hom)\b/g)].map(
    ([value]) => value,
  );
  const shown = renderProblems((await read(text)).problems);
  expect(values.filter((value) => new RegExp(`\\b${value}\\b`).test(shown))).toEqual([]);
});

const HEAD = 'format: intakeline/answers/1\nquestionnaire: small\n';

test('reads answers, and why others are missing', async () => {
  const answers = valueIn(
    await read(`${HEAD}answers: { role: self, substances: [alcohol], drinks: 3, started: "2024-02-29", phone: "+1 (555) 010-0199" }
unsure: [has_home, substances.opioids]
declined: [name]
not_asked: [substances.sedatives, home_use]`),
  );
  expect([...answers.values.keys()]).toEqual(['role', 'substances', 'drinks', 'started', 'phone']);
  expect(answers.unknown).toEqual(
    new Map([
      ['has_home', 'unsure'],
      ['name', 'declined'],
    ]),
  );
  expect(answers.unknownOptions).toEqual(
    new Map([
      [
        'substances',
        new Map([
          ['opioids', 'unsure'],
          ['sedatives', 'not-asked'],
        ]),
      ],
    ]),
  );
});

test('reads JSON as it reads YAML', async () => {
  const json = JSON.stringify(
    { format: 'intakeline/answers/1', questionnaire: 'small', answers: { drinks: 3, substances: [] } },
    null,
    2,
  );
  expect(valueIn(await read(json)).values).toEqual(
    new Map<string, unknown>([
      ['drinks', 3],
      ['substances', []],
    ]),
  );
});

test('does not take labels for ids', async () => {
  expect(shortly((await read(`${HEAD}answers: { home_use: A lot }`)).problems)).toEqual(['wrong-answer 3:22']);
});

test('blanks what was said in a text that does not even parse', async () => {
  const shown = renderProblems(
    (await read(`${HEAD}answers:\n  name: Jo "Canary" Doe: yes\n # canary\n  bogus_canary: [Canary\n`)).problems,
  );
  expect(shown).toContain('caller.yaml:');
  expect(shown).toContain('name:');
  expect(shown).not.toMatch(/canary|\bJo\b|\bDoe\b/i);
});

test('says where a contradiction stands', async () => {
  const document = valueIn(
    await readAnswers('caller.yaml', `${HEAD}answers:\n  substances: []\n  drinks: 3\n`, questionnaire),
  );
  const problem = contradictionProblem(document, 'drinks');
  expect([problem.code, problem.position?.line, problem.position?.column]).toEqual(['contradiction', 5, 3]);
});
