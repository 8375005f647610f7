import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawings, PICTURES } from '../.config/draw-call.mjs';
import { shippedContent } from './fixtures/shipped.ts';

const now = drawings();
const texts = (svg: string): string => [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text]) => text).join('\n');

test('the pictures are what the program shows now; `npm run fix` draws them anew', () => {
  const screens = readdirSync(PICTURES).filter((file) => !file.startsWith('graph-')); // test/graph-page.test.ts has those
  expect(screens.sort()).toEqual([...now.keys()].sort());
  for (const [file, svg] of now)
    expect([file, texts(readFileSync(PICTURES + file, 'utf8'))]).toEqual([file, texts(svg)]);
  for (const [file, svg] of now) expect(readFileSync(PICTURES + file, 'utf8') === svg).toBe(true);
});

test('the README shows each of them, and says what is on it', () => {
  const shown = [...readFileSync('README.md', 'utf8').matchAll(/!\[([^\]]{20,})\]\(docs\/pictures\/([^)]+)\)/g)];
  expect(shown.map(([, , file]) => file).sort()).toEqual([...now.keys()].sort());
});

test('they are drawn of examples alone, and no number on them is anybody’s', async () => {
  const { directory } = await shippedContent();
  const given = JSON.stringify(directory);
  for (const [file, svg] of now) {
    const numbers = texts(svg).match(/\d{3}-\d{3}-\d{4}|\b\d{3}-\d{4}\b/g) ?? [];
    expect([file, numbers.filter((number) => !given.includes(number) && !/^555-01\d\d$/.test(number))]).toEqual([
      file,
      [],
    ]);
    expect(file === 'summary.svg' || texts(svg).includes('nothing is saved')).toBe(true);
  }
});

test('they hold text as text, and fetch or run nothing', () => {
  for (const svg of now.values()) {
    expect(texts(svg).length).toBeGreaterThan(200);
    expect(svg).not.toMatch(/<(script|image|style|foreignObject|a)\b|href|url\(|@import/);
  }
});
