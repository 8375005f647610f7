/** What has to be known of a row beside its walks, and hangs on whether a question applies (read-row.ts, row-result-of.ts). */

import type { Encoding } from '../callers/encoding.ts';
import type { FactValue } from '../conditions/model.ts';
import { ADULT_AGE, saysMinor } from '../questionnaire/known-minor.ts';
import type { Question } from '../questionnaire/model.ts';
import { type OwnQuestion, PROBLEM } from './sql-answers.ts';
import { OPTION_UNKNOWN, partsOf } from './sql-questions.ts';
import { NO_PROBLEM, problemNumber, type SqlScope } from './sql-slots.ts';
import { allOf, anyOf, column, firstOf, NO, not, plain, type Sql, sql, YES } from './sql-text.ts';

/** Columns that are 1 where an answer ends the call, where an assumed safety answer may matter, and where the caller is no adult. */
export const [STOPPED, LEANING, MINOR] = ['is_stopped', 'is_leaning', 'is_minor'] as const;
/** How many safety questions may apply and have no whole value. */
export const SAFETY_OPEN = 'safety_count';
/** Columns that begin at 0. */
export const COUNTERS = [STOPPED, LEANING, MINOR, SAFETY_OPEN] as const;

/** A question of the questionnaire in a query. */
export interface Asked {
  readonly question: Question;
  /** Undefined where no row answers it. */
  readonly own: OwnQuestion | undefined;
  readonly assumed: FactValue | undefined;
  /** Whether it has variables: the answer to a number question that no condition reads is never open. */
  readonly isRead: boolean;
}

/** A value that is gathered in a column once it is known whether the question applies. */
export interface GatedFact {
  readonly name: string;
  readonly value: Sql;
}

/** What a fact is made with. */
interface FactParts {
  /** Holds where the question certainly does not apply. */
  readonly isNeedless: Sql;
  /** Keeps a number until the walks have ended, and gives what reads it then. */
  readonly pack: (number: Sql) => Sql;
}

export function askedOf(
  { bound }: SqlScope,
  { ofQuestion }: Encoding,
  question: Question,
  own: readonly OwnQuestion[],
): Asked {
  return {
    question,
    own: own.find((one) => one.question.id === question.id),
    assumed: bound.mapping.assumptions.find((one) => one.question === question.id)?.answer,
    isRead: (ofQuestion.get(question.id) ?? []).length > 0,
  };
}

/** All that hangs on whether a question applies. */
export function gatedFacts(scope: SqlScope, asked: Asked, parts: FactParts): readonly GatedFact[] {
  const facts = [
    contradiction(scope, asked, parts),
    stop(asked, parts),
    leaning(asked, parts),
    minor(asked, parts),
    safetyOpen(asked, parts),
  ];
  return facts.flatMap((fact) => fact ?? []);
}

/** An own answer to a question that does not apply, unless it says nothing remarkable or the mapping passes over it. */
function contradiction(
  { bound }: SqlScope,
  { question, own }: Asked,
  { isNeedless, pack }: FactParts,
): GatedFact | undefined {
  const isPassedOver = bound.mapping.readings.some(
    (reading) => reading.question === question.id && reading.skipped === 'ignore',
  );
  if (own === undefined || isPassedOver || isNeedless.text === NO.text) return undefined;
  const isRemarkable = allOf([own.has, not(own.isAssumed), not(sql`(${isPlain(own)})`)]);
  const number = sql`${own.blamed} * 32 + ${problemNumber('contradiction', 0)}`;
  const kept = pack(firstOf([{ when: isRemarkable, then: number }], plain(NO_PROBLEM)));
  return {
    name: PROBLEM,
    value: firstOf([{ when: isNeedless, then: kept }], plain(NO_PROBLEM)),
  };
}

/** Whether all that an answer says is what an unremarkable caller says (answer-codes.ts). */
function isPlain({ question: { baseline, kind, ...question }, parts }: OwnQuestion): Sql {
  if (kind.kind !== 'options' && baseline === undefined) return NO;
  const said = partsOf({ ...question, baseline, kind }, baseline ?? [], []);
  return allOf(
    parts.map((part, place) =>
      kind.kind === 'options'
        ? sql`${column(part)} in (${said[place] ?? 0}, ${OPTION_UNKNOWN})`
        : sql`${column(part)} = ${said[place] ?? 0}`,
    ),
  );
}

/** An own answer that ends the call; none is ever assumed (sql-query.ts). */
function stop({ question, own }: Asked, { isNeedless, pack }: FactParts): GatedFact | undefined {
  if (own === undefined || question.stop.length === 0) return undefined;
  const { kind } = question;
  const ends =
    kind.kind === 'options'
      ? own.parts
          .filter((_, place) => question.stop.includes(kind.options[place] ?? ''))
          .map((part) => sql`${column(part)} = 1`)
      : question.stop.map((option) => sql`${column(own.parts[0] ?? '')} = ${partsOf(question, option, [])[0] ?? 0}`);
  return flagFact(STOPPED, { holds: anyOf(ends), unless: isNeedless, pack });
}

function leaning({ question, own, assumed }: Asked, { isNeedless, pack }: FactParts): GatedFact | undefined {
  if (assumed === undefined || !question.safety) return undefined;
  return flagFact(LEANING, { holds: own === undefined ? YES : own.isAssumed, unless: isNeedless, pack });
}

/** Of several options one that is open is enough. */
function safetyOpen({ question, own, assumed, isRead }: Asked, { isNeedless, pack }: FactParts): GatedFact | undefined {
  if (!question.safety || !isRead) return undefined;
  const unanswered = assumed === undefined ? YES : NO;
  return flagFact(SAFETY_OPEN, {
    holds: own === undefined ? unanswered : isOpen(own),
    unless: isNeedless,
    pack,
  });
}

function isOpen({ question: { kind }, parts, has }: OwnQuestion): Sql {
  return kind.kind === 'options' ? anyOf(parts.map((part) => sql`${column(part)} = ${OPTION_UNKNOWN}`)) : not(has);
}

function minor({ question, own, assumed }: Asked, { isNeedless, pack }: FactParts): GatedFact | undefined {
  if (!question.uses.includes('age') || question.kind.kind !== 'number') return undefined;
  if (own === undefined) {
    return assumed !== undefined && saysMinor(question, assumed)
      ? flagFact(MINOR, { holds: YES, unless: NO, pack })
      : undefined;
  }
  const holds = allOf([own.has, sql`${column(own.parts[0] ?? '')} < ${ADULT_AGE}`]);
  const isOwn =
    own.isAssumed.text === NO.text
      ? YES
      : sql`${pack(firstOf([{ when: own.isAssumed, then: plain(0) }], plain(1)))} = 1`;
  return flagFact(MINOR, { holds, unless: allOf([isNeedless, isOwn]), pack });
}

interface Flag {
  readonly holds: Sql;
  readonly unless: Sql;
  readonly pack: FactParts['pack'];
}

/** A flag that is raised where something holds, unless the question turns out not to apply. */
function flagFact(name: string, { holds, unless, pack }: Flag): GatedFact {
  const raised = firstOf([{ when: holds, then: plain(1) }], plain(0));
  const kept = raised.reads.size === 0 ? raised : pack(raised);
  return { name, value: firstOf([{ when: unless, then: plain(0) }], kept) };
}
