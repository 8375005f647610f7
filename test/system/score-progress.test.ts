/** What a person sees of a long run on a terminal. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROGRAM } from '../cli/program-path.ts';
import { SURROUNDINGS } from '../cli/run-program.ts';
import { OPTIONS, writeExport } from './scoring-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-progress-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => writeExport(join(folder, 'in.csv'), 35_000));

/** What a terminal gets of a run of which both streams are the terminal, and which waits for its input for longer than it keeps quiet. */
function onTerminal(rest: string): string {
  const program = [process.execPath, PROGRAM, 'score', '-', ...OPTIONS].map((word) => `'${word}'`).join(' ');
  const line = `(head -c 1000000 in.csv; sleep 5; tail -c +1000001 in.csv) | ${program} ${rest}`;
  const env = { ...SURROUNDINGS, TERM: 'xterm' };
  const { status } = spawnSync('script', ['-qec', line, 'seen'], { cwd: folder, env, maxBuffer: 1 << 28 });
  expect(status).toBe(0);
  return readFileSync(join(folder, 'seen'), 'latin1');
}

const ERASE = '\r\u001b[K';

test('how far a run has come is shown, and taken away in the end', () => {
  const seen = onTerminal('--out out.csv');
  expect(seen).toMatch(/\d MB read, [\d,]+ rows, [\d,]+ rows\/s/);
  expect(seen.slice(seen.lastIndexOf(ERASE) + ERASE.length)).toMatch(/^(saved to|replaced) `out.csv`/);
});

test('where rows are printed on the terminal nothing stands among them', () => {
  const seen = onTerminal('');
  expect(seen).not.toContain('rows/s');
  expect(seen).not.toContain(ERASE);
});
