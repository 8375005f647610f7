/** What becomes of a slip depends neither on the budget nor on who judges it, unless it is too large to judge. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Made, type Mutable, mutants, slipJudge } from '../../src/analysis/mutate.ts';
import { BudgetExceeded } from '../../src/diagram/budget.ts';
import type { Budget } from '../../src/diagram/forest.ts';
import { smallContent } from './small-sources.ts';

type Judging = { readonly content: Mutable; readonly made: readonly Made[]; readonly budget?: Budget };

/** The fates of the slips, judged so many at a time and the last first, each time by somebody new. */
function fatesInParts({ content, made, budget }: Judging, size: number): readonly unknown[] {
  const starts = Array.from({ length: Math.ceil(made.length / size) }, (_, part) => part * size).reverse();
  const parts = starts.map((from) => slipJudge(content, made, budget)({ from, to: from + size }));
  return parts.reverse().flat();
}

/** The same by one judge from the first to the last; undefined where the content alone is too large. */
function fates({ content, made, budget }: Judging): readonly unknown[] | undefined {
  try {
    return slipJudge(content, made, budget)({ from: 0, to: made.length });
  } catch (error) {
    if (error instanceof BudgetExceeded) return undefined;
    throw error;
  }
}

/** Three or so of the slips, from all over the files. */
function some(made: readonly Made[]): readonly Made[] {
  const step = Math.max(1, Math.floor(made.length / 3));
  return made.filter((_, place) => place % step === 0);
}

const kindOf = (fate: unknown): string => (fate as { readonly kind: string } | undefined)?.kind ?? 'refused';

test('a budget makes slips too large to judge, and never gives one another fate', { timeout: 120_000 }, () => {
  const seen = new Map<string, number>();
  const count = (kind: string): void => {
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
  };
  const drawn = fc.record({
    content: smallContent,
    budget: fc.record({ nodes: fc.integer({ min: 10, max: 120 }), memo: fc.integer({ min: 20, max: 400 }) }),
    size: fc.integer({ min: 1, max: 2 }),
  });
  fc.assert(
    fc.property(drawn, ({ content, budget, size }) => {
      const made = some(mutants(content));
      const tight = fates({ content, made, budget });
      if (tight === undefined) return count('nothing');
      const free = fates({ content, made });
      expect(tight.length).toBe(free?.length);
      for (const [place, fate] of tight.entries()) {
        count(kindOf(fate));
        if (kindOf(fate) !== 'too-large') expect(fate).toEqual(free?.[place]);
      }
      // Whether a slip is too large does not depend on what was judged before it either.
      expect(fatesInParts({ content, made, budget }, size)).toEqual(tight);
    }),
    { numRuns: 1000, endOnFailure: true },
  );
  for (const kind of ['nothing', 'too-large', 'equivalent', 'reasons-only', 'survivor'])
    expect(seen.get(kind)).toBeGreaterThan(3);
});
