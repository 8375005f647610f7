/** A sentence in short, for a log that is read at a glance. */

import { sentencesOf } from '../../questionnaire/asked-sentence.ts';

/** The most characters of a step in the log; about half a line. */
const LONGEST = 60;

/** The first sentence of a text; what is quoted in it stays whole. */
function firstSentence(text: string): string {
  const sentences = sentencesOf(text);
  const isWhole = (count: number): boolean => (sentences.slice(0, count).join(' ').split('"').length - 1) % 2 === 0;
  const count = sentences.findIndex((_, index) => isWhole(index + 1)) + 1;
  return count === 0 ? text : sentences.slice(0, count).join(' ');
}

/** The first sentence of a text without its full stop, cut after a word where it is long. */
export function firstWords(text: string): string {
  const sentence = firstSentence(text).replace(/\.$/, '');
  if (sentence.length <= LONGEST) return sentence;
  const words = sentence.lastIndexOf(' ', LONGEST);
  return `${sentence.slice(0, words > 0 ? words : LONGEST)} …`;
}
