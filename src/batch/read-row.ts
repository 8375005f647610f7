/** What a whole row says: its cells combined, what is assumed, and what cannot be true. Slow and obvious. */

import type { Answers, Question, Questionnaire } from '../questionnaire/model.ts';
import { isPlain } from './answer-codes.ts';
import { assumedAnswers } from './assumed-answers.ts';
import type { BoundMapping, CellMeaning } from './bound-mapping.ts';
import { type CombinedRow, combineRow, sortRowProblems } from './combine-row.ts';
import type { RowProblem } from './reject-codes.ts';
import type { AnsweredRow } from './row-result-of.ts';

/** What rows are read by. */
export interface RowRules {
  readonly bound: BoundMapping;
  readonly questionnaire: Questionnaire;
  readonly mayApply: MayApply;
}

export interface RowReading {
  /** Why the row cannot be scored; empty where it can. */
  readonly problems: readonly RowProblem[];
  readonly row: AnsweredRow;
  /** Questions that the row itself answers. */
  readonly own: ReadonlySet<string>;
  /** Questions that have their answer only because a column implies it. */
  readonly implied: readonly string[];
  /** Questions about which something was assumed and which may apply, in the order of the assumptions. */
  readonly assumed: readonly string[];
  /** Questions whose answers were left out because they certainly do not apply, in script order. */
  readonly ignored: readonly string[];
}

/** Whether a question applies to some completion of a row's answers. */
export type MayApply = (answers: Answers) => (question: string) => boolean;

/** Reads a row from what each of its slots says. */
export function readRow({ bound, questionnaire, mayApply }: RowRules, meanings: readonly CellMeaning[]): RowReading {
  const combined = combineRow(bound, questionnaire, meanings);
  const { answers, assumed } = assumedAnswers(bound.mapping, combined);
  const applies = mayApply(answers);
  const needless = questionnaire.questions.filter(({ id }) => combined.own.has(id) && !applies(id));
  const ignored = needless.filter((question) => isIgnored(bound, question, answers)).map(({ id }) => id);
  const impossible = needless.filter(({ id }) => !ignored.includes(id));
  const used = without(
    answers,
    needless.map(({ id }) => id),
  );
  const relevant = assumed.filter(applies);
  const safety = questionnaire.questions.filter((question) => question.safety).map(({ id }) => id);
  return {
    problems: sortRowProblems([...combined.problems, ...impossible.map(({ id }) => contradiction(combined, id))]),
    row: {
      answers: used,
      withoutSafety: relevant.some((id) => safety.includes(id))
        ? without(
            used,
            assumed.filter((id) => safety.includes(id)),
          )
        : undefined,
      ended: combined.answers.ended,
      isStopped: combined.isStopped,
    },
    own: new Set(combined.own.keys()),
    implied: combined.implied,
    assumed: relevant,
    ignored,
  };
}

/** Whether an answer to a question that does not apply is passed over: one that says nothing remarkable, or where the mapping says so. */
function isIgnored({ mapping }: BoundMapping, question: Question, answers: Answers): boolean {
  const value = answers.values.get(question.id);
  if (value === undefined) return false;
  if (mapping.readings.some((reading) => reading.question === question.id && reading.skipped === 'ignore')) return true;
  return isPlain(question, value, [...(answers.unknownOptions.get(question.id)?.keys() ?? [])]);
}

function contradiction({ own }: CombinedRow, id: string): RowProblem {
  return { code: 'contradiction', column: own.get(id) };
}

function without(answers: Answers, ids: readonly string[]): Answers {
  const left = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([id]) => !ids.includes(id)));
  return { ...answers, values: left(answers.values), unknownOptions: left(answers.unknownOptions) };
}
