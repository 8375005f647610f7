/** Which whole numbers a question takes, and which lie in a band. */

import { type Grid, isOnGrid } from '../conditions/number-test.ts';
import { BEYOND } from './sql-fold.ts';
import { NO, type Sql, sql } from './sql-text.ts';

/** Whether a whole number is one that a question takes. */
export function isOnGridSql(number: Sql, grid: Grid): Sql {
  if (grid.step === 1 && Number.isInteger(grid.min)) return sql`${number} between ${grid.min} and ${grid.max}`;
  const taken = wholeNumbersOn(grid);
  return taken.length === 0 ? NO : sql`${number} in (${taken.join()})`;
}

/** The whole numbers on a grid of other steps than one. */
function wholeNumbersOn(grid: Grid): readonly number[] {
  const first = Math.ceil(grid.min);
  const count = Math.max(0, Math.floor(grid.max) - first + 1);
  return Array.from({ length: count }, (_, place) => first + place).filter((number) => isOnGrid(number, grid));
}

/** Whether a number lies in a band, whose ends may be open; what is no number lies in none. */
export function isWithin(number: Sql, { from, to }: { readonly from: number; readonly to: number }): Sql {
  return sql`${number} between ${Math.max(from, 1 - BEYOND)} and ${Math.min(to, BEYOND)}`;
}
