import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { createResultFile } from '../../src/io/result-file.ts';
import { BrokenOutput } from '../../src/io/result-sink.ts';

/** What the system says about a second name of a file, where it gives none. */
const noLinks = vi.hoisted(() => ({ cause: undefined as string | undefined }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const linkSync: typeof fs.linkSync = (from, to) => {
    if (noLinks.cause !== undefined) throw Object.assign(new Error(), { code: noLinks.cause });
    fs.linkSync(from, to);
  };
  return { ...fs, linkSync };
});

const root = mkdtempSync(join(tmpdir(), 'intakeline-result-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(root, 'case-'));
});

const bytes = (text: string): Uint8Array => Buffer.from(text);

test('under its name a result is complete or absent', async () => {
  const path = join(folder, 'result.csv');
  const file = createResultFile(path);
  expect(await file.write(bytes('one\n'))).toBe(true);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.intakeline-.*\.tmp$/)]);
  await file.write(bytes('two\n'));
  await file.flush();
  expect(readdirSync(folder)).not.toContain('result.csv');
  file.place();
  expect(readdirSync(folder)).toEqual(['result.csv']);
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
});

test('only its owner can read it, also in the place of a file that everybody could read', async () => {
  const path = join(folder, 'result.csv');
  writeFileSync(path, 'before');
  chmodSync(path, 0o644);
  const file = createResultFile(path);
  await file.write(bytes('after'));
  await file.flush();
  file.place();
  expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['after', 0o600]);
});

test('what is discarded leaves nothing, and what stood there stays', async () => {
  const path = join(folder, 'result.csv');
  writeFileSync(path, 'before');
  const file = createResultFile(path);
  const writing = file.write(bytes('after'.repeat(1_000_000)));
  file.discard();
  file.discard();
  expect(readdirSync(folder)).toEqual(['result.csv']);
  await writing;
  expect(readdirSync(folder)).toEqual(['result.csv']);
  expect(readFileSync(path, 'utf8')).toBe('before');
});

test('discarding what is in its place leaves it there', async () => {
  const path = join(folder, 'result.csv');
  const file = createResultFile(path);
  await file.flush();
  file.place();
  file.discard();
  expect(readdirSync(folder)).toEqual(['result.csv']);
});

test('a file that must be new never takes the place of another', async () => {
  const taken = join(folder, 'taken');
  const free = join(folder, 'free');
  writeFileSync(taken, 'before');
  const file = createResultFile(taken);
  await file.write(bytes('mine'));
  await file.flush();
  expect(file.placeNew(taken)).toBe(false);
  expect(file.placeNew(free)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['free', 'taken']);
  expect([readFileSync(taken, 'utf8'), readFileSync(free, 'utf8')]).toEqual(['before', 'mine']);
});

test('a file that must be new is so where files cannot have a second name', async () => {
  for (const cause of ['EPERM', 'EOPNOTSUPP']) {
    const own = mkdtempSync(join(folder, 'case-'));
    const [taken, free] = [join(own, 'taken'), join(own, 'free')];
    writeFileSync(taken, 'before');
    const file = createResultFile(taken);
    await file.write(bytes('mine'));
    await file.flush();
    noLinks.cause = cause;
    expect([file.placeNew(taken), file.placeNew(free)]).toEqual([false, true]);
    noLinks.cause = undefined;
    expect(readdirSync(own).sort()).toEqual(['free', 'taken']);
    expect([readFileSync(taken, 'utf8'), readFileSync(free, 'utf8')]).toEqual(['before', 'mine']);
    expect(statSync(free).mode & 0o777).toBe(0o600);
  }
});

test.runIf(process.platform === 'linux')(
  'what is discarded is given back to the system, once nothing writes to it',
  async () => {
    const open = () =>
      readdirSync('/proc/self/fd').flatMap((number) => {
        try {
          return readlinkSync(`/proc/self/fd/${number}`).includes(folder) ? [number] : [];
        } catch {
          return []; // the one by which the folder was read
        }
      });
    const file = createResultFile(join(folder, 'result.csv'));
    expect(open()).toHaveLength(1);
    const writing = file.write(bytes('x'.repeat(1_000_000)));
    file.discard();
    await writing;
    await file.write(bytes('nowhere'));
    await vi.waitFor(() => expect(open()).toEqual([]));
    await file.flush();
  },
);

test('a folder that is not there is a fault with the path and the reason', () => {
  const path = join(folder, 'none', 'result.csv');
  expect(() => createResultFile(path)).toThrow(BrokenOutput);
  try {
    createResultFile(path);
  } catch (error) {
    expect(error).toMatchObject({ path, reason: 'ENOENT' });
  }
});
