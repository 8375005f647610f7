/** The caller that shows that a region is not empty, as unremarkable as possible. */

import type { FactValue } from '../conditions/model.ts';
import { createForest, type Node, TRUE } from '../diagram/forest.ts';
import { type Assignment, restricter, UNKNOWN } from '../diagram/walk.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import type { Callers } from './callers.ts';
import { cheapest, scriptPlaces, trueOf } from './cheapest.ts';
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
 */
export function witness(callers: Callers, region: Node): Witness | undefined {
  const assignment = witnessAssignment(callers, region);
  return assignment && describeCaller(callers, assignment);
}

/** The same caller as values of all variables, those of questions that do not apply among them. */
export function witnessAssignment(callers: Callers, region: Node): Assignment | undefined {
  const baseline = baselineAssignment(callers);
  const forced: number[] = baseline.map(() => UNKNOWN);
  const cost = () =>
    cheapest({
      callers,
      target: trueOf(region),
      gates: [],
      most: 1,
      price: (variable, value) => {
        const must = forced[variable] ?? UNKNOWN;
        if (must !== UNKNOWN && must !== value) return 'forbidden';
        return value === baseline[variable] ? 'free' : 'change';
      },
    })?.changes;
  const least = cost();
  if (least === undefined) return undefined;
  for (const variable of inScript(callers)) {
    const values = [baseline[variable] ?? 0, ...allValues(callers, variable)];
    for (const value of values) {
      forced[variable] = value;
      if (cost() === least) break;
    }
  }
  return forced;
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

function inScript(callers: Callers): readonly number[] {
  const places = scriptPlaces(callers);
  return places.map((_, variable) => variable).sort((left, right) => (places[left] ?? 0) - (places[right] ?? 0));
}

function allValues(callers: Callers, variable: number): readonly number[] {
  return Array.from({ length: callers.encoding.widths[variable] ?? 0 }, (_, value) => value);
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
