/** The smallest changes of a caller's answers that lead into a region. */

import { type Assignment, reachable, UNKNOWN } from '../diagram/walk.ts';
import type { Callers } from './callers.ts';
import { cheapest, type Found, type Price, type Target } from './cheapest.ts';

const ONLY_FALSE = 1; // the set of terminals that holds nothing but false

/**
 * A way costs one for each answer that differs, nothing for an answer that becomes needless, one for each question that
 * certainly did not apply and now does. Answers that were unknown stay unknown and are free. With `changeableOnly`
 * nothing but circumstances may differ; otherwise ways with fewer unchangeable answers come first among equals.
 * @throws BudgetExceeded
 */
export function nearestChanges(
  callers: Callers,
  known: Assignment,
  target: Target,
  choice: { readonly changeableOnly: boolean; readonly most: number },
): Found | undefined {
  const { variables } = callers.encoding;
  const price = (variable: number, value: number): Price => {
    const before = known[variable] ?? UNKNOWN;
    if (before === UNKNOWN || before === value) return 'free';
    if (variables[variable]?.question.changeable) return 'change';
    return choice.changeableOnly ? 'forbidden' : 'grave-change';
  };
  return cheapest({
    callers,
    target,
    gates: notApplying(callers, known).map(callers.applies),
    price,
    most: choice.most,
  });
}

/** Questions that certainly do not apply to the caller, in script order. */
export function notApplying(callers: Callers, known: Assignment): readonly string[] {
  return callers.questionnaire.questions
    .map((question) => question.id)
    .filter((id) => reachable(callers.forest, callers.applies(id), known) === ONLY_FALSE);
}
