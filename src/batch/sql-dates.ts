/** Days in cells (calendar-day.ts) by arithmetic of whole numbers: engines disagree on which texts are dates. A day is YYYYMMDD. */

import type { BoundMapping } from './bound-mapping.ts';
import { TIME_OF_DAY } from './calendar-day.ts';
import { escaped } from './escaped.ts';
import type { DateReading } from './mapping.ts';
import type { SqlDialect } from './sql-dialect.ts';
import { firstOf, plain, type Sql, sql } from './sql-text.ts';

/** Stands for a text that names no day. */
export const NO_DAY = 0;

/** A part of a form, and what stands behind it. */
interface Part {
  readonly kind: 'Y' | 'M' | 'D';
  /** Digits; undefined for one or two. */
  readonly width: number | undefined;
  readonly behind: string;
}

/** The digits of a day in a text of the form, perhaps with a time of day behind it, whether or not there is such a day; NO_DAY for any other text. */
export function digitsOfDay(cell: Sql, format: string, dialect: SqlDialect): Sql {
  const text = dialect.replace(cell, TIME_OF_DAY, '');
  const { before, parts } = partsOf(format);
  const numbers = new Map<string, Sql>();
  let rest = before === '' ? text : sql`substr(${text}, ${before.length + 1})`;
  for (const { kind, width, behind } of parts) {
    const digits = width === undefined ? upTo(rest, behind, dialect) : sql`substr(${rest}, 1, ${width})`;
    numbers.set(kind, dialect.asNumber(digits));
    rest = sql`substr(${rest}, ${width ?? sql`length(${digits})`} + ${behind.length + 1})`;
  }
  const number = (kind: Part['kind']) => numbers.get(kind) ?? plain(0);
  const then = sql`${number('Y')} * 10000 + ${number('M')} * 100 + ${number('D')}`;
  return firstOf([{ when: dialect.matches(text, patternOf(before, parts)), then }], plain(NO_DAY));
}

/** The day that digits stand for; NO_DAY where there is none from 1900 to 2100. */
export function dayOf(digits: Sql, dialect: SqlDialect): Sql {
  const { year, month, day } = calendarOf(digits, dialect);
  const isLeap = sql`(${year} % 4 = 0 and ${year} % 100 <> 0 or ${year} % 400 = 0)`;
  const last = sql`case when ${month} in (4, 6, 9, 11) then 30 when ${month} <> 2 then 31 when ${isLeap} then 29 else 28 end`;
  const isDay = sql`${year} between 1900 and 2100 and ${month} between 1 and 12 and ${day} between 1 and ${last}`;
  return firstOf([{ when: isDay, then: digits }], plain(NO_DAY));
}

/** Whole years or days from one day to a later one. */
export function timeBetween(from: Sql, until: Sql, unit: DateReading['unit'], dialect: SqlDialect): Sql {
  if (unit === 'days') return sql`${daysBefore(until, dialect)} - (${daysBefore(from, dialect)})`;
  const years = sql`${calendarOf(until, dialect).year} - ${calendarOf(from, dialect).year}`;
  return sql`${years} - case when ${until} % 10000 < ${from} % 10000 then 1 else 0 end`;
}

/** Days of the Gregorian calendar before a day, counted from the first of March of a year 0; only differences mean something. */
function daysBefore(date: Sql, dialect: SqlDialect): Sql {
  const { year, month, day } = calendarOf(date, dialect);
  const shifted = sql`(${year} - case when ${month} <= 2 then 1 else 0 end)`;
  const whole = (by: number) => dialect.divide(shifted, by);
  const inYear = dialect.divide(sql`153 * ((${month} + 9) % 12) + 2`, 5); // months from March on have 153 days in five
  return sql`365 * ${shifted} + ${whole(4)} - ${whole(100)} + ${whole(400)} + ${inYear} + ${day}`;
}

function calendarOf(date: Sql, dialect: SqlDialect): Readonly<Record<'year' | 'month' | 'day', Sql>> {
  return {
    year: sql`(${dialect.divide(date, 10000)})`,
    month: sql`(${dialect.divide(date, 100)}) % 100`,
    day: sql`${date} % 100`,
  };
}

function upTo(text: Sql, behind: string, dialect: SqlDialect): Sql {
  return behind === '' ? text : sql`split_part(${text}, ${dialect.text(behind)}, 1)`;
}

function partsOf(format: string): { readonly before: string; readonly parts: readonly Part[] } {
  const pieces = format.split(/(YYYY|MM?|DD?)/);
  const parts = pieces.flatMap((piece, place): Part[] => {
    const kind = place % 2 === 0 ? undefined : (['Y', 'M', 'D'] as const).find((one) => piece.startsWith(one));
    if (kind === undefined) return [];
    return [{ kind, width: piece.length === 1 ? undefined : piece.length, behind: pieces[place + 1] ?? '' }];
  });
  return { before: pieces[0] ?? '', parts };
}

function patternOf(before: string, parts: readonly Part[]): string {
  const digits = ({ width }: Part) => (width === undefined ? '[0-9]{1,2}' : `[0-9]{${width}}`);
  return escaped(before) + parts.map((part) => digits(part) + escaped(part.behind)).join('');
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
