/** Texts and answers in the words of a language. */

import type { FactValue } from '../conditions/model.ts';
import type { Question } from './model.ts';
import type { Text } from './schema.ts';

/** Takes a text in the given language, or in the first language that it has. */
export function inLanguage(text: Text, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? Object.values(text)[0] ?? '';
}

/** Says an answer in the words of its options. */
export function answerInWords(question: Question, value: FactValue, language: string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return optionLabel(question, value, language);
  if (value.length > 0) return value.map((option) => optionLabel(question, option, language)).join('; ');
  return question.none === undefined ? 'none' : inLanguage(question.none, language);
}

function optionLabel(question: Question, id: string, language: string): string {
  const option = question.options.find((one) => one.id === id);
  return option === undefined ? id : inLanguage(option.label, language);
}
