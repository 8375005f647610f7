/** The columns of a table of which no header is at hand. */

import type { ColumnNames, Mapping, Reading } from './mapping.ts';

/** The first name of every column that a mapping reads, in its order: what a table has that was made for it. */
export function firstNames({ readings, ended, emergency, implications }: Mapping): readonly string[] {
  const columns: readonly ColumnNames[] = [
    ...readings.flatMap(columnsOf),
    ...(ended === undefined ? [] : [ended.column]),
    ...(emergency === undefined ? [] : [emergency.column]),
    ...implications.map(({ test }) => test.column),
  ];
  return [...new Set(columns.flatMap(([first]) => first ?? []))];
}

function columnsOf(reading: Reading): readonly ColumnNames[] {
  switch (reading.kind) {
    case 'cell':
      return [reading.column];
    case 'date':
      return [reading.column, ...(reading.date.until === 'today' ? [] : [reading.date.until])];
    case 'options': {
      const { none, askedIf } = reading;
      const parts = reading.options.flatMap((option) => option.parts.map(({ column }) => column));
      return [...parts, ...(none === undefined ? [] : [none.column]), ...askedIf.map(({ column }) => column)];
    }
    case 'cases':
      return reading.cases.flatMap(({ when }) => when.map(({ column }) => column));
    default:
      return reading satisfies never;
  }
}
