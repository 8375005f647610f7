import * as fs from 'node:fs';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSession, type Session } from '../../src/io/sessions.ts';

/** What chance gives, in place of chance: the same number four times makes one id. */
const drawn: number[] = [];

vi.mock('node:crypto', async (original) => ({
  ...(await original<typeof import('node:crypto')>()),
  randomInt: () => drawn.shift() ?? 0,
}));

vi.mock('../../src/io/clock.ts', () => ({ today: () => '2026-01-09' }));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, fdatasyncSync: vi.fn(real.fdatasyncSync) };
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intakeline-new-'));
  drawn.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const begin = (): ReturnType<typeof createSession> => createSession(folder, (id) => `{"id":"${id}"}\n`);

function good(session: ReturnType<typeof createSession>): Session {
  if (!session.ok) throw new Error(JSON.stringify(session.fault));
  return session;
}

test('an id is the day and four characters', () => {
  drawn.push(0, 8, 9, 27);
  const session = good(begin());
  expect(session.id).toBe('0109-2bcz');
  session.close();
});

test('an id that is taken is not used again, whether its call is open or not', () => {
  drawn.push(...[0, 0, 0, 0], ...[0, 0, 0, 0], ...[1, 1, 1, 1]);
  const open = good(begin());
  const next = good(begin());
  expect([open.id, next.id]).toEqual(['0109-2222', '0109-3333']);
  next.close();
  open.close();
  drawn.push(...[0, 0, 0, 0], ...[1, 1, 1, 1], ...[2, 2, 2, 2]);
  const third = good(begin());
  expect(third.id).toBe('0109-4444');
  third.close();
  expect(readFileSync(open.path, 'utf8')).toBe('{"id":"0109-2222"}\n');
});

test('where every id that is drawn is taken, the fault comes back instead of another file', () => {
  writeFileSync(join(folder, '0109-2222.jsonl'), 'somebody else\u2019s');
  expect(begin()).toEqual({ ok: false, fault: { kind: 'failed', cause: 'EEXIST' } });
  expect(readdirSync(folder)).toEqual(['0109-2222.jsonl']);
  expect(readFileSync(join(folder, '0109-2222.jsonl'), 'utf8')).toBe('somebody else\u2019s');
});

test('a session whose first line cannot be saved leaves neither file nor lock', () => {
  vi.mocked(fs.fdatasyncSync).mockImplementationOnce(() => {
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  });
  expect(begin()).toEqual({ ok: false, fault: { kind: 'failed', cause: 'EIO' } });
  expect(existsSync(folder) && readdirSync(folder)).toEqual([]);
});
