/** What a counselor typed, as the value of a question. Days are reckoned on YYYY-MM-DD strings, without a clock. */

import type { FactValue } from '../conditions/model.ts';
import { isDate, rejections } from '../questionnaire/accept-answer.ts';
import type { Question } from '../questionnaire/model.ts';

export type ReadTyped = { readonly value: FactValue } | { readonly notice: string };

/** Reads a typed line as an answer, or says what is expected; the notice never repeats the line. */
export function readTyped(question: Question, text: string, today: string): ReadTyped {
  const value = typedValue(question, text.replace(/\s+/g, ' ').trim(), today);
  const rejection = rejections(question, value)[0];
  return rejection === undefined ? { value } : { notice: `${rejection.message}: ${typedHint(question)}` };
}

function typedValue(question: Question, text: string, today: string): FactValue {
  if (question.type === 'number') return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
  return question.type === 'date' ? (dayInWords(text.toLowerCase(), today) ?? text) : text;
}

/** What a question that is answered by typing expects, in a few words. */
export function typedHint({ type, kind, uses }: Question): string {
  if (kind.kind === 'number') {
    const { min, max, step } = kind;
    if (step === 1) return `a whole number from ${min} to ${max}`;
    return `a number from ${min} to ${max} in steps of ${step}`;
  }
  if (type === 'date') return 'year-month-day, or `today`, `tomorrow`, `+3` days, or a day of the week';
  if (type === 'phone') return '7 to 15 digits; spaces, `+`, `-` and brackets are fine';
  return uses.includes('postal_code') ? 'a ZIP code, or the nearest town' : 'some words, 2000 characters at most';
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A day told from today; a day of the week is the next one of that name, never today. */
function dayInWords(text: string, today: string): string | undefined {
  if (text === 'today' || text === 'now') return today;
  if (text === 'tomorrow') return dayAfter(today, 1);
  const days = /^\+ ?(\d{1,3})( days?)?$/.exec(text)?.[1];
  if (days !== undefined) return dayAfter(today, Number(days));
  const named = WEEKDAYS.findIndex((name) => text === name || text === name.slice(0, 3));
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
