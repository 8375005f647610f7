/** What is wrong with a cell, or with the time between two. Means what read-cell.ts means. */

import type { SlotUse } from './bound-mapping.ts';
import type { CellReading, DateReading } from './mapping.ts';
import type { RejectCode } from './reject-codes.ts';
import { NO_DAY, timeBetween, todayIn } from './sql-dates.ts';
import type { SqlDialect } from './sql-dialect.ts';
import { WHOLE } from './sql-fold.ts';
import { listTests } from './sql-lists.ts';
import { isOnGridSql, isWithin } from './sql-numbers.ts';
import {
  dayIn,
  entriesIn,
  isOneOf,
  listOptions,
  NO_PROBLEM,
  namedTexts,
  noneIn,
  numberOf,
  optionIn,
  problemNumber,
  problemOf,
  type SqlScope,
  textOf,
} from './sql-slots.ts';
import type { Made } from './sql-steps.ts';
import { allOf, anyOf, firstOf, not, plain, type Sql, sql } from './sql-text.ts';

/** What is wrong with a cell: of several uses the first that cannot read it says so. */
export function problemIn(scope: SqlScope, slot: number): Made {
  const { bound, dialect } = scope;
  const place = bound.columns[slot] ?? 0;
  const number = (code: RejectCode) => plain(problemNumber(code, place));
  const meanings = [...namedTexts(scope, slot)];
  const sound = meanings.flatMap(([text, meaning]) => (meaning.ok ? [text] : []));
  const unsound = meanings.flatMap(([text, meaning]) => (meaning.ok ? [] : [{ text, code: meaning.code }]));
  const branches = [
    { when: isOneOf(textOf(slot), sound, dialect), then: plain(NO_PROBLEM) },
    ...unsound.map(({ text, code }) => ({ when: isOneOf(textOf(slot), [text], dialect), then: number(code) })),
    ...(bound.uses[slot] ?? []).flatMap((use) =>
      faultsOf(scope, slot, use).map(({ when, code }) => ({ when, then: number(code) })),
    ),
  ];
  return { name: problemOf(slot).text, value: firstOf(branches, plain(NO_PROBLEM)), note: bound.header[place] ?? '' };
}

interface Fault {
  readonly when: Sql;
  readonly code: RejectCode;
}

const ALWAYS_UNKNOWN: readonly Fault[] = [{ when: plain('true'), code: 'unknown-value' }];

/** What can be wrong with a text that no use names. */
function faultsOf(scope: SqlScope, slot: number, use: SlotUse): readonly Fault[] {
  const { bound, dialect } = scope;
  switch (use.kind) {
    case 'ended':
    case 'options':
    case 'none':
      return ALWAYS_UNKNOWN;
    case 'emergency':
    case 'implied':
    case 'asked':
    case 'cases':
      return [];
    case 'cell': {
      const reading = bound.mapping.readings[use.reading];
      return reading?.kind === 'cell' ? cellFaults(reading.cell, { slot, place: use.reading }, dialect) : [];
    }
    case 'date': {
      const reading = bound.mapping.readings[use.reading];
      return reading?.kind === 'date' ? dayFaults(scope, reading.date, dayIn(slot, use.reading)) : [];
    }
    default:
      return use satisfies never;
  }
}

function cellFaults(
  cell: CellReading,
  { slot, place }: { readonly slot: number; readonly place: number },
  dialect: SqlDialect,
): readonly Fault[] {
  const notNumber: Fault = { when: not(dialect.matches(textOf(slot), WHOLE)), code: 'not-a-number' };
  switch (cell.kind) {
    case 'values':
    case 'ranges':
      return ALWAYS_UNKNOWN;
    case 'number':
      return [notNumber, { when: not(isOnGridSql(numberOf(slot), cell.grid)), code: 'out-of-range' }];
    case 'bands': {
      const inBand = anyOf(cell.bands.map((band) => isWithin(numberOf(slot), band)));
      return [notNumber, { when: not(inBand), code: 'out-of-range' }];
    }
    case 'list': {
      const { isKnown } = listTests(cell, entriesIn(slot, place), dialect);
      const options = listOptions(cell).map((_, option) => optionIn(slot, place, option));
      const isNone = sql`${noneIn(slot, place)} = 1`;
      return [
        { when: not(isKnown), code: 'unknown-value' },
        {
          when: allOf([isNone, anyOf(options.map((option) => sql`${option} in (1, 3)`))]),
          code: 'none-and-some',
        },
        { when: anyOf(options.map((option) => sql`${option} = 3`)), code: 'conflicting-answers' },
      ];
    }
    default:
      return cell satisfies never;
  }
}

/** A reading until the day of the run can be seen to be wrong in its one column; others only when both days are known. */
function dayFaults({ bound, dialect }: SqlScope, date: DateReading, day: Sql): readonly Fault[] {
  const noDay: Fault = { when: sql`${day} = ${NO_DAY}`, code: 'not-a-date' };
  return date.until === 'today' ? [noDay, ...timeFaults(date, day, todayIn(bound), dialect)] : [noDay];
}

/** What can be wrong with the time between two days. */
export function timeFaults(date: DateReading, from: Sql, until: Sql, dialect: SqlDialect): readonly Fault[] {
  return [
    { when: sql`${until} < ${from}`, code: 'dates-reversed' },
    { when: not(isOnGridSql(timeBetween(from, until, date.unit, dialect), date.grid)), code: 'out-of-range' },
  ];
}
