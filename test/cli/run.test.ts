import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { performCommand } from '../../src/cli/program.ts';
import { runProgram } from './run-program.ts';

const built: Readonly<Record<string, string>> = JSON.parse(readFileSync('dist/printed.json', 'utf8'));

test.each(['--help', '-h', '--version', '-V'])('%s, answered ahead, says what the command tree says', async (word) => {
  const { output, outcome } = await performCommand([word]);
  expect(built[word]).toBe(output?.content);
  expect(outcome).toBe('fine');
  expect(runProgram([word])).toEqual({ stdout: output?.content, stderr: '', status: 0 });
});

test('the version is that of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(runProgram(['--version']).stdout).toBe(`${version}\n`);
});

test.each([
  [['decdie']],
  [['decide']],
  [['decide', 'a', 'b']],
  [['decide', 'a', '--nonsense']],
  [['decide', 'a', '--policy']],
  [['decide', 'a', '--format', 'yaml']],
  [['decide', 'a', '--today', '2026-13-01']],
  [['decide', '']],
  [['decide', 'a', '--out', '']],
  [['decide', 'a', '--directory', '']],
  [['decide', 'a', '--questionnaire', '']],
  [['check', '']],
  [['check', '--questionnaire', '']],
  [['--nonsense']],
  [['check', '--format', 'markdown']],
  [[]],
])('wrong usage %j ends with 2, says so on standard error and prints nothing', (args) => {
  const ended = runProgram(args);
  expect(ended.status).toBe(2);
  expect(ended.stdout).toBe('');
  expect(ended.stderr).not.toBe('');
});

test('what a person typed is made visible before it is shown again', () => {
  const ended = runProgram(['\u001b[2J\u202edecide\u0007']);
  expect(ended.status).toBe(2);
  expect(ended.stderr).toContain('\\u{1b}[2J\\u{202e}decide\\u{7}');
  expect(ended.stderr).not.toContain('\u001b');
});

test.each([
  ['decdie', 'decide'],
  ['chekc', 'check'],
])('%s is answered with a guess', (typed, meant) => {
  expect(runProgram([typed]).stderr).toContain(`Did you mean ${meant}?`);
});

test.each([[['decide', '']], [['decide', 'a', '--out', '']], [['check', '']]])(
  'an empty path in %j is called one',
  (args) => {
    expect(runProgram(args).stderr).toContain('a path is not empty');
  },
);
