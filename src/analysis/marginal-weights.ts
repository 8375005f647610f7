/** Marginals as the weights of variables, for shares of all callers that count how often people answer so. */

import type { Callers } from '../callers/callers.ts';
import type { Variable } from '../callers/encoding.ts';
import { uniformWeights, type Weights } from '../callers/share.ts';
import { baselineAssignment } from '../callers/witness.ts';
import type { Question } from '../questionnaire/model.ts';
import { type Marginals, type RangeShare, type Shares, WHOLE } from './marginals.ts';

/**
 * The weight of every value of every variable, in whole numbers: exactly as the marginals share out the answers, each question
 * apart from the others. The numbers of a range are spread over the bands in which they lie. A question that is not named has
 * its baseline only, or every answer alike, as the marginals say.
 */
export function weightsFor(callers: Callers, marginals: Marginals): Weights {
  const uniform = uniformWeights(callers);
  const baseline = baselineAssignment(callers);
  return callers.encoding.variables.map((variable, number) => {
    const named = marginals.questions.get(variable.question.id);
    if (named !== undefined) return weightsOf(variable, named.shares);
    const all = uniform[number] ?? [];
    return marginals.others === 'uniform' ? all : all.map((_, value) => (value === baseline[number] ? 1n : 0n));
  });
}

function weightsOf(variable: Variable, shares: Shares): readonly bigint[] {
  if (variable.kind === 'option') {
    const named = shares.kind === 'options' ? (shares.parts.get(variable.option) ?? 0) : 0;
    return [BigInt(WHOLE - named), BigInt(named)];
  }
  if (variable.kind === 'band') return bandWeights(variable, shares.kind === 'number' ? shares.ranges : []);
  return variable.values.map((value) => BigInt(shares.kind === 'values' ? (shares.parts.get(value) ?? 0) : 0));
}

/** Each range gives each band its share by how many of its numbers lie there, over one denominator for all ranges. */
function bandWeights(
  { starts, question }: Extract<Variable, { kind: 'band' }>,
  ranges: readonly RangeShare[],
): readonly bigint[] {
  const from = (range: RangeShare, start: number): bigint => numbersIn(question, Math.max(start, range.from), range.to);
  const sizes = ranges.map((range) => from(range, range.from));
  const whole = sizes.reduce(leastCommonMultiple, 1n);
  return starts.map((start, band) => {
    const next = starts[band + 1] ?? Number.POSITIVE_INFINITY;
    return ranges.reduce((sum, range, place) => {
      const inside = from(range, start) - from(range, next);
      return sum + (BigInt(range.parts) * inside * whole) / (sizes[place] ?? 1n);
    }, 0n);
  });
}

/** How many numbers a question accepts from one to another, both included; none where the first is the larger. */
function numbersIn({ kind }: Question, from: number, to: number): bigint {
  if (kind.kind !== 'number' || from > to) return 0n;
  return BigInt(Math.round((to - from) / kind.step) + 1);
}

function leastCommonMultiple(left: bigint, right: bigint): bigint {
  let [one, other] = [left, right];
  while (other !== 0n) [one, other] = [other, one % other];
  return (left / one) * right;
}
