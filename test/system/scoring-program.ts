/** The built program scoring, to be killed while it does. */

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { generateExport } from '../bench/generate-export.ts';
import { intakeExport } from '../bench/generate-export-intakes.ts';
import { PROGRAM, SMALL_POLICY } from '../cli/program-path.ts';
import { SURROUNDINGS } from '../cli/run-program.ts';

/** What makes scoring the generated export as fast as it can be. */
export const OPTIONS = ['--mapping', `${process.cwd()}/test/bench/benchmark-mapping.yaml`, '--policy', SMALL_POLICY];

export interface ScoringEnd {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

export interface Scoring {
  readonly child: ChildProcess;
  readonly ended: Promise<ScoringEnd>;
}

/** Starts scoring in a folder. Standard output is a pipe that nobody reads until somebody does. */
export function startScoring(folder: string, args: readonly string[]): Scoring {
  const child = spawn(process.execPath, [PROGRAM, 'score', ...OPTIONS, ...args], { cwd: folder, env: SURROUNDINGS });
  let stderr = '';
  child.stdin.on('error', () => {}); // a program that has stopped reading
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<ScoringEnd>((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal, stderr }));
  });
  return { child, ended };
}

/** Writes a generated export of so many rows. */
export function writeExport(path: string, rows: number): void {
  const file = openSync(path, 'w');
  for (const block of generateExport(intakeExport({ lineEndsInNotes: false }), { rows, seed: 7 }))
    writeSync(file, block);
  closeSync(file);
}

/** Names of the files of a folder, the hidden ones too. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).sort();
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
