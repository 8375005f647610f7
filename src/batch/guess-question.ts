/** Which question a column of an unknown export may answer. */

import { nearest } from '../problems/did-you-mean.ts';
import type { Question, Questionnaire } from '../questionnaire/model.ts';
import type { Text } from '../questionnaire/schema.ts';
import type { ColumnSample } from './column-sample.ts';
import { foldText } from './fold-text.ts';
import { optionTexts } from './option-texts.ts';

/** `named`: the column has the id or the words of the question; `box`: it is one of its options. Otherwise somebody has to look at it. */
export interface QuestionGuess {
  readonly question: Question;
  readonly because: 'named' | 'box' | 'resembles' | 'mentions' | 'texts';
}

/** The likeliest question; undefined where nothing points to one. */
export function guessQuestion(
  name: string,
  sample: ColumnSample,
  { questions }: Questionnaire,
): QuestionGuess | undefined {
  const plain = plainName(name);
  if (plain === '') return undefined;
  const readable = questions.filter(({ kind }) => kind.kind !== 'unreadable');
  const named = readable.find((one) => namesOf(one).includes(plain));
  if (named !== undefined) return { question: named, because: 'named' };
  const box = readable.find((one) => one.type === 'choices' && boxOf(name, one) !== undefined);
  if (box !== undefined) return { question: box, because: 'box' };
  const near = nearest(
    plain,
    readable.map(({ id }) => id),
  );
  const resembling = readable.find(({ id }) => id === near);
  if (resembling !== undefined) return { question: resembling, because: 'resembles' };
  const mentioned = readable.filter((one) => mentions(plain, one));
  const [mention] = mentioned;
  if (mention !== undefined && mentioned.length === 1) return { question: mention, because: 'mentions' };
  const fitting = readable.filter((one) => fits(sample, one));
  const [fit] = fitting;
  return fit !== undefined && fitting.length === 1 ? { question: fit, because: 'texts' } : undefined;
}

/** What stands behind the id in the name of a box, as in `substances___2`; undefined where the column is no box of the question. */
export function boxOf(name: string, { id }: Question): string | undefined {
  const [before, behind] = name.trim().split('___');
  return before?.toLowerCase() === id && behind ? behind : undefined;
}

/** Letters and digits in lower case, `_` between the words: `Age at intake` is `age_at_intake`. */
export function plainName(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

/** Whether a column has the id of a question for its name, or its words. */
export function isNamedAs(name: string, question: Question): boolean {
  return namesOf(question).includes(plainName(name));
}

function namesOf({ id, say }: Question): readonly string[] {
  return [id, ...words(say).map(plainName)];
}

function words(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

/** Whether the words of the id, or of what else needs the answer, stand in the name one after the other. */
function mentions(plain: string, { id, uses }: Question): boolean {
  return [id, ...uses].some((words) => `_${plain}_`.includes(`_${words}_`));
}

/** Whether all texts are the question's own words, and more than yes and no, which many questions take. */
function fits({ texts, isComplete }: ColumnSample, question: Question): boolean {
  if (question.type !== 'choice' || !isComplete || texts.size < 2) return false;
  const own = optionTexts(question);
  return [...texts.keys()].every((text) => own.has(foldText(text)));
}
