/** cases.yaml → worked callers with complete answers and what must come out. */

import { collect, type Report } from '../documents/collect.ts';
import type { Document, Path } from '../documents/document.ts';
import type { Policy } from '../policy/model.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Outcome } from '../problems/problem.ts';
import { claimIds } from '../questionnaire/claim-ids.ts';
import { compileSaid } from '../questionnaire/compile-answers.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import { fillBaseline, layOver, NOTHING_SAID, type Said } from './case-answers.ts';
import { compilePolicyIds } from './check-policies.ts';
import type { Case, Expectation } from './model.ts';
import type { CaseSource, CasesSource } from './schema.ts';

interface Scope {
  readonly cases: ReadonlyMap<string, CaseSource>;
  readonly questionnaire: Questionnaire;
  readonly policies: readonly Policy[];
  readonly report: Report;
}

/** Compiles the cases of a questionnaire. */
export function compileCases(
  document: Document<CasesSource>,
  questionnaire: Questionnaire,
  policies: readonly Policy[],
): Outcome<readonly Case[]> {
  const { report, outcome } = collect(document);
  const { value } = document;
  if (value.questionnaire !== questionnaire.id) {
    report({
      code: 'wrong-questionnaire',
      path: ['questionnaire'],
      message: `these cases belong to another questionnaire than \`${questionnaire.id}\``,
      remedy: 'correct the id',
    });
  }
  const claim = claimIds(report);
  for (const [index, { id }] of value.cases.entries()) claim(id, ['cases', index, 'id'], 'another case');
  checkExampleNames(value.cases, report);
  checkNothingReplaced(value.cases, report);
  const scope = { cases: new Map(value.cases.map((source) => [source.id, source])), questionnaire, policies, report };
  return outcome(value.cases.map((source, index) => compileCase(source, index, scope)));
}

function checkExampleNames(cases: readonly CaseSource[], report: Report): void {
  const names = new Set<string>();
  for (const [index, { example }] of cases.entries()) {
    if (example === undefined) continue;
    if (names.has(example))
      report({
        code: 'duplicate-id',
        path: ['cases', index, 'example'],
        message: `\`${example}\` is already the name of another example caller`,
        remedy: 'choose another name',
      });
    names.add(example);
  }
}

/** What stands in for a case of another questionnaire was taken out where the two were put together (inherited-cases.ts). */
function checkNothingReplaced(cases: readonly CaseSource[], report: Report): void {
  for (const [index, { replaces }] of cases.entries()) {
    if (replaces === undefined) continue;
    report({
      code: 'stray-key',
      path: ['cases', index, 'replaces'],
      part: 'key',
      message: 'only a questionnaire that extends another one has cases that stand in for others',
      remedy: 'delete `replaces`',
    });
  }
}

function compileCase(source: CaseSource, index: number, scope: Scope): Case {
  const path = ['cases', index];
  return {
    id: source.id,
    index,
    says: source.says,
    caller: source.caller,
    example: source.example,
    ...compileCaller(source, path, scope),
    expect: source.expect.map((expectation, place) =>
      compileExpectation(expectation, place, [...path, 'expect', place], scope),
    ),
  };
}

function compileCaller(source: CaseSource, path: Path, scope: Scope): Pick<Case, 'answers' | 'beforeBaseline'> {
  const { questionnaire, report } = scope;
  const lineage = lineageOf(source, path, scope);
  const inherited = lineage.reduce(layOver, NOTHING_SAID);
  const own: Said = {
    answers: source.answers ?? {},
    unsure: source.unsure ?? [],
    declined: source.declined ?? [],
    others: undefined,
  };
  checkWithout(source, inherited, path, report);
  // The case's own words are compiled for their positions; inherited ones were reported where they stand.
  compileSaid(own, path, questionnaire, report);
  const said = layOver(inherited, source);
  const answers = {
    ...compileSaid(said, path, questionnaire, () => undefined),
    ...endedBy(source, path, scope),
  };
  return said.others === 'baseline'
    ? { answers: fillBaseline(answers, questionnaire), beforeBaseline: answers }
    : { answers, beforeBaseline: undefined };
}

function endedBy({ ended }: CaseSource, path: Path, scope: Scope): Pick<Answers, 'ended'> {
  if (ended === undefined) return {};
  checkDisposition(ended, [...path, 'ended'], scope);
  return { ended };
}

/** The cases that this one is like, the farthest first. */
function lineageOf(source: CaseSource, path: Path, { cases, report }: Scope): readonly CaseSource[] {
  const lineage: CaseSource[] = [];
  for (let { like } = source; like !== undefined; ) {
    const next = cases.get(like);
    if (next === undefined) {
      if (lineage.length === 0)
        report({
          code: 'unknown-case',
          path: [...path, 'like'],
          message: `there is no case \`${like}\``,
          remedy: suggest(like, cases.keys()),
          relies: [...cases.keys()].map((_, index) => ['cases', index, 'id']),
        });
      return lineage;
    }
    if (next === source || lineage.includes(next)) {
      report({
        code: 'case-cycle',
        path: [...path, 'like'],
        message: `the case builds on itself through \`${like}\``,
        remedy: 'break the circle',
      });
      return lineage;
    }
    lineage.unshift(next);
    like = next.like;
  }
  return lineage;
}

function checkWithout(source: CaseSource, inherited: Said, path: Path, report: Report): void {
  for (const [index, id] of (source.without ?? []).entries()) {
    const isThere =
      Object.hasOwn(inherited.answers, id) || inherited.unsure.includes(id) || inherited.declined.includes(id);
    if (!isThere)
      report({
        code: 'unknown-question',
        path: [...path, 'without', index],
        message: `the case that this one is like says nothing of \`${id}\``,
        remedy: suggest(id, Object.keys(inherited.answers)),
      });
  }
}

function compileExpectation(
  source: CaseSource['expect'][number],
  index: number,
  path: Path,
  scope: Scope,
): Expectation {
  checkExpectation(source, path, scope);
  return {
    index,
    policies: compilePolicyIds(source.policies, [...path, 'policies'], scope.policies, scope.report),
    level: source.level,
    levels: source.levels,
    silent: source.silent,
    disposition: source.disposition,
    first: source.first,
    notFirst: source.not_first ?? [],
    supports: source.supports ?? [],
    notSupports: source.not_supports ?? [],
    actions: source.actions,
    deciding: source.deciding,
    holds: source.holds ?? [],
    asked: source.asked ?? [],
    notAsked: source.not_asked ?? [],
  };
}

const EXPECTED = [
  'level',
  'levels',
  'silent',
  'disposition',
  'first',
  'not_first',
  'supports',
  'not_supports',
  'actions',
  'deciding',
  'holds',
  'asked',
  'not_asked',
] as const satisfies readonly (keyof CaseSource['expect'][number])[];

function checkExpectation(source: CaseSource['expect'][number], path: Path, scope: Scope): void {
  const { policies, report } = scope;
  if (source.level !== undefined && source.levels !== undefined) {
    report({
      code: 'bad-expectation',
      path: [...path, 'levels'],
      part: 'key',
      message: 'a case expects one level or several, not both',
      remedy: 'keep one of the two',
    });
  }
  const { policies: _, ...expected } = source;
  if (Object.keys(expected).length === 0)
    report({
      code: 'bad-expectation',
      path,
      message: 'nothing is expected',
      remedy: 'add `level` and `deciding`',
      relies: EXPECTED.map((key) => [...path, key]),
    });
  if (source.disposition !== undefined) checkDisposition(source.disposition, [...path, 'disposition'], scope);
  checkRules(source, path, policies, report);
  checkQuestions(source, path, scope);
}

function checkDisposition(id: string, path: Path, { questionnaire, report }: Scope): void {
  const dispositions = questionnaire.dispositions.map((disposition) => disposition.id);
  if (dispositions.includes(id)) return;
  report({
    code: 'unknown-disposition',
    path,
    message: `there is no disposition \`${id}\``,
    remedy: suggest(id, dispositions),
  });
}

function checkRules(
  source: CaseSource['expect'][number],
  path: Path,
  policies: readonly Policy[],
  report: Report,
): void {
  const meant = policies.filter((policy) => source.policies.includes('all') || source.policies.includes(policy.id));
  if (meant.length === 0) return;
  const rules = new Set(meant.flatMap((policy) => policy.rules.map((rule) => rule.id)));
  for (const key of ['deciding', 'holds'] as const) {
    for (const [index, id] of (source[key] ?? []).entries()) {
      if (rules.has(id) || (key === 'deciding' && id === 'otherwise')) continue;
      report({
        code: 'unknown-rule',
        path: [...path, key, index],
        message: `no such policy has a rule \`${id}\``,
        remedy: suggest(id, rules),
      });
    }
  }
}

function checkQuestions(source: CaseSource['expect'][number], path: Path, { questionnaire, report }: Scope): void {
  const known = questionnaire.questions.map(({ id }) => id);
  for (const key of ['asked', 'not_asked'] as const) {
    for (const [index, id] of (source[key] ?? []).entries()) {
      if (known.includes(id)) continue;
      report({
        code: 'unknown-question',
        path: [...path, key, index],
        message: `there is no question \`${id}\``,
        remedy: suggest(id, known),
      });
    }
  }
}
