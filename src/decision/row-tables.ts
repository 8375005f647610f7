/** The tables from which the result of a row is read: what the walks of a batch and a query in a warehouse have in common. */

import { FALSE, type Forest, type Node } from '../diagram/forest.ts';
import { boundTable, type Table } from '../diagram/table.ts';
import { FIRST_STEPS, type FirstStep, LEVELS } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import type { CompiledPolicy } from './compile.ts';

/** One walk over each gives the bounds of a row over all its completions. */
export interface RowTables {
  /**
   * The least and the greatest result: ranks of levels, then LEVELS.length + i for the i-th disposition. The least is the lowest
   * level unless it is a disposition; equal ones are the only result.
   */
  readonly outcome: { readonly lowest: Table; readonly highest: Table };
  /** Rank of the highest level over the completions that get one; it says nothing where the least outcome is a disposition. */
  readonly highestLevel: Table;
  /** 1 where the first step holds in every completion, and where it holds in some. */
  readonly firstSteps: Readonly<Record<FirstStep, { readonly certain: Table; readonly possible: Table }>>;
}

/** The tables of a policy, one by one. @throws BudgetExceeded where its forest would outgrow its budget */
export function rowTables(compiled: CompiledPolicy): RowTables {
  const { forest } = compiled.callers;
  const bounds = (root: Node) => [boundTable(forest, root, 'min'), boundTable(forest, root, 'max')] as const;
  const [lowest, highest] = bounds(compiled.outcome);
  return {
    outcome: { lowest, highest },
    highestLevel: boundTable(forest, scoredLevel(forest, compiled), 'max'),
    firstSteps: forEachId(FIRST_STEPS, (id) => {
      const [certain, possible] = bounds(compiled.firstSteps[id]);
      return { certain, possible };
    }),
  };
}

/** The level of those who get one, and the lowest rank of all for the others: its greatest terminal is that of the levels. */
export function scoredLevel(forest: Forest, { scored, level }: Pick<CompiledPolicy, 'scored' | 'level'>): Node {
  return forest.choose(scored, level, FALSE);
}

/** Whether an outcome is a level. */
export function isLevel(outcome: number): boolean {
  return outcome < LEVELS.length;
}
