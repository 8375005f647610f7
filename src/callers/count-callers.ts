/**
 * How many callers a region holds: one for each way of answering all questions that apply. Exact: whole numbers of any size.
 *
 * A diagram in normal form says nothing of what a question that does not apply would have been answered, so that counting its
 * assignments would count one caller many times. So one answer is chosen for every question that does not apply, and whoever has
 * another one there is left out. For the shipped questionnaire the diagram of those who are left has 1,532 nodes.
 */

import type { Condition } from '../conditions/model.ts';
import { visitTests } from '../conditions/reads.ts';
import { BudgetExceeded } from '../diagram/budget.ts';
import { FALSE, type Node, TERMINALS, TRUE } from '../diagram/forest.ts';
import { children } from '../diagram/walk.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { type Callers, questionnaireConditions } from './callers.ts';
import { uniformWeights } from './share.ts';
import { spanWeights } from './span-weights.ts';

const PAIR = 2 ** 26; // nodes stay below it

/** Remembered counts: each is a number of up to some forty digits, so that these take half a gigabyte at most. */
const MOST_STEPS = 2_000_000;

/**
 * Conditions to compile along where callers will be counted: they cut every number that nothing else cuts, so that its answers,
 * too, are told apart.
 */
export function countingCuts(questionnaire: Questionnaire, conditions: readonly Condition[]): readonly Condition[] {
  const cut = new Set<string>();
  const kinds = new Map(questionnaire.questions.map(({ id, kind }) => [id, kind]));
  for (const condition of [...conditions, ...questionnaireConditions(questionnaire)])
    visitTests(condition, (test) => {
      const kind = kinds.get(test.id);
      if (test.kind !== 'within' || kind?.kind !== 'number') return;
      if (test.from > kind.min || test.to < kind.max) cut.add(test.id);
    });
  return questionnaire.questions.flatMap(({ id, kind }): readonly Condition[] =>
    kind.kind === 'number' && !cut.has(id) ? [{ kind: 'within', id, from: kind.min, to: kind.min }] : [],
  );
}

/**
 * Counts the callers of regions, which share the work as they share nodes. Texts, dates and phone numbers count as one answer; so
 * does a number that nothing cuts (`countingCuts`).
 * @throws BudgetExceeded at once or from what it returns
 */
export function callerCounter(callers: Callers, mostSteps: number = MOST_STEPS): (region: Node) => bigint {
  const { forest } = callers;
  const weights = uniformWeights(callers);
  const spans = spanWeights(weights);
  const chosen = chosenAnswers(callers);
  const memo = new Map<number, bigint>();

  const at = (node: Node, variable: number, value: number): Node =>
    forest.variable(node) === variable ? forest.child(node, value) : node;
  /** Callers of the region over the variables from the first that either tests. */
  const below = (valid: Node, region: Node): bigint => {
    if (valid === FALSE || region === FALSE) return 0n;
    if (valid < TERMINALS && region < TERMINALS) return 1n;
    const key = valid * PAIR + region;
    const before = memo.get(key);
    if (before !== undefined) return before;
    const found = counted(valid, region);
    if (memo.size >= mostSteps) throw new BudgetExceeded('memo', mostSteps);
    memo.set(key, found);
    return found;
  };
  const counted = (valid: Node, region: Node): bigint => {
    const top = topOf(valid, region);
    const isSkipped = forest.variable(valid) === top && children(forest, valid).some((child) => child === FALSE);
    let all = 0n;
    for (let value = 0; value < (forest.widths[top] ?? 0); value++) {
      const [nextValid, nextRegion] = [at(valid, top, value), at(region, top, value)];
      const weight = isSkipped ? 1n : (weights[top]?.[value] ?? 0n);
      const rest = below(nextValid, nextRegion);
      if (rest > 0n) all += weight * spans(top + 1, topOf(nextValid, nextRegion)) * rest;
    }
    return all;
  };
  const topOf = (valid: Node, region: Node): number => Math.min(forest.variable(valid), forest.variable(region));
  return (region) => spans(0, topOf(chosen, region)) * below(chosen, region);
}

/**
 * The callers whose questions that do not apply all have the first of their answers.
 * Invariant: a gate is decided before its question is tested (order.ts), and below every node some caller is left. So a node
 * that allows one value only tests a question that does not apply, and every other value is free.
 */
function chosenAnswers({ forest, encoding, questionnaire, applies }: Callers): Node {
  const first = (variable: number): Node =>
    forest.make(
      variable,
      Array.from({ length: forest.widths[variable] ?? 0 }, (_, value) => (value === 0 ? TRUE : FALSE)),
    );
  const asked = questionnaire.questions
    .map(({ id }) => ({ gate: applies(id), own: encoding.ofQuestion.get(id) ?? [] }))
    .filter(({ gate, own }) => gate !== TRUE && own.length > 0);
  asked.sort((left, right) => (right.own[0] ?? 0) - (left.own[0] ?? 0)); // later ones first, so that each step adds at the top
  return asked.reduce(
    (all, { gate, own }) => forest.and(forest.or(gate, own.map(first).reduce(forest.and, TRUE)), all),
    TRUE,
  );
}
