/** Counts what rows got, result by result, so that a row costs one addition. */

import { type PlaceSet, readPlaces } from '../decision/place-set.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { type CountedReject, countReject } from './count-reject.ts';
import type { RowResult } from './row-result.ts';
import { nothing, type Running } from './sum-tallies.ts';
import type { Tally } from './tally.ts';

/** What is counted of a result at once; what its rows miss is counted row by row. */
export type CountedResult = Omit<RowResult, 'rules' | 'oneOf' | 'missing'>;

export interface ResultCounter {
  /** Counts rows with a result. */
  readonly addRows: (result: CountedResult, rows: number) => void;
  /** Counts a row by what it misses, as places in the script. */
  readonly addMissing: (missing: PlaceSet) => void;
  readonly addReject: (reject: CountedReject) => void;
  readonly addBlank: (lines: number) => void;
  /** Counts what was assumed, implied or ignored in rows, by question. */
  readonly addAssumed: (question: string, rows: number) => void;
  readonly addImplied: (question: string, rows: number) => void;
  readonly addIgnored: (question: string, rows: number) => void;
  readonly addNearMiss: (key: string) => void;
  /** What was counted since this was called last. */
  readonly take: () => Tally;
}

/** Makes a counter that stands at nothing. What is missing, dozens of questions a row, is counted by place: some 50 ns a row. */
export function createResultCounter({ questions }: Questionnaire): ResultCounter {
  const missing = new Float64Array(questions.length);
  const missingAlone = new Float64Array(questions.length);
  const places = new Int32Array(questions.length);
  let counts = nothing();
  return {
    addRows: (result, rows) => addResult(counts, result, rows),
    addMissing: (set) => {
      const count = readPlaces(set, places, 0);
      const alone = places[0] ?? 0;
      if (count === 1) missingAlone[alone] = (missingAlone[alone] ?? 0) + 1;
      for (let at = 0; at < count; at++) {
        const place = places[at] ?? 0;
        missing[place] = (missing[place] ?? 0) + 1;
      }
    },
    addReject: (reject) => countReject(counts, reject),
    addBlank: (lines) => {
      counts.blank += lines;
    },
    addAssumed: (question, rows) => add(counts.assumed, question, rows),
    addImplied: (question, rows) => add(counts.implied, question, rows),
    addIgnored: (question, rows) => add(counts.ignored, question, rows),
    addNearMiss: (key) => add(counts.nearMisses, key, 1),
    take: () => {
      const taken = counts;
      for (const { id, index } of questions) {
        add(taken.missing, id, missing[index] ?? 0);
        add(taken.missingAlone, id, missingAlone[index] ?? 0);
      }
      missing.fill(0);
      missingAlone.fill(0);
      counts = nothing();
      return taken;
    },
  };
}

function add<K>(counts: Map<K, number>, key: K, rows: number): void {
  if (rows > 0) counts.set(key, (counts.get(key) ?? 0) + rows);
}

function addResult(counts: Running, result: CountedResult, rows: number): void {
  const { status, lowest, highest, disposition, safetyOpen } = result;
  counts.scored += rows;
  add(counts.statuses, status, rows);
  if (highest !== undefined) add(counts.bounds, `${status} ${lowest ?? ''}..${highest}`, rows);
  if (disposition !== undefined) add(counts.dispositions, disposition, rows);
  for (const step of result.firstSteps) add(counts.firstSteps, step, rows);
  for (const step of result.firstStepsPossible) add(counts.firstStepsPossible, step, rows);
  add(counts.fallback, result.fallback, rows);
  if (safetyOpen > 0 && lowest !== 'emergency') counts.safetyOpen += rows;
}
