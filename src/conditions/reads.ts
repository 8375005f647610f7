/** What a condition reads: ids of questions and facts, and the thresholds at which it cuts numbers. */

import type { Condition } from './model.ts';

/** A condition that tests one fact. */
export type Test = Extract<Condition, { id: string }>;

/** Calls `visit` for every test in the condition. */
export function visitTests(condition: Condition, visit: (test: Test) => void): void {
  if ('id' in condition) visit(condition);
  else if ('terms' in condition) for (const term of condition.terms) visitTests(term.when, visit);
  else for (const part of condition.of) visitTests(part, visit);
}

/** Ids of the questions and facts that the condition names. */
export function readIds(condition: Condition): ReadonlySet<string> {
  const ids = new Set<string>();
  visitTests(condition, (test) => ids.add(test.id));
  return ids;
}
