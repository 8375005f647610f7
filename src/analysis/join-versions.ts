/** Two versions of a questionnaire as one: the questions of both, each with the answers that both accept. */

import type { FactKind, FactValue } from '../conditions/model.ts';
import { isOnGrid } from '../conditions/number-test.ts';
import type { Question, Questionnaire } from '../questionnaire/model.ts';

export type Side = 'before' | 'after';

/** What only one of the versions has. Callers who give such an answer cannot be asked the same under the other. */
export type VersionDifference =
  | { readonly kind: 'question'; readonly question: string; readonly only: Side }
  | { readonly kind: 'option'; readonly question: string; readonly option: string; readonly only: Side }
  | { readonly kind: 'numbers'; readonly question: string; readonly before: string; readonly after: string };

export interface JoinedVersions {
  /** The questions of both in the order of the script; its gates are those of `after` where both have the question. */
  readonly both: Questionnaire;
  /** The versions with what every question accepts in both. */
  readonly before: Questionnaire;
  readonly after: Questionnaire;
  readonly differences: readonly VersionDifference[];
}

/** The versions joined; or the questions that accept nothing in common, which must have other ids to be told apart. */
export type Joining =
  | { readonly ok: true; readonly value: JoinedVersions }
  | { readonly ok: false; readonly questions: readonly string[] };

/** Joins two versions of a questionnaire. */
export function joinVersions(before: Questionnaire, after: Questionnaire): Joining {
  const earlier = new Map(before.questions.map((question) => [question.id, question]));
  const shared = after.questions.flatMap((question) => {
    const other = earlier.get(question.id);
    return other === undefined ? [] : [{ other, question, kind: commonKind(other.kind, question.kind) }];
  });
  const apart = shared.filter(({ kind }) => kind === undefined).map(({ question }) => question.id);
  if (apart.length > 0) return { ok: false, questions: apart };
  const kinds = new Map(shared.flatMap(({ question, kind }) => (kind === undefined ? [] : [[question.id, kind]])));
  const fitted = { before: fitTo(before, kinds), after: fitTo(after, kinds) };
  return {
    ok: true,
    value: {
      ...fitted,
      both: unite(fitted.before, fitted.after),
      differences: [
        ...questionsOnly(before, after, 'before'),
        ...questionsOnly(after, before, 'after'),
        ...shared.flatMap(({ other, question }) => answersApart(other, question)),
      ],
    },
  };
}

/** What both kinds accept; undefined where that is nothing. */
function commonKind(before: FactKind, after: FactKind): FactKind | undefined {
  if (before.kind === 'unreadable' && after.kind === 'unreadable') return after;
  if (before.kind === 'values' && after.kind === 'values') {
    const values = after.values.filter((value) => before.values.includes(value));
    return values.length === 0 ? undefined : { ...after, values };
  }
  if (before.kind === 'options' && after.kind === 'options')
    return { ...after, options: after.options.filter((option) => before.options.includes(option)) };
  return before.kind === 'number' && after.kind === 'number' ? commonNumbers(before, after) : undefined;
}

type Numbers = Extract<FactKind, { kind: 'number' }>;

/** Numbers in the same steps from the greater least to the smaller greatest. */
function commonNumbers(before: Numbers, after: Numbers): Numbers | undefined {
  const min = Math.max(before.min, after.min);
  const max = Math.min(before.max, after.max);
  const isAlike = before.step === after.step && isOnGrid(min, before) && isOnGrid(min, after) && min <= max;
  return isAlike ? { ...after, min, max } : undefined;
}

function fitTo(questionnaire: Questionnaire, kinds: ReadonlyMap<string, FactKind>): Questionnaire {
  const questions = questionnaire.questions.map((question) => {
    const kind = kinds.get(question.id) ?? question.kind;
    return { ...question, kind, baseline: fittedBaseline(question.baseline, kind) };
  });
  return { ...questionnaire, questions };
}

/** The baseline if it is accepted, or what is nearest to it among what is. */
function fittedBaseline(baseline: FactValue | undefined, kind: FactKind): FactValue | undefined {
  if (kind.kind === 'values')
    return typeof baseline === 'string' && kind.values.includes(baseline) ? baseline : kind.values[0];
  if (kind.kind === 'options' && typeof baseline === 'object')
    return baseline.filter((option) => kind.options.includes(option));
  if (kind.kind === 'number' && typeof baseline === 'number') return Math.min(Math.max(baseline, kind.min), kind.max);
  return baseline;
}

/** The questions of `after`, and each that only `before` has behind the one that it followed there. */
function unite(before: Questionnaire, after: Questionnaire): Questionnaire {
  const questions: Question[] = [...after.questions];
  let place = 0;
  for (const question of before.questions) {
    const there = questions.findIndex(({ id }) => id === question.id);
    if (there < 0) questions.splice(place, 0, question);
    place = (there < 0 ? place : there) + 1;
  }
  const known = new Set(after.facts.map(({ id }) => id));
  return {
    ...after,
    questions: questions.map((question, index) => ({ ...question, index })),
    facts: [...after.facts, ...before.facts.filter(({ id }) => !known.has(id))],
  };
}

function questionsOnly(here: Questionnaire, there: Questionnaire, only: Side): readonly VersionDifference[] {
  const others = new Set(there.questions.map(({ id }) => id));
  return here.questions.flatMap(({ id }) => (others.has(id) ? [] : [{ kind: 'question', question: id, only }]));
}

function answersApart(before: Question, after: Question): readonly VersionDifference[] {
  const question = after.id;
  if (before.kind.kind === 'number' && after.kind.kind === 'number') {
    const [earlier, later] = [range(before.kind), range(after.kind)];
    return earlier === later ? [] : [{ kind: 'numbers', question, before: earlier, after: later }];
  }
  return [...optionsOnly(before, after, 'before'), ...optionsOnly(after, before, 'after')];
}

function optionsOnly(here: Question, there: Question, only: Side): readonly VersionDifference[] {
  const others = choicesOf(there.kind);
  return choicesOf(here.kind)
    .filter((option) => !others.includes(option))
    .map((option) => ({ kind: 'option', question: here.id, option, only }));
}

function choicesOf(kind: FactKind): readonly string[] {
  if (kind.kind === 'values') return kind.values;
  return kind.kind === 'options' ? kind.options : [];
}

function range({ min, max }: Numbers): string {
  return `${min} to ${max}`;
}
