import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { LARGEST_JOURNAL } from '../../src/io/largest-journal.ts';
import { lineWriter } from '../../src/io/line-writer.ts';
import { childProgram } from './child-programs.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, fdatasyncSync: vi.fn(real.fdatasyncSync), writeSync: vi.fn(real.writeSync) };
});

const folder = mkdtempSync(join(tmpdir(), 'intakeline-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

let path = '';
let count = 0;
beforeEach(() => {
  count += 1;
  path = join(folder, `lines-${count}`);
  vi.clearAllMocks();
});

const opened = (): number => openSync(path, 'a+');
const writerOf = (lines = '') => lineWriter({ path, file: opened(), lines: Buffer.from(lines) });
const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};

test('lines stand one after the other, each flushed when it is acknowledged', () => {
  const writer = writerOf();
  expect(writer.append('one\n')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('one\n');
  expect(fs.fdatasyncSync).toHaveBeenCalledTimes(1);
  expect(writer.append('two: \u00e4\n')).toBeUndefined();
  expect(writer.append('three\n')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo: \u00e4\nthree\n');
  expect(fs.fdatasyncSync).toHaveBeenCalledTimes(3);
  writer.close();
});

test('what stands behind the whole lines is cut off with the first line and not before', () => {
  writeFileSync(path, 'one\ntorn');
  const writer = writerOf('one\n');
  expect(readFileSync(path, 'utf8')).toBe('one\ntorn');
  expect(writer.append('two\n')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  writer.close();
});

test('a write that takes only a part goes on with the rest', () => {
  const real = fs.writeSync;
  vi.mocked(fs.writeSync).mockImplementationOnce(((file: number, bytes: Uint8Array) =>
    real(file, bytes.subarray(0, 3))) as never);
  const writer = writerOf();
  expect(writer.append('a longer line\n')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('a longer line\n');
  writer.close();
});

test('after a flush that failed, everything since is written again with the next line, once', () => {
  const writer = writerOf();
  expect(writer.append('one\n')).toBeUndefined();
  vi.mocked(fs.fdatasyncSync).mockImplementationOnce(failing('EIO'));
  expect(writer.append('two\n')).toEqual({ kind: 'failed', cause: 'EIO' });
  expect(readFileSync(path, 'utf8')).toBe('one\n');
  vi.mocked(fs.writeSync).mockImplementationOnce(failing('ENOSPC'));
  expect(writer.append('three\n')).toEqual({ kind: 'failed', cause: 'ENOSPC' });
  expect(writer.append('four\n')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nthree\nfour\n');
  writer.close();
});

test('with nothing new to say, what waits is tried again', () => {
  const writer = writerOf();
  vi.mocked(fs.writeSync).mockImplementationOnce(failing('ENOSPC'));
  expect(writer.append('one\n')).toEqual({ kind: 'failed', cause: 'ENOSPC' });
  expect(writer.append('')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('one\n');
  writer.close();
});

test.runIf(fs.existsSync('/dev/full'))('a full device is a fault each time and nothing is thrown', () => {
  const writer = lineWriter({ path: '/dev/full', file: openSync('/dev/full', 'a'), lines: Buffer.alloc(0) });
  expect(writer.append('one\n')).toEqual({ kind: 'failed', cause: 'ENOSPC' });
  expect(writer.append('two\n')).toEqual({ kind: 'failed', cause: 'ENOSPC' });
  writer.close();
});

/** What may happen to a file while it is written. */
const MISHAPS: Readonly<Record<string, () => void>> = {
  'cut off altogether': () => truncateSync(path, 0),
  'cut short within a line': () => truncateSync(path, 6),
  deleted: () => rmSync(path),
  'moved elsewhere': () => renameSync(path, `${path}-moved`),
  'added to': () => appendFileSync(path, 'junk\n'),
};

test.each(Object.keys(MISHAPS))(
  'a file that is %s holds every line again after the next one, and its owner alone reads it',
  (what) => {
    path = join(folder, `folder-${count}`, 'lines');
    mkdirSync(dirname(path));
    writeFileSync(path, 'zero\n', { mode: 0o600 });
    const writer = writerOf('zero\n');
    expect(writer.append('one: \u00e4\n')).toBeUndefined();
    MISHAPS[what]?.();
    expect(writer.append('two\n')).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('zero\none: \u00e4\ntwo\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(writer.append('three\n')).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('zero\none: \u00e4\ntwo\nthree\n');
    writer.close();
  },
);

test.each(['file', 'link'])(
  'a %s that somebody put in its place is left alone, and that is a fault until it is gone',
  (what) => {
    const other = join(folder, `other-${count}`);
    writeFileSync(other, 'of somebody else\n');
    const writer = writerOf();
    expect(writer.append('one\n')).toBeUndefined();
    rmSync(path);
    if (what === 'link') symlinkSync(other, path);
    else renameSync(other, path);
    expect(writer.append('two\n')).toEqual({ kind: 'lost', why: 'replaced' });
    expect(readFileSync(path, 'utf8')).toBe('of somebody else\n');
    rmSync(path);
    expect(writer.append('')).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
    writer.close();
  },
);

test('a file that was deleted with its folder is lost until there is one again', () => {
  path = join(folder, `folder-${count}`, 'lines');
  mkdirSync(dirname(path));
  const writer = writerOf();
  rmSync(dirname(path), { recursive: true });
  expect(writer.append('one\n')).toEqual({ kind: 'lost', why: 'deleted' });
  expect(existsSync(dirname(path))).toBe(false); // another disk may lie there now
  mkdirSync(dirname(path));
  expect(writer.append('')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('one\n');
  writer.close();
});

test('what was missing and could not be flushed is cut off and written again', () => {
  const writer = writerOf();
  expect(writer.append('one\n')).toBeUndefined();
  truncateSync(path, 2);
  vi.mocked(fs.fdatasyncSync).mockImplementationOnce(failing('EIO'));
  expect(writer.append('two\n')).toEqual({ kind: 'failed', cause: 'EIO' });
  expect(readFileSync(path, 'utf8')).toBe('on');
  expect(writer.append('three\n')).toBeUndefined();
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nthree\n');
  writer.close();
});

test('a file never grows beyond what is read back', () => {
  const writer = writerOf();
  expect(writer.append('one\n')).toBeUndefined();
  expect(writer.append(`${'x'.repeat(LARGEST_JOURNAL)}\n`)).toEqual({ kind: 'too-large', limit: LARGEST_JOURNAL });
  expect(readFileSync(path, 'utf8')).toBe('one\n');
  writer.close();
});

test('once closed, nothing is written, least of all into a file that was opened since', () => {
  const file = opened();
  const writer = lineWriter({ path, file, lines: Buffer.alloc(0) });
  writer.close();
  writer.close();
  const other = openSync(join(folder, 'other'), 'a+');
  expect(other).toBe(file); // the system gives the number away again
  expect(writer.append('one\n')).toEqual({ kind: 'failed', cause: 'EBADF' });
  expect(readFileSync(join(folder, 'other'), 'utf8')).toBe('');
  writer.close();
  closeSync(other); // throws if the second close had closed it
});

test('where the space ends within a line, no half line stays; with space again, nothing is missing', async () => {
  const program = await childProgram('fill-up', folder);
  const state = mkdtempSync(join(folder, 'state-'));
  const limited = `trap '' XFSZ; ulimit -S -f 1; exec '${process.execPath}' '${program}' '${state}'`; // 1024 bytes a file
  const { stdout, stderr } = spawnSync('bash', ['-c', limited], { encoding: 'utf8' });
  expect(stderr).toBe('');
  const went = JSON.parse(stdout);
  expect(went).toMatchObject({
    fault: { kind: 'failed', cause: 'EFBIG' },
    again: { kind: 'failed', cause: 'EFBIG' },
    whenFull: went.failedAt, // entries 0 to failedAt - 1
    later: null,
  });
  const lines = readFileSync(went.path, 'utf8').trimEnd().split('\n');
  const numbers = lines.map((line) => JSON.parse(line).n);
  expect(numbers).toEqual(Array.from({ length: went.failedAt + 3 }, (_, index) => index));
});
