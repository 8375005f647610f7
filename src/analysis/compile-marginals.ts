/** marginals.yaml → how often each answer is given. */

import { NONE_OF_THESE } from '../conditions/fact-test.ts';
import { collect, type Report } from '../documents/collect.ts';
import type { Document, Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Outcome } from '../problems/problem.ts';
import { claimIds } from '../questionnaire/claim-ids.ts';
import type { Question, Questionnaire } from '../questionnaire/model.ts';
import { compileRanges } from './compile-ranges.ts';
import type { Marginal, Marginals, Shares } from './marginals.ts';
import type { MarginalSource, MarginalsSource } from './marginals-schema.ts';
import { shareParts, sumToWhole } from './share-parts.ts';

interface Scope {
  readonly questionnaire: Questionnaire;
  readonly sources: readonly string[];
  readonly report: Report;
}

/** Compiles the marginals of a questionnaire; whatever is wrong is reported where it stands. */
export function compileMarginals(
  document: Document<MarginalsSource>,
  questionnaire: Questionnaire,
): Outcome<Marginals> {
  const { report, outcome } = collect(document);
  const { value } = document;
  if (value.questionnaire !== questionnaire.id)
    report({
      code: 'wrong-questionnaire',
      path: ['questionnaire'],
      message: `these marginals belong to another questionnaire than \`${questionnaire.id}\``,
      remedy: 'correct the id',
    });
  const claimSource = claimIds(report);
  const sources = (value.sources ?? []).map(({ id }, index) => {
    claimSource(id, ['sources', index, 'id'], 'another source');
    return id;
  });
  const claim = claimIds(report);
  const scope = { questionnaire, sources, report };
  const questions = value.questions.flatMap((source, index) => {
    const path = ['questions', index];
    claim(source.id, [...path, 'id'], 'another entry');
    const compiled = compileMarginal(source, path, scope);
    return compiled === undefined ? [] : [[source.id, compiled] as const];
  });
  return outcome({
    title: value.title,
    about: value.about,
    others: value.others,
    questions: new Map(questions),
  });
}

function compileMarginal(source: MarginalSource, path: Path, scope: Scope): Marginal | undefined {
  const { questionnaire, report } = scope;
  checkOrigin(source, path, scope);
  const question = questionnaire.questions.find(({ id }) => id === source.id);
  if (question === undefined) {
    const known = questionnaire.questions.filter(({ kind }) => kind.kind !== 'unreadable').map(({ id }) => id);
    report({
      code: 'unknown-question',
      path: [...path, 'id'],
      message: `there is no question \`${source.id}\``,
      remedy: suggest(source.id, known),
    });
    return undefined;
  }
  const shares = compileShares(source, path, question, report);
  return shares === undefined ? undefined : { shares, source: source.source };
}

/** Every figure has one origin: a source that is named above, or the author. */
function checkOrigin({ source, assumed }: MarginalSource, path: Path, { sources, report }: Scope): void {
  if ((source === undefined) === (assumed === undefined))
    report({
      code: 'unfounded-figure',
      path: source === undefined ? path : [...path, 'assumed'],
      part: 'key',
      message:
        source === undefined ? 'nothing says where these shares are from' : 'shares are from a source or assumed',
      remedy: source === undefined ? 'name their `source`, or say `assumed: true`' : 'keep one of the two',
      relies: [
        [...path, 'source'],
        [...path, 'assumed'],
      ],
    });
  else if (source !== undefined && !sources.includes(source))
    report({
      code: 'unknown-citation',
      path: [...path, 'source'],
      message: `there is no source \`${source}\` in this file`,
      remedy: suggest(source, sources) ?? 'list it under `sources`',
      relies: [['sources'], ...sources.map((_, index) => ['sources', index, 'id'])],
    });
}

function compileShares(source: MarginalSource, path: Path, question: Question, report: Report): Shares | undefined {
  const { kind } = question;
  if (kind.kind === 'unreadable') {
    report({
      code: 'unreadable-fact',
      path: [...path, 'id'],
      message: `\`${question.id}\` is free text, a date or a phone number`,
      remedy: 'leave it out: its answers are no parts of a whole',
    });
    return undefined;
  }
  const key = kind.kind === 'number' ? 'ranges' : 'answers';
  checkKeys(source, path, { key, type: question.type }, report);
  if (kind.kind === 'number')
    return source.ranges && { kind: 'number', ranges: compileRanges(source.ranges, [...path, 'ranges'], kind, report) };
  if (source.answers === undefined) return undefined;
  const here = [...path, 'answers'];
  return kind.kind === 'values'
    ? { kind: 'values', parts: valueShares(source.answers, here, kind.values, report) }
    : { kind: 'options', parts: optionShares(source.answers, here, kind.options, report) };
}

function checkKeys(
  source: MarginalSource,
  path: Path,
  { key, type }: { readonly key: 'answers' | 'ranges'; readonly type: Question['type'] },
  report: Report,
): void {
  const other = key === 'ranges' ? 'answers' : 'ranges';
  if (source[other] !== undefined)
    report({
      code: 'stray-key',
      path: [...path, other],
      part: 'key',
      message: `a \`${type}\` question has no \`${other}\``,
      remedy: `write \`${key}\` instead`,
    });
  else if (source[key] === undefined)
    report({
      code: 'missing-key',
      path,
      message: `\`${key}\` is missing`,
      remedy: `a \`${type}\` question needs \`${key}\` with a share each`,
      relies: [
        [...path, key],
        [...path, other],
      ],
    });
}

type Answers = NonNullable<MarginalSource['answers']>;

/** One answer excludes the others, so that their shares are all there is. */
function valueShares(
  source: Answers,
  path: Path,
  values: readonly string[],
  report: Report,
): ReadonlyMap<string, number> {
  const parts = partsOf(source, path, values, report);
  sumToWhole([...parts.values()], path, Object.keys(source), report);
  return parts;
}

/** Several may be named, each by its own share of the callers; nobody names any under `none-of-these: 1`. */
function optionShares(
  source: Answers,
  path: Path,
  options: readonly string[],
  report: Report,
): ReadonlyMap<string, number> {
  const none = source[NONE_OF_THESE];
  if (none === undefined) return partsOf(source, path, options, report);
  if (none !== 1 || Object.keys(source).length > 1)
    report({
      code: 'bad-shares',
      path: [...path, NONE_OF_THESE],
      message: `\`${NONE_OF_THESE}\` has the share 1 and stands alone: options are named apart from each other`,
      remedy: 'give each option its share; how many name none follows from them',
    });
  return new Map(options.map((option) => [option, 0]));
}

/** The share of every answer; one that has none, and a share of something else, is reported. */
function partsOf(source: Answers, path: Path, known: readonly string[], report: Report): ReadonlyMap<string, number> {
  for (const id of Object.keys(source))
    if (!known.includes(id))
      report({
        code: 'unknown-option',
        path: [...path, id],
        part: 'key',
        message: `the question has no option \`${id}\``,
        remedy: suggest(id, known),
      });
  const missing = known.filter((id) => !Object.hasOwn(source, id));
  if (missing.length > 0)
    report({
      code: 'missing-share',
      path,
      message: `no share is given for ${missing.map((id) => `\`${id}\``).join(', ')}`,
      remedy: 'an answer that nobody gives has the share 0',
      relies: missing.map((id) => [...path, id]),
    });
  return new Map(known.map((id) => [id, shareParts(source[id] ?? 0, [...path, id], report)]));
}
