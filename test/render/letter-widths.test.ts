import fc from 'fast-check';
import { expect, test } from 'vitest';
import { widthOf, wrapped } from '../../src/render/letter-widths.ts';

const PLAIN = { size: 10, bold: false } as const;

test('no line is wider than it may be, and no letter is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 15, max: 200 }), (text, width) => {
      const lines = wrapped(text, width, PLAIN);
      // A single character may be wider than the line; then it stands alone.
      const tooWide = lines.filter((line) => widthOf(line, PLAIN) > width && /^.$/su.test(line) === false);
      expect(tooWide.filter((line) => [...new Intl.Segmenter('en').segment(line)].length > 1)).toEqual([]);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
    { numRuns: 1000 },
  );
});

test('a line takes as many words as fit it', () => {
  const words = 'one two three four five six seven eight nine ten';
  const lines = wrapped(words, 80, PLAIN);
  expect(lines.length).toBeGreaterThan(2);
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const [next = ''] = (lines[index + 1] ?? '').split(' ');
    expect(widthOf(`${line} ${next}`, PLAIN)).toBeGreaterThan(80);
  }
  expect(wrapped('', 80, PLAIN)).toEqual([]);
});

test('bold letters and wide characters take more room', () => {
  expect(widthOf('abc', { size: 10, bold: true })).toBeGreaterThan(widthOf('abc', PLAIN));
  expect(widthOf('日本', PLAIN)).toBeGreaterThan(widthOf('ab', PLAIN));
  expect(widthOf('abc', { size: 20, bold: false })).toBeCloseTo(2 * widthOf('abc', PLAIN));
});
