/** Whether a question accepts a value, and what it accepts instead. */

import type { FactValue } from '../conditions/model.ts';
import { isOnGrid } from '../conditions/number-test.ts';
import type { ProblemCode } from '../problems/codes.ts';
import { oneOf } from '../problems/did-you-mean.ts';
import { LONGEST_TEXT } from './longest-text.ts';
import type { Question } from './model.ts';

/** Why a value is no answer to a question. Neither text repeats the value; `entry` is its place where it is a list. */
export interface Rejection {
  readonly code: ProblemCode;
  readonly entry: number | undefined;
  readonly message: string;
  readonly remedy: string | undefined;
}

/** The reasons why the question does not accept the value; none where it does. */
export function rejections(question: Question, value: FactValue): readonly Rejection[] {
  const { kind } = question;
  if (kind.kind === 'values') return valueRejections(value, kind.values);
  if (kind.kind === 'options') return optionRejections(value, kind.options);
  if (kind.kind === 'number') {
    const isAccepted = typeof value === 'number' && isOnGrid(value, kind);
    const steps = kind.step === 1 ? '' : ` in steps of ${kind.step}`;
    return isAccepted
      ? []
      : [
          wrong(
            'the question needs another number',
            `write a number from ${kind.min} to ${kind.max}${steps}, without quotes`,
          ),
        ];
  }
  return textRejections(question, value);
}

function valueRejections(value: FactValue, values: readonly string[]): readonly Rejection[] {
  if (typeof value === 'number') return [unquoted(values)];
  if (typeof value === 'object') return [wrong('the question has one answer, not a list', oneOf(values))];
  return values.includes(value) ? [] : [wrong('this is none of the options of the question', options(values))];
}

/** Said of every wrong entry, lest the text tell which one it was. */
const NO_OPTION = 'write `[]` for none of these';

function optionRejections(value: FactValue, known: readonly string[]): readonly Rejection[] {
  if (typeof value !== 'object')
    return [wrong('the question needs a list of options', `write a list; ${NO_OPTION}; ${options(known)}`)];
  return value.flatMap((option, entry) => {
    if (!known.includes(option))
      return [{ ...wrong('this is none of the options of the question', `${options(known)}; ${NO_OPTION}`), entry }];
    if (value.indexOf(option) < entry)
      return [
        {
          ...wrong('this option stands in the list already', 'delete one of the two'),
          code: 'repeated-value' as const,
          entry,
        },
      ];
    return [];
  });
}

interface Form {
  readonly what: string;
  readonly accepts: (text: string) => boolean;
  readonly remedy: string;
}

const FORMS: Readonly<Partial<Record<Question['type'], Form>>> = {
  text: {
    what: 'a text',
    accepts: (text) => text.trim() !== '' && text.length <= LONGEST_TEXT,
    remedy: `write some words, ${LONGEST_TEXT} characters at most`,
  },
  date: { what: 'a date', accepts: isDate, remedy: 'write year-month-day, such as `2026-01-31`' },
  phone: {
    what: 'a phone number',
    accepts: isPhone,
    remedy: 'write 7 to 15 digits; a leading `+`, spaces, `-`, `.` and brackets are allowed',
  },
};

function textRejections(question: Question, value: FactValue): readonly Rejection[] {
  const form = FORMS[question.type];
  if (form === undefined) return [];
  if (typeof value === 'number')
    return [
      {
        ...wrong('YAML reads this as a number, but a text is expected', 'put quotes around it'),
        code: 'unquoted-text',
      },
    ];
  return typeof value === 'string' && form.accepts(value)
    ? []
    : [wrong(`the question needs ${form.what}`, form.remedy)];
}

/** Whether a text is a day that exists, within living memory or planning. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return year >= 1900 && year <= 2100 && day >= 1 && day <= daysIn(month, year);
}

function daysIn(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return /^\+?[\d\s().-]+$/.test(text) && digits >= 7 && digits <= 15;
}

function options(known: readonly string[]): string {
  return oneOf(known) ?? `one of ${known.map((option) => `\`${option}\``).join(', ')}`;
}

function wrong(message: string, remedy: string | undefined): Rejection {
  return { code: 'wrong-answer', entry: undefined, message, remedy };
}

function unquoted(values: readonly string[]): Rejection {
  return {
    ...wrong('YAML reads this as a number, but the question has named options', `quote it; ${options(values)}`),
    code: 'unquoted-text',
  };
}
