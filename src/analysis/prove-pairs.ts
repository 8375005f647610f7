/** `monotone` and `unaffected_by`: two callers who differ in the answer to one question. */

import type { Variable } from '../callers/encoding.ts';
import { stepsFrom } from '../conditions/number-test.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { atVariable } from '../diagram/at-variable.ts';
import { FALSE, type Node, TRUE } from '../diagram/forest.ts';
import { lowerThan } from '../diagram/lower.ts';
import { type Assignment, reachable, terminalsIn } from '../diagram/walk.ts';
import type { Breach } from './breach.ts';
import { careShown } from './care.ts';
import type { Statement } from './model.ts';
import { placement } from './statements.ts';
import { isIn, judge, type Violators } from './violators.ts';

type Pairwise = Extract<Statement, { readonly kind: 'monotone' | 'unaffected-by' }>;

/** Two values of a variable that are compared: that of the witness, and that of the other caller. */
type Pair = readonly [own: number, other: number];

/**
 * For each question the callers who fare worse than somebody who differs in the answer to it and in nothing else. The two share
 * every other answer; an answer to a follow-up that only one of them is asked may be any, because in normal form nothing reads it
 * for the other one. So comparing the diagrams with either answer put in is comparing all such pairs.
 *
 * `monotone`: an answer that is worse by one step (the next rank; one more band of a number; one option more, or fewer) never shows
 * a lower level. A disposition that shows the level as open counts as that level. Any other disposition, and "this page does not
 * say", shows none, and none is less than any level: a worse answer that takes the level away is a breach, one that brings a level
 * is not. Levels shown are in one line, so steps by one cover all pairs.
 *
 * `unaffected_by`: no other answer (another value; one option more or fewer) changes level, disposition, silence or a first step.
 */
export function* violatorsOfPairs(statement: Pairwise, compiled: CompiledPolicy): Generator<Violators> {
  const { forest, encoding } = compiled.callers;
  const comparison = comparisonOf(statement, compiled);
  for (const question of statement.questions) {
    const own = encoding.ofQuestion.get(question) ?? [];
    const found = own.map((variable) => ({ variable, region: comparison.region(variable) }));
    const region = found.map((one) => one.region).reduce(forest.or, FALSE);
    if (region === FALSE) continue;
    const tell = (caller: Assignment): Breach => {
      const variable = found.find((one) => isIn(forest, one.region, caller))?.variable ?? 0;
      const other = comparison.better(variable, caller);
      const nearest = nearestNumber(encoding.variables[variable], caller[variable] ?? 0, other[variable] ?? 0);
      const changed = nearest === undefined ? [] : [[question, nearest] as const];
      return { kind: 'pair', question, witness: judge(compiled, caller), other: judge(compiled, other, changed) };
    };
    yield { region, tell };
  }
}

/** Of a band below the witness's own its last number: 14 beside 15, and not the 4 with which the band begins. */
function nearestNumber(variable: Variable | undefined, own: number, other: number): number | undefined {
  const kind = variable?.question.kind;
  if (variable?.kind !== 'band' || kind?.kind !== 'number' || other > own) return undefined;
  const above = variable.starts[other + 1];
  return above === undefined ? undefined : stepsFrom(above, -1, kind);
}

interface PairComparison {
  /** The callers who fare worse than somebody with another value of the variable. */
  readonly region: (variable: number) => Node;
  /** The first of those, by their values, for a caller of that region. */
  readonly better: (variable: number, caller: Assignment) => Assignment;
}

function comparisonOf(statement: Pairwise, compiled: CompiledPolicy): PairComparison {
  const { forest, encoding } = compiled.callers;
  const isMonotone = statement.kind === 'monotone';
  const lower = lowerThan(forest);
  const roots = isMonotone ? [careShown(compiled)] : placement(compiled);
  const faresWorse = (own: Node, other: Node): Node =>
    isMonotone ? lower(own, other) : forest.or(lower(own, other), lower(other, own));
  const pairsOf = (number: number): readonly Pair[] => {
    const variable = encoding.variables[number];
    if (variable === undefined) return [];
    return isMonotone ? worseByOne(variable) : otherValues(encoding.widths[number] ?? 0);
  };
  return {
    region: (variable) => {
      const pairs = pairsOf(variable);
      const values = valuesOf(forest.widths[variable] ?? 0);
      const become = (node: Node): Node =>
        forest.make(
          variable,
          values.map((value) =>
            pairs
              .filter(([own]) => own === value)
              .map(([own, other]) => faresWorse(forest.child(node, own), forest.child(node, other)))
              .reduce(forest.or, FALSE),
          ),
        );
      return roots.map((root) => atVariable(forest, root, variable, become)).reduce(forest.or, FALSE);
    },
    better: (variable, caller) => {
      const others = pairsOf(variable)
        .filter(([own]) => own === caller[variable])
        .map(([, other]) => caller.map((value, place) => (place === variable ? other : value)));
      const terminal = (root: Node, who: Assignment): Node => terminalsIn(reachable(forest, root, who))[0] ?? FALSE;
      const isBetter = (other: Assignment): boolean =>
        roots.some((root) => faresWorse(terminal(root, caller), terminal(root, other)) === TRUE);
      return others.find(isBetter) ?? caller;
    },
  };
}

function valuesOf(width: number): readonly number[] {
  return Array.from({ length: width }, (_, value) => value);
}

function otherValues(width: number): readonly Pair[] {
  const values = valuesOf(width);
  return values.flatMap((own) => values.filter((other) => other !== own).map((other): Pair => [own, other]));
}

/** The pairs of which the first value is worse by one step. */
function worseByOne(variable: Variable): readonly Pair[] {
  const { order } = variable.question;
  if (variable.kind === 'value') return order.kind === 'ranks' ? worseByRank(variable.values, order.ranks) : [];
  const width = variable.kind === 'option' ? 2 : variable.starts.length;
  const upward = Array.from({ length: width - 1 }, (_, value): Pair => [value + 1, value]);
  return upward.map(([upper, lower]): Pair => (order.kind === 'less' ? [lower, upper] : [upper, lower]));
}

function worseByRank(values: readonly string[], ranks: ReadonlyMap<string, number>): readonly Pair[] {
  const rank = (value: string): number => ranks.get(value) ?? 0;
  const inUse = [...new Set(values.map(rank))].sort((left, right) => left - right);
  return values.flatMap((worse, own) => {
    const before = inUse[inUse.indexOf(rank(worse)) - 1];
    return values.flatMap((value, other) => (rank(value) === before ? [[own, other] as const] : []));
  });
}
