/** What several policies say of the rows of an export, for a person and for a program. */

import type { RowCell, RowComparison, RowPair } from '../analysis/compare-rows.ts';
import { type Block, table } from './blocks.ts';
import { blocksMarkdown } from './blocks-markdown.ts';
import { blocksText } from './blocks-text.ts';
import { MATRIX_HEADS, MATRIX_ORDER, matrixKey, saidWords } from './compare-words.ts';
import { grouped, numbered } from './grouped.ts';
import type { Paint } from './palette.ts';

/** As text of at most so many columns. */
export function rowsText(comparison: RowComparison, width: number, paint?: Paint): string {
  return blocksText(rowBlocks(comparison), width, paint);
}

/** As Markdown. */
export function rowsMarkdown(comparison: RowComparison): string {
  return blocksMarkdown(rowBlocks(comparison));
}

/** As JSON, versioned. */
export function rowsJson(comparison: RowComparison): string {
  return `${JSON.stringify({ format: 'intakeline/compared-rows/1', ...comparison }, null, 2)}\n`;
}

function rowBlocks({ records, differ, policies, pairs }: RowComparison): readonly Block[] {
  const { scored, rejected } = records;
  const read = `${numbered(scored + rejected, 'record')}: ${grouped(scored)} scored, ${grouped(rejected)} rejected.`;
  return [
    { kind: 'title', text: `${policies.map(({ id }) => id).join(', ')} over an export` },
    { kind: 'paragraph', text: `${read} ${differWords(policies.length, differ, scored)}` },
    ...(pairs.length > 1 ? [pairTable(pairs)] : []),
    ...pairs.flatMap((pair) => pairBlocks(pair)),
  ];
}

function differWords(policies: number, differ: number, scored: number): string {
  const who = policies === 2 ? 'The two' : `The ${policies}`;
  return `${who} do not give the same level for ${grouped(differ)} of the ${grouped(scored)} scored. First steps and supports are not compared.`;
}

function pairTable(pairs: readonly RowPair[]): Block {
  return table(
    ['', 'beside', 'differ'],
    pairs.map(({ before, after, differ }) => [before, after, grouped(differ)]),
    2,
  );
}

function pairBlocks({ before, after, cells }: RowPair): readonly Block[] {
  const settled = cells.filter((cell) => isSettled(cell.before) && isSettled(cell.after));
  const open = cells.filter((cell) => !settled.includes(cell));
  return [
    { kind: 'heading', text: `Rows are ${before}, columns ${after}` },
    ...(settled.length === 0 ? [] : [matrix(settled)]),
    ...(open.length === 0 ? [] : [openTable(open, before, after)]),
  ];
}

/** Rows that are settled, or of which the policy does not say, or that get no level. */
function isSettled(word: string): boolean {
  return !word.includes('..');
}

function matrix(cells: readonly RowCell[]): Block {
  const rows = MATRIX_ORDER.filter((key) => cells.some(({ before }) => matrixKey(before) === key));
  const columns = MATRIX_ORDER.filter((key) => cells.some(({ after }) => matrixKey(after) === key));
  const count = (row: string, column: string): number =>
    cells
      .filter(({ before, after }) => matrixKey(before) === row && matrixKey(after) === column)
      .reduce((sum, cell) => sum + cell.rows, 0);
  const shown = (number: number): string => (number === 0 ? '' : grouped(number));
  return table(
    ['', ...columns.map((key) => MATRIX_HEADS[key])],
    rows.map((row) => [row, ...columns.map((column) => shown(count(row, column)))]),
  );
}

const MOST = 20;

/** Rows that are open under one at least, by the lowest and highest level. */
function openTable(cells: readonly RowCell[], before: string, after: string): Block {
  const shown = cells.slice(0, MOST).map((cell) => [rowWords(cell.before), rowWords(cell.after), grouped(cell.rows)]);
  const left = cells.length - MOST;
  const more = left > 0 ? [[`${left} more`, '--format json lists all', '']] : [];
  return table([`open: ${before}`, after, 'rows'], [...shown, ...more], 2);
}

function rowWords(word: string): string {
  const [status = '', ends = ''] = word.split(' ');
  if (isSettled(word)) return saidWords(word);
  const [lowest = '', highest = ''] = ends.split('..');
  if (lowest === highest) return `${status} ${lowest}`;
  return `${status} ${lowest === '' ? 'up to' : `${lowest} to`} ${highest === '' ? 'any' : highest}`;
}
