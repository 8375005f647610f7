import { expect, test } from 'vitest';
import { cells } from '../../src/render/cells.ts';

test.each([
  ['', 0],
  ['plain', 5],
  ['é', 1],
  ['e\u0301', 1],
  ['“…” · ─ •', 9],
  ['日本', 4],
  ['한국어', 6],
  ['\u1112\u1161\u11ab', 2],
  ['ＡＢ', 4],
  ['👍', 2],
  ['👩‍👩‍👧', 2],
  ['a\u200bb', 2],
])('%j takes %i cells', (text, expected) => {
  expect(cells(text)).toBe(expected);
});
