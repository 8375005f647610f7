/** properties.yaml → what must hold for every caller. */

import { compileCondition, type Facts } from '../conditions/compile.ts';
import { collect, type Report } from '../documents/collect.ts';
import type { Document, Path } from '../documents/document.ts';
import { checkCitations } from '../policy/check-citations.ts';
import type { Policy } from '../policy/model.ts';
import type { Sources } from '../policy/texts.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Outcome } from '../problems/problem.ts';
import { claimIds } from '../questionnaire/claim-ids.ts';
import { factsOf } from '../questionnaire/compile.ts';
import type { Question, Questionnaire } from '../questionnaire/model.ts';
import { compilePolicyIds } from './check-policies.ts';
import type { Property, ResultTest, Statement } from './model.ts';
import type { PropertiesSource } from './schema.ts';

type PropertySource = PropertiesSource['properties'][number];

/** What the properties speak about. */
export interface PropertyScope {
  readonly questionnaire: Questionnaire;
  readonly policies: readonly Policy[];
  readonly sources: Sources;
}

interface Scope extends PropertyScope {
  readonly facts: Facts;
  readonly report: Report;
}

/** Compiles the properties. */
export function compileProperties(
  document: Document<PropertiesSource>,
  scope: PropertyScope,
): Outcome<readonly Property[]> {
  const { report, outcome } = collect(document);
  const claim = claimIds(report);
  const facts = factsOf(scope.questionnaire);
  const properties = document.value.properties.flatMap((source, index): Property[] => {
    const path = ['properties', index];
    claim(source.id, [...path, 'id'], 'another property');
    checkCitations(source.cites, [...path, 'cites'], scope.sources, report);
    const policies = compilePolicyIds(source.policies, [...path, 'policies'], scope.policies, report);
    const statement = compileStatement(source, path, { ...scope, facts, report });
    if (statement === undefined) return [];
    return [
      {
        id: source.id,
        index,
        number: source.number,
        says: source.says,
        policies,
        cites: source.cites ?? [],
        statement,
      },
    ];
  });
  return outcome(properties);
}

const STATEMENTS = [
  'implies',
  'never',
  'total',
  'every_effect_counts',
  'monotone',
  'unaffected_by',
  'unknown_removes_nothing',
  'asked_before',
] as const;

function compileStatement(source: PropertySource, path: Path, scope: Scope): Statement | undefined {
  const [kind, second] = STATEMENTS.filter((name) => source[name] !== undefined);
  if (kind === undefined || second !== undefined) {
    const names = STATEMENTS.map((name) => `\`${name}\``).join(', ');
    scope.report({
      code: 'property-shape',
      path: second === undefined ? path : [...path, second],
      part: 'key',
      message: 'a property has exactly one statement',
      remedy: `one of ${names}`,
      relies: STATEMENTS.map((name) => [...path, name]),
    });
    return undefined;
  }
  const here = [...path, kind];
  if (source.implies !== undefined) return { kind: 'implies', ...compileImplication(source.implies, here, scope) };
  if (source.never !== undefined) return { kind: 'never', ...compileImplication(source.never, here, scope) };
  if (source.monotone !== undefined)
    return { kind: 'monotone', questions: compileMonotone(source.monotone, here, scope) };
  if (source.unaffected_by !== undefined)
    return { kind: 'unaffected-by', questions: compileQuestions(source.unaffected_by, here, scope) };
  if (source.asked_before !== undefined) return compileAskedBefore(source.asked_before, here, scope);
  if (source.every_effect_counts !== undefined) return { kind: 'every-effect-counts' };
  if (source.unknown_removes_nothing !== undefined) return { kind: 'unknown-removes-nothing' };
  return { kind: 'total' };
}

type Implication = Pick<Extract<Statement, { readonly kind: 'implies' | 'never' }>, 'scoredOnly' | 'when' | 'result'>;

function compileImplication(source: NonNullable<PropertySource['implies']>, path: Path, scope: Scope): Implication {
  return {
    scoredOnly: source.among === 'scored',
    when: compileCondition(source.when, [...path, 'when'], scope.facts, scope.report),
    result: compileResult(source.result, [...path, 'result'], scope),
  };
}

const RESULT_KEYS = [
  'level_at_least',
  'level_at_most',
  'level_in',
  'first_any',
  'supports_any',
  'supports_all',
  'action_any',
  'disposition_in',
  'silent',
] as const satisfies readonly (keyof NonNullable<PropertySource['implies']>['result'])[];

function compileResult(
  source: NonNullable<PropertySource['implies']>['result'],
  path: Path,
  { questionnaire, report }: Scope,
): ResultTest {
  if (Object.keys(source).length === 0)
    report({
      code: 'empty-condition',
      path,
      message: 'nothing is said about the result',
      remedy: 'add `level_at_least` or another test',
      relies: RESULT_KEYS.map((key) => [...path, key]),
    });
  const dispositions = questionnaire.dispositions.map(({ id }) => id);
  for (const [index, id] of (source.disposition_in ?? []).entries()) {
    if (!dispositions.includes(id))
      report({
        code: 'unknown-disposition',
        path: [...path, 'disposition_in', index],
        message: `there is no disposition \`${id}\``,
        remedy: suggest(id, dispositions),
      });
  }
  return {
    levelAtLeast: source.level_at_least,
    levelAtMost: source.level_at_most,
    levelIn: source.level_in,
    firstAny: source.first_any,
    supportsAny: source.supports_any,
    supportsAll: source.supports_all,
    actionAny: source.action_any ?? false,
    dispositionIn: source.disposition_in,
    silent: source.silent ?? false,
  };
}

function compileMonotone(source: NonNullable<PropertySource['monotone']>, path: Path, scope: Scope): readonly string[] {
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

function compileQuestions(ids: readonly string[], path: Path, { questionnaire, report }: Scope): readonly string[] {
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

function compileAskedBefore(source: NonNullable<PropertySource['asked_before']>, path: Path, scope: Scope): Statement {
  const safety = scope.questionnaire.questions.filter((question) => question.safety).map(({ id }) => id);
  const questions =
    source.questions === 'safety' ? safety : compileQuestions(source.questions, [...path, 'questions'], scope);
  return {
    kind: 'asked-before',
    questions,
    gatedOnlyBy: compileQuestions(source.gated_only_by, [...path, 'gated_only_by'], scope),
  };
}
