/** Days in the forms that exports write them, and the time between two of them. No clock is read. */

import { dayNumber } from '../directory/days.ts';
import { isDate } from '../questionnaire/accept-answer.ts';
import { escaped } from './escaped.ts';

const PARTS = /YYYY|MM?|DD?/g;

/** What each part of a form stands for. */
const DIGITS = { YYYY: '[0-9]{4}', MM: '[0-9]{2}', M: '[0-9]{1,2}', DD: '[0-9]{2}', D: '[0-9]{1,2}' } as const;

type Part = keyof typeof DIGITS;

/**
 * A time of day behind a date, in small letters: ` 00:00:00.000`, `t10:30z`, ` 2:05 pm`. It changes no day, nor does a time zone: the
 * day is the one that stands there. Engines of SQL read the same pattern (sql-dates.ts).
 */
export const TIME_OF_DAY =
  '[ t][0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?(?: ?(?:am|pm))?(?: ?(?:z|utc|[+-][0-2][0-9](?::?[0-5][0-9])?))?$';

const TIME = new RegExp(TIME_OF_DAY, 'u');

/** The day that a folded text names, as days since 1970-01-01; undefined where it names none from 1900 to 2100. */
export function readDay(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text.replace(TIME, ''));
  if (found === null) return undefined;
  const { year = '', month = '', day = '' } = found.groups ?? {};
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? epochDay(date) : undefined;
}

/** Days since 1970-01-01 of a day written YYYY-MM-DD. */
export function epochDay(date: string): number {
  return dayNumber(date) - dayNumber('1970-01-01');
}

/** Whether a form has a year, a month and a day, each once, and tells them apart. */
export function isDayForm(format: string): boolean {
  const parts = [...format.matchAll(PARTS)].map(([part]) => part);
  const between = format.split(PARTS);
  const kinds = parts.map((part) => part[0]).sort();
  const hasEachOnce = kinds.join('') === 'DMY';
  // `M` and `D` take one digit or two, so that something must stand between them and the next part.
  const areApart = parts.every((part, place) => part.length > 1 || isApart(place, parts.length, between));
  return hasEachOnce && areApart && between.every((text) => !/[\p{L}\p{N}]/u.test(text));
}

function isApart(place: number, count: number, between: readonly string[]): boolean {
  const hasBefore = place === 0 || between[place] !== '';
  const hasAfter = place === count - 1 || between[place + 1] !== '';
  return hasBefore && hasAfter;
}

/** What a date in a form such as `MM/DD/YYYY` looks like, its parts in groups; only of a form that is one. */
export function dayPattern(format: string): RegExp {
  const names = { Y: 'year', M: 'month', D: 'day' } as const;
  let source = '';
  let end = 0;
  for (const found of format.matchAll(PARTS)) {
    const part = found[0];
    if (!isPart(part)) continue;
    const name = part.startsWith('Y') ? names.Y : part.startsWith('M') ? names.M : names.D;
    source += `${escaped(format.slice(end, found.index))}(?<${name}>${DIGITS[part]})`;
    end = found.index + part.length;
  }
  return new RegExp(`^${source}${escaped(format.slice(end))}$`, 'u');
}

function isPart(text: string): text is Part {
  return Object.hasOwn(DIGITS, text);
}

/** Whole years from one day to a later one, as birthdays count: who is born on 29 February has them on 1 March where there is none. */
export function wholeYears(from: number, until: number): number {
  const [born, now] = [calendarOf(from), calendarOf(until)];
  const isBefore = now.month < born.month || (now.month === born.month && now.day < born.day);
  return now.year - born.year - (isBefore ? 1 : 0);
}

/** The year, month and day of a day since 1970-01-01. */
function calendarOf(epoch: number): { readonly year: number; readonly month: number; readonly day: number } {
  const number = epoch + dayNumber('1970-01-01');
  // The year, counted from March, begins on or before the day: 365.2425 days a year never lead more than one year too far.
  let shifted = Math.floor(number / 365.2425);
  while (dayNumber(`${shifted + 1}-03-01`) <= number) shifted += 1;
  while (dayNumber(`${shifted}-03-01`) > number) shifted -= 1;
  const rest = number - dayNumber(`${shifted}-03-01`);
  const month = Math.floor((rest * 5 + 2) / 153);
  const day = rest - Math.floor((month * 153 + 2) / 5) + 1;
  return month < 10 ? { year: shifted, month: month + 3, day } : { year: shifted + 1, month: month - 9, day };
}
