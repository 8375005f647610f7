/** A schema's complaints in our words. */

import type { z } from 'zod';
import { nearest, oneOf, suggest } from '../problems/did-you-mean.ts';
import type { Finding } from './collect.ts';
import type { Document, Path } from './document.ts';
import { partAt } from './flaws.ts';
import { keysAt } from './schema-keys.ts';

type Issue = z.core.$ZodIssue;
type Branches = Extract<Issue, { code: 'invalid_union' }>['errors'];

/** Puts every issue into words; of an answers file no value and no unknown key is repeated. */
export function findings(issues: readonly Issue[], schema: z.ZodType, document: Document<unknown>): readonly Finding[] {
  return issues.flatMap((issue) => findingsOf(issue, { schema, document }));
}

interface Context {
  readonly schema: z.ZodType;
  readonly document: Document<unknown>;
}

function findingsOf(issue: Issue, context: Context): readonly Finding[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const value = partAt(context.document.value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, context));
    case 'invalid_union':
      return unionFindings(issue.errors, path, context);
    case 'invalid_type':
      return [wrongType(path, value, [issue.expected])];
    case 'invalid_value':
      return [wrongValue(path, value, issue.values.map(String), context.document.isPrivate)];
    case 'invalid_key':
      return [{ code: 'wrong-value', path, part: 'key', message: keyMessage(issue.issues[0]?.message) }];
    case 'invalid_format':
      return [{ code: 'wrong-value', path, message: formatMessage(issue.format, issue.message) }];
    case 'too_small':
      return [tooSmall(path, issue.origin, Number(issue.minimum), issue.inclusive ?? true)];
    case 'too_big':
      return [
        { code: 'wrong-value', path, message: 'this is more than is allowed here', remedy: `at most ${issue.maximum}` },
      ];
    default:
      return [{ code: 'wrong-value', path, message: 'this value is not allowed here' }];
  }
}

function unknownKey(key: string, path: Path, { schema, document }: Context): Finding {
  const keys = keysAt(schema, path);
  const message = document.isPrivate ? 'nothing reads this key' : `nothing reads the key \`${key}\` here`;
  return { code: 'unknown-key', path: [...path, key], part: 'key', message, remedy: suggest(key, keys) };
}

/** The complaint of the alternative that fits the value best, or of all where the value is of no right kind at all. */
function unionFindings(branches: Branches, path: Path, context: Context): readonly Finding[] {
  const fitting = branches.find(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type'),
  );
  if (fitting !== undefined)
    return fitting.flatMap((issue) => findingsOf({ ...issue, path: [...path, ...issue.path] }, context));
  const expected = branches
    .flat()
    .flatMap((issue) => (issue.code === 'invalid_type' && issue.path.length === 0 ? [issue.expected] : []));
  return [wrongType(path, partAt(context.document.value, path), expected)];
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

function wrongType(path: Path, value: unknown, expected: readonly string[]): Finding {
  const words = [...new Set(expected.map((kind) => KIND_WORDS[kind] ?? kind))].join(' or ');
  if (value === undefined) return missing(path, words);
  if (isEndless(value) && expected.some((kind) => kind === 'number' || kind === 'int')) return endless(path);
  if (expected.includes('string') && isUnquoted(value)) return unquoted(path, value, undefined);
  return { code: 'wrong-type', path, message: `${words} is expected here, not ${kindOf(value)}` };
}

function wrongValue(path: Path, value: unknown, values: readonly string[], isPrivate: boolean): Finding {
  if (value === undefined) return missing(path, oneOf(values) ?? 'a value');
  const list = oneOf(values) ?? `one of ${values.join(', ')}`;
  if (values.includes('true'))
    return {
      code: 'wrong-value',
      path,
      message: 'only `true` is possible here',
      remedy: 'write `true`, or leave the key out',
    };
  if (isUnquoted(value)) return unquoted(path, value, list);
  if (typeof value !== 'string')
    return { code: 'wrong-type', path, message: `a word is expected here, not ${kindOf(value)}`, remedy: list };
  if (isPrivate)
    return { code: 'wrong-value', path, message: 'this is none of the words that are possible here', remedy: list };
  const near = nearest(value, values);
  return {
    code: 'wrong-value',
    path,
    message: `\`${value}\` is not possible here`,
    remedy: near === undefined ? list : `did you mean \`${near}\`?`,
  };
}

function missing(path: Path, expected: string): Finding {
  return { code: 'missing-key', path, message: `\`${path.at(-1) ?? ''}\` is missing`, remedy: `add it: ${expected}` };
}

/** YAML writes these as `.nan`, `.inf`, or with more digits than a number can have. */
function isEndless(value: unknown): boolean {
  return typeof value === 'number' && !Number.isFinite(value);
}

function endless(path: Path): Finding {
  return {
    code: 'wrong-value',
    path,
    message: 'this is no number that can be counted with',
    remedy: 'write a number in digits, such as `12`; if it is meant as a text, put quotes around it',
  };
}

function isUnquoted(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

function unquoted(path: Path, value: unknown, list: string | undefined): Finding {
  const quote =
    typeof value === 'boolean' ? 'quote it, or write `yes` or `no`' : 'quote it: levels, codes and versions are texts';
  const remedy = list === undefined ? quote : `${quote}; ${list}`;
  return {
    code: 'unquoted-text',
    path,
    message: `YAML reads this as ${kindOf(value)}, but a text is expected`,
    remedy,
  };
}

function tooSmall(path: Path, origin: string, minimum: number, inclusive: boolean): Finding {
  if (origin === 'array')
    return {
      code: 'empty-list',
      path,
      message: `at least ${minimum} ${minimum === 1 ? 'entry is' : 'entries are'} needed here`,
    };
  if (origin === 'string')
    return {
      code: 'wrong-value',
      path,
      message: minimum === 1 ? 'the text is empty' : `at least ${minimum} characters are needed`,
    };
  return {
    code: 'wrong-value',
    path,
    message: `the number must be ${inclusive ? 'at least' : 'more than'} ${minimum}`,
  };
}

function keyMessage(message: string | undefined): string {
  return `this key is no id: ${lowerFirst(message ?? 'it is not allowed here')}`;
}

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  date: 'a date is expected: year-month-day, such as `2026-01-31`',
  url: 'an address is expected, starting with `https://`',
};

function formatMessage(format: string, message: string): string {
  const isOwnWording = !message.startsWith('Invalid');
  return FORMAT_WORDS[format] ?? (isOwnWording ? message : 'the text does not have the form that is needed here');
}

function lowerFirst(message: string): string {
  return message.startsWith('Invalid') ? 'it does not have the form that is needed here' : message;
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return KIND_WORDS[typeof value === 'boolean' ? 'boolean' : typeof value] ?? 'another value';
}
