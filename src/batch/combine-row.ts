/** What the texts of one row say together: the slow, obvious meaning that the fast scorer must agree with. */

import { bandOf } from '../callers/encoding.ts';
import type { FactValue } from '../conditions/model.ts';
import type { Answers, Question, Questionnaire, Unknown } from '../questionnaire/model.ts';
import type { BoundMapping, CellMeaning, Contribution } from './bound-mapping.ts';
import { combineReading } from './combine-reading.ts';
import type { CellAnswer } from './read-answer.ts';
import { REJECT_CODES, type RowProblem } from './reject-codes.ts';

export interface CombinedRow {
  /** What the row says, implied answers included and assumptions not. `ended` where a column says how the call ended. */
  readonly answers: Answers;
  /** A column says that the call was stopped as an emergency. */
  readonly isStopped: boolean;
  /** Each answered question with the column that is blamed for it, as a place in the header. */
  readonly own: ReadonlyMap<string, number>;
  /** Questions that have their answer only because a column implies it. */
  readonly implied: readonly string[];
  /** Questions of which some column cannot be read: they have no answer, and none may be assumed. */
  readonly faulty: ReadonlySet<string>;
  /** Questions of which some column says something, if not an answer, and something is assumed elsewhere. */
  readonly said: ReadonlySet<string>;
  /** By column, those about the same column in the order of the codes; none twice. */
  readonly problems: readonly RowProblem[];
}

/** An answer of the row, and the column that is blamed where it cannot stand. */
interface OwnAnswer extends CellAnswer {
  readonly column: number;
}

/** Combines what each slot says; contradictions with questions that do not apply are for whoever knows the completions. */
export function combineRow(
  bound: BoundMapping,
  questionnaire: Questionnaire,
  meanings: readonly CellMeaning[],
): CombinedRow {
  const problems: RowProblem[] = meanings.flatMap((meaning, slot) =>
    meaning.ok ? [] : [{ code: meaning.code, column: bound.columns[slot] }],
  );
  const said = contributionsOf(bound, meanings);
  const faulty = faultyQuestions(bound, problems);
  const answers = readingAnswers(bound, said, { faulty, problems });
  const implied = addImplied(bound, said, { answers, faulty, problems });
  const ended = said.flatMap(({ one }) => (one.kind === 'ended' ? [one.disposition] : []))[0];
  return {
    answers: { ...answersOf(answers, questionnaire), ...(ended === undefined ? {} : { ended }) },
    isStopped: said.some(({ one }) => one.kind === 'emergency'),
    own: new Map([...answers].map(([question, { column }]) => [question, column])),
    implied,
    faulty,
    said: new Set(said.flatMap(({ one }) => questionSaid(bound, one))),
    problems: sortRowProblems(problems),
  };
}

/** Sorts the problems of a row by column, then in the order of the codes, and leaves out what is said twice. */
export function sortRowProblems(problems: readonly RowProblem[]): readonly RowProblem[] {
  const codes = Object.keys(REJECT_CODES);
  const rank = ({ code, column = -1 }: RowProblem) => column * codes.length + codes.indexOf(code);
  const byRank = new Map(problems.map((problem) => [rank(problem), problem]));
  return [...byRank.values()].sort((left, right) => rank(left) - rank(right));
}

interface Said {
  readonly column: number;
  readonly one: Contribution;
}

function contributionsOf({ columns }: BoundMapping, meanings: readonly CellMeaning[]): readonly Said[] {
  return meanings.flatMap((meaning, slot) =>
    meaning.ok ? meaning.contributions.map((one) => ({ column: columns[slot] ?? 0, one })) : [],
  );
}

function questionSaid({ mapping }: BoundMapping, one: Contribution): readonly string[] {
  const reading = one.kind === 'said' ? mapping.readings[one.reading] : undefined;
  return reading === undefined ? [] : [reading.question];
}

function faultyQuestions(
  { mapping, readingColumns }: BoundMapping,
  problems: readonly RowProblem[],
): ReadonlySet<string> {
  const columns = new Set(problems.map(({ column }) => column));
  const isFaulty = (place: number) => (readingColumns[place] ?? []).some((column) => columns.has(column));
  return new Set(mapping.readings.flatMap(({ question }, place) => (isFaulty(place) ? [question] : [])));
}

function readingAnswers(
  bound: BoundMapping,
  said: readonly Said[],
  { faulty, problems }: { readonly faulty: ReadonlySet<string>; readonly problems: RowProblem[] },
): Map<string, OwnAnswer> {
  const answers = new Map<string, OwnAnswer>();
  for (const [place, { question }] of bound.mapping.readings.entries()) {
    const column = bound.readingColumns[place]?.[0];
    if (column === undefined || faulty.has(question)) continue;
    const own = said.flatMap(({ one }) => ('reading' in one && one.reading === place ? [one] : []));
    const combined = combineReading(bound, place, own);
    if (typeof combined === 'string') problems.push({ code: combined, column });
    else if (combined !== undefined) answers.set(question, { ...combined, column });
  }
  return answers;
}

interface Gathered {
  readonly answers: Map<string, OwnAnswer>;
  readonly faulty: ReadonlySet<string>;
  readonly problems: RowProblem[];
}

/** Implied answers fill questions without an answer, which it gives, the first column first; else they must agree with it. */
function addImplied(
  bound: BoundMapping,
  said: readonly Said[],
  { answers, faulty, problems }: Gathered,
): readonly string[] {
  const implied: string[] = [];
  for (const { column, one } of said) {
    if (one.kind !== 'implied' || faulty.has(one.question)) continue;
    const before = answers.get(one.question);
    if (before === undefined) {
      answers.set(one.question, { value: one.value, unknownOptions: [], column });
      implied.push(one.question);
    } else if (!agrees(before, one.value, bound.bandStarts.get(one.question) ?? []))
      problems.push({ code: 'conflicting-answers', column: before.column }, { code: 'conflicting-answers', column });
  }
  return implied;
}

/** Whether nothing that a rule could read tells the two apart; options that are unknown in the answer may be anything. */
function agrees({ value, unknownOptions }: CellAnswer, implied: FactValue, starts: readonly number[]): boolean {
  if (typeof value === 'number' && typeof implied === 'number')
    return bandOf(starts, value) === bandOf(starts, implied);
  if (typeof value !== 'object' || typeof implied !== 'object') return value === implied;
  return (
    value.every((option) => implied.includes(option)) &&
    implied.every((option) => value.includes(option) || unknownOptions.includes(option))
  );
}

function answersOf(
  answers: ReadonlyMap<string, OwnAnswer>,
  { id, questions }: Questionnaire,
): Pick<Answers, 'questionnaire' | 'values' | 'unknown' | 'unknownOptions'> {
  const values = new Map<string, FactValue>();
  const unknownOptions = new Map<string, ReadonlyMap<string, Unknown>>();
  for (const question of questions) {
    const answer = answers.get(question.id);
    if (answer === undefined) continue;
    values.set(question.id, inOrder(question, answer.value));
    const open = optionsOf(question).filter((option) => answer.unknownOptions.includes(option));
    if (open.length > 0) unknownOptions.set(question.id, new Map(open.map((option) => [option, 'not-asked'])));
  }
  return { questionnaire: id, values, unknown: new Map(), unknownOptions };
}

/** Options in the order of the questionnaire, so that equal answers are equal lists. */
function inOrder(question: Question, value: FactValue): FactValue {
  return typeof value === 'object' ? optionsOf(question).filter((option) => value.includes(option)) : value;
}

function optionsOf({ kind }: Question): readonly string[] {
  return kind.kind === 'options' ? kind.options : [];
}
