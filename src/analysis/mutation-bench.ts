/** Where mutants are compiled beside the original: one forest, made anew when it has grown. */

import { type Callers, callersIn, createSpace, type Space } from '../callers/callers.ts';
import { testingOrder } from '../callers/order.ts';
import type { Condition } from '../conditions/model.ts';
import { type CompiledPolicy, compilePolicyIn } from '../decision/compile.ts';
import { BudgetExceeded } from '../diagram/budget.ts';
import { type Budget, createForest, DEFAULT_BUDGET } from '../diagram/forest.ts';
import type { Policy } from '../policy/model.ts';
import type { ContentModel } from './cases-by-verdict.ts';
import type { Mutant } from './mutant.ts';

/** A version of the content, compiled. */
export interface Version {
  readonly callers: Callers;
  /** By id. A mutant has those that are others than the original's. */
  readonly policies: ReadonlyMap<string, CompiledPolicy>;
}

export interface Bench {
  readonly content: ContentModel;
  /** The encoding of answers, which stays the same however often the forest is made anew. */
  readonly encoding: Space['encoding'];
  /** Compiles a mutant beside the original; both share nodes until the next call. @throws BudgetExceeded */
  readonly compile: (mutant: Mutant) => { readonly original: Version; readonly mutated: Version };
  /** Starts over, with nothing but the original in the forest. */
  readonly renew: () => void;
}

export interface BenchSource extends ContentModel {
  /** Conditions of everything else that will be asked about: properties and all mutants. */
  readonly others: readonly Condition[];
  readonly budget?: Budget | undefined;
}

/**
 * A forest holds the shipped policies in 94,000 nodes and is made in 0.2 s; a mutant adds a thousand or two. Above this many
 * nodes or remembered results starting over costs less than the memory.
 */
const GROWN = { nodes: 1_000_000, memo: 3_000_000 };

/**
 * Prepares the variables for all mutants at once, cut at every threshold of any of them.
 * @throws BudgetExceeded where the original alone, so cut, outgrows the budget
 */
export function createBench({ questionnaire, policies, others, budget = DEFAULT_BUDGET }: BenchSource): Bench {
  const own = policies.flatMap((policy) => policy.rules.map((rule) => rule.when));
  // The order goes by the original alone: a thousand variants of its conditions say nothing more about what belongs together.
  const order = testingOrder(questionnaire, own);
  const { encoding } = createSpace(questionnaire, [...own, ...others], { order });
  const start = (): Version => {
    const callers = callersIn({ encoding, forest: createForest(encoding.widths, budget) }, questionnaire);
    return { callers, policies: compileAll(callers, policies) };
  };
  let original = start();
  return {
    content: { questionnaire, policies },
    encoding,
    compile: (mutant) => {
      const { forest } = original.callers;
      if (forest.size() > GROWN.nodes || forest.memoSize() > GROWN.memo) original = start();
      const { callers } = original;
      const own = mutant.questionnaire === questionnaire ? callers : callersIn(callers, mutant.questionnaire);
      return { original, mutated: { callers: own, policies: compileAll(own, mutant.policies) } };
    },
    renew: () => {
      original = start();
    },
  };
}

function compileAll(callers: Callers, policies: readonly Policy[]): ReadonlyMap<string, CompiledPolicy> {
  return new Map(
    policies.map((policy) => {
      const compiled = compilePolicyIn(callers, policy);
      if (!compiled.ok) throw new BudgetExceeded(compiled.over.what, compiled.over.limit);
      return [policy.id, compiled.value];
    }),
  );
}
