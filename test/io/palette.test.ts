import { expect, test } from 'vitest';
import { colourPalette, PLAIN } from '../../src/io/palette.ts';

const BOLD_RED = '\u001b[1m\u001b[31mnow\u001b[39m\u001b[22m';

test('a painted word becomes coloured', async () => {
  const { paint, finish } = await colourPalette();
  expect(finish(`call ${paint('alarm', 'now')}.`)).toBe(`call ${BOLD_RED}.`);
});

test('colour that came with the text is spelled out, even the same one', async () => {
  const { paint, finish } = await colourPalette();
  const forged = `${BOLD_RED} ${paint('alarm', BOLD_RED)}`;
  expect(finish(forged).split('\u001b[').length).toBe(5); // the two that open and the two that close
  expect(finish(forged)).toContain('\\u{1b}[1m\\u{1b}[31mnow\\u{1b}[39m\\u{1b}[22m');
});

test('a mark of another run is spelled out', async () => {
  const [first, second] = [await colourPalette(), await colourPalette()];
  expect(second.finish(first.paint('strong', 'x'))).not.toContain('\u001b');
});

test('a mark reads as a colour sequence, so that it can be skipped when text is measured', async () => {
  const { paint } = await colourPalette();
  expect(paint('title', 'word').replace(/\u001b\[[0-9;]*m/g, '')).toBe('word');
});

test('without colour nothing is marked and no sequence passes', () => {
  expect(PLAIN.paint('alarm', 'now')).toBe('now');
  expect(PLAIN.finish(BOLD_RED)).not.toContain('\u001b');
});
