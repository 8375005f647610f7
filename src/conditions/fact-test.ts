/** A test on one question or fact: the value part of `home_use: yes`. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { oneOf, suggest } from '../problems/did-you-mean.ts';
import type { Condition, FactKind } from './model.ts';
import { NEVER } from './never.ts';
import { compileRange, isOnGrid } from './number-test.ts';

/** How a condition says that a caller named no option of a `choices` question. */
export const NONE_OF_THESE = 'none-of-these';

/** What is tested, and where the test stands. */
export interface TestSource {
  readonly id: string;
  readonly kind: FactKind;
  readonly source: unknown;
  readonly path: Path;
}

/** Compiles a test of any kind; what does not fit is reported, and NEVER stands in for it. */
export function compileTest(test: TestSource, report: Report): Condition {
  switch (test.kind.kind) {
    case 'values':
      return valuesTest(test, test.kind.values, report);
    case 'options':
      return optionsTest(test, test.kind.options, report);
    case 'number':
      return numberTest(test, test.kind, report);
    case 'unreadable':
      report({
        code: 'unreadable-fact',
        path: test.path,
        part: 'key',
        message: `\`${test.id}\` is free text, a date or a phone number`,
        remedy: 'ask a question with options instead',
      });
      return NEVER;
    default:
      return test.kind satisfies never;
  }
}

function valuesTest(test: TestSource, values: readonly string[], report: Report): Condition {
  if (isMap(test.source)) return mismatch(test, `\`${test.id}\` has one value`, oneOf(values), report);
  const named = namedValues(test, values, report);
  return named.length === 0 ? NEVER : { kind: 'is', id: test.id, values: named };
}

function optionsTest(test: TestSource, options: readonly string[], report: Report): Condition {
  if (isMap(test.source)) return includesAll(test, test.source, options, report);
  const named = namedValues(test, [...options, NONE_OF_THESE], report);
  const some = named.filter((option) => option !== NONE_OF_THESE);
  const parts: Condition[] = [];
  if (some.length > 0) parts.push({ kind: 'names', id: test.id, options: some, every: false });
  if (some.length < named.length) parts.push({ kind: 'names-none', id: test.id });
  const [only] = parts;
  if (only === undefined) return NEVER;
  return parts.length === 1 ? only : { kind: 'any', of: parts };
}

function includesAll(
  test: TestSource,
  source: Readonly<Record<string, unknown>>,
  options: readonly string[],
  report: Report,
): Condition {
  for (const key of Object.keys(source).filter((name) => name !== 'includes_all')) {
    report({
      code: 'test-mismatch',
      path: [...test.path, key],
      part: 'key',
      message: `\`${key}\` is no test of several options`,
      remedy: 'list the options, or write `includes_all`',
    });
  }
  if (!Object.hasOwn(source, 'includes_all')) {
    if (Object.keys(source).length === 0)
      report({ code: 'empty-condition', path: test.path, message: 'the test names no option' });
    return NEVER;
  }
  const named = namedValues(
    { ...test, source: source.includes_all, path: [...test.path, 'includes_all'] },
    options,
    report,
  );
  return named.length === 0 ? NEVER : { kind: 'names', id: test.id, options: named, every: true };
}

function numberTest(test: TestSource, grid: Extract<FactKind, { kind: 'number' }>, report: Report): Condition {
  if (isMap(test.source)) {
    const range = compileRange(test.source, grid, test.path, report);
    return range === undefined ? NEVER : { kind: 'within', id: test.id, ...range };
  }
  const parts = entries(test, report).flatMap(({ value, path }): Condition[] => {
    if (typeof value !== 'number') {
      report({
        code: 'test-mismatch',
        path,
        message: `\`${test.id}\` is a number`,
        remedy: 'write a number, or `{ at_least: … }`',
      });
      return [];
    }
    if (!isOnGrid(value, grid)) {
      report({
        code: 'impossible-test',
        path,
        message: 'the question does not accept this number',
        remedy: `numbers from ${grid.min} to ${grid.max} in steps of ${grid.step} are possible`,
      });
      return [];
    }
    return [{ kind: 'within', id: test.id, from: value, to: value }];
  });
  const [only] = parts;
  if (only === undefined) return NEVER;
  return parts.length === 1 ? only : { kind: 'any', of: parts };
}

/** The possible values among those named, each once; the others are reported. */
function namedValues(test: TestSource, values: readonly string[], report: Report): readonly string[] {
  const named = new Set<string>();
  for (const { value, path } of entries(test, report)) {
    const word = readWord(value, values, path, report);
    if (word === undefined) continue;
    if (!values.includes(word))
      report({
        code: 'unknown-option',
        path,
        message: `\`${test.id}\` is never \`${word}\``,
        remedy: suggest(word, values),
      });
    else if (named.has(word))
      report({
        code: 'repeated-value',
        path,
        message: `\`${word}\` stands twice in the list`,
        remedy: 'delete one of them',
      });
    else named.add(word);
  }
  return [...named];
}

/** Reads a value as a word; where YAML has made something else of it, says what to write. */
export function readWord(value: unknown, values: readonly string[], path: Path, report: Report): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') {
    const remedy = values.includes('yes') ? `write \`${value ? 'yes' : 'no'}\`` : oneOf(values);
    report({ code: 'boolean-answer', path, message: '`true` and `false` are no answers', remedy });
  } else if (typeof value === 'number' && values.includes(String(value))) {
    report({
      code: 'unquoted-text',
      path,
      message: 'YAML reads this as a number, but it is an option',
      remedy: 'quote it',
    });
  } else {
    report({ code: 'test-mismatch', path, message: 'the name of an option is expected here', remedy: oneOf(values) });
  }
  return undefined;
}

interface Entry {
  readonly value: unknown;
  readonly path: Path;
}

function entries({ source, path }: TestSource, report: Report): readonly Entry[] {
  if (!Array.isArray(source)) return [{ value: source, path }];
  if (source.length === 0)
    report({
      code: 'empty-list',
      path,
      message: 'no value is named, so that the test never holds',
      remedy: 'name a value, or delete the test',
    });
  return source.map((value: unknown, index) => ({ value, path: [...path, index] }));
}

function mismatch(test: TestSource, message: string, remedy: string | undefined, report: Report): Condition {
  report({ code: 'test-mismatch', path: test.path, message: `${message}, so that this test does not fit`, remedy });
  return NEVER;
}

/** Whether a value is a map, and not a list. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
