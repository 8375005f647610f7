/** What a person wrote after `when:` or `ask_if:` → a condition, or everything that is wrong with it. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { nearest, suggest } from '../problems/did-you-mean.ts';
import { compileTest, isMap } from './fact-test.ts';
import { ALWAYS, type Condition, type FactKind } from './model.ts';
import { NEVER } from './never.ts';
import { compileRange } from './number-test.ts';

/**
 * What is known of a question or fact: the tests that fit it. `unjudged`: its definition is faulty, so that no test on it
 * can be called wrong. `misnamed`: its id is faulty, too, or missing (''), and may be the one that somebody reads.
 */
export type Readable = FactKind | 'unjudged' | 'misnamed';

/** What a condition may read: every question and fact. */
export type Facts = ReadonlyMap<string, Readable>;

/** What is known where there is no questionnaire to look into: nothing, so that nothing is called unknown. */
export const NO_FACTS: Facts = new Map([['', 'misnamed']]);

interface Scope {
  readonly facts: Facts;
  readonly report: Report;
}

/** Words of the condition syntax, which therefore name no question and no fact. */
export const OPERATORS: readonly string[] = ['all', 'always', 'any', 'count', 'none'];

/** Compiles a condition and goes on after each fault; where one was reported the result means nothing. */
export function compileCondition(source: unknown, path: Path, facts: Facts, report: Report): Condition {
  const scope = { facts, report };
  if (!isMap(source)) {
    report({
      code: 'wrong-type',
      path,
      message: 'a condition is a map of questions and values',
      remedy: 'for example `{ home_use: yes }`',
    });
    return NEVER;
  }
  const keys = Object.keys(source);
  if (keys.length === 0)
    report({
      code: 'empty-condition',
      path,
      message: 'the condition is empty',
      remedy: 'write `always: true` if it is for everybody',
    });
  const parts = keys
    .map((key) => compileKey(key, source[key], [...path, key], scope))
    .filter((part) => part !== ALWAYS);
  const [only] = parts;
  if (only === undefined) return ALWAYS;
  return parts.length === 1 ? only : { kind: 'all', of: parts };
}

function compileKey(key: string, source: unknown, path: Path, scope: Scope): Condition {
  switch (key) {
    case 'always':
      return compileAlways(source, path, scope);
    case 'all':
    case 'any':
    case 'none':
      return { kind: key, of: compileList(source, path, scope) };
    case 'count':
      return compileCount(source, path, scope);
    default:
      return compileFact(key, source, path, scope);
  }
}

function compileAlways(source: unknown, path: Path, { report }: Scope): Condition {
  if (source !== true && source !== 'yes')
    report({
      code: 'wrong-value',
      path,
      message: '`always` has no other value than `true`',
      remedy: 'for nobody, delete the rule',
    });
  return ALWAYS;
}

function compileList(source: unknown, path: Path, { facts, report }: Scope): readonly Condition[] {
  if (!Array.isArray(source)) {
    report({
      code: 'wrong-type',
      path,
      message: 'a list of conditions is expected here',
      remedy: 'for example `[{ home_use: yes }, { home_safe: no }]`',
    });
    return [];
  }
  if (source.length === 0)
    report({ code: 'empty-list', path, message: 'the list names no condition', remedy: 'name one, or delete the key' });
  return source.map((part: unknown, index) => compileCondition(part, [...path, index], facts, report));
}

function compileCount(source: unknown, path: Path, scope: Scope): Condition {
  if (!isMap(source) || !Object.hasOwn(source, 'of')) {
    scope.report({
      code: 'wrong-type',
      path,
      message: '`count` needs a list `of` conditions and a bound',
      remedy: 'for example `count: { of: [...], at_least: 2 }`',
    });
    return NEVER;
  }
  const { of, ...bounds } = source;
  const terms = compileList(of, [...path, 'of'], scope).map((when) => ({ points: 1, when }));
  const range = compileRange(bounds, { min: 0, max: terms.length, step: 1 }, path, scope.report);
  return { kind: 'sum', terms, atLeast: range?.from ?? 0, atMost: range?.to ?? 0 };
}

function compileFact(id: string, source: unknown, path: Path, { facts, report }: Scope): Condition {
  const readable = facts.get(id);
  if (readable === undefined && !mayBeMisnamed(id, facts)) {
    const remedy = suggest(id, [...facts.keys(), ...OPERATORS]);
    report({ code: 'unknown-fact', path, part: 'key', message: `there is no question or fact \`${id}\``, remedy });
  }
  const test = typeof readable === 'object' ? compileTest({ id, kind: readable, source, path }, report) : NEVER;
  // A faulty test reads its fact all the same, which must not seem to be there for nothing.
  return test === NEVER ? { kind: 'is', id, values: [] } : test;
}

/** Whether an id that nothing has may be that of a definition whose own is faulty. */
export function mayBeMisnamed(id: string, facts: Facts): boolean {
  const misnamed = [...facts].filter(([, readable]) => readable === 'misnamed').map(([name]) => name);
  return misnamed.includes('') || nearest(id, misnamed) !== undefined;
}
