/**
 * Peak memory of `intakeline score` with two threads under intake-line, for files of 100 MB, 1 GB and 4 GB,
 * and what it does on a disk that is too small. `npm run bench -- score-memory`; ROWS=180000,720000 takes other files. Needs 12 GB below the folder for temporary files, and, for
 * the small disk, the right to mount.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MEGABYTE, MOST, scoreMeasured } from '../system/score-memory.ts';
import { startScoring, writeExport } from '../system/scoring-program.ts';

/** Rows of about 139 bytes. */
const FILES = (process.env['ROWS'] ?? '720000,7200000,28800000').split(',').map(Number);

const folder = mkdtempSync(join(tmpdir(), 'intakeline-score-memory-'));
try {
  console.log('rows | input MB | peak MB | s');
  const peaks: number[] = [];
  for (const rows of FILES) peaks.push(await measured(rows));
  console.log(await onSmallDisk());
  if (Math.max(...peaks) > MOST) throw new Error(`more than ${MOST / MEGABYTE} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Prints what a file of so many rows takes; its peak in bytes. */
async function measured(rows: number): Promise<number> {
  const input = join(folder, 'in.csv');
  writeExport(input, rows);
  const started = Date.now();
  const { peak, status, stderr } = await scoreMeasured(folder, input);
  const seconds = (Date.now() - started) / 1000;
  if (status !== 0 || !stderr.includes(`${rows.toLocaleString('en')} records in`))
    throw new Error(`not all rows: ${stderr}`);
  const size = statSync(input).size / MEGABYTE;
  console.log([rows, size.toFixed(0), (peak / MEGABYTE).toFixed(0), seconds.toFixed(1)].join(' | '));
  return peak;
}

/** A file system in memory that holds less than the result. */
async function onSmallDisk(): Promise<string> {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
  if (mounted.status !== 0) return 'a small disk: not tried, mounting one is not allowed here';
  try {
    const input = join(folder, 'in.csv');
    writeExport(input, 100_000);
    const { status, stderr } = await startScoring(folder, [input, '--out', 'disk/out.csv']).ended;
    const left = readdirSync(disk);
    if (status !== 2 || !stderr.includes('ENOSPC') || left.length > 0) throw new Error(`${status} ${left} ${stderr}`);
    return 'a small disk: status 2, ENOSPC said, nothing left';
  } finally {
    spawnSync('umount', [disk]);
  }
}
