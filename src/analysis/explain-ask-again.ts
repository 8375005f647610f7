/** Changes that would take back a danger: nobody may read them as a way to less care. */

import type { FactValue } from '../conditions/model.ts';
import type { Question } from '../questionnaire/model.ts';

/** What is to be said of every change that takes back an answer about safety. */
export const ASK_AGAIN = 'only if it was recorded wrongly: ask again';

/** Whether an answer to a safety question would be given up for one that is not known to be as grave. */
export function takesBackDanger(question: Question, before: FactValue, after: FactValue): boolean {
  const { safety, order, baseline } = question;
  if (!safety) return false;
  if (typeof before === 'object' && typeof after === 'object')
    return order.kind === 'less'
      ? after.some((one) => !before.includes(one))
      : before.some((one) => !after.includes(one));
  if (typeof before === 'number' && typeof after === 'number')
    return order.kind === 'less' ? after > before : after < before;
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  if (order.kind !== 'ranks') return before !== baseline;
  return (order.ranks.get(after) ?? 0) < (order.ranks.get(before) ?? 0);
}
