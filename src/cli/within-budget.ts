/** A part of a check that may outgrow the budget of nodes, which keeps no other part from being looked at. */

import { BudgetExceeded } from '../diagram/budget.ts';
import type { Problem } from '../problems/problem.ts';
import type { CheckedPart } from './check-part.ts';
import { limitInWords } from './limit-in-words.ts';

/** What the part comes to, or that its diagrams, beside those of the policies, are too many. `what` names the part. */
export function withinBudget<T extends CheckedPart>(what: string, place: string, part: () => T): T | CheckedPart {
  try {
    return part();
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return { problems: [partTooLarge(what, place, error)], checked: [] };
  }
}

/** The problem that a part of a check needs more than there is. */
export function partTooLarge(part: string, place: string, exceeded: Pick<BudgetExceeded, 'what' | 'limit'>): Problem {
  return {
    code: 'over-budget',
    severity: 'error',
    file: place,
    position: undefined,
    message: `${part} needs more than ${limitInWords(exceeded)} in all, together with the policies`,
    remedy: 'put fewer policies into one folder, or let their conditions read fewer questions at once',
    excerpt: undefined,
  };
}
