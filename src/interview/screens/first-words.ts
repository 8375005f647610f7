/** A sentence in short, for a log that is read at a glance. */

import { sentencesOf } from '../../questionnaire/asked-sentence.ts';

/** The most characters of a step in the log; about half a line. */
const LONGEST = 60;

/** The first sentence of a text without its full stop, cut after a word where it is long. */
export function firstWords(text: string): string {
  const sentence = (sentencesOf(text)[0] ?? text).replace(/\.$/, '');
  if (sentence.length <= LONGEST) return sentence;
  const words = sentence.lastIndexOf(' ', LONGEST);
  return `${sentence.slice(0, words > 0 ? words : LONGEST)} …`;
}
