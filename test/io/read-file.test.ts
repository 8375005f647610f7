import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LARGEST_FILE, readFileText } from '../../src/io/read-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a file comes as text with the hash of its bytes', () => {
  const bytes = Buffer.from('a: ä😀\n');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(readFileText(written('good.yaml', bytes))).toEqual({ ok: true, text: 'a: ä😀\n', sha256 });
});

test('a byte order mark is no part of the text', () => {
  expect(readFileText(written('bom.yaml', '\ufeffa: b'))).toMatchObject({ ok: true, text: 'a: b' });
});

test('a missing file, also below a file', () => {
  expect(readFileText(join(folder, 'nowhere'))).toEqual({ ok: false, fault: { kind: 'missing' } });
  expect(readFileText(join(written('plain', ''), 'x'))).toEqual({ ok: false, fault: { kind: 'missing' } });
});

test('a folder', () => {
  mkdirSync(join(folder, 'inner'));
  expect(readFileText(join(folder, 'inner'))).toEqual({ ok: false, fault: { kind: 'directory' } });
});

test('a file of the largest size is read, one byte more is not', () => {
  expect(readFileText(written('largest', 'x'.repeat(LARGEST_FILE))).ok).toBe(true);
  expect(readFileText(written('larger', 'x'.repeat(LARGEST_FILE + 1)))).toEqual({
    ok: false,
    fault: { kind: 'too-large', limit: LARGEST_FILE },
  });
});

test('a device without an end is read no further than the limit', () => {
  expect(readFileText('/dev/zero')).toEqual({ ok: false, fault: { kind: 'too-large', limit: LARGEST_FILE } });
});

test.each([
  ['a lone continuation byte', [0x61, 0x80, 0x62], 1],
  ['Windows-1252', [0x61, 0x62, 0xe4, 0x62], 3], // ä as one byte; the byte after it cannot follow
  ['an overlong form', [0xc0, 0xaf], 0],
  ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 2],
  ['a sequence cut off by the end', [0x61, 0xf0, 0x9f], 3],
  ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 0],
])('%s is a fault with the place where UTF-8 ends', (_what, bytes, offset) => {
  expect(readFileText(written('wrong', Uint8Array.from(bytes)))).toEqual({
    ok: false,
    fault: { kind: 'not-utf8', offset },
  });
});
