/** What is said of policies whose diagrams outgrow their budget when they lie side by side. */

import type { OverBudget } from '../decision/compile.ts';
import { limitInWords } from './limit-in-words.ts';

/** The complaint, with what grew most where that is known. */
export function beyondBudget(policy: string, over: OverBudget): string {
  const most = over.grewBy.map(({ statement, nodes }) => `${statement} (${nodes})`).join(', ');
  const grown = most === '' ? '' : `; most come from ${most}`;
  return `intakeline: comparing \`${policy}\` needs more than ${limitInWords(over)}${grown}\n  compare fewer policies at once, or split the conditions named\n`;
}
