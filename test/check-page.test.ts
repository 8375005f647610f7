import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { addCheck } from '../src/cli/add-check.ts';
import { EXIT_STATUSES } from '../src/cli/outcome.ts';
import { PROBLEM_CODES } from '../src/problems/codes.ts';

const PAGE = 'docs/check.md';
const HEADING = '| code | what it is | why it matters | |\n|---|---|---|---|\n';

/** The table of the catalogue: with UPDATE_TRANSCRIPTS=1 it is written into the page. */
const rows = Object.entries(PROBLEM_CODES)
  .map(([code, { title, explanation, severity }]) => `| \`${code}\` | ${title} | ${explanation} | ${severity} |\n`)
  .join('');

function page(): string {
  return readFileSync(PAGE, 'utf8');
}

test('the page explains every kind of finding as the catalogue does', () => {
  const [before = '', after] = page().split(HEADING);
  if (process.env['UPDATE_TRANSCRIPTS'] === '1') writeFileSync(PAGE, `${before}${HEADING}${rows}`);
  else expect(after).toBe(rows);
});

test('every code that the page names elsewhere is one of them', () => {
  const named = [...page().matchAll(/callers\/([a-z-]+)-\d+\.yaml/g)].map(([, code = '']) => code);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((code) => !(code in PROBLEM_CODES))).toEqual([]);
});

test('the page names every option, format and exit status of the command', () => {
  const program = new Command();
  addCheck(program, async () => undefined);
  const command = program.commands.find((one) => one.name() === 'check');
  const options = command?.options ?? [];
  expect(options.length).toBeGreaterThan(3);
  for (const { long } of options) expect(page()).toContain(`\`${long}`);
  const formats = options.find(({ long }) => long === '--format')?.argChoices ?? [];
  expect([...page().matchAll(/^\| `([a-z]+)` \| /gm)].map(([, name]) => name).slice(0, formats.length)).toEqual(
    formats,
  );
  const statuses = [...page().matchAll(/^\| (\d+) \| /gm)].map(([, status]) => Number(status));
  expect(statuses).toEqual([EXIT_STATUSES.fine, EXIT_STATUSES['found-something'], EXIT_STATUSES['could-not-run']]);
});

test('every file to which the page leads is there', () => {
  const links = [...page().matchAll(/\]\(([a-z.-]+\.md)\)/g)].map(([, name = '']) => `docs/${name}`);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
