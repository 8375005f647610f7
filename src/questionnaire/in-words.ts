/** Texts and answers in the words of a language. */

import type { FactValue } from '../conditions/model.ts';
import { answerWordsIn } from './answer-words.ts';
import type { Answers, Question } from './model.ts';
import type { Text } from './schema.ts';
import { numberIn } from './spoken-languages.ts';

/** The key of a text that every language says alike: a name, a number. */
export const EVERY_LANGUAGE = 'same';

/** Takes a text in the given language, or in the first language that it has. */
export function inLanguage(text: Text, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? Object.values(text)[0] ?? '';
}

/** Says an answer in the words of its options. */
export function answerInWords(question: Question, value: FactValue, language: string): string {
  if (typeof value === 'number') return numberIn(language, value, { plainYears: true });
  if (typeof value === 'string') return optionLabel(question, value, language);
  if (value.length > 0) return value.map((option) => optionLabel(question, option, language)).join('; ');
  return question.none === undefined ? answerWordsIn(language).none : inLanguage(question.none, language);
}

/**
 * Says as much of an answer as is known: of a list what was named, that none of the others was, and which options are open. Empty where there
 * is no answer.
 */
export function answerSoFarInWords(question: Question, { values, unknownOptions }: Answers, language: string): string {
  const value = values.get(question.id);
  if (value === undefined) return '';
  const open = unknownOptions.get(question.id);
  const openOptions = question.options.filter(({ id }) => open?.has(id));
  if (openOptions.length === 0) return answerInWords(question, value, language);
  const isAllOpen = openOptions.length === question.options.length;
  const isEmpty = typeof value === 'object' && value.length === 0;
  const words = answerWordsIn(language);
  const named = isEmpty ? words.noneOfTheOthers : answerInWords(question, value, language);
  const notKnown = words.notKnown(openOptions.map(({ label }) => inLanguage(label, language)));
  return isAllOpen ? notKnown : `${named}; ${notKnown}`;
}

function optionLabel(question: Question, id: string, language: string): string {
  const option = question.options.find((one) => one.id === id);
  return option === undefined ? id : inLanguage(option.label, language);
}
