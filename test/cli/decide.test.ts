import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runProgram, SURROUNDINGS } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-decide-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = 'format: intakeline/answers/1\nquestionnaire: adult-intake\n';
const ADULT = `${HEAD}answers: { role: self, age: 34 }\n`;
const TODAY = ['--today', '2026-11-22'];

function saved(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('a file and standard input give the same summary, and nothing on standard error', () => {
  const file = runProgram(['decide', saved('adult.yaml', ADULT), ...TODAY]);
  expect(file).toMatchObject({ status: 0, stderr: '' });
  expect(runProgram(['decide', '-', ...TODAY], ADULT)).toEqual(file);
});

test('answers may be JSON', () => {
  const json = JSON.stringify({
    format: 'intakeline/answers/1',
    questionnaire: 'adult-intake',
    answers: { role: 'self', age: 34 },
  });
  expect(runProgram(['decide', '-', ...TODAY], json)).toEqual(runProgram(['decide', '-', ...TODAY], ADULT));
});

test('JSON says its format and the day it was decided for', () => {
  const { stdout } = runProgram(['decide', '-', '--format', 'json', ...TODAY], ADULT);
  expect(JSON.parse(stdout)).toMatchObject({ format: 'intakeline/summary/1', date: '2026-11-22' });
});

test('Markdown is another form of the same', () => {
  const { stdout, status } = runProgram(['decide', '-', '--format', 'markdown', ...TODAY], ADULT);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^# /);
});

test('no line is longer than asked', () => {
  const lengths = [48, 80].map((width) => {
    const { stdout } = runProgram(['decide', '-', '--width', String(width), ...TODAY], ADULT);
    return Math.max(...stdout.split('\n').map((line) => line.length)) <= width;
  });
  expect(lengths).toEqual([true, true]);
});

test('--out saves the same text for its owner only, says where, and prints nothing', () => {
  const path = join(folder, 'summary.txt');
  const out = runProgram(['decide', '-', '--out', path, ...TODAY], ADULT);
  expect(out).toEqual({ stdout: '', stderr: `saved to \`${path}\`, readable by you only\n`, status: 0 });
  expect(readFileSync(path, 'utf8')).toBe(runProgram(['decide', '-', ...TODAY], ADULT).stdout);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('--out says when it took the place of a file', () => {
  const path = join(folder, 'again.txt');
  writeFileSync(path, 'an earlier result\n');
  const { stderr } = runProgram(['decide', '-', '--out', path, ...TODAY], ADULT);
  expect(stderr).toBe(`replaced \`${path}\`, readable by you only\n`);
  expect(readFileSync(path, 'utf8')).toContain('Referral summary');
});

test('a place that cannot be saved to is refused before the answers are read', () => {
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'link'));
  const ended = runProgram(['decide', 'nowhere.yaml', '--out', join(folder, 'link')]);
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain('symbolic link');
  expect(ended.stderr).not.toContain('nowhere.yaml');
  expect(readdirSync(folder)).not.toContain('elsewhere');
});

/** Tries to save over something and hands back what was said; the file must be as it was before. */
function refusal(out: string, args: readonly string[]): string {
  const before = existsSync(out) ? readFileSync(out, 'utf8') : undefined;
  const ended = runProgram(['decide', ...args, '--out', out]);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(existsSync(out) ? readFileSync(out, 'utf8') : undefined).toBe(before);
  return ended.stderr;
}

test('--out never takes the place of the answers, whatever the two are called', () => {
  const answers = saved('kept.yaml', ADULT);
  mkdirSync(join(folder, 'deep'));
  symlinkSync(answers, join(folder, 'alias.yaml'));
  expect(refusal(answers, [answers])).toContain('the answers are in it');
  expect(refusal(join(folder, 'deep', '..', 'kept.yaml'), [answers])).toContain('the answers are in it');
  expect(refusal(answers, [join(folder, 'alias.yaml')])).toContain('the answers are in it');
});

test('--out never takes the place of the answers that standard input reads', () => {
  const answers = saved('piped.yaml', ADULT);
  const { status, stderr } = spawnSync(process.execPath, ['bin/intakeline.js', 'decide', '-', '--out', answers], {
    stdio: [openSync(answers, 'r'), 'pipe', 'pipe'],
    env: SURROUNDINGS,
    encoding: 'utf8',
  });
  expect([status, readFileSync(answers, 'utf8')]).toEqual([2, ADULT]);
  expect(stderr).toContain('the answers are in it');
});

test('--out never takes the place of a directory of programs or of a file of the questionnaire', () => {
  const answers = saved('caller.yaml', ADULT);
  const site = join(folder, 'site');
  cpSync('questionnaires/adult-intake', site, { recursive: true });
  const directory = join(folder, 'programs.yaml');
  cpSync(join(site, 'directory.yaml'), directory);
  expect(refusal(directory, [answers, '--directory', directory])).toContain('it is the directory of programs');
  for (const file of ['directory.yaml', 'cases.yaml', 'CHANGELOG.md', 'policies/safety.yaml', 'policies/new.yaml'])
    expect(refusal(join(site, file), [answers, '--questionnaire', site])).toContain("of the questionnaire's files");
  expect(refusal('questionnaires/adult-intake/new.yaml', [answers])).toContain("of the questionnaire's files");
  const beside = runProgram(['decide', answers, '--questionnaire', site, '--out', join(site, 'summary.txt')]);
  expect(beside.status).toBe(0);
});

test.each([
  ['a missing file', 'nowhere.yaml', 'file-missing'],
  ['a folder', 'src', 'file-unreadable'],
  ['a file that is too large', '/dev/zero', 'file-too-large'],
  ['bytes that are not UTF-8', 'latin1', 'not-utf8'],
  ['YAML that is none', 'broken', 'yaml-syntax'],
  ['an unknown question', 'unknown', 'unknown-question'],
  ['another questionnaire', 'other', 'wrong-questionnaire'],
])('%s ends with 2 and a problem, not a stack', (_what, name, code) => {
  writeFileSync(join(folder, 'latin1'), Buffer.from([0x61, 0xe4, 0x62]));
  saved('broken', `${HEAD}answers: [\n`);
  saved('unknown', `${HEAD}answers: { shoe_size: 43 }\n`);
  saved('other', 'format: intakeline/answers/1\nquestionnaire: other\nanswers: {}\n');
  const path = ['nowhere.yaml', 'src', '/dev/zero'].includes(name) ? name : join(folder, name);
  const ended = runProgram(['decide', path]);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  expect(ended.stderr).toContain(`[${code}]`);
  expect(ended.stderr).not.toMatch(/^\s+at /m);
});

test('an unknown policy is answered with a guess', () => {
  const ended = runProgram(['decide', '-', '--policy', 'intakeline'], ADULT);
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain('did you mean `intake-line`?');
});

test('a questionnaire that is not there is a problem', () => {
  const ended = runProgram(['decide', '-', '--questionnaire', join(folder, 'nothing')], ADULT);
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain('[file-missing]');
});

test('what a caller said is in no message, whatever is wrong with it', () => {
  const canary = 'Canary-7731';
  const faulty = [
    `${HEAD}answers: { role: ${canary} }\n`,
    `${HEAD}answers: { age: ${canary} }\n`,
    `${HEAD}answers: { role: [${canary}] }\n`,
    `${HEAD}answers: { role: "${canary} }\n`,
    `${HEAD}answers: { shoe_size: ${canary} }\n`,
    `${HEAD}answers: { role: self }\nnote: ${canary}\n`,
    `${HEAD}answers: { callback_number: "${canary}" }\n`,
  ];
  for (const text of faulty) {
    const ended = runProgram(['decide', '-', '--debug'], text);
    expect(ended.status).toBe(2);
    expect(ended.stderr).not.toContain(canary);
    expect(ended.stdout).toBe('');
  }
});

test.each(['.nan', '.inf', '1e999'])('%s for a number is answered with a remedy about numbers', (value) => {
  const ended = runProgram(['decide', '-'], `${HEAD}answers: { age: ${value} }\n`);
  expect(ended.status).toBe(2);
  expect(ended.stderr).toMatch(/remedy: write a number in digits/);
  expect(ended.stderr).not.toMatch(/text is expected|a map|versions/);
});

test('a call-back number that is none is called by its name', () => {
  const ended = runProgram(['decide', '-'], `${HEAD}answers: { callback_number: "12" }\n`);
  expect(ended.stderr).toContain('the question needs a phone number [wrong-answer]');
});

test('Ctrl-C while it waits for answers ends with 130 and nothing else', async () => {
  const child = spawn(process.execPath, ['bin/intakeline.js', 'decide', '-'], { env: SURROUNDINGS });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)));
  // Sent again until it ends: the first may come before the program is ready for it.
  const timer = setInterval(() => child.kill('SIGINT'), 1500);
  const status = await new Promise((resolve) => child.on('close', (code) => resolve(code)));
  clearInterval(timer);
  expect([status, printed]).toEqual([130, []]);
});

test('a reader that has left is no fault', async () => {
  const child = spawn(process.execPath, ['bin/intakeline.js', 'decide', '-', '--format', 'json'], {
    env: SURROUNDINGS,
  });
  child.stdout.destroy();
  child.stdin.end(ADULT);
  const errors: string[] = [];
  child.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect([status, errors]).toEqual([0, []]);
});
