/** What all peers in JavaScript do alike: name the columns, and write rows with one more cell. */

import { closeSync, openSync, writeSync } from 'node:fs';

/** Places of the columns that the ten rules read, in the export of generate-export-intakes.ts. */
export const PLACES = {
  in_danger: 4,
  drugs: 8,
  main_drug: 9,
  drink_days: 10,
  drinks: 11,
  last_use: 12,
  symptoms: 13,
  withdrawal_before: 14,
  opioid_source: 15,
  opioid_use: 16,
  injects: 17,
  pregnant: 18,
  mental_health: 19,
  mind_effect: 20,
  signs: 21,
  housing: 22,
  violence: 23,
} as const;

/** The result column of every peer. */
export const RESULT = 'level_at_least';

/** Levels of the ten rules, least intensive first. */
export const RANKS = ['information', 'outpatient', 'iop', 'php', 'residential', 'inpatient', 'emergency'] as const;

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
