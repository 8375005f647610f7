import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cells } from '../../src/render/cells.ts';
import { painted, type Span, wrap } from '../../src/render/wrap.ts';

const plain = (text: string): Span => ({ style: 'plain', text });
const lines = (spans: readonly Span[], width: number) =>
  wrap(spans, width).map((line) => line.map(({ text }) => text).join(''));

test('breaks at spaces, as late as it can', () => {
  expect(lines([plain('one two three')], 7)).toEqual(['one two', 'three']);
  expect(lines([plain('one two three')], 13)).toEqual(['one two three']);
});

test('a word longer than a line is broken, a wide one by its cells', () => {
  expect(lines([plain('abcdefgh')], 3)).toEqual(['abc', 'def', 'gh']);
  expect(lines([plain('日本語')], 5)).toEqual(['日本', '語']);
});

test('runs of white space and line breaks become one space', () => {
  expect(lines([plain('  one \n\t two  ')], 20)).toEqual(['one two']);
});

test('styles stay with their words, and spaces between them are kept', () => {
  const wrapped = wrap([plain('call '), { style: 'strong', text: 'now, please' }, plain('.')], 10);
  expect(wrapped).toEqual([
    [plain('call '), { style: 'strong', text: 'now,' }],
    [{ style: 'strong', text: 'please' }, plain('.')],
  ]);
  expect(wrapped.map((line) => painted(line, (style, text) => `<${style}>${text}</>`))).toEqual([
    'call <strong>now,</>',
    '<strong>please</>.',
  ]);
});

const word = fc.stringMatching(/^[a-zé日한👍]{1,12}$/u);
const spans = fc.array(
  fc.record({
    style: fc.constantFrom('plain' as const, 'strong' as const),
    text: fc.array(word).map((words) => words.join(' ')),
  }),
);

test('no line is wider than asked, and no character is lost', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 2, max: 40 }), (given, width) => {
      const wrapped = lines(given, width);
      expect(wrapped.every((line) => cells(line) <= width)).toBe(true);
      expect(wrapped.join('').replaceAll(' ', '')).toBe(
        given
          .map(({ text }) => text)
          .join('')
          .replaceAll(' ', ''),
      );
    }),
  );
});
