/** Compares policies over all callers, pair by pair, within the budget of their forest. */

import type { Callers } from '../callers/callers.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { BudgetExceeded } from '../diagram/budget.ts';
import { comparer, type Measure } from './compare-policies.ts';
import { type PairReport, pairReport } from './compare-report.ts';

/** Two policies to compare, under the names by which the report calls them. */
export interface NamedPair {
  readonly before: CompiledPolicy;
  readonly after: CompiledPolicy;
  readonly names: readonly [before: string, after: string];
}

export type ComparedAll =
  | { readonly ok: true; readonly pairs: readonly PairReport[] }
  | { readonly ok: false; readonly pair: NamedPair; readonly limit: number; readonly what: 'nodes' | 'memo' };

/** Compares each pair; where the diagrams outgrow their budget, says at which. */
export function compareAll(
  callers: Callers,
  pairs: readonly NamedPair[],
  { measures, loudFirst }: { readonly measures: readonly Measure[]; readonly loudFirst: boolean },
): ComparedAll {
  const compare = comparer(callers, measures);
  const reports: PairReport[] = [];
  for (const pair of pairs) {
    const compared = { before: pair.before, after: pair.after, callers };
    try {
      reports.push(pairReport(compared, compare(compared), { names: pair.names, loudFirst }));
    } catch (error) {
      if (!(error instanceof BudgetExceeded)) throw error;
      return { ok: false, pair, limit: error.limit, what: error.what };
    }
  }
  return { ok: true, pairs: reports };
}

/** Every policy with every later one. */
export function allPairs(policies: readonly CompiledPolicy[]): readonly NamedPair[] {
  return policies.flatMap((before, place) =>
    policies
      .slice(place + 1)
      .map((after): NamedPair => ({ before, after, names: [before.policy.id, after.policy.id] })),
  );
}
