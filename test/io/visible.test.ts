import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible, visibleJson } from '../../src/io/visible.ts';

/** First and last code point of every run that must never reach a terminal as it is. */
const UNSEEN: readonly (readonly [number, number])[] = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x061c, 0x061c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2069],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe007f],
];
const isUnseen = (code: number): boolean => UNSEEN.some(([first, last]) => code >= first && code <= last);

const everyCode = Array.from({ length: 0x110000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);

test('exactly the characters of the list are spelled out', () => {
  const wrong = everyCode.filter((code) => {
    const character = String.fromCodePoint(code);
    return visible(character) !== (isUnseen(code) ? `\\u{${code.toString(16)}}` : character);
  });
  expect(wrong).toEqual([]);
});

test.each([
  ['clear the screen', '\u001b[2J'],
  ['set the title', '\u001b]0;x\u0007'],
  ['fill the clipboard', '\u001b]52;c;eA==\u0007'],
  ['hide a link', '\u001b]8;;http://example.org\u001b\\'],
  ['a device control string', '\u001bPx\u001b\\'],
  ['an application command', '\u001b_x\u001b\\'],
  ['the one-byte introducer', '\u009b2J'],
  ['overwrite the line', 'safe\rEVIL'],
  ['step back', 'safe\bEVIL'],
  ['ring and shift', '\u0007\u000e'],
  ['turn the text round', '\u202egpj.exe'],
  ['tag characters', '\u{e0041}'],
])('%s: nothing of it reaches the terminal', (_what, text) => {
  expect(Array.from(visible(text)).every((character) => !isUnseen(character.codePointAt(0) ?? 0))).toBe(true);
});

test('JSON keeps its value and holds no such character', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      const shown = visibleJson(JSON.stringify(value, null, 2));
      expect(JSON.parse(shown)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(Array.from(shown).some((character) => isUnseen(character.codePointAt(0) ?? 0))).toBe(false);
    }),
  );
});

test('JSON with control, bidirectional and tag characters reads back the same', () => {
  const value = { name: 'a\u009b\u202e\u{e0041}\u2028\ufeff\u007f' };
  const shown = visibleJson(JSON.stringify(value));
  expect(shown).toBe('{"name":"a\\u009b\\u202e\\udb40\\udc41\\u2028\\ufeff\\u007f"}');
  expect(JSON.parse(shown)).toEqual(value);
});
