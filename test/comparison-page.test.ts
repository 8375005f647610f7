import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { PAGE, PICTURE, pairs, picture, withTable } from '../.config/draw-comparison.mjs';
import { COMPARED_COLUMNS } from '../src/batch/compared-rows.ts';
import { addCompare } from '../src/cli/add-compare.ts';
import { shippedContent } from './fixtures/shipped.ts';

const page = readFileSync(PAGE, 'utf8');
const svg = readFileSync(PICTURE, 'utf8');
const now = pairs();

test('the table and the picture show the policies as they are; `npm run fix` draws them anew', () => {
  expect(withTable(page, now)).toBe(page);
  expect(picture(now)).toBe(svg);
});

test('every pair of the shipped policies has its row and its bar', async () => {
  const { policies } = await shippedContent();
  const ids = policies.map(({ id }) => id).sort();
  const wanted = ids.flatMap((one, place) => ids.slice(place + 1).map((other) => `${one}, ${other}`));
  const rows = [...page.matchAll(/^\| `([^`]+)` \| `([^`]+)` \|/gm)].map(([, ...pair]) => pair.sort().join(', '));
  const bars = [...svg.matchAll(/>([^<,]+, [^<,]+)<\/text>/g)].map(([, text = '']) =>
    text.split(', ').sort().join(', '),
  );
  expect(rows.sort()).toEqual(wanted.sort());
  expect(bars.filter((text) => wanted.includes(text)).sort()).toEqual(wanted);
  expect(wanted.length).toBe(21);
});

test('the picture has its own colours for light and dark, says in words what it shows, and fetches nothing', () => {
  expect(svg).toContain('prefers-color-scheme: dark');
  expect(svg).toMatch(/<title id="title">[^<]{20,}/);
  expect(svg).toMatch(/<desc id="desc">(?:[^<]* differ for ){21}/);
  expect(svg.replaceAll('url(#hatched)', '').replace('http://www.w3.org/2000/svg', '')).not.toMatch(
    /<(script|image|a)\b|href|url\(|http|@import/,
  );
});

test('the page explains every option of the command, in the order of its help', () => {
  const program = new Command();
  addCompare(program, async () => undefined);
  const options = program.commands.find((command) => command.name() === 'compare')?.options ?? [];
  const explained = [...page.matchAll(/^\| `(--[^`]+)` \|/gm)].map(([, option]) => option);
  expect(options.length).toBeGreaterThan(15);
  expect(explained).toEqual(options.map(({ flags }) => flags));
});

test('the page names every column of the rows that differ', () => {
  for (const column of COMPARED_COLUMNS) expect(page).toContain(`\`ID.${column}\``);
});
