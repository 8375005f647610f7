/**
 * The order in which questions are tested. Internal: nothing that a person sees may depend on it.
 * FORCE (Aloul, Markov, Sakallah 2003) pulls together what is read together; then every question is put after those that its
 * `ask_if` reads, because the cost search (cheapest.ts) relies on it.
 */

import type { Condition } from '../conditions/model.ts';
import { readIds } from '../conditions/reads.ts';
import { gateReads } from '../questionnaire/gate-reads.ts';
import type { Questionnaire } from '../questionnaire/model.ts';

const ROUNDS = 40;

/** Ids of all questions, first tested first; `conditions` are those compiled beside the questionnaire's own. */
export function testingOrder(questionnaire: Questionnaire, conditions: readonly Condition[]): readonly string[] {
  const questions = new Set(questionnaire.questions.map((question) => question.id));
  const order = force(definitionOrder(questionnaire), groupsReadTogether(questionnaire, conditions));
  return gatesFirst(
    order.filter((id) => questions.has(id)),
    gateReads(questionnaire),
  );
}

/**
 * Facts are pulled along with questions, each as what it is called: following every fact down to its questions instead
 * made groups so large that everything was pulled to the middle (45,889 nodes against 25,122 for the default policy).
 */
function groupsReadTogether(
  questionnaire: Questionnaire,
  conditions: readonly Condition[],
): readonly (readonly string[])[] {
  const groups = [
    ...questionnaire.facts.flatMap((fact) => fact.branches.map((branch) => [fact.id, ...readIds(branch.when)])),
    ...questionnaire.questions.map((question) => [question.id, ...readIds(question.askIf)]),
    ...conditions.map((condition) => [...readIds(condition)]),
  ];
  return groups.filter((group) => group.length > 1);
}

/** Questions in script order, each fact right after the last of what it reads. */
function definitionOrder(questionnaire: Questionnaire): readonly string[] {
  const order = new Set<string>();
  const placeFacts = (): void => {
    for (const fact of questionnaire.facts) {
      const reads = fact.branches.flatMap((branch) => [...readIds(branch.when)]);
      if (reads.every((id) => order.has(id))) order.add(fact.id); // earlier facts come first, so one pass is enough
    }
  };
  for (const question of questionnaire.questions) {
    order.add(question.id);
    placeFacts();
  }
  return [...order];
}

/** Moves everything to the centre of the groups that it is in, again and again; the order with the shortest spans is kept. */
function force(start: readonly string[], groups: readonly (readonly string[])[]): readonly string[] {
  const ids = [...start];
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const members = groups.map((group) => group.flatMap((id) => numbers.get(id) ?? []));
  let order = ids.map((_, number) => number);
  let best = { order, span: Number.POSITIVE_INFINITY };
  for (let round = 0; round <= ROUNDS; round++) {
    const places = placesOf(order);
    const span = members.reduce((sum, group) => sum + spanOf(group, places), 0);
    if (span < best.span) best = { order, span };
    order = pulled(order, members, places);
  }
  return best.order.flatMap((number) => ids[number] ?? []);
}

function placesOf(order: readonly number[]): readonly number[] {
  const places = new Array<number>(order.length).fill(0);
  for (const [place, number] of order.entries()) places[number] = place;
  return places;
}

function spanOf(group: readonly number[], places: readonly number[]): number {
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const number of group) {
    first = Math.min(first, places[number] ?? 0);
    last = Math.max(last, places[number] ?? 0);
  }
  return last - first;
}

function pulled(order: readonly number[], groups: readonly (readonly number[])[], places: readonly number[]): number[] {
  const sums = new Float64Array(order.length);
  const counts = new Float64Array(order.length);
  for (const group of groups) {
    let centre = 0;
    for (const number of group) centre += (places[number] ?? 0) / group.length;
    for (const number of group) {
      sums[number] = (sums[number] ?? 0) + centre;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  const pull = order.map((_, number) =>
    counts[number] ? (sums[number] ?? 0) / (counts[number] ?? 1) : (places[number] ?? 0),
  );
  return [...order].sort(
    (left, right) => (pull[left] ?? 0) - (pull[right] ?? 0) || (places[left] ?? 0) - (places[right] ?? 0),
  );
}

/** Moves each question behind the questions that its gate reads, otherwise keeping the order. */
function gatesFirst(order: readonly string[], gates: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const placed = new Set<string>();
  const place = (id: string): void => {
    if (placed.has(id)) return;
    for (const gate of order.filter((other) => gates.get(id)?.has(other))) place(gate);
    placed.add(id);
  };
  for (const id of order) place(id);
  return [...placed];
}
