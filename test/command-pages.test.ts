import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { commandPages } from '../src/cli/command-pages.ts';
import { commandTree } from '../src/cli/command-tree.ts';
import { createProgram } from '../src/cli/program.ts';
import { allCommands } from '../src/render/command-tree.ts';
import { completionBash } from '../src/render/completion-bash.ts';
import { completionFish } from '../src/render/completion-fish.ts';
import { completionZsh } from '../src/render/completion-zsh.ts';
import { runProgram } from './cli/run-program.ts';

const program = createProgram({ out: '', err: '' }, async () => undefined);
const tree = commandTree(program);

/** Every command of the parser's own tree, by its words. */
function parsed(command: Command, path: readonly string[]): readonly (readonly [string, Command])[] {
  return [[path.join(' '), command], ...command.commands.flatMap((sub) => parsed(sub, [...path, sub.name()]))];
}
const commands = parsed(program, ['intakeline']);

test('the tree has every command, option and argument of the parser', () => {
  const placed = new Map(allCommands(tree.program).map(({ path, command }) => [path.join(' '), command]));
  expect([...placed.keys()]).toEqual(commands.map(([words]) => words));
  for (const [words, command] of commands) {
    const own = placed.get(words);
    expect(own?.options.map(({ long }) => long)).toEqual(
      expect.arrayContaining([...command.options.map(({ long }) => long), '--help', '--no-color', '--debug']),
    );
    expect(own?.arguments.map(({ name }) => name)).toEqual(command.registeredArguments.map((one) => one.name()));
  }
});

test('what stands below the options of the help stands in the tree', () => {
  for (const [words] of commands.slice(1)) {
    const { stdout } = runProgram([...words.split(' ').slice(1), '--help']);
    const notes = allCommands(tree.program).find(({ path }) => path.join(' ') === words)?.command.notes ?? [];
    for (const note of notes) expect(stdout).toContain(note);
    expect(stdout.includes('Examples:')).toBe(notes.some((note) => note.startsWith('Examples:')));
  }
});

test.each(Object.entries(commandPages()))('%s is what the command tree says', (path, text) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('every option stands in the pages and in the completion of each shell', () => {
  const { 'docs/commands.md': reference = '', 'docs/intakeline.1': manual = '' } = commandPages();
  for (const { path, command } of allCommands(tree.program)) {
    expect(reference.includes(`\n## ${path.join(' ')}\n`)).toBe(path.length > 1);
    for (const { long } of command.options) {
      expect(reference).toContain(long);
      expect(manual).toContain(long.replaceAll('-', '\\-'));
      expect(completionBash(tree)).toContain(long);
      expect(completionZsh(tree)).toContain(long);
      expect(completionFish(tree)).toContain(`-l ${long.slice(2)}`);
    }
  }
});

test('lists the values that a shell offers, with what they are', () => {
  const { stdout, stderr, status } = runProgram(['completion', '--list', 'policies']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').map((line) => line.split(': ')[0])).toContain('intake-line');
  expect(runProgram(['completion', '--list', 'languages']).stdout).toMatch(/^en: /);
  expect(runProgram(['completion', '--list', 'examples']).stdout).toMatch(/^iop: /m);
});

test('offers nothing and complains of nothing where nothing can be read', () => {
  expect(runProgram(['completion', '--list', 'policies', '--questionnaire', 'no-such-folder'])).toEqual({
    stdout: '',
    stderr: '',
    status: 0,
  });
});

/** What bash offers for the last of the words. */
function offeredByBash(...words: readonly string[]): readonly string[] {
  const script = `${completionBash(tree)}
intakeline() { node bin/intakeline.js "$@"; }
COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_intakeline
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script, 'bash', 'intakeline', ...words], {
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter((line) => line !== '');
}

test('nothing that a folder says is run by a shell, nor listed to one', () => {
  const script = `${completionBash(tree)}
intakeline() { printf '%s\\n' 'safe: one' '$(echo run >&2): two' '\`echo run >&2\`: three' 'safe; echo run >&2: four'; }
COMP_WORDS=(intakeline decide --policy ''); COMP_CWORD=3
_intakeline
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.split('\n')).toContain('$(echo run >&2)');
});

test('bash completes commands, options, their values, files and what the program lists', () => {
  expect(offeredByBash('de')).toEqual(['decide']);
  expect(offeredByBash('calls', '')).toEqual(expect.arrayContaining(['list', 'show', 'resume']));
  expect(offeredByBash('decide', '--pol')).toEqual(['--policy']);
  expect(offeredByBash('decide', '--format', '')).toEqual(expect.arrayContaining(['text', 'json', 'markdown']));
  expect(offeredByBash('decide', '--format', '=', 'js')).toEqual(['json']);
  expect(offeredByBash('decide', '--policy', 'intake')).toEqual(['intake-line']);
  expect(offeredByBash('decide', '--policy', 'intake-line', 'pack')).toEqual(
    expect.arrayContaining(['package.json', 'package-lock.json']),
  );
  expect(offeredByBash('decide', '--questionnaire', 'question')).toEqual(['questionnaires']);
  expect(offeredByBash('decide', '--width', '')).toEqual([]);
});
