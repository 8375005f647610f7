/** A reply in the words of its question. */

import { answerInWords } from '../questionnaire/in-words.ts';
import type { Question } from '../questionnaire/model.ts';
import type { Reply } from './model.ts';
import { callWordsIn } from './words/words.ts';

/** Says a reply; options that are unsure stand last. */
export function replyInWords(question: Question, reply: Reply, language: string): string {
  const said = callWordsIn(language).fields;
  if ('unknown' in reply) return said[reply.unknown];
  const { said: value, unsure = [] } = reply;
  const isNone = Array.isArray(value) && value.length === 0;
  const words = isNone && question.none === undefined ? said.none : answerInWords(question, value, language);
  if (unsure.length === 0) return words;
  const open = said.open(answerInWords(question, unsure, language));
  return isNone ? `${open}; ${said.noneOfOthers}` : `${words}; ${open}`;
}
