/**
 * The order in which questions are tested. Internal: nothing that a person sees may depend on it.
 * FORCE (Aloul, Markov, Sakallah 2003) pulls questions that are read together close together;
 * then every question is put after those that its `ask_if` reads, because the cost search (nearest.ts) relies on it.
 */

import { readIds } from '../conditions/reads.ts';
import type { Condition } from '../conditions/model.ts';
import type { Questionnaire } from '../questionnaire/model.ts';

const ROUNDS = 40;

/** Ids of all questions, first tested first. */
export function testingOrder(questionnaire: Questionnaire, conditions: readonly Condition[]): readonly string[] {
  const reads = questionsRead(questionnaire);
  const groups = conditions.map((condition) => [...reads.ofCondition(condition)]).filter((group) => group.length > 1);
  const script = questionnaire.questions.map((question) => question.id);
  return gatesFirst(force(script, groups), reads.gates);
}

/** Which questions a condition reads, gates and derived facts followed to their questions. */
export function questionsRead(questionnaire: Questionnaire): {
  readonly ofCondition: (condition: Condition) => ReadonlySet<string>;
  readonly gates: ReadonlyMap<string, ReadonlySet<string>>;
} {
  const gates = new Map<string, ReadonlySet<string>>();
  const facts = new Map<string, ReadonlySet<string>>();
  const ofCondition = (condition: Condition): ReadonlySet<string> => {
    const all = new Set<string>();
    for (const id of readIds(condition)) {
      const gate = gates.get(id);
      if (gate !== undefined) all.add(id);
      for (const read of gate ?? facts.get(id) ?? []) all.add(read);
    }
    return all;
  };
  // A gate may read a fact that is listed after the questions, so both are taken as soon as what they read is known.
  const pending = [
    ...questionnaire.questions.map((question) => ({ id: question.id, conditions: [question.askIf], into: gates })),
    ...questionnaire.facts.map((fact) => ({ id: fact.id, conditions: fact.branches.map((branch) => branch.when), into: facts })),
  ];
  const ids = new Set(pending.map((one) => one.id));
  let waiting = pending;
  while (waiting.length > 0) {
    const known = (id: string) => !ids.has(id) || gates.has(id) || facts.has(id);
    const ready = waiting.filter((one) => one.conditions.every((condition) => [...readIds(condition)].every(known)));
    if (ready.length === 0) throw new Error('a questionnaire with a cycle was compiled'); // Invariant: compile.ts refuses cycles
    for (const one of ready) {
      const read = new Set(one.conditions.flatMap((condition) => [...ofCondition(condition)]));
      one.into.set(one.id, read);
    }
    waiting = waiting.filter((one) => !ready.includes(one));
  }
  return { ofCondition, gates };
}

function force(script: readonly string[], groups: readonly (readonly string[])[]): readonly string[] {
  let order = script;
  for (let round = 0; round < ROUNDS; round++) {
    const place = new Map(order.map((id, index) => [id, index]));
    const sums = new Map<string, { sum: number; count: number }>();
    for (const group of groups) {
      const centre = group.reduce((sum, id) => sum + (place.get(id) ?? 0), 0) / group.length;
      for (const id of group) {
        const entry = sums.get(id) ?? { sum: 0, count: 0 };
        sums.set(id, { sum: entry.sum + centre, count: entry.count + 1 });
      }
    }
    const pull = (id: string): number => {
      const entry = sums.get(id);
      return entry === undefined ? (place.get(id) ?? 0) : entry.sum / entry.count;
    };
    const next = [...order].sort((left, right) => pull(left) - pull(right) || (place.get(left) ?? 0) - (place.get(right) ?? 0));
    if (next.every((id, index) => id === order[index])) break;
    order = next;
  }
  return order;
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
