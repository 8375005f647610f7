import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { cells, charactersOf } from '../../src/render/cells.ts';

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

/** Before a wide character and a line end no text is plain, so that each of its characters is looked at. */
const BEFORE = '日\n';

test('plain text counts as it does when each character is looked at', () => {
  const units = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code));
  expect(units.filter((unit) => cells(`${BEFORE}${unit}`) !== cells(BEFORE) + cells(unit))).toEqual([]);
  const unit = fc.oneof(
    fc.constantFrom(...units),
    fc.constantFrom('a', ' ', 'ü', '“', '─', '\u0301', '\u00ad', '日', '👍'),
  );
  fc.assert(
    fc.property(fc.string({ unit }), (given) => {
      expect(cells(`${BEFORE}${given}`)).toBe(cells(BEFORE) + cells(given));
      expect(charactersOf(`${BEFORE}${given}`).slice(2)).toEqual(charactersOf(given));
    }),
  );
});

test('a segmenter is made once, and only when a text is not plain', async () => {
  let made = 0;
  class Counted extends Intl.Segmenter {
    constructor(...given: ConstructorParameters<typeof Intl.Segmenter>) {
      super(...given);
      made += 1;
    }
  }
  vi.resetModules();
  vi.stubGlobal('Intl', { Segmenter: Counted });
  const fresh = await import('../../src/render/cells.ts');
  fresh.cells('Call – “today” · 1. • é ─');
  expect(made).toBe(0);
  expect([fresh.cells('日本'), fresh.cells('e\u0301')]).toEqual([4, 1]);
  expect(made).toBe(1);
  vi.unstubAllGlobals();
});
