/** How much of all answers a region takes up, exactly: whole numbers, never fractions that are rounded on the way. */

import { FALSE, type Forest, type Node, TERMINALS, TRUE } from '../diagram/forest.ts';
import { children } from '../diagram/walk.ts';
import type { Callers } from './callers.ts';
import type { Variable } from './encoding.ts';
import { spanWeights } from './span-weights.ts';

/** For each variable the weight of each of its values. A variable's share is its weight by the sum of them. */
export type Weights = readonly (readonly bigint[])[];

/**
 * Every answer equally likely and independent of the others: each value of a number, each option of a choice, each option of a
 * list named or not. What a question that does not apply would have been answered changes nothing (normal form), so that a share
 * under these weights is that of somebody who answers each question that is put to them at random.
 */
export function uniformWeights({ encoding }: Callers): Weights {
  return encoding.variables.map(weightsOf);
}

function weightsOf(variable: Variable): readonly bigint[] {
  if (variable.kind === 'option') return [1n, 1n];
  if (variable.kind === 'value') return variable.values.map(() => 1n);
  const { starts, question } = variable;
  if (question.kind.kind !== 'number') return starts.map(() => 1n);
  const { max, step } = question.kind;
  const after = [...starts.slice(1), max + step];
  return starts.map((start, band) => BigInt(Math.round(((after[band] ?? max) - start) / step)));
}

/** The weight of all callers together: the product of the variables' sums. */
export function wholeWeight(weights: Weights): bigint {
  return weights.reduce((product, own) => product * sum(own), 1n);
}

/** Weighs yes/no diagrams over the same weights; they share the work as they share nodes. */
export function weigher(forest: Forest, weights: Weights): (region: Node) => bigint {
  const spans = spanWeights(weights); // skipped variables may have any value
  const memo = new Map<Node, bigint>();
  /** The weight below a node, over the variables from its own on. */
  const below = (node: Node): bigint => {
    if (node === FALSE) return 0n;
    if (node === TRUE || node < TERMINALS) return 1n;
    const before = memo.get(node);
    if (before !== undefined) return before;
    const variable = forest.variable(node);
    const found = children(forest, node).reduce(
      (all, child, value) =>
        all + (weights[variable]?.[value] ?? 0n) * spans(variable + 1, forest.variable(child)) * below(child),
      0n,
    );
    memo.set(node, found);
    return found;
  };
  return (region) => spans(0, forest.variable(region)) * below(region);
}

function sum(numbers: readonly bigint[]): bigint {
  return numbers.reduce((total, one) => total + one, 0n);
}
