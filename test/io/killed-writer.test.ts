import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { headerLine } from '../../src/interview/journal.ts';
import { readJournal } from '../../src/interview/read-journal.ts';
import { createSession, openSession, readSession } from '../../src/io/sessions.ts';
import { HEADER } from '../interview/journals.ts';
import { childProgram } from './child-programs.ts';

/** Three calls at once, each killed ten times. */
const CALLS = [0, 1, 2];
const KILLS = 10;
const folder = mkdtempSync(join(tmpdir(), 'intakeline-killed-'));
const state = join(folder, 'state');
afterAll(() => rmSync(folder, { recursive: true }));

/** The entries of the journal as it is on disk, in which nothing may be wrong. */
function entriesOf(id: string): readonly { readonly n: number }[] {
  const saved = readSession(state, id);
  if (!saved.ok) throw new Error(saved.fault.kind);
  const reading = readJournal(saved.text, 'call.jsonl');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value.entries;
}

/** Lets a process go on with a session and kills it at any moment; the last number that it said was saved. */
async function writeUntilKilled(program: string, id: string, written: number): Promise<number> {
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, [program, state, id, String(written)], { stdio: [...stdio] });
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * 15);
    said += text;
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  return Number(said.trimEnd().split('\n').at(-1));
}

async function killOverAndOver(program: string): Promise<void> {
  const begun = createSession(state, (id) => headerLine({ ...HEADER, id }));
  if (!begun.ok) throw new Error(begun.fault.kind);
  begun.close();
  for (let kill = 0, written = 0; kill < KILLS; kill += 1) {
    const acknowledged = await writeUntilKilled(program, begun.id, written);
    expect(acknowledged).toBeGreaterThan(written);
    const entries = entriesOf(begun.id);
    expect(entries.map(({ n }) => n)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.length).toBeGreaterThanOrEqual(acknowledged);
    expect(entries.length).toBeLessThanOrEqual(acknowledged + 1); // on disk, and killed before it could say so
    written = entries.length;
  }
  const last = openSession(state, begun.id);
  expect(last.ok).toBe(true);
  if (last.ok) last.close();
}

test('a writer killed at any moment leaves every line that it was told is saved, and the next one goes on', async () => {
  const program = await childProgram('write-until-killed', folder);
  await Promise.all(CALLS.map(() => killOverAndOver(program)));
  expect(readdirSync(state).filter((name) => !name.endsWith('.jsonl'))).toEqual([]);
}, 30_000);
