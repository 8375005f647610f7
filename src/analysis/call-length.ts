/** How long a call takes: the words that are read aloud, and the time that the answers need. */

import { inLanguage } from '../questionnaire/in-words.ts';
import type { Answers, Question, Questionnaire } from '../questionnaire/model.ts';
import type { QuestionType } from '../questionnaire/schema.ts';
import { isThirdParty, scriptFor } from '../questionnaire/used-answers.ts';

/** Words a minute: a calm pace. A speech synthesizer set to it needs a tenth less for these scripts, pauses included. */
const SPEED = 150;

/**
 * Seconds from the last word of a question to the first of the next: the caller's answer and the counselor's keys. Our own
 * estimates: one word and one key; a choice is thought over; words are said and typed, a phone number digit by digit.
 */
const ANSWER = {
  'yes-no': 2,
  choice: 4,
  choices: 3,
  number: 4,
  text: 10,
  date: 6,
  phone: 12,
} as const satisfies Readonly<Record<QuestionType, number>>;

/** Seconds more for each option that is named. Our own estimate. */
const NAMED = 2;

/** Seconds for the yes or no after each line that is read out, in place of one answer to the whole. Our own estimate. */
const LINE = 1;

/** Where a question's help asks to read each line, in English or in Spanish, its options belong to the script. */
const READ_OUT = /\b(?:read each line|lea cada línea)(?!\p{L})/iu;

export interface Length {
  readonly questions: number;
  /** Read aloud. */
  readonly words: number;
  readonly seconds: number;
}

/** Whether the options of a question are read out one by one after its script, which does not name them. */
export function isReadOut({ help }: Question, language: string): boolean {
  return help !== undefined && READ_OUT.test(inLanguage(help, language));
}

/** The length of a call that comes to the given questions, without what is said after the last one. */
export function callLength(
  questionnaire: Questionnaire,
  heard: readonly Question[],
  answers: Answers,
  language: string,
): Length {
  const thirdParty = isThirdParty(questionnaire, answers);
  const words = heard.reduce((sum, question) => sum + wordsOf(question, thirdParty, language), 0);
  const answering = heard.reduce((sum, question) => sum + answerTime(question, answers, language), 0);
  return { questions: heard.length, words, seconds: (words * 60) / SPEED + answering };
}

function wordsOf(question: Question, thirdParty: boolean, language: string): number {
  const lines = isReadOut(question, language) ? question.options.map(({ label }) => label) : [];
  const texts = [scriptFor(question, thirdParty), ...lines];
  return texts.reduce((sum, text) => sum + countWords(inLanguage(text, language)), 0);
}

function answerTime(question: Question, { values }: Answers, language: string): number {
  const value = values.get(question.id);
  const named = Array.isArray(value) ? value.length * NAMED : 0;
  return named + (isReadOut(question, language) ? question.options.length * LINE : ANSWER[question.type]);
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /\w/.test(word)).length;
}
