import { expect, test } from 'vitest';
import { codeFrame } from '../../src/problems/code-frame.ts';

const LINES = ['one', 'two', 'three', 'four', 'five', 'six'];

test('shows two lines on each side and a caret for every character', () => {
  expect(codeFrame(LINES, { line: 3, column: 2, length: 3 })).toBe(
    ['  1 | one', '  2 | two', '> 3 | three', '    |  ^^^', '  4 | four', '  5 | five'].join('\n'),
  );
});

test('stays within the text', () => {
  expect(codeFrame(LINES, { line: 1, column: 1, length: 99 })).toBe(
    ['> 1 | one', '    | ^^^', '  2 | two', '  3 | three'].join('\n'),
  );
});

test('keeps the caret under its place where a line holds tabs or escape sequences', () => {
  const [, caret] = codeFrame(['\t\u001b[2Jx'], { line: 1, column: 6, length: 1 }).split('\n');
  expect(caret).toBe(`    | ${' '.repeat(5)}^`);
  expect(codeFrame(['\t\u001b[2Jx'], { line: 1, column: 6, length: 1 })).not.toContain('\u001b');
});

test('cuts long lines around the place', () => {
  const frame = codeFrame([`${'a'.repeat(300)}X${'b'.repeat(300)}`], { line: 1, column: 301, length: 1 });
  const [line = '', caret = ''] = frame.split('\n');
  expect(line.length).toBeLessThan(120);
  expect(line[caret.indexOf('^')]).toBe('X');
});
