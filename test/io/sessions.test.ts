import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSessionId, newSessionId } from '../../src/io/session-id.ts';
import {
  createSession,
  eraseSession,
  listSessions,
  openSession,
  readSession,
  type Session,
} from '../../src/io/sessions.ts';

const FIRST = '{"first":"line"}\n';
const ID = '1122-7f3k';

let base = '';
let folder = '';
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'intakeline-sessions-'));
  folder = join(base, 'state', 'intakeline');
});
afterEach(() => rmSync(base, { recursive: true }));

/** The session that must have been opened. */
function good(session: ReturnType<typeof openSession>): Session {
  if (!session.ok) throw new Error(JSON.stringify(session.fault));
  return session;
}

function saved(text: string, id = ID): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${id}.jsonl`);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

const faultOf = (opened: { readonly ok: boolean; readonly fault?: unknown }): unknown => opened.fault;

test('a session is one file in a folder, and both are their owner\u2019s alone', () => {
  const session = good(createSession(folder, (id) => `{"id":"${id}"}\n`));
  expect(isSessionId(session.id)).toBe(true);
  expect(session.path).toBe(join(folder, `${session.id}.jsonl`));
  expect(session.text).toBe(`{"id":"${session.id}"}\n`);
  expect(readFileSync(session.path, 'utf8')).toBe(session.text);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(base, 'state')).mode & 0o777).toBe(0o700);
  expect(statSync(session.path).mode & 0o777).toBe(0o600);
  session.close();
  expect(readdirSync(folder)).toEqual([`${session.id}.jsonl`]);
});

test('what is appended is there at once, and whoever opens the session next goes on behind it', () => {
  const session = good(createSession(folder, () => FIRST));
  expect(session.append('{"n":1}\n')).toBeUndefined();
  expect(readSession(folder, session.id)).toEqual({ ok: true, text: `${FIRST}{"n":1}\n`, torn: false });
  session.close();
  const again = good(openSession(folder, session.id));
  expect(again).toMatchObject({ text: `${FIRST}{"n":1}\n`, torn: false, id: session.id, path: session.path });
  expect(again.append('{"n":2}\n')).toBeUndefined();
  again.close();
  expect(readFileSync(session.path, 'utf8')).toBe(`${FIRST}{"n":1}\n{"n":2}\n`);
});

test('an open session cannot be opened or erased, only read', () => {
  const session = good(createSession(folder, () => FIRST));
  expect(faultOf(openSession(folder, session.id))).toMatchObject({ kind: 'in-use', pid: process.pid });
  expect(faultOf(eraseSession(folder, session.id))).toMatchObject({ kind: 'in-use', pid: process.pid });
  expect(readSession(folder, session.id).ok).toBe(true);
  session.close();
  session.close();
  const again = good(openSession(folder, session.id));
  session.close(); // closing once more does not give back what is no longer ours
  expect(faultOf(openSession(folder, session.id))).toMatchObject({ kind: 'in-use' });
  again.close();
});

test('wherever the last line was cut off, the others are kept and the next one takes its place', () => {
  const kept = `${FIRST}{"n":1}\n`;
  const last = '{"n":2,"text":"\u00e4\u{1f4de}"}\n';
  const bytes = Buffer.from(kept + last);
  const path = saved('');
  for (let length = Buffer.byteLength(kept) + 1; length < bytes.length; length += 1) {
    writeFileSync(path, bytes.subarray(0, length));
    expect(readSession(folder, ID)).toEqual({ ok: true, text: kept, torn: true });
    const looked = good(openSession(folder, ID));
    looked.close();
    expect(readFileSync(path)).toEqual(bytes.subarray(0, length)); // looking changes nothing
    const session = good(openSession(folder, ID));
    expect([session.text, session.torn]).toEqual([kept, true]);
    expect(session.append('{"n":2}\n')).toBeUndefined();
    session.close();
    expect(readFileSync(path, 'utf8')).toBe(`${kept}{"n":2}\n`);
  }
});

test.each([
  ['zeros', '\0\0\0\0'],
  ['zeros and a line end', '\0\0\0\0\n'],
  ['an empty line', '\n'],
  ['half a line and a line end', '{"n":1,"tex\n'],
])('%s at the end are cut off before the next line', (_, end) => {
  const path = saved(FIRST + end);
  const session = good(openSession(folder, ID));
  expect([session.text, session.torn]).toEqual([FIRST, true]);
  session.append('{"n":1}\n');
  session.close();
  expect(readFileSync(path, 'utf8')).toBe(`${FIRST}{"n":1}\n`);
});

test('only the end is ever cut off', () => {
  const text = `${FIRST}broken\n{"n":2}\n`;
  const path = saved(text);
  const session = good(openSession(folder, ID));
  expect([session.text, session.torn]).toEqual([text, false]);
  session.append('{"n":3}\n');
  session.close();
  expect(readFileSync(path, 'utf8')).toBe(`${text}{"n":3}\n`);
});

test.each([
  '',
  '../x',
  '..',
  '/etc/passwd',
  `${ID}/../${ID}`,
  `${ID}\0`,
  `${ID}\n`,
  ID.toUpperCase(),
  '1122-7f3o',
  '1122-7f3',
  '1122-7f3kk',
  'CON',
  'x'.repeat(300),
])('%j is no id and becomes part of no path', (id) => {
  saved(FIRST);
  const before = readdirSync(base, { recursive: true });
  expect(faultOf(openSession(folder, id))).toEqual({ kind: 'wrong-id' });
  expect(faultOf(readSession(folder, id))).toEqual({ kind: 'wrong-id' });
  expect(faultOf(eraseSession(folder, id))).toEqual({ kind: 'wrong-id' });
  expect(readdirSync(base, { recursive: true })).toEqual(before);
});

test('new ids are ids of today, and rarely the same', () => {
  const ids = Array.from({ length: 200 }, newSessionId);
  expect(ids.filter((id) => !isSessionId(id))).toEqual([]);
  expect(new Set(ids).size).toBeGreaterThan(190); // 200 of 614,656: two equal ones once in 31 runs
});

test('a session that is not there is missing, with or without a folder', () => {
  for (const make of [false, true]) {
    if (make) saved(FIRST, '1122-bbbb');
    expect(faultOf(openSession(folder, ID))).toEqual({ kind: 'missing' });
    expect(faultOf(readSession(folder, ID))).toEqual({ kind: 'missing' });
    expect(faultOf(eraseSession(folder, ID))).toEqual({ kind: 'missing' });
  }
  expect(readdirSync(folder)).toEqual(['1122-bbbb.jsonl']);
});

test.each([
  ['a symbolic link', (path: string) => symlinkSync(join(base, 'precious'), path)],
  ['a folder', (path: string) => mkdirSync(path)],
  ['a pipe that nobody writes into', (path: string) => void execFileSync('mkfifo', [path])],
])('%s in the place of a session is neither followed nor waited for', (_, put) => {
  writeFileSync(join(base, 'precious'), `${FIRST}torn`);
  rmSync(saved(FIRST));
  put(join(folder, `${ID}.jsonl`));
  expect(faultOf(openSession(folder, ID))).toEqual({ kind: 'not-a-file' });
  expect(faultOf(readSession(folder, ID))).toEqual({ kind: 'not-a-file' });
  const list = listSessions(folder);
  expect(list.ok && list.sessions.map(({ journal }) => faultOf(journal))).toEqual([{ kind: 'not-a-file' }]);
  expect(readdirSync(folder)).toEqual([`${ID}.jsonl`]);
  expect(readFileSync(join(base, 'precious'), 'utf8')).toBe(`${FIRST}torn`);
});

test('a session that others could read is taken from them', () => {
  const path = saved(FIRST);
  chmodSync(path, 0o644);
  chmodSync(folder, 0o755);
  good(openSession(folder, ID)).close();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('bytes that are no text are named by their line, and a file without end is not read', () => {
  writeFileSync(
    saved(FIRST),
    Buffer.concat([Buffer.from(FIRST), Buffer.from([0x22, 0xff, 0x22, 0x0a]), Buffer.from('{}\n')]),
  );
  expect(faultOf(openSession(folder, ID))).toEqual({ kind: 'not-utf8', line: 2 });
  truncateSync(join(folder, `${ID}.jsonl`), 3 * 1024 * 1024);
  expect(faultOf(openSession(folder, ID))).toEqual({ kind: 'too-large', limit: 2 * 1024 * 1024 });
  expect(readdirSync(folder)).toEqual([`${ID}.jsonl`]);
});

test('the list names every session with its size and time, damaged ones too, and nothing else', () => {
  utimesSync(saved(FIRST, '1122-bbbb'), 1_000_000, 1_000_000.5);
  saved(`${FIRST}{"n":1}\ntorn`, '1121-cccc');
  saved('', '1123-dddd');
  writeFileSync(join(folder, 'notes.jsonl'), FIRST);
  writeFileSync(join(folder, '1122-bbbb.lock-1'), '');
  const list = listSessions(folder);
  if (!list.ok) throw new Error('no list');
  expect(list.sessions.map(({ id, size, journal }) => [id, size, journal.ok && [journal.text, journal.torn]])).toEqual([
    ['1121-cccc', 29, [`${FIRST}{"n":1}\n`, true]],
    ['1122-bbbb', 17, [FIRST, false]],
    ['1123-dddd', 0, ['', false]],
  ]);
  expect(list.sessions[1]).toMatchObject({ modifiedAt: 1_000_000_500, path: join(folder, '1122-bbbb.jsonl') });
});

test('where no call was ever saved, the list is empty and no folder is made', () => {
  expect(listSessions(folder)).toEqual({ ok: true, folder, sessions: [] });
  expect(existsSync(folder)).toBe(false);
});

test('an erased session leaves nothing behind', () => {
  const path = saved(FIRST);
  saved(FIRST, '1122-bbbb');
  expect(eraseSession(folder, ID)).toEqual({ ok: true, otherNames: 0 });
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(folder)).toEqual(['1122-bbbb.jsonl']);
  expect(faultOf(eraseSession(folder, ID))).toEqual({ kind: 'missing' });
});

test('a folder that cannot be made is a fault', () => {
  writeFileSync(join(base, 'state'), 'a file in the way');
  expect(faultOf(createSession(folder, () => FIRST))).toEqual({ kind: 'failed', cause: 'ENOTDIR' });
});

/** Does something as somebody whom file modes bind: nothing is forbidden to the superuser. */
function unprivileged(work: () => void): void {
  const isSuperuser = process.geteuid?.() === 0;
  if (isSuperuser) {
    chownSync(folder, 65534, 65534);
    process.seteuid?.(65534);
  }
  try {
    work();
  } finally {
    if (isSuperuser) process.seteuid?.(0);
  }
}

test('a folder in which nothing may be written is a fault', () => {
  saved(FIRST);
  chmodSync(folder, 0o500);
  unprivileged(() => {
    expect(faultOf(createSession(folder, () => FIRST))).toEqual({ kind: 'failed', cause: 'EACCES' });
    expect(faultOf(openSession(folder, ID))).toEqual({ kind: 'failed', cause: 'EACCES' });
  });
  chmodSync(folder, 0o700);
});

test('an erased session whose file has another name elsewhere is not gone, and that is told', () => {
  linkSync(saved(FIRST), join(base, 'copy'));
  expect(eraseSession(folder, ID)).toEqual({ ok: true, otherNames: 1 });
  expect(readdirSync(folder)).toEqual([]);
  expect(readFileSync(join(base, 'copy'), 'utf8')).toBe(FIRST);
});

test('where nobody knows the folder, that is the fault', () => {
  const results = [createSession(undefined, () => FIRST), openSession(undefined, ID), readSession(undefined, ID)];
  for (const result of [...results, listSessions(undefined), eraseSession(undefined, ID)])
    expect(result).toEqual({ ok: false, fault: { kind: 'no-home' } });
});

test('a session belongs to its owner whatever the mask of the system takes away', () => {
  const before = process.umask(0o777);
  const session = createSession(folder, () => FIRST);
  process.umask(before);
  expect(statSync(good(session).path).mode & 0o777).toBe(0o600);
});
