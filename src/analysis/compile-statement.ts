/** The one statement that a property makes. */

import { compileCondition, type Facts } from '../conditions/compile.ts';
import { ALWAYS, type Condition } from '../conditions/model.ts';
import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import type { Policy } from '../policy/model.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Question, Questionnaire } from '../questionnaire/model.ts';
import { compileResultTest } from './compile-result-test.ts';
import type { Statement } from './model.ts';
import type { PropertySource } from './schema.ts';

/** What statements speak about, and who is told of what is wrong with them. */
export interface StatementScope {
  readonly questionnaire: Questionnaire;
  readonly policies: readonly Policy[];
  readonly facts: Facts;
  readonly report: Report;
}

/** The key under which each kind of statement is written. */
export const STATEMENT_KEYS = [
  'always',
  'implies',
  'never',
  'total',
  'every_effect_counts',
  'equivalent_to',
  'at_least_as_protective_as',
  'monotone',
  'unaffected_by',
  'unknown_removes_nothing',
  'asked_before',
] as const satisfies readonly (keyof PropertySource)[];

/** Compiles the statement; undefined where there is none or more than one, which is reported. */
export function compileStatement(source: PropertySource, path: Path, scope: StatementScope): Statement | undefined {
  const [key, second] = STATEMENT_KEYS.filter((name) => source[name] !== undefined);
  if (key === undefined || second !== undefined) {
    scope.report({
      code: 'property-shape',
      path: second === undefined ? path : [...path, second],
      part: 'key',
      message: 'a property has exactly one statement',
      remedy: `one of ${STATEMENT_KEYS.map((name) => `\`${name}\``).join(', ')}`,
      relies: STATEMENT_KEYS.map((name) => [...path, name]),
    });
    return undefined;
  }
  return compileKey(key, source, [...path, key], scope);
}

function compileKey(
  key: (typeof STATEMENT_KEYS)[number],
  source: PropertySource,
  here: Path,
  scope: StatementScope,
): Statement | undefined {
  switch (key) {
    case 'always':
      return source.always && compileImplication('implies', source.always, here, scope);
    case 'implies':
    case 'never':
      return source[key] && compileConditional(key, source[key], here, scope);
    case 'equivalent_to':
      return source[key] && compileComparison('equivalent-to', source[key], here, scope);
    case 'at_least_as_protective_as':
      return source[key] && compileComparison('at-least-as-protective-as', source[key], here, scope);
    case 'monotone':
      return source.monotone && { kind: 'monotone', questions: compileMonotone(source.monotone, here, scope) };
    case 'unaffected_by':
      return { kind: 'unaffected-by', questions: compileUnaffected(source.unaffected_by ?? [], here, scope) };
    case 'asked_before':
      return source.asked_before && compileAskedBefore(source.asked_before, here, scope);
    case 'every_effect_counts':
      return { kind: 'every-effect-counts' };
    case 'total':
      return { kind: 'total' };
    case 'unknown_removes_nothing':
      return { kind: 'unknown-removes-nothing' };
    default:
      return key satisfies never;
  }
}

type ImplicationSource = NonNullable<PropertySource['always']> &
  Pick<Partial<NonNullable<PropertySource['implies']>>, 'when' | 'stops'>;

function compileImplication(
  kind: 'implies' | 'never',
  source: ImplicationSource,
  path: Path,
  scope: StatementScope,
): Statement {
  return {
    kind,
    scoredOnly: source.among === 'scored',
    when: source.stops ? stopping(scope.questionnaire) : compileWhen(source.when, path, scope),
    result: compileResultTest(source.result, [...path, 'result'], scope),
  };
}

/** Exactly one of `when` and `stops` says who is meant. */
function compileConditional(
  kind: 'implies' | 'never',
  source: ImplicationSource,
  path: Path,
  scope: StatementScope,
): Statement {
  if ((source.when === undefined) === (source.stops === undefined))
    scope.report({
      code: 'property-shape',
      path: source.when === undefined ? path : [...path, 'stops'],
      part: 'key',
      message: 'exactly one of `when` and `stops` says who is meant',
      remedy: 'write one of them, or `always` where everybody is meant',
      relies: [
        [...path, 'when'],
        [...path, 'stops'],
      ],
    });
  return compileImplication(kind, source, path, scope);
}

/** Whoever names an option that stops the call. */
function stopping({ questions }: Questionnaire): Condition {
  const of = questions.flatMap(({ id, kind, stop }): readonly Condition[] => {
    if (stop.length === 0) return [];
    return [
      kind.kind === 'options' ? { kind: 'names', id, options: stop, every: false } : { kind: 'is', id, values: stop },
    ];
  });
  return { kind: 'any', of };
}

function compileWhen(source: unknown, path: Path, { facts, report }: StatementScope) {
  return source === undefined ? ALWAYS : compileCondition(source, [...path, 'when'], facts, report);
}

function compileComparison(
  kind: 'equivalent-to' | 'at-least-as-protective-as',
  source: NonNullable<PropertySource['equivalent_to']>,
  path: Path,
  scope: StatementScope,
): Statement {
  const known = scope.policies.map(({ id }) => id);
  if (!known.includes(source.policy))
    scope.report({
      code: 'unknown-policy',
      path: [...path, 'policy'],
      message: `there is no policy \`${source.policy}\``,
      remedy: suggest(source.policy, known),
    });
  return { kind, policy: source.policy, when: compileWhen(source.when, path, scope) };
}

function compileMonotone(
  source: NonNullable<PropertySource['monotone']>,
  path: Path,
  scope: StatementScope,
): readonly string[] {
  const { questionnaire, report } = scope;
  if (source === 'all') return questionnaire.questions.filter(isOrdered).map(({ id }) => id);
  for (const [index, id] of source.entries()) {
    const question = questionnaire.questions.find((known) => known.id === id);
    if (question === undefined || isOrdered(question)) continue;
    report({
      code: 'missing-order',
      path: [...path, index],
      message: `the answers of \`${id}\` have no order`,
      remedy: 'give the question `worse`, or leave it out',
    });
  }
  return compileQuestions(source, path, scope);
}

function isOrdered({ order }: Question): boolean {
  return order.kind !== 'unordered' && order.kind !== 'not-scored';
}

function compileQuestions(
  ids: readonly string[],
  path: Path,
  { questionnaire, report }: StatementScope,
): readonly string[] {
  const known = questionnaire.questions.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    if (!known.includes(id))
      report({
        code: 'unknown-question',
        path: [...path, index],
        message: `there is no question \`${id}\``,
        remedy: suggest(id, known),
      });
  }
  return ids;
}

/** The questions that are named, and those with a use that is. */
function compileUnaffected(
  source: NonNullable<PropertySource['unaffected_by']>,
  path: Path,
  scope: StatementScope,
): readonly string[] {
  if (!('use' in source)) return compileQuestions(source, path, scope);
  const used = scope.questionnaire.questions.filter(({ uses }) => source.use.some((use) => uses.includes(use)));
  const named = compileQuestions(source.questions ?? [], [...path, 'questions'], scope);
  return [...new Set([...used.map(({ id }) => id), ...named])];
}

function compileAskedBefore(
  source: NonNullable<PropertySource['asked_before']>,
  path: Path,
  scope: StatementScope,
): Statement {
  const safety = scope.questionnaire.questions.filter((question) => question.safety).map(({ id }) => id);
  return {
    kind: 'asked-before',
    questions:
      source.questions === 'safety' ? safety : compileQuestions(source.questions, [...path, 'questions'], scope),
    gatedOnlyBy: compileQuestions(source.gated_only_by, [...path, 'gated_only_by'], scope),
    onlyAfter: compileQuestions(source.only_after ?? [], [...path, 'only_after'], scope),
  };
}
