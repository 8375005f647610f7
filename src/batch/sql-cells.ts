/** The columns that are read, one by one: their texts, and what is wrong with each. Means what read-cell.ts means. */

import { type Grid, isOnGrid } from '../conditions/number-test.ts';
import type { BoundMapping, CellMeaning, Contribution, SlotUse } from './bound-mapping.ts';
import type { CellReading, DateReading, Reading } from './mapping.ts';
import { readCell } from './read-cell.ts';
import { REJECT_CODES, type RejectCode } from './reject-codes.ts';
import { dayOf, digitsOfDay, NO_DAY, timeBetween } from './sql-dates.ts';
import type { SqlDialect } from './sql-dialect.ts';
import { BEYOND, plainBlanks, trimmedSmall, WHOLE, wholeNumber, withoutZeros } from './sql-fold.ts';
import { entriesOf, listTests } from './sql-lists.ts';
import type { Made, Step } from './sql-steps.ts';
import { allOf, anyOf, column, firstOf, NO, not, plain, type Sql, sql } from './sql-text.ts';

/** What a query is made with. */
export interface SqlScope {
  readonly bound: BoundMapping;
  readonly dialect: SqlDialect;
}

/** Problems are numbers, the one to report the least: place of the column, then of the code. No problem is greater than all. */
export const NO_PROBLEM = 999_999_999;
const CODES_A_COLUMN = 32;

/** The number of a problem in a column, by its place in the header. */
export function problemNumber(code: RejectCode, place: number): number {
  return place * CODES_A_COLUMN + Object.keys(REJECT_CODES).indexOf(code);
}

/** The code of a problem's number. */
export function problemCode(problem: Sql, dialect: SqlDialect): Sql {
  const codes = Object.keys(REJECT_CODES).map((code, place) => sql`when ${place} then ${dialect.text(code)}`);
  return sql`case ${problem} % ${CODES_A_COLUMN} ${joinedCases(codes)} end`;
}

function joinedCases(cases: readonly Sql[]): Sql {
  return cases.reduce((all, one) => sql`${all} ${one}`);
}

/** A text of a slot. */
export const textOf = (slot: number): Sql => column(`t${slot}`);
/** The same as a whole number; BEYOND where it is none or too long. */
export const numberOf = (slot: number): Sql => column(`n${slot}`);
/** The same as entries of the list of a reading, and what they say of its n-th option: 1 named, 2 doubtful, 3 both. */
const entriesIn = (slot: number, reading: number): Sql => column(`l${slot}r${reading}`);
export const optionIn = (slot: number, reading: number, option: number): Sql => column(`o${slot}r${reading}n${option}`);
/** Whether the entries say that nothing is so, 1 or 0. */
export const noneIn = (slot: number, reading: number): Sql => column(`z${slot}r${reading}`);
/** A day of a slot in the form of a reading, as YYYYMMDD. */
export const dayIn = (slot: number, reading: number): Sql => column(`d${slot}r${reading}`);
/** The number of a slot's problem. */
export const problemOf = (slot: number): Sql => column(`p${slot}`);

export const isSound = (slot: number): Sql => sql`${problemOf(slot)} = ${NO_PROBLEM}`;

/** Whether a text is one of some. */
export function isOneOf(text: Sql, texts: Iterable<string>, dialect: SqlDialect): Sql {
  const list = [...new Set(texts)].map(dialect.text);
  if (list.length === 0) return NO;
  const [first] = list;
  if (list.length === 1 && first !== undefined) return sql`${text} = ${first}`;
  return sql`${text} in (${list.reduce((all, one) => sql`${all}, ${one}`)})`;
}

/** The texts that a slot's uses name, with what each says. All others are alike, but for numbers, lists and days. */
export function namedTexts({ bound }: SqlScope, slot: number): ReadonlyMap<string, CellMeaning> {
  const texts = new Set([
    ...bound.mapping.missing,
    ...(bound.uses[slot] ?? []).flatMap((use) => textsOfUse(bound, use)),
  ]);
  return new Map([...texts].map((text) => [text, readCell(bound, slot, text)]));
}

/** The named texts of a slot that say something that passes. */
export function textsSaying(scope: SqlScope, slot: number, passes: (one: Contribution) => boolean): readonly string[] {
  return [...namedTexts(scope, slot)].flatMap(([text, meaning]) =>
    meaning.ok && meaning.contributions.some(passes) ? [text] : [],
  );
}

function textsOfUse({ mapping }: BoundMapping, use: SlotUse): readonly string[] {
  if (use.kind === 'ended') return [...(mapping.ended?.values.keys() ?? [])];
  if (use.kind === 'emergency') return [...(mapping.emergency?.values ?? [])];
  if (use.kind === 'implied') return [...(mapping.implications[use.implication]?.test.values ?? [])];
  const reading = mapping.readings[use.reading];
  const unclear = [...(reading?.unclear ?? [])];
  switch (use.kind) {
    case 'cell':
      return [...unclear, ...(reading?.kind === 'cell' ? textsOfCell(reading.cell) : [])];
    case 'date':
      return unclear;
    case 'options':
      return [...unclear, ...use.flags.flatMap(({ flag }) => [...flag.yes, ...flag.no])];
    case 'none':
      return [...unclear, ...use.flag.yes, ...use.flag.no];
    case 'asked':
      return [...use.test.values];
    case 'cases':
      return use.tests.flatMap((test) => [...(test?.values ?? [])]);
    default:
      return use satisfies never;
  }
}

function textsOfCell(cell: CellReading): readonly string[] {
  if (cell.kind === 'values') return [...cell.values.keys()];
  return cell.kind === 'number' || cell.kind === 'ranges' ? [...cell.ranges.keys()] : [];
}

/** The steps from the cells of the table to the texts, numbers and days in them, and to what is wrong with each. */
export function cellSteps(scope: SqlScope, cellOf: (place: number) => Sql): readonly Step[] {
  const { bound, dialect } = scope;
  const slots = bound.columns.map((_, slot) => slot);
  const known = slots.flatMap((slot) => [...namedTexts(scope, slot).keys(), ...listWords(bound, slot)]);
  const made = (name: string, values: (slot: number) => Made[], note: string): Step => ({
    name,
    note,
    makes: slots.flatMap(values),
    isFenced: true,
  });
  return [
    made(
      'trimmed',
      (slot) => {
        const place = bound.columns[slot] ?? 0;
        return [{ name: textOf(slot).text, value: trimmedSmall(cellOf(place), known, dialect) }];
      },
      'cells without outer blanks, in small letters',
    ),
    made(
      'folded',
      (slot) => [{ name: textOf(slot).text, value: withoutZeros(textOf(slot), dialect) }],
      '`6.0` and `6.00` as `6`',
    ),
    made('parts', (slot) => partsIn(scope, slot), 'numbers, entries of lists, digits of days in them'),
    made('sorted', (slot) => sortedIn(scope, slot), 'options that entries name (1) or doubt (2), days that there are'),
    made('cells', (slot) => [problemIn(scope, slot)], 'what is wrong with a cell, as column * 32 + code'),
  ];
}

function listWords({ mapping, uses }: BoundMapping, slot: number): readonly string[] {
  return readingsOf(mapping.readings, uses[slot] ?? []).flatMap(({ reading }) => {
    const cell = reading.kind === 'cell' ? reading.cell : undefined;
    return cell?.kind === 'list' ? [...cell.values.keys(), ...cell.none, cell.unsure ?? '', cell.separator] : [];
  });
}

/** The readings of cells and days that use a slot, with their places. */
function readingsOf(readings: readonly Reading[], uses: readonly SlotUse[]) {
  return uses.flatMap((use) => {
    const reading = use.kind === 'cell' || use.kind === 'date' ? readings[use.reading] : undefined;
    return reading === undefined || !('reading' in use) ? [] : [{ reading, place: use.reading }];
  });
}

function partsIn({ bound, dialect }: SqlScope, slot: number): Made[] {
  const text = textOf(slot);
  const makes = readingsOf(bound.mapping.readings, bound.uses[slot] ?? []).flatMap(({ reading, place }): Made[] => {
    if (reading.kind === 'date')
      return [{ name: dayIn(slot, place).text, value: digitsOfDay(text, reading.date.format, dialect) }];
    if (reading.kind !== 'cell' || reading.cell.kind === 'values' || reading.cell.kind === 'ranges') return [];
    return reading.cell.kind === 'list'
      ? [
          {
            name: entriesIn(slot, place).text,
            value: entriesOf(reading.cell, plainBlanks(text, dialect), dialect),
          },
        ]
      : [{ name: numberOf(slot).text, value: wholeNumber(text, dialect) }];
  });
  return [...new Map(makes.map((one) => [one.name, one])).values()];
}

function sortedIn({ bound, dialect }: SqlScope, slot: number): Made[] {
  return readingsOf(bound.mapping.readings, bound.uses[slot] ?? []).flatMap(({ reading, place }): Made[] => {
    if (reading.kind === 'date') {
      const day = dayIn(slot, place);
      return [{ name: day.text, value: dayOf(day, dialect) }];
    }
    if (reading.kind !== 'cell' || reading.cell.kind !== 'list') return [];
    const { isNone, names, doubts } = listTests(reading.cell, entriesIn(slot, place), dialect);
    return [
      { name: noneIn(slot, place).text, value: asBit(isNone, 1) },
      ...listOptions(reading.cell).map((option, index) => ({
        name: optionIn(slot, place, index).text,
        value: sql`${asBit(names(option), 1)} + ${asBit(doubts(option), 2)}`,
        note: option,
      })),
    ];
  });
}

/** The options that a list can name, in a fixed order. */
export function listOptions({ values }: Extract<CellReading, { kind: 'list' }>): readonly string[] {
  return [...new Set(values.values())];
}

function asBit(condition: Sql, bit: number): Sql {
  return firstOf([{ when: condition, then: plain(bit) }], plain(0));
}

/** What is wrong with a cell: of several uses the first that cannot read it says so. */
function problemIn(scope: SqlScope, slot: number): Made {
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

/** The day of the run as YYYYMMDD. */
export function todayIn({ today }: BoundMapping): Sql {
  return plain(digitsOf(today));
}

function digitsOf(epochDay: number): number {
  const shifted = epochDay + 719_468; // days from 0000-03-01 to 1970-01-01
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const calendarMonth = month < 10 ? month + 3 : month - 9;
  return (year + era * 400 + (calendarMonth <= 2 ? 1 : 0)) * 10_000 + calendarMonth * 100 + day;
}

/** What can be wrong with the time between two days. */
export function timeFaults(date: DateReading, from: Sql, until: Sql, dialect: SqlDialect): readonly Fault[] {
  return [
    { when: sql`${until} < ${from}`, code: 'dates-reversed' },
    { when: not(isOnGridSql(timeBetween(from, until, date.unit, dialect), date.grid)), code: 'out-of-range' },
  ];
}

/** Whether a whole number is one that a question takes. */
export function isOnGridSql(number: Sql, grid: Grid): Sql {
  if (grid.step === 1 && Number.isInteger(grid.min)) return sql`${number} between ${grid.min} and ${grid.max}`;
  const taken = wholeNumbersOn(grid);
  return taken.length === 0 ? NO : sql`${number} in (${taken.join()})`;
}

/** The whole numbers on a grid of other steps than one. */
export function wholeNumbersOn(grid: Grid): readonly number[] {
  const first = Math.ceil(grid.min);
  const count = Math.max(0, Math.floor(grid.max) - first + 1);
  return Array.from({ length: count }, (_, place) => first + place).filter((number) => isOnGrid(number, grid));
}

/** Whether a number lies in a band, whose ends may be open; what is no number lies in none. */
export function isWithin(number: Sql, { from, to }: { readonly from: number; readonly to: number }): Sql {
  return sql`${number} between ${Math.max(from, 1 - BEYOND)} and ${Math.min(to, BEYOND)}`;
}
