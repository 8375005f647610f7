import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { contentKindOf } from '../../src/cli/kind-of-file.ts';
import { runProgram } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync('test/fixtures/small', folder, { recursive: true });

const HEAD = 'format: intakeline/policy/1\nkind: table\nid: elsewhere\ntitle: From elsewhere\nhit: all\n';
const put = (rules: string): void => writeFileSync(join(folder, 'policies', 'elsewhere.yaml'), `${HEAD}${rules}`);
const ANSWERS = 'format: intakeline/answers/1\nquestionnaire: small\nanswers: { has_home: "no" }\n';
const decide = (policy: string) => runProgram(['decide', '-', '--policy', policy, '--questionnaire', folder], ANSWERS);

test('a table among the policies is examined with the folder, over its questionnaire', () => {
  put('rules:\n  - { id: housed, when: { has_home: yes }, level: iop }\n');
  const { stdout, status } = runProgram(['check', folder, '--format', 'json']);
  const [found] = JSON.parse(stdout).places;
  const own = found.problems.filter(({ file }: { file: string }) => file.endsWith('elsewhere.yaml'));
  expect(own).toMatchObject([
    { code: 'table-gap', position: { line: 6, column: 1 }, message: 'no rule reaches 176 of 704 states (25.0 %)' },
  ]);
  expect(own[0]).toMatchObject({ witness: { questionnaire: 'small' }, differing: ['has_home'] });
  expect(found.tables).toMatchObject([{ table: 'elsewhere', all: { states: '704', share: 1 } }]);
  expect(status).toBe(1);
});

test('a table decides nobody, and says so', () => {
  const { status, stdout, stderr } = decide('elsewhere');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('`elsewhere` is a table, which decides nothing');
  expect(runProgram(['sql', '--policy', 'elsewhere', '--questionnaire', folder]).stderr).toContain('is a table');
});

test('whatever is wrong with a table, callers are decided', () => {
  put('rules:\n  - { id: housed, when: { has_house: yes }, level: nowhere }\n');
  expect(decide('base')).toMatchObject({ status: 0, stderr: '' });
  const checked = runProgram(['check', folder]);
  expect(checked.status).toBe(1);
  expect(checked.stdout).toContain('[unknown-fact]');
  expect(checked.stdout).toContain('[unknown-level]');
});

test('nobody extends a table', () => {
  put('rules:\n  - { id: housed, when: { has_home: yes }, level: iop }\n');
  const text = `format: intakeline/policy/1\nid: on-top\nversion: "1"\ndate: 2026-01-31\ntitle: T\nabout: A.\nextends: [elsewhere]\notherwise: { level: iop, because: B., cites: [book#A1] }\nrules:\n  - { id: some, when: { risk: high }, then: { at_least: php }, because: B., cites: [book#A1] }\n`;
  writeFileSync(join(folder, 'policies', 'on-top.yaml'), text);
  expect(runProgram(['check', folder]).stdout).toContain('there is no policy `elsewhere`');
  rmSync(join(folder, 'policies', 'on-top.yaml'));
});

test('a table with inputs of its own needs no questionnaire, from a file or from standard input', () => {
  const text = `${HEAD}inputs: { home: [safe, unsafe] }\nrules:\n  - { id: a, when: { home: safe }, level: iop }\n`;
  const alone = runProgram(['check', '-', '--questionnaire', folder], text);
  expect(alone.stdout).toContain('no rule reaches 1 of 2 states (50.0 %)');
  writeFileSync(join(folder, 'questionnaire.yaml'), 'broken');
  expect(runProgram(['check', '-', '--questionnaire', folder], text)).toEqual(alone);
  cpSync('test/fixtures/small/questionnaire.yaml', join(folder, 'questionnaire.yaml'));
});

test('a state of a table with inputs of its own is saved, and nobody is told to decide it', () => {
  const callers = join(folder, 'callers');
  const { stdout, status } = runProgram(['check', 'docs/examples/tables/hidden-rule.yaml', '--witnesses', callers]);
  expect(status).toBe(1);
  expect(stdout).not.toContain('intakeline decide');
  const text = readFileSync(join(callers, 'table-shadowed-1.yaml'), 'utf8');
  expect(text).toContain('days_used: 12');
  expect(text).toContain('\n# A state of a table with inputs of its own: `decide` has no questionnaire for it.\n');
});

test('a folder with nothing but tables has no policy', () => {
  for (const id of ['base', 'strict', 'back']) rmSync(join(folder, 'policies', `${id}.yaml`));
  const { status, stdout } = runProgram(['check', folder]);
  expect(status).toBe(1);
  expect(stdout).toContain('[file-missing]');
  cpSync('test/fixtures/small/policies', join(folder, 'policies'), { recursive: true });
});

test.each([
  ['in lines', 'format: intakeline/policy/1\nkind: table # of rules\n', 'table'],
  ['in quotes', 'kind: "table"\nformat: intakeline/policy/1\n', 'table'],
  ['in braces', '{"format": "intakeline/policy/1", "kind": "table", "rules": []}', 'table'],
  [
    'a rule that tests something called so',
    'format: intakeline/policy/1\nrules:\n  - when: { kind: table }\n',
    'policy',
  ],
  ['the same in braces', '{"format": "intakeline/policy/1", "rules": [{"when": {"kind": "table"}}]}', 'policy'],
  ['another kind', 'format: intakeline/policy/1\nkind: tables\n', 'policy'],
  ['another format', 'format: intakeline/mapping/1\nkind: table\n', 'mapping'],
])('is told to be a table: %s', (_, text, kind) => {
  expect(contentKindOf(text)).toBe(kind);
});
