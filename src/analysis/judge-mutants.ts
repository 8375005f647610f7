/** Whether the cases and properties notice a slip, and if not, whether there is anything to notice. */

import { encodeAnswers } from '../callers/encoding.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { BudgetExceeded } from '../diagram/budget.ts';
import { FALSE, type Node, TRUE } from '../diagram/forest.ts';
import { type Assignment, reachable } from '../diagram/walk.ts';
import { answersUnder, callersOfCases, noticedByVerdict } from './cases-by-verdict.ts';
import type { Case } from './model.ts';
import type { Mutant } from './mutant.ts';
import { askedDifferently, policyDifferences } from './mutant-results.ts';
import type { Bench, Version } from './mutation-bench.ts';
import { runCases } from './run-cases.ts';
import { type Survivor, survivorOf, type Versions } from './survivor.ts';

/** What becomes of a mutant that the compiler accepts. */
export type Fate =
  | { readonly kind: 'case'; readonly case: string }
  | { readonly kind: 'property'; readonly property: string }
  /** Every statement about every caller is the same. */
  | { readonly kind: 'equivalent' }
  /** The same, but for the rules that are named as reasons. */
  | { readonly kind: 'reasons-only' }
  | TooLarge
  | Survivor;

/** Nobody can say: its diagrams, beside those of the original alone, are larger than what ran out allows. */
export interface TooLarge {
  readonly kind: 'too-large';
  readonly what: BudgetExceeded['what'];
  readonly limit: number;
}

/** Names a property that a version of the content breaks and the original keeps. */
export type FindBroken = (version: Version, original: Version) => string | undefined;

export interface Judges {
  readonly cases: readonly Case[];
  readonly broken: FindBroken;
}

/** Makes the judge of mutants that are compiled on one bench. */
export function createJudge(bench: Bench, { cases, broken }: Judges): (mutant: Mutant) => Fate {
  const callers = callersOfCases(cases, bench.content);
  const known = new Map(cases.map((one) => [one, encodeAnswers(bench.encoding, one.answers)]));
  const judgeByDiagrams = (mutant: Mutant, open: readonly Case[]): Fate => {
    const { original, mutated } = bench.compile(mutant);
    const differences = compare(original, mutated);
    if (differences.all === FALSE) return { kind: 'equivalent' };
    const noticed = open.find(
      (one) => differences.reach(one, known.get(one) ?? []) && fails(one, { mutant, original, mutated }),
    );
    if (noticed !== undefined) return { kind: 'case', case: noticed.id };
    if (differences.visible === FALSE) return { kind: 'reasons-only' };
    const property = broken(mutated, original);
    if (property !== undefined) return { kind: 'property', property };
    const [policy, region] = [...differences.byPolicy].find(([, node]) => node !== FALSE) ?? [
      undefined,
      differences.asked,
    ];
    return survivorOf({ mutant, original, mutated }, policy, region);
  };
  return (mutant) => {
    // Nine of ten slips are noticed here, in a tenth of the time that the mutant's diagrams take.
    const seen = noticedByVerdict(callers, mutant, bench.content);
    if (seen.noticed !== undefined) return { kind: 'case', case: seen.noticed.id };
    return withinBudget(bench, () => judgeByDiagrams(mutant, seen.open));
  };
}

/**
 * What else stands in the forest must not matter, or the fate of a mutant would depend on those before it: what outgrows the
 * budget is tried once more beside the original alone.
 */
function withinBudget(bench: Bench, judge: () => Fate): Fate {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
  }
  bench.renew();
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return { kind: 'too-large', what: error.what, limit: error.limit };
  }
}

interface Compared {
  readonly byPolicy: ReadonlyMap<string, Node>;
  readonly asked: Node;
  /** Everything that a caller may notice. */
  readonly visible: Node;
  readonly all: Node;
  /** Whether some completion of the answers of a case lies where its policies differ. */
  readonly reach: (one: Case, assignment: Assignment) => boolean;
}

function compare(original: Version, mutated: Version): Compared {
  const { forest } = original.callers;
  const asked = original.callers === mutated.callers ? FALSE : askedDifferently(original.callers, mutated.callers);
  const byPolicy = new Map<string, Node>();
  const anywhere = new Map<string, Node>();
  for (const [id, after] of mutated.policies) {
    const before = original.policies.get(id);
    if (before === undefined) continue;
    const { results, reasons } = policyDifferences(before, after);
    byPolicy.set(id, results);
    anywhere.set(id, forest.or(asked, forest.or(results, reasons)));
  }
  const anyOf = (nodes: Iterable<Node>): Node => [...nodes].reduce(forest.or, FALSE);
  const reach = (one: Case, assignment: Assignment): boolean =>
    one.expect
      .flatMap(({ policies }) => policies)
      .some((id) => ((reachable(forest, anywhere.get(id) ?? asked, assignment) >> TRUE) & 1) === 1);
  return {
    byPolicy,
    asked,
    visible: forest.or(asked, anyOf(byPolicy.values())),
    all: anyOf([asked, ...anywhere.values()]),
    reach,
  };
}

/** Whether a case no longer comes out. */
function fails(one: Case, { mutant, original, mutated }: Versions): boolean {
  const compiled = (id: string): CompiledPolicy => {
    const found = mutated.policies.get(id) ?? original.policies.get(id);
    // Invariant: compiling the cases has accepted only policies that there are.
    if (found === undefined) throw new Error('a case under a policy that was not compiled');
    return found;
  };
  return runCases([{ ...one, answers: answersUnder(one, mutant) }], compiled).length > 0;
}
