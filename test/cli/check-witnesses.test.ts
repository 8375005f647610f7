import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { WITNESS_MARK } from '../../src/analysis/witness-yaml.ts';
import { soundContent } from '../fixtures/sound-content.ts';
import { runProgram } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-witnesses-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Content with a rule that another one covers, shown by somebody without a home who drinks and takes sedatives. */
function covered(): string {
  const copy = soundContent(folder);
  const path = join(copy, 'policies/back.yaml');
  const rule = `  - id: drinking-outside
    when: { has_home: no, risk: high }
    then: { at_least: iop }
    because: Made up.
    cites: [book#A1]
`;
  writeFileSync(path, readFileSync(path, 'utf8').replace('  - id: burdened\n', `${rule}  - id: burdened\n`));
  return copy;
}

test('each caller is a file that `decide` reads, its unusual answers on top, and readable by its owner only', () => {
  const copy = covered();
  const callers = join(folder, 'callers');
  const ended = runProgram(['check', copy, '--witnesses', callers]);
  expect(ended.stderr).toMatch(/^saved 1 caller in `.*`, readable by you only\nchecked in \d+\.\d s\n$/);
  const path = join(callers, 'covered-rule-1.yaml');
  const [, command = ''] = /look at it: `intakeline (decide [^`]+)`/.exec(ended.stdout) ?? [];
  expect(command).toBe(`decide ${path} --questionnaire ${copy} --policy back`);
  expect(runProgram([...command.split(' '), '--format', 'json'])).toMatchObject({ status: 0, stderr: '' });
  const text = readFileSync(path, 'utf8');
  const [mark, shows = '', policy] = text.split('\n');
  expect([mark, policy]).toEqual([WITNESS_MARK, '# Look at it with `--policy back`.']);
  expect(shows).toMatch(/^# .*policies\/back\.yaml:\d+:\d+: .*`drinking-outside`.* \[covered-rule\]$/);
  const { answers } = parse(text, { version: '1.2' });
  expect(Object.entries(answers).slice(0, 2)).toEqual([
    ['has_home', 'no'],
    ['substances', ['alcohol', 'sedatives']],
  ]);
  expect(Object.keys(answers).slice(2).sort()).toEqual(['drinks', 'role']);
  expect(text.indexOf('# the rest')).toBeGreaterThan(text.indexOf('sedatives'));
  if (process.platform !== 'win32') {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(callers).mode & 0o777).toBe(0o700);
  }
  const { problems } = JSON.parse(runProgram(['check', copy, '--format', 'json']).stdout).places[0];
  const inJson = problems.find(({ code }: { readonly code: string }) => code === 'covered-rule');
  expect(inJson.witness).toEqual(parse(text, { version: '1.2' }));
  expect(inJson.differing).toEqual(['has_home', 'substances']);
});

test('what it wrote it writes anew, and what somebody else wrote stays, with everything beside it', () => {
  const copy = covered();
  const callers = join(folder, 'kept');
  const twice = [1, 2].map(() => runProgram(['check', copy, '--witnesses', callers]).stderr);
  for (const notes of twice) expect(notes).toContain('saved 1 caller');
  const path = join(callers, 'covered-rule-1.yaml');
  writeFileSync(path, 'answers of mine\n');
  const refused = runProgram(['check', copy, '--witnesses', callers]);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('a file is there that `intakeline` did not write');
  expect(refused.stdout).toBe(runProgram(['check', copy]).stdout);
  expect(readFileSync(path, 'utf8')).toBe('answers of mine\n');
  expect(readdirSync(callers)).toEqual(['covered-rule-1.yaml']);
});

test.each([
  [
    'a folder in a folder that does not exist',
    (copy: string) => join(copy, 'no', 'where'),
    'its folder does not exist',
  ],
  ['the folder that is checked', (copy: string) => copy, "one of the questionnaire's files"],
  ['its policies', (copy: string) => join(copy, 'policies'), "one of the questionnaire's files"],
  ['a file', (copy: string) => join(copy, 'CHANGELOG.md'), 'this is a file, not a folder'],
])('nothing is saved to %s', (_, target, said) => {
  const copy = covered();
  writeFileSync(join(copy, 'CHANGELOG.md'), '');
  const before = readdirSync(join(copy, 'policies'));
  const ended = runProgram(['check', copy, '--witnesses', target(copy)]);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain(said);
  expect(readdirSync(join(copy, 'policies'))).toEqual(before);
});

test('where nothing is found no folder is made', () => {
  const copy = soundContent(folder);
  const callers = join(folder, 'never');
  expect(runProgram(['check', copy, '--witnesses', callers]).status).toBe(0);
  expect(existsSync(callers)).toBe(false);
});

test('several places are checked one after the other, and the worst of them is the outcome', () => {
  const sound = soundContent(folder);
  const ended = runProgram(['check', sound, 'test/fixtures/broken', 'docs/examples/iop.yaml']);
  expect(ended.status).toBe(1);
  expect([...ended.stdout.matchAll(/^(\S+): (?:no problems|\d+ errors?)/gm)].map(([, place]) => place)).toEqual([
    sound,
    'test/fixtures/broken',
    'docs/examples/iop.yaml',
  ]);
});

test.each([
  ['standard input twice', ['check', '-', '-'], 'standard input can be read once only'],
  ['a file with `--mutate`', ['check', 'docs/examples/iop.yaml', '--mutate'], '`--mutate` makes slips in the folder'],
  ['standard input with `--mutate`', ['check', '-', '--mutate'], '`--mutate` makes slips in the folder'],
  ['an empty path', ['check', ''], 'a path is not empty'],
  ['one of several that is not there', ['check', 'docs/examples/iop.yaml', 'nowhere'], '[file-missing]'],
  [
    'a folder beside `--questionnaire`',
    ['check', 'docs/examples/iop.yaml', 'test/fixtures/small', '--questionnaire', 'test/fixtures/small'],
    'is a folder',
  ],
])('%s is not checked', (_, args, said) => {
  const ended = runProgram(args);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain(said);
});

test('a folder where a file should go is refused', () => {
  const copy = covered();
  const callers = join(folder, 'blocked');
  mkdirSync(join(callers, 'covered-rule-1.yaml'), { recursive: true });
  const refused = runProgram(['check', copy, '--witnesses', callers]);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('covered-rule-1.yaml');
  expect(refused.stdout).toBe(runProgram(['check', copy]).stdout);
});
