/**
 * Memory does not grow with the file, and with two threads stays under 200 MB, under the policy that people run. Larger files, and a
 * small disk: test/bench/score-memory.bench.ts.
 */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { MEGABYTE, MOST, scoreMeasured } from './score-memory.ts';
import { writeExport } from './scoring-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-memory-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function peakFor(rows: number): Promise<{ readonly size: number; readonly peak: number }> {
  const input = join(folder, `${rows}.csv`);
  writeExport(input, rows);
  const { peak, status } = await scoreMeasured(folder, input);
  expect(status).toBe(0);
  return { size: statSync(input).size, peak };
}

test('a file of 100 MB takes hardly more memory than one of a quarter', async () => {
  const small = await peakFor(185_000);
  const large = await peakFor(740_000);
  expect(large.size).toBeGreaterThan(100 * MEGABYTE);
  expect(small.size).toBeGreaterThan(25 * MEGABYTE);
  expect(large.peak / small.peak).toBeLessThan(1.2);
  expect(large.peak).toBeLessThan(MOST);
}, 300_000);
