/** What may be written for options that several commands share. */

import { expect, test } from 'vitest';
import { names, outPath, savedPath } from '../../src/cli/options.ts';

test.each<readonly [what: string, text: string, found: readonly string[]]>([
  ['names between commas', 'age, role ,x', ['age', 'role', 'x']],
  ['a name that is empty, and one at the end', 'age,,x,', ['age', '', 'x', '']],
  ['a comma in quotes', 'age,"a, b" ,x', ['age', 'a, b', 'x']],
  ['quotes in quotes, and blanks that count there', '" say ""a"" ",b', [' say "a" ', 'b']],
  ['a quote that opens nothing', 'a"b,"c,d" e', ['a"b', '"c', 'd" e']],
  ['a byte order mark', '\ufeff"a",b', ['a', 'b']],
])('%s', (_what, text, found) => {
  expect(names(text)).toEqual(found);
});

test('no name at all is refused', () => {
  expect(() => names(' ')).toThrow('names are separated by commas');
});

test('`-` is no file to save to', () => {
  expect(() => outPath('-')).toThrow('`-` is standard input; leave `--out` out to print');
  expect(() => savedPath('-')).toThrow('`-` is standard input');
  expect([outPath('./-'), savedPath('-.html')]).toEqual(['./-', '-.html']);
});
