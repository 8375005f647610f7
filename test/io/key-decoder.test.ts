import { StringDecoder } from 'node:string_decoder';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Key } from '../../src/interview/keys.ts';
import { decodeKeys, decodeRest } from '../../src/io/key-decoder.ts';
import { paste } from './virtual-terminal.ts';

const plain = { ctrl: false, meta: false };
const ctrl = { ctrl: true, meta: false };

test.each<[string, string, Partial<Key>]>([
  ['a letter', 'a', { name: 'text', sequence: 'a', ...plain }],
  ['a capital', 'A', { name: 'text', sequence: 'A', ...plain }],
  ['a space', ' ', { name: 'text', sequence: ' ', ...plain }],
  ['a character of two UTF-16 units', '😀', { name: 'text', sequence: '😀', ...plain }],
  ['Enter', '\r', { name: 'enter', ...plain }],
  ['Enter as a script sends it', '\n', { name: 'enter', ...plain }],
  ['one Enter, not two', '\r\n', { name: 'enter', ...plain }],
  ['Tab', '\t', { name: 'tab', ...plain }],
  ['Backspace', '\u007f', { name: 'backspace', ...plain }],
  ['Backspace of old terminals', '\b', { name: 'backspace', ...plain }],
  ['Ctrl-A', '\u0001', { name: 'a', ...ctrl }],
  ['Ctrl-E', '\u0005', { name: 'e', ...ctrl }],
  ['Ctrl-Z', '\u001a', { name: 'z', ...ctrl }],
  ['Ctrl-Space', '\0', { name: 'unknown' }],
  ['Ctrl-\\', '\u001c', { name: 'unknown' }],
  ['up', '\u001b[A', { name: 'up', ...plain }],
  ['up in application mode', '\u001bOA', { name: 'up', ...plain }],
  ['Ctrl-right', '\u001b[1;5C', { name: 'right', ...ctrl }],
  ['Alt-left', '\u001b[1;3D', { name: 'left', ctrl: false, meta: true }],
  ['Home', '\u001b[H', { name: 'home', ...plain }],
  ['Home of the Linux console', '\u001b[1~', { name: 'home', ...plain }],
  ['Home of rxvt', '\u001b[7~', { name: 'home', ...plain }],
  ['End', '\u001b[F', { name: 'end', ...plain }],
  ['End of the Linux console', '\u001b[4~', { name: 'end', ...plain }],
  ['Delete', '\u001b[3~', { name: 'delete', ...plain }],
  ['page up', '\u001b[5~', { name: 'pageup', ...plain }],
  ['page down', '\u001b[6~', { name: 'pagedown', ...plain }],
  ['Enter of the keypad', '\u001bOM', { name: 'enter', ...plain }],
  ['F1', '\u001bOP', { name: 'unknown' }],
  ['F1 of the Linux console', '\u001b[[A', { name: 'unknown' }],
  ['F5', '\u001b[15~', { name: 'unknown' }],
  ['Alt-x', '\u001bx', { name: 'text', sequence: 'x', ctrl: false, meta: true }],
  ['Ctrl-E where terminals tell all keys apart', '\u001b[101;5u', { name: 'e', ...ctrl }],
  ['the same in the older way', '\u001b[27;5;101~', { name: 'e', ...ctrl }],
  ['Ctrl-E while Caps Lock is on', '\u001b[69;5u', { name: 'e', ...ctrl }],
  ['Escape where terminals tell all keys apart', '\u001b[27u', { name: 'escape', ...plain }],
  ['a number that is no character', '\u001b[9999999u', { name: 'unknown' }],
  ['the focus came', '\u001b[I', { name: 'unknown' }],
  ['a reply that nobody asked for', '\u001b]11;rgb:0000/0000/0000\u001b\\', { name: 'unknown' }],
  ['a paste', paste('a\n\u001b[A'), { name: 'paste', sequence: 'a\n\u001b[A', ...plain }],
  ['a paste of nothing', paste(''), { name: 'paste', sequence: '' }],
  ['the end of a paste that never began', '\u001b[201~', { name: 'unknown' }],
])('%s', (_what, sent, expected) => {
  expect(decodeKeys(sent)).toEqual({ keys: [expect.objectContaining(expected)], rest: '' });
});

test.each([
  ['Escape, then Enter', '\u001b\r', ['escape', 'enter']],
  ['Escape, then Ctrl-E', '\u001b\u0005', ['escape', 'e']],
  ['Escape twice, then up', '\u001b\u001b\u001b[A', ['escape', 'escape', 'up']],
  ['a sequence that Ctrl-C breaks off', '\u001b[1;\u0003', ['text', 'text', 'text', 'c']],
  ['a reply that Ctrl-E breaks off', '\u001b]11;\u0005', ['text', 'text', 'text', 'text', 'e']],
  ['a paste between two keys', `1${paste('2')}\r`, ['text', 'paste', 'enter']],
])('no key is lost: %s', (_what, sent, names) => {
  expect(decodeKeys(sent).keys.map(({ name }) => name)).toEqual(names);
});

test.each(['\u001b', '\u001b[', '\u001b[1;5', '\u001bO', '\u001b[[', '\u001b[200~half\u001b[20', '\u001b]0;tit'])(
  'what may go on waits: %j',
  (sent) => {
    expect(decodeKeys(`a${sent}`)).toEqual({ keys: [expect.objectContaining({ sequence: 'a' })], rest: sent });
  },
);

test.each([
  ['', []],
  ['\u001b', ['escape']],
  ['\u001b[1;', ['unknown']],
  ['\u001b[200~half', ['paste']],
])('when nothing follows %j', (rest, names) => {
  expect(decodeRest(rest).map(({ name }) => name)).toEqual(names);
});

const PIECES = [
  'a',
  'é',
  '😀',
  '\r',
  '\n',
  '\t',
  '\u0005',
  '\u001b[A',
  '\u001b[3~',
  '\u001bOB',
  '\u001bx',
  paste('é\r\n1'),
];

test('however the input is cut, the keys are the same', () => {
  const input = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 });
  fc.assert(
    fc.property(input, fc.array(fc.nat({ max: 40 }), { maxLength: 8 }), (pieces, cuts) => {
      const text = pieces.join('').replaceAll('\r\n', '\n'); // a cut may make two of one Enter
      expect(inPieces(text, cuts)).toEqual(decodeKeys(text).keys);
    }),
  );
});

test('no input is refused, and no control character is taken for text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'\u001b[O]P~20;u5\u0007\u009b\0\r\u007fé😀A') }), (text) => {
      const { keys, rest } = decodeKeys(text);
      const texts = [...keys, ...decodeRest(rest)].flatMap(({ name, sequence }) => (name === 'text' ? [sequence] : []));
      expect(texts.filter((one) => !/^[^\u0000-\u001f\u007f-\u009f]$/u.test(one))).toEqual([]);
    }),
  );
});

/** The keys of a text whose bytes arrive in pieces of the given lengths, and then as one rest. */
function inPieces(text: string, lengths: readonly number[]): readonly Key[] {
  const bytes = Buffer.from(text);
  const decoder = new StringDecoder('utf8');
  const keys: Key[] = [];
  let rest = '';
  let at = 0;
  for (const length of [...lengths, bytes.length]) {
    const decoded = decodeKeys(rest + decoder.write(bytes.subarray(at, at + length)));
    keys.push(...decoded.keys);
    rest = decoded.rest;
    at += length;
  }
  expect(rest).toBe('');
  return keys;
}
