/** Parts of a value that somebody else wrote, of which nothing is known: each as what it should be, or nothing. */

import { isDay } from '../days.ts';

/** A map of which any key may be absent. */
export type JsonMap = { readonly [key: string]: unknown };

/** Whether a value is a map. */
export function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text without blanks around it, or a number as text; undefined where it says nothing. */
export function textIn(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? oneLine(value) : '';
  return text === '' ? undefined : text;
}

/** A number, also one that is written as text. */
export function numberOfText(value: unknown): number | undefined {
  const text = textIn(value);
  if (text === undefined || !/^-?[0-9]{1,6}(?:\.[0-9]{1,15})?$/.test(text)) return undefined;
  return Number(text);
}

/** The day with which a date or a moment begins, as YYYY-MM-DD; undefined where the calendar has no such day. */
export function dayOfText(value: unknown): string | undefined {
  const day = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])/.exec(textIn(value) ?? '')?.[0];
  return day !== undefined && isDay(day) ? day : undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The text under a key. */
export function textAt(map: JsonMap, key: string): string | undefined {
  return textIn(map[key]);
}

/** The maps in the list under a key; none where there is no list. */
export function mapsAt(map: JsonMap, key: string): readonly JsonMap[] {
  const value = map[key];
  return Array.isArray(value) ? value.filter(isMap) : [];
}

/** The map under a key; an empty one where there is none. */
export function mapAt(map: JsonMap, key: string): JsonMap {
  const value = map[key];
  return isMap(value) ? value : {};
}
