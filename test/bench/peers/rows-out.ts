/** What all peers in JavaScript do alike: name the columns, and write rows with one more cell. */

import { closeSync, openSync, writeSync } from 'node:fs';
import { forEachId } from '../../../src/policy/for-each-id.ts';
import { INTAKE_COLUMNS } from '../generate-export-intakes.ts';

/** The columns that the ten rules read. */
const FACTS = [
  ...(['in_danger', 'drugs', 'main_drug', 'drink_days', 'drinks', 'last_use', 'symptoms'] as const),
  ...(['withdrawal_before', 'opioid_source', 'opioid_use', 'injects', 'pregnant', 'mental_health'] as const),
  ...(['mind_effect', 'signs', 'housing', 'violence'] as const),
];
export type Fact = (typeof FACTS)[number];

/** Their places in the export. */
export const PLACES = forEachId(FACTS, (fact) => INTAKE_COLUMNS.indexOf(fact));

/** What a row says, as an engine for rules takes it: options, numbers and texts by the name of their column. */
export function factsOf(cells: readonly string[]): Readonly<Record<Fact, unknown>> {
  return forEachId(FACTS, (fact) => factOf(fact, cells[PLACES[fact]] ?? ''));
}

const LISTS: ReadonlySet<Fact> = new Set<Fact>(['drugs', 'withdrawal_before', 'signs']);
const NUMBERS: ReadonlySet<Fact> = new Set<Fact>(['drink_days', 'drinks', 'last_use']);

function factOf(fact: Fact, cell: string): unknown {
  if (LISTS.has(fact)) return listed(cell);
  return NUMBERS.has(fact) ? numbered(cell) : cell;
}

/** The result column of every peer. */
export const RESULT = 'level_at_least';

/** A file to which rows go, a megabyte at a time. */
export interface RowsOut {
  readonly write: (cells: readonly string[], level: string) => void;
  readonly close: () => void;
}

const BLOCK = 1 << 20;

export function rowsOut(path: string): RowsOut {
  const file = openSync(path, 'w');
  let text = '';
  const flush = (): void => {
    writeSync(file, text);
    text = '';
  };
  return {
    write: (cells, level) => {
      for (const cell of cells) text += `${quoted(cell)},`;
      text += `${level}\n`;
      if (text.length > BLOCK) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
}

const SPECIAL = /[",\r\n]/;

function quoted(cell: string): string {
  return SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Options of one cell; none where it is blank. */
export function listed(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split(';');
}

/** A number, or nothing where the cell is blank. */
export function numbered(cell: string): number | null {
  return cell === '' ? null : Number(cell);
}
