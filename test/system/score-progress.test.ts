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

/** What a terminal gets of a run of which both streams are the terminal, and what it gets of the result in a file. */
function onTerminal(rest: string): string {
  const line = [process.execPath, PROGRAM, 'score', 'in.csv', ...OPTIONS].map((word) => `'${word}'`).join(' ');
  const env = { ...SURROUNDINGS, TERM: 'xterm' };
  const { status } = spawnSync('script', ['-qec', `${line} ${rest}`, 'seen'], { cwd: folder, env, maxBuffer: 1 << 28 });
  expect(status).toBe(0);
  return readFileSync(join(folder, 'seen'), 'latin1');
}

const ERASE = '\r\u001b[K';

test('how far a run has come is shown, and taken away in the end', () => {
  const seen = onTerminal('--out out.csv');
  expect(seen).toMatch(/\d+% of 5 MB, [\d,]+ rows, [\d,]+ rows\/s/);
  expect(seen.slice(seen.lastIndexOf(ERASE) + ERASE.length)).toMatch(/^(saved to|replaced) `out.csv`/);
});

test('where rows are printed on the terminal nothing stands among them', () => {
  const seen = onTerminal('');
  expect(seen).not.toContain('rows/s');
  expect(seen).not.toContain(ERASE);
});
