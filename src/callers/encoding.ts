/** Answers as values of variables: one variable per yes-no and choice question, per option of a `choices` question, per banded number. */

import type { Condition, FactValue } from '../conditions/model.ts';
import { stepsFrom } from '../conditions/number-test.ts';
import { visitTests } from '../conditions/reads.ts';
import { type Assignment, UNKNOWN } from '../diagram/walk.ts';
import type { Answers, Question, Questionnaire } from '../questionnaire/model.ts';

/** What a variable's values stand for. */
export type Variable =
  | { readonly kind: 'value'; readonly question: Question; readonly values: readonly string[] }
  | { readonly kind: 'option'; readonly question: Question; readonly option: string } // 0 not named, 1 named
  | { readonly kind: 'band'; readonly question: Question; readonly starts: readonly number[] }; // first number of each band

export interface Encoding {
  /** In order of testing; the variables of one question stand together. */
  readonly variables: readonly Variable[];
  readonly widths: readonly number[];
  /** Numbers of a question's variables; none for text, date, phone and numbers that no condition reads. */
  readonly ofQuestion: ReadonlyMap<string, readonly number[]>;
}

/** Makes the variables, in the order of testing given; numbers are cut at every threshold of the conditions. */
export function createEncoding(
  questionnaire: Questionnaire,
  order: readonly string[],
  conditions: readonly Condition[],
): Encoding {
  const starts = bandStarts(questionnaire, conditions);
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  const variables: Variable[] = [];
  const ofQuestion = new Map<string, readonly number[]>();
  for (const id of order) {
    const question = questions.get(id);
    if (question === undefined) continue;
    const own = variablesOf(question, starts.get(id) ?? []);
    ofQuestion.set(
      id,
      own.map((_, index) => variables.length + index),
    );
    variables.push(...own);
  }
  return { variables, widths: variables.map(widthOf), ofQuestion };
}

function variablesOf(question: Question, starts: readonly number[]): Variable[] {
  switch (question.kind.kind) {
    case 'values':
      return [{ kind: 'value', question, values: question.kind.values }];
    case 'options':
      return question.kind.options.map((option) => ({ kind: 'option', question, option }));
    case 'number':
      return starts.length > 1 ? [{ kind: 'band', question, starts }] : [];
    case 'unreadable':
      return [];
    default:
      return question.kind satisfies never;
  }
}

function widthOf(variable: Variable): number {
  if (variable.kind === 'option') return 2;
  return variable.kind === 'value' ? variable.values.length : variable.starts.length;
}

/** Where the bands of each number question start: its least value and every value at which some test changes. */
function bandStarts(
  questionnaire: Questionnaire,
  conditions: readonly Condition[],
): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, Set<number>>();
  for (const { id, kind } of questionnaire.questions) if (kind.kind === 'number') starts.set(id, new Set([kind.min]));
  const kinds = new Map(questionnaire.questions.map((question) => [question.id, question.kind]));
  for (const condition of conditions) {
    visitTests(condition, (test) => {
      const kind = kinds.get(test.id);
      if (test.kind !== 'within' || kind?.kind !== 'number') return;
      for (const start of [test.from, stepsFrom(test.to, 1, kind)]) {
        if (start > kind.min && start <= kind.max) starts.get(test.id)?.add(start);
      }
    });
  }
  return new Map([...starts].map(([id, set]) => [id, [...set].sort((left, right) => left - right)]));
}

/** The band in which a number lies. */
export function bandOf(starts: readonly number[], value: number): number {
  return starts.reduce((band, start, index) => (value >= start ? index : band), 0);
}

/** The value of one variable for an answer to its question. */
export function encodeValue(variable: Variable, value: FactValue): number {
  if (variable.kind === 'option') return typeof value === 'object' && value.includes(variable.option) ? 1 : 0;
  if (variable.kind === 'band') return typeof value === 'number' ? bandOf(variable.starts, value) : UNKNOWN;
  return typeof value === 'string' ? variable.values.indexOf(value) : UNKNOWN;
}

/** The values of all variables for a caller's answers, UNKNOWN where there is no answer. */
export function encodeAnswers(encoding: Encoding, answers: Answers): Assignment {
  return encoding.variables.map((variable) => {
    const value = answers.values.get(variable.question.id);
    if (value === undefined) return UNKNOWN;
    if (variable.kind === 'option' && answers.unknownOptions.get(variable.question.id)?.has(variable.option))
      return UNKNOWN;
    return encodeValue(variable, value);
  });
}

/** The answer that a question's variable values stand for; a band by its first number. */
export function decodeQuestion(encoding: Encoding, id: string, assignment: Assignment): FactValue | undefined {
  const own = encoding.ofQuestion.get(id) ?? [];
  const options: string[] = [];
  for (const number of own) {
    const variable = encoding.variables[number];
    const value = assignment[number] ?? UNKNOWN;
    if (variable === undefined || value === UNKNOWN) return undefined;
    if (variable.kind === 'value') return variable.values[value];
    if (variable.kind === 'band') return variable.starts[value];
    if (value === 1) options.push(variable.option);
  }
  return own.length === 0 ? undefined : options;
}
