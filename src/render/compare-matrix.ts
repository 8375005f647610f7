/** What one policy says by what the other says, as a table of shares. */

import type { CellReport, PairReport } from '../analysis/compare-report.ts';
import type { Share } from '../analysis/share-of.ts';
import { type Block, table } from './blocks.ts';
import { MATRIX_HEADS, MATRIX_ORDER, matrixKey } from './compare-words.ts';
import { percentCell } from './percent.ts';

/** The matrix of the calm callers, by the last measure; none where there are none. */
export function matrixBlock({ cells }: PairReport): readonly Block[] {
  const calm = cells.filter(({ shares }) => shares.calm.at(-1) != null);
  if (calm.length === 0) return [];
  const rows = MATRIX_ORDER.filter((key) => calm.some(({ before }) => matrixKey(before) === key));
  const columns = MATRIX_ORDER.filter((key) => calm.some(({ after }) => matrixKey(after) === key));
  return [
    table(
      ['', ...columns.map((key) => MATRIX_HEADS[key])],
      rows.map((row) => [row, ...columns.map((column) => cellText(calm, row, column))]),
    ),
  ];
}

/** Several ways to end without a level are one cell, in which they are the same or are listed below. */
function cellText(cells: readonly CellReport[], row: string, column: string): string {
  const own = cells.filter(({ before, after }) => matrixKey(before) === row && matrixKey(after) === column);
  return own.length === 0 ? '' : percentCell(sumOf(own.map(({ shares }) => shares.calm.at(-1))));
}

/** Added up as fractions: nothing is nothing, and all is all. */
function sumOf(shares: readonly (Share | null | undefined)[]): Share {
  let [part, whole] = [0n, 1n];
  for (const share of shares) {
    const [own = 0n, of = 1n] = (share?.fraction ?? '0/1').split('/').map(BigInt);
    [part, whole] = [part * of + own * whole, whole * of];
  }
  if (part === 0n) return { fraction: '0/1', value: 0 };
  if (part === whole) return { fraction: '1/1', value: 1 };
  return { fraction: `${part}/${whole}`, value: shares.reduce((sum, share) => sum + (share?.value ?? 0), 0) };
}
