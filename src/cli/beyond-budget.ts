/** What is said of policies whose diagrams outgrow their budget when they lie side by side. */

import type { OverBudget } from '../decision/compile.ts';

/** The complaint, with what grew most where that is known. */
export function beyondBudget(policy: string, { limit, what, grewBy }: OverBudget): string {
  const most = grewBy.map(({ statement, nodes }) => `${statement} (${nodes})`).join(', ');
  const grown = most === '' ? '' : `; most come from ${most}`;
  return `intakeline: comparing \`${policy}\` needs more than ${limit} ${what === 'nodes' ? 'nodes' : 'remembered steps'}${grown}\n  compare fewer policies at once, or split the conditions named\n`;
}
