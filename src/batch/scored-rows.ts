/** What the rows that were read get, made and counted result by result. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { BlockPlan, Reject } from './block-plan.ts';
import { type CountedResult, createResultCounter } from './count-results.ts';
import { nearMisses } from './near-misses.ts';
import { type PartNumbers, TOLD } from './result-segments.ts';
import type { RowDeciders } from './row-deciders.ts';
import { createRowOutcomes } from './row-outcomes.ts';
import type { RowState } from './row-state.ts';
import type { RowWriter } from './row-writer.ts';
import type { Tally } from './tally.ts';

export interface ScoredRows {
  /** The numbers under which the writer has the parts of the result of the row in the state. */
  readonly prepared: () => PartNumbers;
  /** Counts the row whose result was prepared last. */
  readonly count: () => void;
  readonly countRejects: (rejects: readonly Reject[]) => void;
  readonly countBlank: (lines: number) => void;
  readonly takeTally: () => Tally;
}

export interface ScoredRowParts {
  readonly plan: BlockPlan;
  readonly compiled: CompiledPolicy;
  readonly deciders: RowDeciders;
  readonly state: RowState;
  readonly writer: RowWriter;
  /** How many values of each part of results are kept at a time. */
  readonly outcomes: number;
}

/** Prepares what rows get under a plan. */
export function createScoredRows({
  plan,
  compiled,
  deciders,
  state,
  writer,
  outcomes: most,
}: ScoredRowParts): ScoredRows {
  const { questions } = compiled.callers.questionnaire;
  const { assumptions } = plan.bound.mapping;
  const outcomes = createRowOutcomes({
    isRuled: plan.columns.includes('rules'),
    compiled,
    bound: plan.bound,
    deciders,
    isRanked: plan.rankMissing,
    most,
    prepare: (part, result) => {
      writer.prepare(part, result);
      if (part === TOLD) results.push(result);
    },
  });
  const misses = plan.nearMisses ? nearMisses(compiled, deciders.decider) : undefined;
  const counter = createResultCounter(compiled.callers.questionnaire);
  const results: CountedResult[] = [];
  const counts = new Float64Array(most);
  const touched: number[] = []; // results that were counted since a tally was taken
  const assumed = new Float64Array(assumptions.length);
  const implied = new Float64Array(questions.length);
  const ignored = new Float64Array(questions.length);

  const settle = (): void => {
    for (const number of touched) {
      const result = results[number];
      if (result !== undefined) counter.addRows(result, counts[number] ?? 0);
      counts[number] = 0;
    }
    touched.length = 0;
    for (const [index, { question }] of assumptions.entries()) counter.addAssumed(question, assumed[index] ?? 0);
    for (const { id, index } of questions) {
      counter.addImplied(id, implied[index] ?? 0);
      counter.addIgnored(id, ignored[index] ?? 0);
    }
    assumed.fill(0);
    implied.fill(0);
    ignored.fill(0);
  };
  const startAnew = (): void => {
    settle();
    outcomes.clear();
    results.length = 0;
    writer.forget();
  };
  return {
    prepared: () => {
      if (!outcomes.find(state)) {
        startAnew();
        outcomes.find(state);
      }
      return outcomes.numbers;
    },
    count: () => {
      const outcome = outcomes.numbers[TOLD] ?? 0;
      if (counts[outcome] === 0) touched.push(outcome);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      counter.addMissing(outcomes.missing());
      for (let index = 0; index < assumed.length; index++)
        assumed[index] = (assumed[index] ?? 0) + (state.assumed[index] ?? 0);
      countPlaces(implied, state.implied, state.impliedCount);
      countPlaces(ignored, state.ignored, state.ignoredCount);
      if (results[outcome]?.status === 'settled') misses?.(state, counter.addNearMiss);
    },
    countRejects: (rejects) => {
      for (const reject of rejects) counter.addReject(reject);
    },
    countBlank: counter.addBlank,
    takeTally: () => {
      settle();
      return counter.take();
    },
  };
}

function countPlaces(counts: Float64Array, places: Uint16Array, count: number): void {
  for (let at = 0; at < count; at++) {
    const place = places[at] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
}
