import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkFolder } from '../../src/cli/check-folder.ts';
import { shortly } from '../fixtures/read-fixture.ts';
import { CASES, soundContent } from '../fixtures/sound-content.ts';
import { runProgram } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the small content with these cases. */
const copyWith = (cases: string): string => soundContent(folder, cases);
const withoutCases = (): string => {
  const copy = soundContent(folder);
  rmSync(join(copy, 'cases.yaml'));
  return copy;
};

test('a folder in which every rule and every otherwise has its case has no problem', async () => {
  const { problems, checked } = await checkFolder(copyWith(CASES));
  expect(shortly(problems)).toEqual([]);
  expect(checked).toContainEqual({ what: 'cases', count: 3 });
});

test('a rule without a case is a problem where the rule stands', async () => {
  const copy = copyWith(CASES.replace('[burdened] }', '[homeless] }').replace('level: emergency, ', ''));
  const { problems } = await checkFolder(copy);
  const missing = problems.filter(({ code }) => code === 'missing-case');
  expect(missing.map(({ message }) => message)).toEqual(['no case shows the rule `burdened`']);
  const lines = readFileSync(join(copy, 'policies/back.yaml'), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes('id: burdened'));
  expect(missing[0]?.file).toMatch(/policies\/back\.yaml$/);
  expect(missing[0]?.position).toMatchObject({ line: line + 1, column: (lines[line] ?? '').indexOf('burdened') + 1 });
});

test('an otherwise without a case is a problem where it stands', async () => {
  const { problems } = await checkFolder(copyWith(CASES.replace('[base, strict, back]', '[base, strict]')));
  expect(problems.map(({ code, message }) => [code, message])).toEqual([
    ['missing-case', 'no case shows whom `back` leaves to its `otherwise`'],
  ]);
});

test('a folder without cases has one problem for it, not one for every rule', async () => {
  const { problems } = await checkFolder(withoutCases());
  expect(problems.map(({ code, file }) => [code, file.slice(file.lastIndexOf('/') + 1)])).toEqual([
    ['missing-case', 'cases.yaml'],
  ]);
});

test('cases that cannot be read are not taken for cases that are missing', async () => {
  const { problems } = await checkFolder(copyWith(CASES.replace('[base-rule]', '[bass-rule]')));
  expect(problems.map(({ code }) => code)).toEqual(['unknown-rule']);
});

test('a rule that holds for people to whom a question does not apply, because it negates a test on it, is a warning', async () => {
  const copy = copyWith(CASES);
  const path = join(copy, 'policies/back.yaml');
  const text = readFileSync(path, 'utf8');
  const warnings = async (when: string) => {
    writeFileSync(path, text.replace('when: { has_home: no }', `when: ${when}`));
    return (await checkFolder(copy)).problems.filter(({ code }) => code === 'ungated-negation');
  };
  const found = await warnings('{ none: [{ home_use: heavy }] }');
  expect(found.map(({ severity, position }) => [severity, position?.line])).toEqual([
    ['warning', text.split('\n').findIndex((line) => line.includes('has_home: no')) + 1],
  ]);
  expect(await warnings('{ has_home: yes, none: [{ home_use: heavy }] }')).toEqual([]);
  expect(await warnings('{ home_use: heavy }')).toEqual([]);
});

test('a case that does not come out brings its own caller, with what is unknown of them', async () => {
  const cases = CASES.replace('deciding: [homeless]', 'level: iop').replace(
    'answers: { has_home: no, substances: [alcohol] }',
    'answers: { has_home: no, substances: [alcohol] }\n    unsure: [substances.opioids]\n    declined: [home_use]',
  );
  const { problems } = await checkFolder(copyWith(cases));
  const failed = problems.find(({ code, message }) => code === 'case-failed' && message.includes('`back`'));
  expect(failed?.witness).toEqual({
    questionnaire: 'small',
    answers: { role: 'self', has_home: 'no', substances: ['alcohol'], drinks: 0 },
    differing: ['has_home', 'substances'],
    unsure: ['substances.opioids'],
    declined: ['home_use'],
    policy: 'back',
  });
});

const SMALL_ANSWERS = 'format: intakeline/answers/1\nquestionnaire: small\nanswers: { role: self, has_home: yes }\n';

/** A file of the tests' own folder. */
function saved(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('answers are checked against the questionnaire that is named', () => {
  const path = saved('small-answers.yaml', SMALL_ANSWERS);
  expect(runProgram(['check', path, '--questionnaire', 'test/fixtures/small'])).toEqual({
    stdout: `${path}: no problems in 2 answers\n`,
    stderr: '',
    status: 0,
  });
  const shipped = runProgram(['check', path]);
  expect(shipped.status).toBe(1);
  expect(shipped.stdout).toContain('[wrong-questionnaire]');
});

test('answers are checked from standard input, too', () => {
  const args = ['check', '-', '--questionnaire', 'test/fixtures/small'];
  expect(runProgram(args, SMALL_ANSWERS).stdout).toBe('standard input: no problems in 2 answers\n');
  const wrong = runProgram(args, SMALL_ANSWERS.replace('role: self', 'role: canary'));
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toMatch(/^standard input:3:18: error: .* \[wrong-answer\]$/m);
  expect(wrong.stdout).not.toContain('canary');
});

test('without a path, the questionnaire that is named is what is checked', () => {
  const ended = runProgram(['check', '--questionnaire', 'test/fixtures/broken']);
  expect(ended.stdout).toBe(runProgram(['check', 'test/fixtures/broken']).stdout);
  expect(ended.status).toBe(1);
});

test('a questionnaire with errors is what is reported, not the answers', () => {
  const ended = runProgram(['check', 'docs/examples/iop.yaml', '--questionnaire', 'test/fixtures/broken']);
  expect(ended.status).toBe(1);
  expect(ended.stdout).toMatch(/^test\/fixtures\/broken: 6 errors$/m);
});

test.each([
  ['two folders', ['check', 'test/fixtures/small', '--questionnaire', 'test/fixtures/broken'], 'two folders'],
  ['a folder that is not there', ['check', 'docs/examples/iop.yaml', '--questionnaire', 'nowhere'], '[file-missing]'],
])('%s to check ends with 2', (_what, args, said) => {
  const ended = runProgram(args);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain(said);
});

test.each([
  ['questionnaires/adult-intake/policies/safety.yaml', 'questionnaires/adult-intake'],
  ['questionnaires/adult-intake/cases.yaml', 'questionnaires/adult-intake'],
  ['test/fixtures/broken/questionnaire.yaml', 'test/fixtures/broken'],
])('%s alone is answered with the folder to name', (file, named) => {
  const ended = runProgram(['check', file]);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain(`\`intakeline check ${named}\``);
});

test('a file of a questionnaire is recognised as JSON and as text that does not parse, and no other file is', () => {
  const statusOf = (text: string) => runProgram(['check', '-'], text).status;
  expect(statusOf('{"id": "a", "format": "intakeline/policy/1"}')).toBe(2);
  expect(statusOf('# A policy\nformat: intakeline/policy/1\nrules: [')).toBe(2);
  expect(statusOf('# not format: intakeline/policy/1\nformat: intakeline/answers/1\n')).toBe(1);
  expect(statusOf('{"format": "intakeline/summary/1"}')).toBe(1);
  expect(statusOf('nothing of ours')).toBe(1);
});
