/** Whether the first line of an export may be a record, so that its names are texts about somebody. */

import type { Questionnaire } from '../questionnaire/model.ts';
import { foldText } from './fold-text.ts';
import { isNamedAs } from './guess-question.ts';
import { holdsPersonalNumber } from './listed-texts.ts';

const NUMBER = /^[-+]?[0-9]+(?:[.,][0-9]+)?$/;

/** What people answer, and nobody calls a column. */
const ANSWERS: ReadonlySet<string> = new Set(['yes', 'no', 'y', 'n', 'true', 'false', 'unknown']);

/** A record has numbers, days or answers in it, or says something twice; where a column has the name of a question, it is a header. */
export function mayBeRecord(names: readonly string[], { questions }: Questionnaire): boolean {
  if (names.some((name) => questions.some((question) => isNamedAs(name, question)))) return false;
  const texts = names.map(foldText).filter((text) => text !== '');
  const isTwice = new Set(texts).size < texts.length;
  return isTwice || texts.some((text) => NUMBER.test(text) || ANSWERS.has(text) || holdsPersonalNumber(text));
}
