/** Questions and how calls end, by the words that people use for them. */

import { LEVELS } from '../policy/care-lists.ts';
import { askedSentence } from '../questionnaire/asked-sentence.ts';
import { answerInWords, inLanguage } from '../questionnaire/in-words.ts';
import type { Question } from '../questionnaire/model.ts';
import { byRows } from './by-rows.ts';
import type { ReportContext } from './report.ts';
import type { AskedName, Named, NearMissRows, ScoreReport } from './score-report.ts';
import type { Counts, Tally } from './tally.ts';

type Words = Pick<ReportContext, 'questionnaire' | 'language'>;

/** The sentence that asks a question. */
export function askedName(id: string, words: Words): AskedName {
  const question = questionNamed(id, words);
  return { id, says: question === undefined ? id : askedSentence(inLanguage(question.say, words.language)) };
}

function questionNamed(id: string, { questionnaire }: Words): Question | undefined {
  return questionnaire.questions.find((question) => question.id === id);
}

/** Rows by question, most frequent first; equal ones in script order. */
export function questionRows(counts: Counts<string>, words: Words): ScoreReport['ignored'] {
  return words.questionnaire.questions
    .map(({ id }) => ({ ...askedName(id, words), rows: counts.get(id) ?? 0 }))
    .filter(({ rows }) => rows > 0)
    .sort(byRows);
}

/** What is missing, and how many rows it alone would settle. */
export function missingRows({ missing, missingAlone }: Tally, words: Words): ScoreReport['missing'] {
  return questionRows(missing, words).map((row) => ({ ...row, alone: missingAlone.get(row.id) ?? 0 }));
}

/** Rows by disposition, most frequent first; equal ones in the order of precedence. */
export function dispositionRows(
  { dispositions }: Tally,
  { questionnaire, language }: Words,
): ScoreReport['dispositions'] {
  return questionnaire.dispositions
    .map(({ id, title }) => ({ id, name: inLanguage(title, language), rows: dispositions.get(id) ?? 0 }))
    .filter(({ rows }) => rows > 0)
    .sort(byRows);
}

/** What one other answer would change, most frequent first; equal ones by their keys, so that the order never varies. */
export function nearMissRows({ nearMisses }: Tally, context: ReportContext): readonly NearMissRows[] {
  return [...nearMisses]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => ({ ...nearMissOf(key, context), rows }))
    .sort(byRows);
}

/** A near miss is counted under `question value from to`; no id holds a space. */
function nearMissOf(key: string, context: ReportContext): Omit<NearMissRows, 'rows'> {
  const [id = '', value = '', from = '', to = ''] = key.split(' ');
  const question = questionNamed(id, context);
  return {
    question: askedName(id, context),
    answer: question === undefined ? value : valueInWords(question, value, context.language),
    from: levelNamed(from, context),
    to: levelNamed(to, context),
  };
}

function valueInWords(question: Question, value: string, language: string): string {
  if (question.type === 'number') return `for example ${value}`; // it stands for all numbers that count the same
  if (question.type !== 'choices') return answerInWords(question, value, language);
  const named = value.split(';').filter((one) => question.options.some(({ id }) => id === one));
  return answerInWords(question, named, language);
}

function levelNamed(id: string, { care }: ReportContext): Named {
  const level = LEVELS.find((one) => one === id);
  return { id, name: level === undefined ? id : care.levels[level].name };
}
