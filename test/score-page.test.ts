import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { REJECT_CODES } from '../src/batch/reject-codes.ts';
import { RESULT_COLUMNS, STATUSES } from '../src/batch/row-result.ts';
import { addScore } from '../src/cli/add-score.ts';
import { EXIT_STATUSES } from '../src/cli/outcome.ts';

const page = readFileSync('docs/score.md', 'utf8');

/** The rows of the table under the heading that begins with these cells. */
function table(...heading: readonly string[]): readonly (readonly string[])[] {
  const lines = page.split('\n');
  const start = lines.indexOf(`| ${heading.join(' | ')} |`);
  expect(start).toBeGreaterThan(0);
  const end = lines.findIndex((line, place) => place > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map((line) => line.slice(2, -2).split(' | '));
}

const names = (rows: readonly (readonly string[])[]): readonly string[] =>
  rows.map(([name = '']) => name.replaceAll('`', ''));

test('the page explains every column, status and reject code, in their order', () => {
  expect(names(table('column', 'what it holds'))).toEqual([...RESULT_COLUMNS]);
  expect(names(table('status', 'what it means'))).toEqual([...STATUSES]);
  expect(table('code', 'what is wrong', 'what to do')).toEqual(
    Object.entries(REJECT_CODES).map(([code, { message, remedy }]) => [`\`${code}\``, message, remedy]),
  );
});

test('the page explains every option of the command, in the order of its help', () => {
  const program = new Command();
  addScore(program, async () => undefined);
  const options = program.commands.find((command) => command.name() === 'score')?.options ?? [];
  expect(options.length).toBeGreaterThan(15);
  const flags = (text: string): string => text.replace(/ <.*>/, '');
  expect(names(table('option', 'what it does')).map(flags)).toEqual(options.map((option) => flags(option.flags)));
});

test('the page gives every exit status', () => {
  expect(names(table('status', 'meaning'))).toEqual(Object.values(EXIT_STATUSES).map(String));
});

test('every option in the examples exists', () => {
  const program = new Command();
  addScore(program, async () => undefined);
  const known = program.commands[0]?.options.flatMap(({ long }) => long ?? []) ?? [];
  const used = [...page.matchAll(/`?intakeline score [^\n`]*/g)].flatMap(([line]) => line.match(/--[a-z-]+/g) ?? []);
  expect(used.length).toBeGreaterThan(3);
  expect(used.filter((option) => !known.includes(option))).toEqual([]);
});

test('every link leads to a page', () => {
  const links = [...page.matchAll(/\]\(([^):#]+)\)/g)].map(([, path]) => `docs/${path}`);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
