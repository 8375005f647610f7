/** A reply in the words of its question. */

import { answerInWords } from '../questionnaire/in-words.ts';
import type { Question, Unknown } from '../questionnaire/model.ts';
import type { Reply } from './model.ts';

/** Why there is no answer. */
export const UNKNOWN_IN_WORDS: Readonly<Record<Exclude<Unknown, 'not-asked'>, string>> = {
  unsure: 'not sure',
  declined: 'did not want to say',
};

/** Says a reply; options that are unsure stand last. */
export function replyInWords(question: Question, reply: Reply, language: string): string {
  if ('unknown' in reply) return UNKNOWN_IN_WORDS[reply.unknown];
  const { said, unsure = [] } = reply;
  const words = answerInWords(question, said, language);
  if (unsure.length === 0) return words;
  const open = `not sure: ${answerInWords(question, unsure, language)}`;
  return Array.isArray(said) && said.length === 0 ? `${open}; none of the others` : `${words}; ${open}`;
}
