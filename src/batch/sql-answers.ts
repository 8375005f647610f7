/** From the readings to the answers of a row: implied ones filled in, then assumed ones. Means what combine-row.ts means. */

import type { Question, Questionnaire } from '../questionnaire/model.ts';
import type { BoundSqlReading } from './sql-bound-reading.ts';
import { isSound } from './sql-cells.ts';
import { blamedFor, type Implied, impliedAnswers, impliedFor } from './sql-implied.ts';
import { partsOf, type SqlQuestion, sqlQuestion } from './sql-questions.ts';
import { sqlReading } from './sql-readings.ts';
import { isSilent } from './sql-silence.ts';
import { NO_PROBLEM, problemOf, type SqlScope } from './sql-slots.ts';
import type { Made, Step } from './sql-steps.ts';
import { allOf, anyOf, column, firstOf, NO, not, plain, type Sql, sql, YES } from './sql-text.ts';

/** Name of the column with the least problem of a row so far. */
export const PROBLEM = 'problem_number';

/** A question that rows answer. */
export interface OwnQuestion extends SqlQuestion {
  /** Place in the header of the column that is blamed for the answer. */
  readonly blamed: Sql;
  /** Holds where the answer is assumed. */
  readonly isAssumed: Sql;
}

export interface AnswerSteps {
  readonly steps: readonly Step[];
  /** Questions that rows can answer, in script order. */
  readonly own: readonly OwnQuestion[];
}

/** Name of the column that is 1 where an answer is assumed. */
function assumedFor({ index }: Question): string {
  return `f${index}`;
}

/** The readings that the header has columns for. */
export function boundReadings(
  { bound }: Pick<SqlScope, 'bound'>,
  { questions }: Questionnaire,
): readonly BoundSqlReading[] {
  return bound.mapping.readings.flatMap((reading, place) => {
    const question = questions.find(({ id }) => id === reading.question);
    const slots = (bound.readingColumns[place] ?? []).map((one) => bound.columns.indexOf(one));
    return question === undefined || slots.length === 0 ? [] : [{ place, reading, question, slots }];
  });
}

/** The steps that give answers and the problem so far. */
export function answerSteps(scope: SqlScope, questionnaire: Questionnaire): AnswerSteps {
  const readings = boundReadings(scope, questionnaire);
  const read = readings.map((reading) => sqlReading(scope, reading));
  const implied = impliedAnswers(scope, questionnaire);
  const ids = new Set([...readings, ...implied].map(({ question }) => question.id));
  const own = questionnaire.questions.filter(({ id }) => ids.has(id));
  const assumable = new Set(scope.bound.mapping.assumptions.map(({ question }) => question));
  return {
    own: own.map((question) => ({
      ...sqlQuestion(question),
      blamed: implied.some((one) => one.question.id === question.id)
        ? column(blamedFor(question))
        : plain(firstColumn(scope, readings, question) ?? 0),
      isAssumed: assumable.has(question.id) ? sql`${column(assumedFor(question))} = 1` : NO,
    })),
    steps: [
      {
        name: 'answers',
        note: 'what the columns answer: places of options, numbers; options of one question each 0 denied, 1 named, 2 unknown',
        makes: read.flatMap(({ makes }) => makes),
        isFenced: true,
      },
      impliedStep(scope, { readings, implied, own, faults: read.flatMap(({ problem }) => problem ?? []) }),
      assumedStep(scope, readings, own),
    ],
  };
}

/** The first column of a question's reading, as a place in the header. */
export function firstColumn(
  { bound }: SqlScope,
  readings: readonly BoundSqlReading[],
  { id }: Question,
): number | undefined {
  const reading = readings.find(({ question }) => question.id === id);
  return reading && bound.readingColumns[reading.place]?.[0];
}

interface Gathered {
  readonly readings: readonly BoundSqlReading[];
  readonly implied: readonly Implied[];
  readonly own: readonly Question[];
  /** Numbers of the problems of readings. */
  readonly faults: readonly Sql[];
}

/** Fills what the row leaves unanswered, and puts all problems so far together. */
function impliedStep(scope: SqlScope, { readings, implied, own, faults }: Gathered): Step {
  const filled = own.flatMap((question) => {
    const answers = implied.filter((one) => one.question.id === question.id);
    if (answers.length === 0) return [];
    return impliedFor({
      question,
      reading: readings.find((one) => one.question.id === question.id),
      implied: answers,
      starts: scope.bound.bandStarts.get(question.id) ?? [],
      firstColumn: firstColumn(scope, readings, question) ?? 0,
    });
  });
  const problems = [
    ...scope.bound.columns.map((_, slot) => problemOf(slot)),
    ...faults,
    ...filled.flatMap(({ conflicts }) => conflicts),
  ];
  return {
    name: 'implied',
    note: 'answers that other columns imply, and the first thing that is wrong so far',
    makes: [...filled.flatMap(({ makes }) => makes), { name: PROBLEM, value: least(problems) }],
    isFenced: true,
  };
}

function least(numbers: readonly Sql[]): Sql {
  if (numbers.length === 0) return plain(NO_PROBLEM);
  return sql`least(${numbers.reduce((all, one) => sql`${all}, ${one}`)}, ${NO_PROBLEM})`;
}

/** Assumes answers where nothing is recorded about a question that a row could have answered; others are assumed of every row. */
function assumedStep(scope: SqlScope, readings: readonly BoundSqlReading[], own: readonly Question[]): Step {
  const makes = scope.bound.mapping.assumptions.flatMap(({ question: id, answer }): Made[] => {
    const question = own.find((one) => one.id === id);
    if (question === undefined) return [];
    const { parts, has, hasColumn } = sqlQuestion(question);
    const reading = readings.find((one) => one.question.id === id);
    const isUnread = reading === undefined ? YES : allOf([isSilent(scope, reading), ...reading.slots.map(isSound)]);
    const isOpen = allOf([not(has), isUnread]);
    const values = partsOf(question, answer, []);
    return [
      { name: assumedFor(question), value: firstOf([{ when: isOpen, then: plain(1) }], plain(0)) },
      ...parts.map((name, part) => ({
        name,
        value: firstOf([{ when: isOpen, then: plain(values[part] ?? 0) }], column(name)),
      })),
      ...(hasColumn === undefined ? [] : [{ name: hasColumn, value: anyOf([column(hasColumn), isOpen]) }]),
    ];
  });
  return { name: 'assumed', note: 'assumptions where a row says nothing', makes, isFenced: true };
}
