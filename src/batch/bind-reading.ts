/** One reading and the columns of a header: what each of them is read for. */

import type { BoundFlag, SlotUse } from './bound-mapping.ts';
import type { CasesReading, ColumnNames, OptionsReading, Reading } from './mapping.ts';

/** The place of a column in the header; undefined where there is none. */
export type FindColumn = (names: ColumnNames) => number | undefined;

/** What columns are read for, by their places in the header. */
export type ColumnUses = readonly (readonly [column: number, use: SlotUse])[];

export interface BoundReading {
  /** None where the header lacks what the reading needs, so that its question is not read. */
  readonly uses: ColumnUses;
  /** Bit i is set where option i can be denied. */
  readonly deniable: number;
  /** The columns for want of which others that are there are not read. */
  readonly absent: readonly ColumnNames[];
}

/** What the columns of a header are to a reading. */
export function bindReading(reading: Reading, place: number, find: FindColumn): BoundReading {
  switch (reading.kind) {
    case 'cell':
      return bindAll([[reading.column, { kind: 'cell', reading: place }]], find);
    case 'date': {
      const { until } = reading.date;
      const from: Wanted = [reading.column, { kind: 'date', reading: place, end: 'from' }];
      return bindAll(
        until === 'today' ? [from] : [from, [until, { kind: 'date', reading: place, end: 'until' }]],
        find,
      );
    }
    case 'options':
      return bindOptions(reading, place, find);
    case 'cases':
      return bindCases(reading, place, find);
    default:
      return reading satisfies never;
  }
}

type Wanted = readonly [names: ColumnNames, use: SlotUse];

/** All or nothing: a date with one day, or a case that was not tested, would say something else. */
function bindAll(wanted: readonly Wanted[], find: FindColumn): BoundReading {
  const uses = found(wanted, find);
  return uses.length === wanted.length
    ? { uses, deniable: 0, absent: [] }
    : lacking(
        wanted.map(([names]) => names),
        find,
      );
}

/** Each absent column once, as long as another one is there. */
function lacking(wanted: readonly ColumnNames[], find: FindColumn): BoundReading {
  const absent = wanted.filter((names) => find(names) === undefined);
  const distinct = new Map(absent.map((names) => [names.join('\n'), names]));
  return { uses: [], deniable: 0, absent: absent.length < wanted.length ? [...distinct.values()] : [] };
}

function found(wanted: readonly Wanted[], find: FindColumn): ColumnUses {
  return wanted.flatMap(([names, use]) => {
    const column = find(names);
    return column === undefined ? [] : [[column, use] as const];
  });
}

/** Some of the columns are enough; an option that lacks one cannot be denied. */
function bindOptions(reading: OptionsReading, place: number, find: FindColumn): BoundReading {
  const byColumn = new Map<number, BoundFlag[]>();
  let deniable = 0;
  for (const [bit, { parts }] of reading.options.entries()) {
    const columns = parts.map((flag) => addFlag(byColumn, find(flag.column), { bit, flag }));
    if (columns.length > 0 && columns.every((hasColumn) => hasColumn)) deniable |= 1 << bit;
  }
  if (byColumn.size === 0) return { uses: [], deniable: 0, absent: [] };
  const flags = [...byColumn].map(
    ([column, own]) => [column, { kind: 'options', reading: place, flags: own }] as const,
  );
  const { none, askedIf } = reading;
  const others: readonly Wanted[] = [
    ...(none === undefined ? [] : [[none.column, { kind: 'none', reading: place, flag: none }] as const]),
    ...askedIf.map((test) => [test.column, { kind: 'asked', reading: place, test }] as const),
  ];
  return { uses: [...flags, ...found(others, find)], deniable, absent: [] };
}

function addFlag(byColumn: Map<number, BoundFlag[]>, column: number | undefined, flag: BoundFlag): boolean {
  if (column === undefined) return false;
  const own = byColumn.get(column) ?? [];
  own.push(flag);
  byColumn.set(column, own);
  return true;
}

function bindCases(reading: CasesReading, place: number, find: FindColumn): BoundReading {
  const wanted = reading.cases.flatMap(({ when }) => when.map(({ column }) => column));
  const columns = new Set(wanted.flatMap((names) => find(names) ?? []));
  if (wanted.some((names) => find(names) === undefined)) return lacking(wanted, find);
  const uses = [...columns].map((column) => {
    const tests = reading.cases.map(({ when }) => when.find((test) => find(test.column) === column));
    return [column, { kind: 'cases', reading: place, tests }] as const;
  });
  return { uses, deniable: 0, absent: [] };
}
