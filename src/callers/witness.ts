/** The caller that shows that a region is not empty, as unremarkable as possible. */

import type { FactValue } from '../conditions/model.ts';
import { createForest, type Forest, type Node, TERMINALS, TRUE } from '../diagram/forest.ts';
import { type Assignment, restricter, supporter, UNKNOWN } from '../diagram/walk.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import type { Callers } from './callers.ts';
import { scriptPlaces } from './cheapest.ts';
import { decodeQuestion, encodeValue } from './encoding.ts';

export interface Witness {
  /** An answer for every question that applies and is read by some condition, in script order. */
  readonly values: ReadonlyMap<string, FactValue>;
  /** Questions whose answer differs from the baseline, in script order. */
  readonly differing: readonly string[];
}

/**
 * The complete caller of the region with the fewest answers away from the baseline; ties are broken value by value in
 * script order, the baseline before the others as listed. Undefined where the region is empty.
 *
 * Only numbers of answers are compared on the way, and only variables that the region reads are tried: a witness of how two shipped
 * policies differ takes some 10 ms, where the general search for ways (cheapest.ts) took 90.
 */
export function witness(callers: Callers, region: Node): Witness | undefined {
  const assignment = witnessAssignment(callers, region);
  return assignment && describeCaller(callers, assignment);
}

/** The same caller as values of all variables, those of questions that do not apply among them. */
export function witnessAssignment(callers: Callers, region: Node): Assignment | undefined {
  const { forest } = callers;
  const baseline = baselineAssignment(callers);
  const choices = forest.widths.map(valuesOf);
  const owners = callers.encoding.variables.map((variable) => variable.question.index);
  const fewest = (): number => fewestChanges({ forest, baseline, owners, choices }, region);
  const least = fewest();
  if (least === Number.POSITIVE_INFINITY) return undefined;
  const reads = supporter(forest)(region);
  for (const variable of inScript(callers)) {
    const isRead = ((reads >> BigInt(variable)) & 1n) === 1n;
    for (const value of baselineFirst(choices[variable] ?? [], baseline[variable] ?? 0)) {
      choices[variable] = [value];
      if (!isRead || fewest() === least) break;
    }
  }
  return choices.map(([value = UNKNOWN]) => value);
}

/** A witness as a finding carries it. */
export function asWitnessCaller({ questionnaire }: Callers, { values, differing }: Witness): WitnessCaller {
  return { questionnaire: questionnaire.id, answers: Object.fromEntries(values), differing };
}

/** Values of all variables for the caller who gives every question its baseline answer. */
export function baselineAssignment(callers: Callers): Assignment {
  return callers.encoding.variables.map((variable) => {
    const { baseline } = variable.question;
    return baseline === undefined ? 0 : encodeValue(variable, baseline);
  });
}

interface Ground {
  readonly forest: Forest;
  readonly baseline: Assignment;
  /** The question of each variable. */
  readonly owners: readonly number[];
  /** The values that each variable may take: one where it is chosen. */
  readonly choices: readonly (readonly number[])[];
}

/** No question. */
const NOBODY = -1;

/**
 * How many questions must differ from the baseline to be in the region; infinitely many where nobody is. The variables of a question
 * stand together, so that it is enough to remember whether the last one that was tested differed.
 */
function fewestChanges({ forest, baseline, owners, choices }: Ground, region: Node): number {
  const memo = new Map<number, number>();
  const take = (node: Node, value: number, isPaid: boolean): number => {
    const variable = forest.variable(node);
    const isCharged = !isPaid && value !== baseline[variable];
    return (
      (isCharged ? 1 : 0) + go(forest.child(node, value), isPaid || isCharged ? (owners[variable] ?? NOBODY) : NOBODY)
    );
  };
  const go = (node: Node, paid: number): number => {
    if (node < TERMINALS) return node === TRUE ? 0 : Number.POSITIVE_INFINITY;
    const variable = forest.variable(node);
    const isPaid = owners[variable] === paid;
    const key = node * 2 + (isPaid ? 1 : 0);
    const before = memo.get(key);
    if (before !== undefined) return before;
    let best = Number.POSITIVE_INFINITY;
    for (const value of choices[variable] ?? []) best = Math.min(best, take(node, value, isPaid));
    memo.set(key, best);
    return best;
  };
  return go(region, NOBODY);
}

function inScript(callers: Callers): readonly number[] {
  const places = scriptPlaces(callers);
  return places.map((_, variable) => variable).sort((left, right) => (places[left] ?? 0) - (places[right] ?? 0));
}

function valuesOf(width: number): readonly number[] {
  return Array.from({ length: width }, (_, value) => value);
}

function baselineFirst(values: readonly number[], usual: number): readonly number[] {
  return [usual, ...values.filter((value) => value !== usual)];
}

/** The answers that the values of all variables stand for. */
export function describeCaller(callers: Callers, assignment: Assignment): Witness {
  const { questionnaire, encoding, forest } = callers;
  const baseline = baselineAssignment(callers);
  const restrict = restricter(forest, createForest(forest.widths), assignment);
  const values = new Map<string, FactValue>();
  const differing: string[] = [];
  for (const { id, baseline: usual } of questionnaire.questions) {
    if (restrict(callers.applies(id)) !== TRUE) continue;
    const own = encoding.ofQuestion.get(id) ?? [];
    const differs = own.some((variable) => assignment[variable] !== baseline[variable]);
    const value = differs ? decodeQuestion(encoding, id, assignment) : usual; // a number nobody reads keeps its baseline too
    if (value === undefined) continue;
    values.set(id, value);
    if (differs) differing.push(id);
  }
  return { values, differing };
}
