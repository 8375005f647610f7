import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { BrokenInput, type InputFault } from '../../src/io/broken-input.ts';
import { prefixed, readFully } from '../../src/io/byte-source.ts';
import { type OpenInput, openInput, sizeOf } from '../../src/io/open-input.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-input-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function fileWith(content: string | Uint8Array): string {
  const path = join(folder, `file-${++count}`);
  writeFileSync(path, content);
  return path;
}

/** Text that gzip cannot make much smaller, so that its packed form is long enough to be cut and damaged. */
const LONG = Array.from({ length: 300_000 }, (_, index) => ((index * 2_654_435_761) >>> 7).toString(36)).join('\n');

async function readAll({ source }: OpenInput, piece = 1 << 16): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const into = new Uint8Array(piece);
  for (let read = await source.read(into); read > 0; read = await source.read(into)) {
    chunks.push(Buffer.from(into.subarray(0, read)));
  }
  source.close();
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

test.each([1, 7, 1 << 16, 1 << 20])('a file gives its bytes, %d at a time', async (piece) => {
  const text = LONG.slice(0, piece < 10 ? 500 : LONG.length);
  expect((await readAll(await openInput(fileWith(text)), piece)).toString()).toBe(text);
});

test('a source knows how many bytes of its file it has read, and how many there are', async () => {
  const { source } = await openInput(fileWith('0123456789'));
  expect(source.size).toBe(10);
  await source.read(new Uint8Array(4));
  expect(source.taken()).toBeGreaterThanOrEqual(2);
  await readFully(source, new Uint8Array(100));
  expect(source.taken()).toBe(10);
  source.close();
  source.close();
});

test.each(['', 'a', '\u001f', 'ab'])(
  'a file that is too short to be packed is read as it stands (%j)',
  async (text) => {
    const input = await openInput(fileWith(text));
    expect([input.isPacked, (await readAll(input)).toString()]).toEqual([false, text]);
  },
);

test('what is not there, a folder, and a file below a file are faults that say so', async () => {
  mkdirSync(join(folder, 'folder'));
  expect(await faultOf(openInput(join(folder, 'nothing')))).toEqual({ kind: 'missing' });
  expect(await faultOf(openInput(join(fileWith('a'), 'below')))).toEqual({ kind: 'missing' });
  expect(await faultOf(openInput(join(folder, 'folder')))).toEqual({ kind: 'directory' });
});

test('a link that leads to itself cannot be opened', async () => {
  const path = join(folder, 'loop');
  symlinkSync(path, path);
  expect(await faultOf(openInput(path))).toEqual({ kind: 'unreadable', cause: 'ELOOP' });
});

test('an error of the system half-way says how far reading came', async () => {
  const fault = await faultOf(openInput('/proc/self/mem')); // nothing is mapped at its first byte
  expect(fault).toEqual({ kind: 'cut-short', cause: 'EIO', offset: 0 });
});

test.each([
  ['shorter', (path: string) => truncateSync(path, 1000)],
  ['longer', (path: string) => appendFileSync(path, 'more')],
  ['another', (path: string) => writeFileSync(path, LONG.toUpperCase())],
])('a file that becomes %s while it is read is a fault', async (_, change) => {
  const path = fileWith(LONG);
  const input = await openInput(path);
  await input.source.read(new Uint8Array(100));
  await new Promise((resolve) => setTimeout(resolve, 20)); // so that the clock of the file system goes on
  change(path);
  expect(await faultOf(readAll(input))).toEqual({ kind: 'changed' });
});

test('gzip is unpacked, whatever the file is called, and in several members', async () => {
  const packed = gzipSync(LONG);
  const input = await openInput(fileWith(Buffer.concat([packed, packed])));
  expect(input.isPacked).toBe(true);
  expect((await readAll(input)).toString()).toBe(LONG + LONG);
});

test('gzip that ends too early is a fault with its place, wherever it is cut', async () => {
  const packed = gzipSync(LONG);
  for (const length of [2, 5, 9, 100, packed.length >> 1, packed.length - 9, packed.length - 1]) {
    const fault = await faultOf(openInput(fileWith(packed.subarray(0, length))).then(readAll));
    expect(fault).toMatchObject({ kind: 'gzip', what: 'truncated' });
    expect(fault).toHaveProperty('offset', length);
  }
});

test('zeros that fill the last block behind gzip are no part of it', async () => {
  for (const length of [1, 100, 1 << 18, 2_000_000]) {
    for (const text of [LONG, 'short', '']) {
      const packed = Buffer.concat([gzipSync(text), gzipSync(text), Buffer.alloc(length)]);
      expect((await readAll(await openInput(fileWith(packed)))).toString()).toBe(text + text);
    }
  }
  const cut = Buffer.concat([gzipSync(LONG).subarray(0, -8), Buffer.alloc(1000)]);
  expect(await faultOf(openInput(fileWith(cut)).then(readAll))).toMatchObject({ kind: 'gzip', what: 'damaged' });
});

test('damaged gzip is a fault, and so is whatever follows its end', async () => {
  const packed = gzipSync(LONG);
  const damaged = Buffer.from(packed);
  damaged.fill(0x55, 1000, 1100);
  expect(await faultOf(openInput(fileWith(damaged)).then(readAll))).toMatchObject({ kind: 'gzip', what: 'damaged' });
  const sum = Buffer.from(packed);
  sum[sum.length - 6] = (sum[sum.length - 6] ?? 0) ^ 1;
  expect(await faultOf(openInput(fileWith(sum)).then(readAll))).toMatchObject({ kind: 'gzip', what: 'damaged' });
  const filled = Buffer.concat([Buffer.alloc(600_000), packed]);
  for (const behind of [filled, Buffer.from('garbage'.repeat(100_000)), Buffer.from('xx'), Buffer.from([0, 0, 1])]) {
    for (const before of [packed, gzipSync('short'), Buffer.concat([packed, packed])]) {
      const fault = await faultOf(openInput(fileWith(Buffer.concat([before, behind]))).then(readAll));
      expect(fault).toEqual({ kind: 'gzip', what: 'trailing' });
    }
  }
});

test('a named pipe is read when somebody writes into it, packed or not', async () => {
  for (const content of [LONG, gzipSync(LONG)]) {
    const path = join(folder, `pipe-${++count}`);
    execFileSync('mkfifo', [path]);
    const opened = openInput(path);
    const writer = spawn('dd', [`of=${path}`, 'bs=64k'], { stdio: ['pipe', 'ignore', 'ignore'] });
    writer.stdin.end(content);
    const input = await opened;
    expect(input.source.size).toBeUndefined();
    expect((await readAll(input)).toString()).toBe(LONG);
  }
});

test('waiting for a pipe into which nobody writes can be broken off', async () => {
  const path = join(folder, 'silent');
  execFileSync('mkfifo', [path]);
  const aborter = new AbortController();
  const opening = faultOf(openInput(path, aborter.signal));
  setTimeout(() => aborter.abort(), 20);
  expect(await opening).toMatchObject({ kind: 'cut-short', offset: 0 });
});

test('a file can be closed while it is read, and again', async () => {
  const { source } = await openInput(fileWith(LONG));
  const reading = source.read(new Uint8Array(1 << 20));
  source.close();
  expect(await reading).toBeGreaterThan(0);
  expect(await source.read(new Uint8Array(100))).toBe(0);
  source.close();
  await new Promise((resolve) => setTimeout(resolve, 20)); // an error of closing would come now, and fail the run
});

test('the size is that of an ordinary file', () => {
  expect(sizeOf(fileWith('12345'))).toBe(5);
  expect(sizeOf('/dev/null')).toBeUndefined();
  expect(sizeOf(join(folder, 'nothing'))).toBeUndefined();
});

test('bytes that were looked at come back first', async () => {
  const { source } = await openInput(fileWith('abcdef'));
  const first = new Uint8Array(3);
  await readFully(source, first);
  const whole = new Uint8Array(6);
  expect(await readFully(prefixed(first, source), whole)).toBe(6);
  expect(Buffer.from(whole).toString()).toBe('abcdef');
  source.close();
});
