/**
 * Whether a parsed value is an event of a call. By hand and without the schema library: what a journal holds was written by
 * this program, so that there is nothing to explain to an author, and a resumed call should be there at once.
 */

import { LEVELS } from '../policy/care-lists.ts';
import { isDate } from '../questionnaire/accept-answer.ts';
import { HAND_OFF_OUTCOMES, HAND_OFF_WAYS, type HandOff } from '../questionnaire/hand-off.ts';
import { type CallEvent, type Disclosure, OVERRIDE_CODES, type Override, type Reply } from './model.ts';

/** Whether a value, undefined where the key is missing, is one that fits. */
type Fits = (value: unknown) => boolean;

/** For each key of a type, one that fits. */
type Shape<T> = { readonly [Key in keyof T]-?: Fits };

/** Nothing but the keys of the shape, each with a value that fits. */
export function fitsShape(value: unknown, shape: Readonly<Record<string, Fits>>): boolean {
  if (!isMap(value) || !Object.keys(value).every((key) => Object.hasOwn(shape, key))) return false;
  return Object.entries(shape).every(([key, fits]) => fits(value[key]));
}

/** In UTF-16 units; no line that can be typed is longer (io/line-reader.ts). */
const LONGEST = 10_000;

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}

/** Fits where the key is missing, too. */
export function optional(fits: Fits): Fits {
  return (value) => value === undefined || fits(value);
}

const OVERRIDE: Shape<Override> = {
  level: (value) => LEVELS.some((level) => level === value),
  code: (value) => OVERRIDE_CODES.some((code) => code === value),
  note: optional(isText),
};

const HAND_OFF: Shape<HandOff> = {
  programId: optional(isText),
  program: isText,
  outcome: (value) => HAND_OFF_OUTCOMES.some((outcome) => outcome === value),
  how: (value) => HAND_OFF_WAYS.some((way) => way === value),
  by: optional(isText),
  appointment: optional((value) => isText(value) && isDate(value)),
  note: optional(isText),
};

const SAID: Shape<Extract<Reply, { said: unknown }>> = {
  said: (value) => isText(value) || Number.isFinite(value) || isTexts(value),
  unsure: optional(isTexts),
};

const UNKNOWN: Shape<Extract<Reply, { unknown: unknown }>> = {
  unknown: (value) => value === 'unsure' || value === 'declined',
};

const DISCLOSURE: Shape<Disclosure> = {
  for: (value) => value === 'caller' || value === 'program' || value === 'emergency',
  to: optional(isText),
  by: optional(isText),
  because: optional(isText),
  basis: optional((value) => value === 'consent' || value === 'emergency'),
  sections: optional(isTexts),
};

/** What every kind of event holds beside its kind. */
const EVENTS: { readonly [Kind in CallEvent['kind']]: Shape<Omit<Extract<CallEvent, { kind: Kind }>, 'kind'>> } = {
  answered: { question: isText, reply: (value) => fitsShape(value, SAID) || fitsShape(value, UNKNOWN) },
  kept: { question: isText },
  'went-back': {},
  jumped: { to: isText },
  noted: { question: optional(isText), text: isText },
  'panel-opened': {},
  'panel-logged': { done: isText },
  'panel-closed': {},
  'went-on': {},
  ended: { disposition: optional(isText) },
  overrode: { override: (value) => value === null || fitsShape(value, OVERRIDE) },
  reviewed: {},
  spoke: { language: isText },
  'handed-off': { handOff: (value) => fitsShape(value, HAND_OFF) },
  paused: {},
  resumed: {},
  disclosed: { disclosure: (value) => fitsShape(value, DISCLOSURE) },
};

/** Whether a parsed value is an event: of a known kind, with every key that it needs and no other. */
export function isCallEvent(value: unknown): value is CallEvent {
  if (!isMap(value) || !isKind(value.kind)) return false;
  return fitsShape(value, { kind: isText, ...EVENTS[value.kind] });
}

function isKind(value: unknown): value is CallEvent['kind'] {
  return isText(value) && Object.hasOwn(EVENTS, value);
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}
