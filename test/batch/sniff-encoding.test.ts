import { expect, test } from 'vitest';
import { sniffEncoding } from '../../src/batch/sniff-encoding.ts';
import { firstWrongUtf8, isUtf8SoFar } from '../../src/batch/valid-utf8.ts';
import { randomFrom } from '../questionnaires/random-callers.ts';
import { bytesOf } from './random-csv.ts';

const TEXT = 'id;größe\n1;zwölf\n';

test('a byte order mark says which encoding it is', () => {
  expect(sniffEncoding(bytesOf(`\ufeff${TEXT}`))).toEqual({ encoding: 'utf-8', mark: 3, by: 'mark' });
  expect(sniffEncoding(Buffer.from(`\ufeff${TEXT}`, 'utf16le'))).toEqual({ encoding: 'utf-16le', mark: 2, by: 'mark' });
  expect(sniffEncoding(Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16())).toEqual({
    encoding: 'utf-16be',
    mark: 2,
    by: 'mark',
  });
});

test('UTF-16 without a mark is known by its NULs', () => {
  expect(sniffEncoding(Buffer.from(TEXT, 'utf16le'))).toEqual({ encoding: 'utf-16le', mark: 0, by: 'nul-bytes' });
  expect(sniffEncoding(Buffer.from(TEXT, 'utf16le').swap16())).toEqual({
    encoding: 'utf-16be',
    mark: 0,
    by: 'nul-bytes',
  });
});

test('a few NULs are data', () => {
  expect(sniffEncoding(bytesOf('id,note\n1,a\0b\n2,\0\0\n'))).toEqual({ encoding: 'utf-8', mark: 0, by: 'ascii' });
});

test('characters beyond ASCII are UTF-8 or, where they cannot be, Windows-1252', () => {
  expect(sniffEncoding(bytesOf(TEXT))).toEqual({ encoding: 'utf-8', mark: 0, by: 'characters' });
  expect(sniffEncoding(Buffer.from(TEXT, 'latin1'))).toEqual({ encoding: 'windows-1252', mark: 0, by: 'not-utf-8' });
});

test('where all of a file was looked at, its end cuts no character off', () => {
  const bytes = Buffer.from('id;note\n1;café', 'latin1');
  expect(sniffEncoding(bytes, true)).toEqual({ encoding: 'windows-1252', mark: 0, by: 'not-utf-8' });
  expect(sniffEncoding(bytes, false).encoding).toBe('utf-8');
  expect(sniffEncoding(bytesOf(TEXT), true)).toEqual({ encoding: 'utf-8', mark: 0, by: 'characters' });
});

test('a character that is cut off by the end of what is looked at is no fault', () => {
  const bytes = bytesOf('id,日本語,😀');
  for (let end = 4; end <= bytes.length; end++) expect(sniffEncoding(bytes.subarray(0, end)).encoding).toBe('utf-8');
});

test('nothing is ASCII', () => {
  expect(sniffEncoding(bytesOf(''))).toEqual({ encoding: 'utf-8', mark: 0, by: 'ascii' });
});

/** The bytes at which a character's rules change. */
const EDGES = [
  0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef,
];
const LEADS = [...EDGES, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff];

test('UTF-8 is what the decoder of the platform takes for it', () => {
  const random = randomFrom(4);
  const strict = (bytes: Uint8Array, stream: boolean): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
      return true;
    } catch {
      return false;
    }
  };
  const seen = { good: 0, cut: 0, wrong: 0 };
  for (let round = 0; round < 8000; round++) {
    const length = 1 + Math.floor(random() * 5);
    const bytes = Uint8Array.from({ length }, (_, place) => {
      const among = place === 0 ? LEADS : EDGES;
      return among[Math.floor(random() * among.length)] ?? 0;
    });
    const isGood = strict(bytes, false);
    const isCut = !isGood && strict(bytes, true);
    seen[isGood ? 'good' : isCut ? 'cut' : 'wrong'] += 1;
    const found = [firstWrongUtf8(bytes) === undefined, isUtf8SoFar(bytes)];
    if (found[0] !== isGood || found[1] !== (isGood || isCut))
      expect({ bytes, found }).toEqual({ bytes, found: [isGood, isGood || isCut] });
  }
  expect(Math.min(seen.good, seen.cut, seen.wrong)).toBeGreaterThan(100);
});
