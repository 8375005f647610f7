/** The caller that shows that a region is not empty, as unremarkable as possible. */

import type { FactValue } from '../conditions/model.ts';
import { createForest, FALSE, type Forest, type Node, TERMINALS, TRUE } from '../diagram/forest.ts';
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
 * How many answers must differ is found once for every node, and then only ways are followed on which no more differ: a witness of how
 * two shipped policies differ takes some 2 ms, where the general search for ways (cheapest.ts) took 90.
 */
export function witness(callers: Callers, region: Node): Witness | undefined {
  const assignment = witnessAssignment(callers, region);
  return assignment && describeCaller(callers, assignment);
}

/** The same caller as values of all variables, those of questions that do not apply among them. */
export function witnessAssignment(callers: Callers, region: Node): Assignment | undefined {
  if (region === FALSE) return undefined;
  const { forest } = callers;
  const baseline = baselineAssignment(callers);
  const owners = callers.encoding.variables.map((variable) => variable.question.index);
  const choices = forest.widths.map(valuesOf);
  const isReached = shortestWays({ forest, baseline, owners, choices }, region);
  const reads = supporter(forest)(region);
  for (const variable of inScript(callers)) {
    const isRead = ((reads >> BigInt(variable)) & 1n) === 1n;
    for (const value of baselineFirst(choices[variable] ?? [], baseline[variable] ?? 0)) {
      choices[variable] = [value];
      if (!isRead || isReached()) break;
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
  /** The values that each variable may take: one where it is chosen. They grow fewer while the ground is in use. */
  readonly choices: readonly (readonly number[])[];
}

/** No question. */
const NOBODY = -1;

/**
 * Whether one of those callers of the region who have the fewest answers away from the baseline makes the choices of the moment: to
 * be asked again as they grow fewer. The variables of a question stand together, so that it is enough to remember whether the last
 * one that was tested differed: then another one of it costs nothing more.
 */
function shortestWays({ forest, baseline, owners, choices }: Ground, region: Node): () => boolean {
  const distances = new Map<number, number>();
  const keyOf = (node: Node, paid: number): number => node * 2 + (owners[forest.variable(node)] === paid ? 1 : 0);
  const charge = (node: Node, value: number, paid: number): number =>
    owners[forest.variable(node)] === paid || value === baseline[forest.variable(node)] ? 0 : 1;
  /** The question that is paid for behind a value: its own, where it was paid before or is now. */
  const paidBehind = (node: Node, value: number, paid: number): number => {
    const owner = owners[forest.variable(node)] ?? NOBODY;
    return owner === paid || charge(node, value, paid) === 1 ? owner : NOBODY;
  };
  const distance = (node: Node, paid: number): number => {
    if (node < TERMINALS) return node === TRUE ? 0 : Number.POSITIVE_INFINITY;
    const key = keyOf(node, paid);
    const before = distances.get(key);
    if (before !== undefined) return before;
    let best = Number.POSITIVE_INFINITY;
    for (let value = 0; value < (forest.widths[forest.variable(node)] ?? 0); value++)
      best = Math.min(best, way(node, value, paid));
    distances.set(key, best);
    return best;
  };
  const way = (node: Node, value: number, paid: number): number =>
    charge(node, value, paid) + distance(forest.child(node, value), paidBehind(node, value, paid));
  const isOpen = (node: Node, paid: number, closed: Set<number>): boolean => {
    if (node < TERMINALS) return node === TRUE;
    const key = keyOf(node, paid);
    if (closed.has(key)) return false;
    const least = distance(node, paid);
    const found = (choices[forest.variable(node)] ?? []).some(
      (value) =>
        way(node, value, paid) === least && isOpen(forest.child(node, value), paidBehind(node, value, paid), closed),
    );
    if (!found) closed.add(key);
    return found;
  };
  return () => isOpen(region, NOBODY, new Set());
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
