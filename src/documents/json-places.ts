/** Where each part of a text of valid JSON stands: found when asked for, because large files are read far more often than they are wrong. */

import type { Path } from './document.ts';

/** A stretch of the text, by its first character. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** The part at a path, or its key; the nearest part that exists where the path leads nowhere. */
export function jsonPlace(text: string, path: Path, part?: 'key'): Stretch {
  let value = skipBlanks(text, 0);
  let key: Stretch | undefined;
  for (const step of path) {
    const found = member(text, value, step);
    if (found === undefined) return stretchOf(text, value);
    ({ value, key } = found);
  }
  return part === 'key' && key !== undefined ? key : stretchOf(text, value);
}

interface Member {
  readonly value: number;
  readonly key: Stretch | undefined;
}

/** The entry of a map or list that begins at a place. */
function member(text: string, start: number, step: string | number): Member | undefined {
  const isMap = text[start] === '{';
  if (!isMap && text[start] !== '[') return undefined;
  let at = skipBlanks(text, start + 1);
  for (let index = 0; text[at] !== '}' && text[at] !== ']' && at < text.length; index++) {
    let name: string | number = index;
    let key: Stretch | undefined;
    if (isMap) {
      const end = behindValue(text, at);
      key = { offset: at, length: end - at };
      name = String(JSON.parse(text.slice(at, end)));
      at = skipBlanks(text, skipBlanks(text, end) + 1);
    }
    if (name === step) return { value: at, key };
    at = skipBlanks(text, behindValue(text, at));
    if (text[at] === ',') at = skipBlanks(text, at + 1);
  }
  return undefined;
}

/** The place behind a value. Inside texts brackets are no brackets. */
function behindValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    const character = text[at];
    if (character === '"') at = behindText(text, at);
    else if (character === '{' || character === '[') [depth, at] = [depth + 1, at + 1];
    else if (character === '}' || character === ']') [depth, at] = [depth - 1, at + 1];
    else if (depth === 0) return behindWord(text, at);
    else at += 1;
  } while (depth > 0 && at < text.length);
  return at;
}

function behindText(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function behindWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && /[\w.+-]/.test(text[at] ?? '')) at += 1;
  return Math.max(at, start + 1);
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}

/** Of a map or list only its bracket: it may be the whole file. */
function stretchOf(text: string, start: number): Stretch {
  const isContainer = text[start] === '{' || text[start] === '[';
  return { offset: start, length: isContainer ? 1 : behindValue(text, start) - start };
}
