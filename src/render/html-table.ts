/** Tables of a page: a caption, headings with their scope, numbers set right. */

import type { Coarse } from './coarse.ts';
import { grouped } from './grouped.ts';
import { type Content, element, type Markup } from './html.ts';

/** A text or markup, a rounded count of people, their share, or a count that may be exact because it is of records. */
export type Cell = Content | Coarse | { readonly share: string } | { readonly records: number };

export interface HtmlTable {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: string;
  /** Headings of the columns. */
  readonly columns: readonly string[];
  /** Cells of each row, the first of which names it. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Columns that fit a page of 320 px; a table with more scrolls by itself there, and can be reached by key. */
const NARROW = 3;

/** Renders a table; its first column is the heading of each row, columns of counts are set right. */
export function htmlTable(table: HtmlTable): Markup {
  if (table.columns.length <= NARROW) return tableElement(table);
  const region = { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': `${table.id}-caption` };
  return element('div', region, tableElement(table));
}

function tableElement({ id, caption, columns, rows }: HtmlTable): Markup {
  const isNumeric = (place: number): boolean => rows.length > 0 && rows.every((row) => isCount(row[place] ?? ''));
  const numeric = (place: number): string | undefined => (isNumeric(place) ? 'count' : undefined);
  const head = columns.map((name, place) => element('th', { scope: 'col', class: numeric(place) }, name));
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      ...row.map((cell, place) =>
        place === 0
          ? element('th', { scope: 'row' }, shown(cell))
          : element('td', { class: numeric(place) }, shown(cell)),
      ),
    ),
  );
  return element(
    'table',
    {},
    element('caption', { id: `${id}-caption` }, caption),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...body),
  );
}

/** A text with a quieter one under it. */
export function noted(text: string, note: string): Markup {
  return element('span', {}, text, element('small', {}, note));
}

function isCount(cell: Cell): boolean {
  return typeof cell !== 'string' && !('markup' in cell);
}

function shown(cell: Cell): Content {
  if (typeof cell === 'string' || 'markup' in cell) return cell;
  if ('share' in cell) return cell.share;
  return 'records' in cell ? grouped(cell.records) : cell.shown;
}
