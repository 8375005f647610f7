/** YAML (and JSON, which is YAML 1.2) text → a value, or everything that is wrong with the text. */

import { Composer, isScalar, LineCounter, type Document as ParsedYaml, visit, YAMLParseError } from 'yaml';
import { codeFrame } from '../problems/code-frame.ts';
import { PROBLEM_CODES } from '../problems/codes.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome, Position, Problem } from '../problems/problem.ts';
import { forbiddenCharacters, hasForbiddenCharacter } from './characters.ts';
import type { Document } from './document.ts';
import { maskAnswers } from './mask.ts';
import { indexPlaces, locator } from './places.ts';
import { parseShallow, type Scan } from './scan.ts';
import type { TextFault } from './syntax.ts';
import { textFault } from './yaml-errors.ts';

/** In characters: beyond what any questionnaire needs, small enough that no text keeps the parser busy. */
export const LARGEST_TEXT = 256 * 1024;

export interface ReadOptions {
  /** Given for a file that may hold a caller's answers: the keys that an excerpt may show. */
  readonly shownKeys?: ReadonlySet<string> | undefined;
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly lines: LineCounter;
  readonly at: (offset: number, length: number) => Position;
  readonly excerpt: (position: Position | undefined) => string | undefined;
  readonly isPrivate: boolean;
}

/** Reads a text of whatever shape. Never throws, whatever the text; reports everything that is wrong with it at once. */
export function readYaml(file: string, text: string, options: ReadOptions = {}): Outcome<Document<unknown>> {
  const source = openSource(file, text.replace(/^\u{FEFF}/u, ''), options);
  if (source.text.length > LARGEST_TEXT) return failed([problem(source, TOO_LARGE)]);
  const characters = forbiddenCharacters(source.text);
  if (characters.length > 0) return failed(characters.map((fault) => problem(source, fault)));
  const { scanned, parsed } = parse(source);
  if (!scanned.isShallow) return failed(scanned.faults.map((fault) => problem(source, fault)));
  const broken = [...parsed.errors, ...parsed.warnings].map((error) => withinText(source, textFault(error)));
  // After a slip in the syntax the parser guesses on, so that what it takes for keys and values says nothing.
  const values = broken.some((fault) => fault.code === 'yaml-syntax') ? [] : valueFaults(parsed, source.text);
  const faults = firstPerLine(source, [...scanned.faults, ...broken, ...values]);
  return faults.length > 0 ? failed(faults) : outcomeOf(documentOf(source, parsed), []);
}

const TOO_LARGE: TextFault = {
  code: 'file-too-large',
  offset: 0,
  length: 1,
  message: `the text is longer than ${LARGEST_TEXT / 1024} thousand characters`,
  remedy: 'check that this is the right file',
};

function openSource(file: string, text: string, { shownKeys }: ReadOptions): Source {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1);
  let shown: readonly string[] | undefined;
  const excerpt = (position: Position | undefined): string | undefined => {
    if (position === undefined || text.length > LARGEST_TEXT) return undefined;
    shown ??= (shownKeys === undefined ? text : maskAnswers(text, shownKeys)).split(/\r?\n/);
    return codeFrame(shown, position);
  };
  return { file, text, lines, at: locator(text, lines), excerpt, isPrivate: shownKeys !== undefined };
}

interface Parsed {
  readonly scanned: Scan;
  readonly parsed: ParsedYaml.Parsed;
}

/** Parses a text; where its nesting is too deep, only what comes before. */
function parse({ text }: Source): Parsed {
  let scanned: Scan = { faults: [], isShallow: true };
  const syntax = parseShallow(text, (found) => {
    scanned = found;
  });
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: false,
    stringKeys: true,
    prettyErrors: false,
    merge: false,
  });
  const [parsed, second] = [...composer.compose(syntax, true, text.length)];
  // Invariant: told to, the composer gives a document for any text, and the first is what a file holds.
  if (parsed === undefined) throw new Error('the YAML library gave no document');
  if (second !== undefined)
    parsed.errors.push(new YAMLParseError([second.range[0], second.range[1]], 'MULTIPLE_DOCS', ''));
  return { scanned, parsed };
}

/** What only the parsed values show: repeated keys, characters written as escapes, and the one key that JavaScript swallows. */
function valueFaults(parsed: ParsedYaml.Parsed, text: string): readonly TextFault[] {
  const hasEscapes = text.includes('\\');
  const faults: TextFault[] = [];
  const add = (node: unknown, fault: Pick<TextFault, 'code' | 'message' | 'remedy'>): void => {
    const [offset, end] = (isScalar(node) ? node.range : undefined) ?? [0, 1];
    faults.push({ ...fault, offset, length: end - offset });
  };
  visit(parsed, {
    Scalar(place, node) {
      if (place === 'key' && node.value === '__proto__') add(node, SWALLOWED_KEY);
      if (hasEscapes && typeof node.value === 'string' && hasForbiddenCharacter(node.value))
        add(node, ESCAPED_CHARACTER);
    },
    // The parser can look for repeated keys itself, but compares each with each: 8 s for 20,000 keys.
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const value = isScalar(key) ? key.value : key;
        if (seen.has(value)) add(key, REPEATED_KEY);
        seen.add(value);
      }
    },
  });
  return faults;
}

const REPEATED_KEY = {
  code: 'duplicate-key',
  message: 'this key stands twice in the same map',
  remedy: 'keep one of the two',
} as const;
const SWALLOWED_KEY = { code: 'unknown-key', message: 'this word cannot be a key', remedy: 'use another id' } as const;
const ESCAPED_CHARACTER = {
  code: 'control-character',
  message: 'the text holds an invisible character',
  remedy: 'take the escape sequence out',
} as const;

/** What is missing at the end is shown at the last character that can be seen. */
function withinText({ text }: Source, fault: TextFault): TextFault {
  const last = Math.max(0, text.trimEnd().length - 1);
  return fault.offset <= last ? fault : { ...fault, offset: last, length: 1 };
}

/** A slip often makes several complaints on its line, of which the first is the telling one. */
function firstPerLine(source: Source, faults: readonly TextFault[]): readonly Problem[] {
  const byLine = new Map<number, TextFault>();
  for (const fault of faults) {
    const { line } = source.lines.linePos(fault.offset);
    if (!byLine.has(line)) byLine.set(line, fault);
  }
  return [...byLine.values()].sort((a, b) => a.offset - b.offset).map((fault) => problem(source, fault));
}

function documentOf({ file, at, excerpt, isPrivate }: Source, parsed: ParsedYaml.Parsed): Document<unknown> {
  let places: ReturnType<typeof indexPlaces> | undefined; // only a problem asks for places
  return {
    file,
    value: parsed.toJS({ maxAliasCount: 0 }),
    at: (path, part) => {
      places ??= indexPlaces(parsed.contents, at);
      return places(path, part);
    },
    excerpt,
    isPrivate,
    flaws: [],
  };
}

function problem(source: Source, { code, offset, length, message, remedy }: TextFault): Problem {
  const position = source.at(offset, length);
  const { severity } = PROBLEM_CODES[code];
  return { code, severity, file: source.file, position, message, remedy, excerpt: source.excerpt(position) };
}
