import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BrokenInput, type InputFault } from '../../src/io/broken-input.ts';
import type { ByteSource } from '../../src/io/byte-source.ts';
import { fieldDecoder, isScanned, knownEncoding } from '../../src/io/encodings.ts';
import { encoderTo, transcoded } from '../../src/io/transcoded.ts';

/** Bytes that come in pieces of the given lengths, over and over. */
function sourceOf(bytes: Uint8Array, pieces: readonly number[]): ByteSource {
  let at = 0;
  let turn = 0;
  return {
    read: async (into) => {
      const piece = pieces[turn++ % pieces.length] ?? 1;
      const part = bytes.subarray(at, at + Math.min(piece, into.length));
      into.set(part);
      at += part.length;
      return part.length;
    },
    taken: () => at,
    size: bytes.length,
    close: () => {},
  };
}

async function textOf(bytes: Uint8Array, encoding: string, pieces: readonly number[] = [1 << 20]): Promise<Buffer> {
  const source = transcoded(sourceOf(bytes, pieces), encoding);
  const chunks: Buffer[] = [];
  const into = new Uint8Array(1000);
  for (let read = await source.read(into); read > 0; read = await source.read(into)) {
    chunks.push(Buffer.from(into.subarray(0, read)));
  }
  return Buffer.concat(chunks);
}

async function faultOf(doing: Promise<unknown>): Promise<InputFault | undefined> {
  try {
    await doing;
    return undefined;
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    return error.fault;
  }
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

test('UTF-16 of either order becomes UTF-8 and comes back, however it is cut into pieces', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
      async (text, pieces) => {
        const little = Buffer.from(text, 'utf16le');
        for (const [bytes, encoding] of [
          [little, 'utf-16le'],
          [swapped(little), 'utf-16be'],
        ] as const) {
          const utf8 = await textOf(bytes, encoding, pieces);
          expect(utf8.toString('utf8')).toBe(text);
          expect(Buffer.from(encoderTo(encoding)(utf8)).equals(bytes)).toBe(true);
        }
      },
    ),
    { numRuns: 100, seed: 4 },
  );
});

test('a lone surrogate is three bytes that no field decodes, and comes back as it was', async () => {
  const { decode } = fieldDecoder('utf-8');
  const units = fc.oneof(fc.integer({ min: 0xd800, max: 0xdfff }), fc.integer({ min: 0x20, max: 0xffff }));
  const pieces = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
  let lone = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(units, { maxLength: 20 }), pieces, async (codes, cuts) => {
      const text = String.fromCharCode(...codes);
      const isWhole = !/\p{Surrogate}/u.test(text);
      if (!isWhole) lone += 1;
      const little = Buffer.from(text, 'utf16le');
      for (const [bytes, encoding] of [
        [little, 'utf-16le'],
        [swapped(little), 'utf-16be'],
      ] as const) {
        const utf8 = await textOf(bytes, encoding, cuts);
        expect(decode(utf8)).toBe(isWhole ? text : undefined);
        expect(Buffer.from(encoderTo(encoding)(utf8)).equals(bytes)).toBe(true);
      }
    }),
    { numRuns: 200, seed: 4 },
  );
  expect(lone).toBeGreaterThan(100);
  const half = Buffer.concat([
    Buffer.from('é', 'utf16le'),
    Buffer.from([0x05, 0xd8]),
    Buffer.from('\ufffd', 'utf16le'),
  ]);
  expect([...(await textOf(half, 'utf-16le'))]).toEqual([0xc3, 0xa9, 0xed, 0xa0, 0x85, 0xef, 0xbf, 0xbd]);
});

test('a byte order mark is a character that stays', async () => {
  const bytes = Buffer.from('\ufeffa,b\r\n', 'utf16le');
  const utf8 = await textOf(bytes, 'utf-16le');
  expect(utf8.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(Buffer.from(encoderTo('utf-16le')(utf8)).equals(bytes)).toBe(true);
});

test('encodings of several bytes, in which a quote or a delimiter may be the second half of a letter', async () => {
  // Shift_JIS: 0x83 0x7C is KATAKANA LETTER PO, whose second byte is the delimiter `|` (JIS X 0208).
  const bytes = Buffer.from([0x83, 0x7c, 0x7c, 0x31, 0x0a]);
  const utf8 = await textOf(bytes, 'shift_jis', [1]);
  expect(utf8.toString('utf8')).toBe('ポ|1\n');
  expect(Buffer.from(encoderTo('shift_jis')(utf8)).equals(bytes)).toBe(true);
});

test('what would not be written back as it is, is a fault that says where', async () => {
  const odd = Buffer.concat([Buffer.from('ab', 'utf16le'), Buffer.from([0x61])]);
  for (const piece of [1, 3, 100]) {
    const fault = await faultOf(textOf(odd, 'utf-16le', [piece]));
    expect(fault).toEqual({ kind: 'not-in-encoding', encoding: 'utf-16le', offset: 4 });
  }
  // 0xA1 stands for nothing in ISO 8859-11 beyond 0xFB, as 0xFC.
  const thai = Buffer.from([0x61, 0xfc]);
  expect(await faultOf(textOf(thai, 'iso-8859-11'))).toMatchObject({ kind: 'not-in-encoding', offset: 1 });
});

test('fields in UTF-8 are text or nothing', () => {
  const { decode, decodeLoosely } = fieldDecoder('utf-8');
  expect(decode(Buffer.from('Zoë'))).toBe('Zoë');
  expect(decode(Buffer.from('\ufeffa'))).toBe('\ufeffa');
  for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xf5, 0x80, 0x80, 0x80]]) {
    expect(decode(Uint8Array.from(bytes))).toBeUndefined();
    expect(decodeLoosely(Uint8Array.from(bytes))).toContain('\ufffd');
  }
});

test('fields in Windows-1252 become letters, and five bytes that stand for none keep their numbers', () => {
  const { decode } = fieldDecoder('windows-1252');
  expect(decode(Uint8Array.from([0x80, 0x9b, 0xe9]))).toBe('€›é'); // 0x9B as U+009B would begin a command to a terminal
  const controls = Array.from({ length: 0x80 }, (_, index) => 0x80 + index).filter((byte) =>
    /[\u0080-\u009f]/.test(decode(Uint8Array.of(byte)) ?? ''),
  );
  // WHATWG Encoding Standard, index windows-1252.
  expect(controls).toEqual([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
  for (const byte of controls) expect(decode(Uint8Array.of(byte))).toBe(String.fromCharCode(byte));
});

test.each([
  ['UTF-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['ASCII', 'utf-8'],
  ['Latin-1', 'windows-1252'],
  ['ISO_8859-1', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['UTF-16LE', 'utf-16le'],
  ['ISO-8859-15', 'iso-8859-15'],
  ['Shift_JIS', 'shift_jis'],
  ['utf-16', undefined],
  ['base64', undefined],
  ['hex', undefined],
  ['utf-7', undefined],
  ['binary', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
  ['', undefined],
  ['klingon', undefined],
])('an encoding called %j', (name, known) => {
  expect(knownEncoding(name)).toBe(known);
});

test('only supersets of ASCII that have one byte or no ASCII in their letters are scanned as they stand', () => {
  expect(['utf-8', 'windows-1252', 'utf-16le', 'shift_jis'].map(isScanned)).toEqual([true, true, false, false]);
});
