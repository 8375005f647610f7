/** What a counselor typed, as the value of a question. Days are reckoned on YYYY-MM-DD strings, without a clock. */

import type { FactValue } from '../conditions/model.ts';
import { isDate, rejections } from '../questionnaire/accept-answer.ts';
import { LONGEST_TEXT } from '../questionnaire/longest-text.ts';
import type { Question } from '../questionnaire/model.ts';
import { folded } from './folded.ts';
import type { Words } from './words/words.ts';

export type ReadTyped = { readonly value: FactValue } | { readonly notice: string };

type FieldWords = Words['fields'];

/** What a line is read by: the day on which it is typed, YYYY-MM-DD, and the words to say what is expected. */
export interface TypedOn {
  readonly today: string;
  readonly words: FieldWords;
}

/**
 * Reads a typed line as an answer, or says what is expected. A notice repeats nothing of the line but a day that could be read
 * in two ways, which is said in words and never guessed.
 */
export function readTyped(question: Question, text: string, { today, words }: TypedOn): ReadTyped {
  if (question.type === 'date') return readDay(text, { today, words });
  const value = typedValue(question, oneLine(text));
  const isAccepted = rejections(question, value).length === 0;
  return isAccepted ? { value } : { notice: `${needOf(question, words)}: ${typedHint(question, words)}` };
}

/** Reads a typed line as a day, or says what is expected. */
export function readDay(
  text: string,
  { today, words }: TypedOn,
): { readonly value: string } | { readonly notice: string } {
  const line = oneLine(text);
  const [first, second] = slashedDays(line);
  if (first !== undefined && second !== undefined)
    return { notice: words.twoDays(inWords(first, words), inWords(second, words)) };
  const value = first ?? dayInWords(folded(line), today) ?? line;
  return isDate(value) ? { value } : { notice: `${words.needs.date}: ${words.hints.date}` };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** What the question needs instead. */
export function needOf({ type, kind }: Question, { needs }: FieldWords): string {
  if (kind.kind === 'number') return needs.number;
  return type === 'text' || type === 'date' || type === 'phone' ? needs[type] : needs.option;
}

/** The days that `3/12/2026` can be: day and month stand first in one country and the other way round in another. */
function slashedDays(text: string): readonly string[] {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const days = [
    [second, first],
    [first, second],
  ].map(([month = '', day = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return [...new Set(days)].filter(isDate);
}

function inWords(date: string, words: FieldWords): string {
  const [year, month, day] = partsOf(date);
  return words.day(date, day, month, year);
}

function typedValue({ type }: Question, text: string): FactValue {
  const isNumber = type === 'number' && /^[+-]?\d+([.,]\d+)?$/.test(text);
  return isNumber ? Number(text.replace(',', '.')) : text;
}

/** What a question that is answered by typing expects, in a few words. */
export function typedHint({ type, kind, uses }: Question, { hints }: FieldWords): string {
  if (kind.kind === 'number') {
    const { min, max, step } = kind;
    if (step === 1) return hints.wholeNumber(min, max);
    return hints.number(min, max, step);
  }
  if (type === 'date') return hints.date;
  if (type === 'phone') return hints.phone;
  return uses.includes('postal_code') ? hints.postalCode : hints.text(LONGEST_TEXT);
}

/** Both languages at once, without accents: no name of one is the name of another day in the other, in full or in three letters. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'domingo'],
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miercoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sabado'],
];

const TODAY: ReadonlySet<string> = new Set(['today', 'now', 'hoy', 'ahora']);
const TOMORROW: ReadonlySet<string> = new Set(['tomorrow', 'manana']);

/** A day told from today; a day of the week is the next one of that name, never today. */
function dayInWords(text: string, today: string): string | undefined {
  if (TODAY.has(text)) return today;
  if (TOMORROW.has(text)) return dayAfter(today, 1);
  const days = /^\+ ?(\d{1,3})( days?| dias?)?$/.exec(text)?.[1];
  if (days !== undefined) return dayAfter(today, Number(days));
  const named = WEEKDAYS.findIndex((names) => names.some((name) => text === name || text === name.slice(0, 3)));
  return named < 0 ? undefined : dayAfter(today, ((named - weekday(today) + 6) % 7) + 1);
}

function dayAfter(date: string, days: number): string {
  return Array.from({ length: days }).reduce<string>(nextDay, date);
}

function nextDay(date: string): string {
  const [year, month, day] = partsOf(date);
  const next = [
    [year, month, day + 1],
    [year, month + 1, 1],
    [year + 1, 1, 1],
  ].map(([y = 0, m = 0, d = 0]) => `${y}-${twoDigits(m)}-${twoDigits(d)}`);
  return next.find(isDate) ?? date;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function partsOf(date: string): readonly [number, number, number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return [year, month, day];
}

/** The day of the week, 0 for Sunday; Sakamoto's formula for the Gregorian calendar. */
function weekday(date: string): number {
  const [year, month, day] = partsOf(date);
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
}
