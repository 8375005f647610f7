/** The short form of a question, for lists and for reports that name it. */

import { inLanguage } from './in-words.ts';
import type { Answers, Question, Questionnaire } from './model.ts';
import { isThirdParty, scriptFor } from './used-answers.ts';

/** The sentence of a script that asks: its last question, or the whole script where none ends in a question mark. */
export function askedSentence(script: string): string {
  return (
    sentencesOf(script)
      .filter((sentence) => sentence.endsWith('?'))
      .at(-1) ?? script.trim()
  );
}

/** Who is on the line, as far as their answers tell, and in which language. */
interface AskedIn {
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  readonly language: string;
}

/** The sentence that asks a question, as it is read to whoever is on the line. */
export function askedOf(question: Question, { questionnaire, answers, language }: AskedIn): string {
  return askedSentence(inLanguage(scriptFor(question, isThirdParty(questionnaire, answers)), language));
}

/** A mark ends a sentence only before a space: `FindTreatment.gov` and `1.5` are not two sentences. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.?!]) (?=[^\p{Ll}])/u);
}
