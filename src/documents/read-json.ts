/** Large JSON → a value that fits its schema. The library for YAML reads JSON as well, but takes minutes for what this reads at once. */

import type { z } from 'zod';
import { codeFrame } from '../problems/code-frame.ts';
import { PROBLEM_CODES } from '../problems/codes.ts';
import type { Position, Problem } from '../problems/problem.ts';
import { hasForbiddenCharacter } from './characters.ts';
import { type Draft, problemAt } from './collect.ts';
import type { Document, Path } from './document.ts';
import { jsonPlace } from './json-places.ts';
import { draftDocument, draftShape } from './read-document.ts';
import { LARGEST_TEXT } from './read-yaml.ts';

/** Reads a text of JSON; what is usable of a value that does not fit, and undefined where the text is no JSON. */
export function draftJson<T>(file: string, given: string, schema: z.ZodType<T>): Draft<Document<T> | undefined> {
  const text = given.replace(/^\u{FEFF}/u, '');
  const parsed = hasForbiddenCharacter(text) ? undefined : parse(text);
  if (parsed !== undefined) {
    const document = documentOf(file, text, parsed.value);
    const hidden = text.includes('\\u') ? hiddenCharacter(parsed.value, []) : undefined;
    if (hidden === undefined) return draftShape(document, schema);
    return { value: undefined, problems: [problemAt(document, { ...ESCAPED, path: hidden })] };
  }
  // A small text is read again in the slow way, which says where the fault is.
  if (text.length <= LARGEST_TEXT) return draftDocument(file, text, schema);
  return { value: undefined, problems: [noJson(file)] };
}

const ESCAPED = {
  code: 'control-character',
  message: 'the text holds an invisible character',
  remedy: 'take the escape sequence out',
} as const;

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function noJson(file: string): Problem {
  const code = 'json-syntax';
  const { severity } = PROBLEM_CODES[code];
  const message = 'this is not valid JSON, or holds invisible characters';
  const remedy = 'write it again; `jq . FILE` says where it is broken';
  return { code, severity, file, position: undefined, message, remedy, excerpt: undefined };
}

function documentOf(file: string, text: string, value: unknown): Document<unknown> {
  let lines: readonly string[] | undefined;
  return {
    file,
    value,
    at: (path, part) => positionOf(text, jsonPlace(text, path, part)),
    excerpt: (position) => {
      if (position === undefined) return undefined;
      lines ??= text.split(/\r?\n/);
      return (lines[position.line - 1]?.length ?? 0) > LONGEST_SHOWN ? undefined : codeFrame(lines, position);
    },
    isPrivate: false,
    flaws: [],
  };
}

/** In characters: a longer line tells a person nothing. */
const LONGEST_SHOWN = 200;

function positionOf(text: string, { offset, length }: { readonly offset: number; readonly length: number }): Position {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', end + 1)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: offset - start + 1, length: Math.max(1, length) };
}

/** The way to a text in which an escape sequence hides what no file may hold. */
function hiddenCharacter(value: unknown, path: Path): Path | undefined {
  if (typeof value === 'string') return hasForbiddenCharacter(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = hiddenCharacter(part, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
