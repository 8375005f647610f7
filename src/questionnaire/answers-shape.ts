/**
 * Whether a value is an answers file: what `answersSchema` says, in a few lines. Every call reads such a file, and loading
 * the schema library takes 20 ms; it is loaded when a file does not fit, to say why. A test holds both equal.
 */

import { OPTION_ID, UNKNOWN_REFERENCE } from './id-patterns.ts';
import type { AnswersSource } from './schema.ts';

type Fits = (value: unknown) => boolean;

const FITS = {
  format: (value) => value === 'intakeline/answers/1',
  questionnaire: (value) => typeof value === 'string' && OPTION_ID.test(value),
  answers: (value) => isMap(value) && Object.values(value).every(isAnswer),
  unsure: isReferences,
  declined: isReferences,
  not_asked: isReferences,
} satisfies Record<keyof AnswersSource, Fits>;

/** The keys of an answers file. */
export const ANSWERS_KEYS: readonly string[] = Object.keys(FITS);

/** Whether a parsed value has the shape of an answers file. */
export function isAnswersSource(value: unknown): value is AnswersSource {
  if (!isMap(value)) return false;
  const hasOnlyKnownKeys = Object.keys(value).every((key) => Object.hasOwn(FITS, key));
  return hasOnlyKnownKeys && Object.entries<Fits>(FITS).every(([key, fits]) => fits(value[key]));
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
