/** One reading and the columns of a header: what each of them is read for. */

import type { BoundFlag, SlotUse } from './bound-mapping.ts';
import type { CasesReading, ColumnNames, OptionsReading, Reading } from './mapping.ts';

/** The place of a column in the header; undefined where there is none. */
export type FindColumn = (names: ColumnNames) => number | undefined;

/** What columns are read for, by their places in the header. */
export type ColumnUses = readonly (readonly [column: number, use: SlotUse])[];

export interface BoundReading {
  readonly uses: ColumnUses;
  /** Bit i is set where option i can be denied. */
  readonly deniable: number;
}

/** What a reading needs of the header; undefined where that is not there, so that its question is not read. */
export function bindReading(reading: Reading, place: number, find: FindColumn): BoundReading | undefined {
  switch (reading.kind) {
    case 'cell':
      return bound([[find(reading.column), { kind: 'cell', reading: place }]]);
    case 'date': {
      const { until } = reading.date;
      return bound([
        [find(reading.column), { kind: 'date', reading: place, end: 'from' }],
        ...(until === 'today' ? [] : [[find(until), { kind: 'date', reading: place, end: 'until' }] as const]),
      ]);
    }
    case 'options':
      return bindOptions(reading, place, find);
    case 'cases':
      return bindCases(reading, place, find);
    default:
      return reading satisfies never;
  }
}

type Wanted = readonly [column: number | undefined, use: SlotUse];

/** All or nothing: a date with one day, or a case that was not tested, would say something else. */
function bound(wanted: readonly Wanted[]): BoundReading | undefined {
  const uses = found(wanted);
  return uses.length === wanted.length ? { uses, deniable: 0 } : undefined;
}

function found(wanted: readonly Wanted[]): ColumnUses {
  return wanted.flatMap(([column, use]) => (column === undefined ? [] : [[column, use] as const]));
}

/** Some of the columns are enough; an option that lacks one cannot be denied. */
function bindOptions(reading: OptionsReading, place: number, find: FindColumn): BoundReading | undefined {
  const byColumn = new Map<number, BoundFlag[]>();
  let deniable = 0;
  for (const [bit, { parts }] of reading.options.entries()) {
    const columns = parts.map((flag) => addFlag(byColumn, find(flag.column), { bit, flag }));
    if (columns.length > 0 && columns.every((hasColumn) => hasColumn)) deniable |= 1 << bit;
  }
  if (byColumn.size === 0) return undefined;
  const flags = [...byColumn].map(([column, own]): Wanted => [column, { kind: 'options', reading: place, flags: own }]);
  const { none, askedIf } = reading;
  const others: readonly Wanted[] = [
    ...(none === undefined ? [] : [[find(none.column), { kind: 'none', reading: place, flag: none }] as const]),
    ...askedIf.map((test) => [find(test.column), { kind: 'asked', reading: place, test }] as const),
  ];
  return { uses: found([...flags, ...others]), deniable };
}

function addFlag(byColumn: Map<number, BoundFlag[]>, column: number | undefined, flag: BoundFlag): boolean {
  if (column === undefined) return false;
  const own = byColumn.get(column) ?? [];
  own.push(flag);
  byColumn.set(column, own);
  return true;
}

function bindCases(reading: CasesReading, place: number, find: FindColumn): BoundReading | undefined {
  const tests = reading.cases.map(({ when }) => when.map((test) => [find(test.column), test] as const));
  const columns = new Set(tests.flatMap((own) => own.map(([column]) => column)));
  return bound(
    [...columns].map((column): Wanted => {
      const own = tests.map((some) => some.find(([one]) => one === column)?.[1]);
      return [column, { kind: 'cases', reading: place, tests: own }];
    }),
  );
}
