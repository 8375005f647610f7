/** Whether the cases and properties notice a slip, and if not, whether there is anything to notice. */

import { encodeAnswers } from '../callers/encoding.ts';
import { asWitnessCaller, witness } from '../callers/witness.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { FALSE, type Node, TRUE } from '../diagram/forest.ts';
import { type Assignment, reachable } from '../diagram/walk.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import { fillBaseline } from './case-answers.ts';
import type { Case } from './model.ts';
import type { Mutant } from './mutant.ts';
import { askedDifferently, policyDifferences } from './mutant-results.ts';
import type { Bench, Version } from './mutation-bench.ts';
import { runCases } from './run-cases.ts';

/** What becomes of a mutant that the compiler accepts. */
export type Fate =
  | { readonly kind: 'case'; readonly case: string }
  | { readonly kind: 'property'; readonly property: string }
  /** Every statement about every caller is the same. */
  | { readonly kind: 'equivalent' }
  /** The same, but for the rules that are named as reasons. */
  | { readonly kind: 'reasons-only' }
  | Survivor;

export interface Survivor {
  readonly kind: 'survivor';
  /** The policy under which the caller gets something else; undefined where the caller is only asked other questions. */
  readonly policy: string | undefined;
  /** The caller nearest to the baseline who shows it. */
  readonly caller: WitnessCaller;
}

/** Names a property that a version of the content breaks. */
export type FindBroken = (version: Version, original: Version) => string | undefined;

export interface Judges {
  readonly cases: readonly Case[];
  readonly broken: FindBroken;
}

/** Makes the judge of mutants that are compiled on one bench. */
export function createJudge(bench: Bench, { cases, broken }: Judges): (mutant: Mutant) => Fate {
  const known = cases.map((one) => ({ one, assignment: encodeAnswers(bench.encoding, one.answers) }));
  return (mutant) => {
    const { original, mutated } = bench.compile(mutant);
    const differences = compare(original, mutated);
    if (differences.all === FALSE) return { kind: 'equivalent' };
    const noticed = known.find(
      ({ one, assignment }) => differences.reach(one, assignment) && fails(one, { mutant, original, mutated }),
    );
    if (noticed !== undefined) return { kind: 'case', case: noticed.one.id };
    if (differences.visible === FALSE) return { kind: 'reasons-only' };
    const property = broken(mutated, original);
    if (property !== undefined) return { kind: 'property', property };
    return survivor(differences, mutated);
  };
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

interface Versions {
  readonly mutant: Mutant;
  readonly original: Version;
  readonly mutated: Version;
}

/** Whether a case no longer comes out; its baseline answers go by the questions that are asked now. */
function fails(one: Case, { mutant, original, mutated }: Versions): boolean {
  const answers =
    one.beforeBaseline === undefined ? one.answers : fillBaseline(one.beforeBaseline, mutant.questionnaire);
  const compiled = (id: string): CompiledPolicy => {
    const found = mutated.policies.get(id) ?? original.policies.get(id);
    // Invariant: compiling the cases has accepted only policies that there are.
    if (found === undefined) throw new Error('a case under a policy that was not compiled');
    return found;
  };
  return runCases([{ ...one, answers }], compiled).length > 0;
}

function survivor({ byPolicy, asked }: Compared, { callers }: Version): Survivor {
  const [policy, region] = [...byPolicy].find(([, node]) => node !== FALSE) ?? [undefined, asked];
  const found = witness(callers, region);
  // Invariant: the region is not empty.
  if (found === undefined) throw new Error('a difference that no caller shows');
  return { kind: 'survivor', policy, caller: asWitnessCaller(callers, found) };
}
