import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { childProgram } from './child-programs.ts';

const OPENERS = 20;
const folder = mkdtempSync(join(tmpdir(), 'intakeline-race-'));

interface Opener {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly next: () => Promise<string>;
}

let openers: readonly Opener[] = [];

beforeAll(async () => {
  mkdirSync(join(folder, 'state'), { mode: 0o700 });
  const program = await childProgram('open-when-told', folder);
  openers = Array.from({ length: OPENERS }, () => {
    const child = spawn(process.execPath, [program, join(folder, 'state')], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, next: async () => String((await lines.next()).value) };
  });
  expect(await Promise.all(openers.map(({ next }) => next()))).toEqual(openers.map(() => 'ready'));
});

afterAll(() => {
  for (const opener of openers) opener.child.stdin.end();
  rmSync(folder, { recursive: true });
});

/** What each opener makes of a line that all are given at once. */
function tell(line: string): Promise<readonly string[]> {
  for (const opener of openers) opener.child.stdin.write(`${line}\n`);
  return Promise.all(openers.map(({ next }) => next()));
}

const ended = `${spawnSync(process.execPath, ['--version']).pid}@${hostname()}`;
/** Ends of ids, one for each time that they race. */
const ROUNDS = [...'23456789bc'];

test.each([
  ['that nobody holds', 'g', []],
  ['of a process that has ended', 'h', [['lock-1', ended]]],
  [
    'of which several were left behind',
    'k',
    [
      ['lock-1', ''],
      ['lock-2', ended],
      ['lock-5', ended],
    ],
  ],
] as const)('of twenty processes that want a lock %s, exactly one gets it', async (_, letter, locks) => {
  for (const round of ROUNDS) {
    const id = `1122-7b${letter}${round}`;
    writeFileSync(join(folder, 'state', `${id}.jsonl`), '{}\n');
    for (const [suffix, text] of locks) writeFileSync(join(folder, 'state', `${id}.${suffix}`), text);
    const results = await tell(id);
    expect([...results].sort()).toEqual([...Array.from({ length: OPENERS - 1 }, () => 'in-use'), 'opened']);
    await tell('close');
    expect(readdirSync(join(folder, 'state')).filter((file) => file.startsWith(`${id}.`))).toEqual([`${id}.jsonl`]);
  }
});
