/**
 * Whether a value is an answers file: what `answersSchema` says, in a few lines. Every call reads such a file, and loading
 * the schema library takes 20 ms; it is loaded when a file does not fit, to say why. A test holds both equal.
 */

import { APPOINTMENT, HAND_OFF_OUTCOMES, HAND_OFF_WAYS, RECORDED_AT } from './hand-off.ts';
import { FACT_ID, OPTION_ID, UNKNOWN_REFERENCE } from './id-patterns.ts';
import { LONGEST_TEXT } from './longest-text.ts';
import type { Note, OverrideSource } from './model.ts';
import type { AnswersSource } from './schema.ts';

type Fits = (value: unknown) => boolean;

const OVERRIDE = { level: isOptionId, code: isOptionId, note: optional(isWritten) } satisfies Record<
  keyof OverrideSource,
  Fits
>;

const NOTE = {
  question: optional((value) => typeof value === 'string' && FACT_ID.test(value)),
  text: isWritten,
} satisfies Record<keyof Note, Fits>;

const HAND_OFF = {
  program: isWritten,
  program_id: optional(isOptionId),
  outcome: (value) => HAND_OFF_OUTCOMES.some((outcome) => outcome === value),
  how: (value) => HAND_OFF_WAYS.some((way) => way === value),
  accepted_by: optional(isWritten),
  appointment: optional((value) => typeof value === 'string' && APPOINTMENT.test(value)),
  note: optional(isWritten),
  at: optional((value) => typeof value === 'string' && RECORDED_AT.test(value)),
} satisfies Record<keyof NonNullable<AnswersSource['hand_offs']>[number], Fits>;

const FITS = {
  format: (value) => value === 'intakeline/answers/1',
  questionnaire: isOptionId,
  answers: (value) => isMap(value) && Object.values(value).every(isAnswer),
  unsure: isReferences,
  declined: isReferences,
  not_asked: isReferences,
  ended: optional(isOptionId),
  override: optional((value) => hasKeys(OVERRIDE, value)),
  notes: optional((value) => isListOf((note) => hasKeys(NOTE, note), value)),
  hand_offs: optional((value) => isListOf((one) => hasKeys(HAND_OFF, one), value)),
} satisfies Record<keyof AnswersSource, Fits>;

/** The keys of an answers file. */
export const ANSWERS_KEYS: readonly string[] = Object.keys(FITS);

/** The keys of the maps in it whose names are not ids. */
export const INNER_KEYS: readonly string[] = [
  ...new Set([OVERRIDE, NOTE, HAND_OFF].flatMap((keys) => Object.keys(keys))),
];

/** Whether a parsed value has the shape of an answers file. */
export function isAnswersSource(value: unknown): value is AnswersSource {
  return hasKeys(FITS, value);
}

/** Whether a value is a map with these keys and no others. */
function hasKeys(keys: Readonly<Record<string, Fits>>, value: unknown): boolean {
  if (!isMap(value)) return false;
  const hasOnlyKnownKeys = Object.keys(value).every((key) => Object.hasOwn(keys, key));
  return hasOnlyKnownKeys && Object.entries(keys).every(([key, fits]) => fits(value[key]));
}

function optional(fits: Fits): Fits {
  return (value) => value === undefined || fits(value);
}

function isOptionId(value: unknown): boolean {
  return typeof value === 'string' && OPTION_ID.test(value);
}

function isWritten(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value) || isListOf((entry) => typeof entry === 'string', value);
}

function isReferences(value: unknown): boolean {
  return value === undefined || isListOf((entry) => typeof entry === 'string' && UNKNOWN_REFERENCE.test(entry), value);
}

function isListOf(fits: Fits, value: unknown): boolean {
  return Array.isArray(value) && value.every(fits);
}
