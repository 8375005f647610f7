/** That the fast scorer and the slow twin agree: bytes, rejects, and every count made anew from the twin's rows. */

import { expect } from 'vitest';
import type { RowResult } from '../../src/batch/row-result.ts';
import type { Counts, Tally } from '../../src/batch/tally.ts';
import type { Random } from '../questionnaires/random-callers.ts';
import type { FastResult } from './score-block.ts';
import type { TwinResult, TwinRow } from './slow-twin.ts';

/** Records put together into blocks, some of one record and some of many. */
export function blocksOf(records: readonly Uint8Array[], random: Random): readonly Uint8Array[] {
  const blocks: Uint8Array[][] = [[]];
  for (const record of records) {
    if (random() < 0.1) blocks.push([]);
    blocks.at(-1)?.push(record);
  }
  return blocks.filter((block) => block.length > 0).map((block) => Buffer.concat(block));
}

/** Expects the same of both. */
export function expectTwins(fast: FastResult, slow: TwinResult): void {
  expect(fast.output).toBe(slow.output);
  expect(fast.rejects).toEqual(slow.rejects);
  expect(fast).toMatchObject({ scored: slow.rows.length, blank: slow.blank, lines: slow.lines });
  expectCounted(fast.tally, slow);
}

/** Counts the rows of the twin anew, one number after the other. */
function expectCounted(tally: Tally, { rows, rejects, blank }: TwinResult): void {
  const safetyOpen = rows.filter(({ result }) => result.safetyOpen > 0 && result.lowest !== 'emergency').length;
  expect(tally).toMatchObject({ scored: rows.length, rejected: rejects.length, blank, safetyOpen });
  const results = (of: (result: RowResult) => readonly string[]) => rows.flatMap(({ result }) => of(result));
  const each = (of: (row: TwinRow) => readonly string[]) => rows.flatMap(of);
  const expected: Readonly<Record<keyof Tally, readonly string[]>> = {
    scored: [],
    rejected: [],
    blank: [],
    safetyOpen: [],
    statuses: results(({ status }) => [status]),
    bounds: results(({ status, lowest, highest }) => (highest ? [`${status} ${lowest ?? ''}..${highest}`] : [])),
    dispositions: results(({ disposition }) => (disposition ? [disposition] : [])),
    firstSteps: results(({ firstSteps }) => firstSteps),
    firstStepsPossible: results(({ firstStepsPossible }) => firstStepsPossible),
    fallback: results(({ fallback }) => [fallback]),
    missing: results(({ missing }) => missing),
    missingAlone: results(({ missing }) => (missing.length === 1 ? missing : [])),
    rejectCodes: rejects.flatMap(({ problems }) => [...new Set(problems.map(({ code }) => code))]),
    rejectColumns: rejects.flatMap(({ problems }) =>
      problems.flatMap(({ code, column }) => (column === undefined ? [] : [`${code} ${column}`])),
    ),
    rejectUrgencies: rejects.map(({ urgency }) => urgency),
    assumed: each((row) => row.assumed),
    implied: each((row) => row.implied),
    ignored: each((row) => row.ignored),
    nearMisses: each((row) => row.nearMisses),
  };
  const counted = Object.fromEntries(
    Object.entries(expected).map(([name, keys]) => [
      name,
      typeof tally[name as keyof Tally] === 'number' ? {} : countsOf(keys),
    ]),
  );
  const told = Object.fromEntries(
    Object.entries(tally).map(([name, counts]) => [
      name,
      typeof counts === 'number' ? {} : sorted(counts as Counts<string>),
    ]),
  );
  expect(told).toEqual(counted);
}

function countsOf(keys: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return sorted(counts);
}

function sorted(counts: Counts<string>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}
