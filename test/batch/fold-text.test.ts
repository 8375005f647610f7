import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../src/batch/fold-text.ts';

test.each([
  ['6', '6'],
  ['6.0', '6'],
  ['6.00', '6'],
  ['-9.000', '-9'],
  ['007', '007'],
  ['6.', '6.'],
  ['.0', '.0'],
  ['6.01', '6.01'],
  ['1.0.0', '1.0.0'],
  ['+6.0', '+6.0'],
  ['6,0', '6,0'],
  ['\u0661.0', '\u0661.0'], // an Arabic digit is none of ours
  [' Yes\t', 'yes'],
  ['\u00a0YES\u00a0', 'yes'], // no-break spaces
  ['S\u00cd', 's\u00ed'],
  ['two  words', 'two  words'],
  ['', ''],
  ['\u00a0', ''],
])('%j is folded to %j', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('folding what is folded changes nothing, and capitals and outer blanks make no difference', () => {
  const blank = fc.constantFrom('', ' ', '\t', '\u00a0', ' \r\n');
  const ascii = fc.stringMatching(/^[ -~]{0,12}$/);
  fc.assert(
    fc.property(ascii, blank, blank, (text, before, behind) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      expect(foldText(before + text.toUpperCase() + behind)).toBe(folded);
    }),
    { numRuns: 500, seed: 4 },
  );
});

test('every spelling of a whole number with zeros behind the point is the number', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 9 }), (number, zeros) => {
      expect(foldText(`${number}.${'0'.repeat(zeros)}`)).toBe(String(number));
    }),
    { seed: 4 },
  );
});
