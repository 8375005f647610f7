/** An answer as codes of the variables of its question, with what else a row needs to know of it. */

import { encodeValue } from '../callers/encoding.ts';
import type { FactValue } from '../conditions/model.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { UNKNOWN } from '../diagram/walk.ts';
import { saysMinor } from '../questionnaire/known-minor.ts';
import type { Question } from '../questionnaire/model.ts';

/** What is known of a question in a row, as bits. */
export const KNOWN = 1;
/** The row says it, so that it is not assumed. */
export const OWN = 2;
/** It says what an unremarkable caller says. */
export const PLAIN = 4;
/** It says that the caller is no adult. */
export const MINOR = 8;
/** Something is recorded of it, though not what, so that nothing may be assumed. */
export const SAID = 16;

/** What an answer does to a row. */
export interface AnswerCodes {
  /** Place of the question in the script. */
  readonly question: number;
  /** KNOWN, with PLAIN and MINOR where they hold. */
  readonly marks: number;
  /** Values of its variables; none for a number that no rule reads. */
  readonly codes: readonly { readonly variable: number; readonly code: number }[];
}

/** Makes an answer into codes; undefined where there is no such question. An option that is neither named nor denied has no code. */
export type EncodeAnswer = (
  question: string,
  value: FactValue,
  unknownOptions: readonly string[],
) => AnswerCodes | undefined;

/** Prepares the encoding of answers under a compiled policy. */
export function answerEncoder({ callers }: CompiledPolicy): EncodeAnswer {
  const { questionnaire, encoding } = callers;
  const questions = new Map(questionnaire.questions.map((question) => [question.id, question]));
  return (id, value, unknownOptions) => {
    const question = questions.get(id);
    if (question === undefined) return undefined;
    const codes = (encoding.ofQuestion.get(id) ?? []).flatMap((number) => {
      const variable = encoding.variables[number];
      if (variable === undefined) return [];
      if (variable.kind === 'option' && unknownOptions.includes(variable.option)) return [];
      const code = encodeValue(variable, value);
      return code === UNKNOWN ? [] : [{ variable: number, code }];
    });
    return { question: question.index, marks: marksOf(question, value, unknownOptions), codes };
  };
}

function marksOf(question: Question, value: FactValue, unknownOptions: readonly string[]): number {
  return KNOWN | (isPlain(question, value, unknownOptions) ? PLAIN : 0) | (saysMinor(question, value) ? MINOR : 0);
}

/** Whether everything that an answer says is what an unremarkable caller says; an option that is left open says nothing. */
export function isPlain({ kind, baseline }: Question, value: FactValue, unknownOptions: readonly string[]): boolean {
  if (typeof value !== 'object' || kind.kind !== 'options') return value === baseline;
  const plain = typeof baseline === 'object' ? baseline : [];
  return kind.options.every(
    (option) => unknownOptions.includes(option) || value.includes(option) === plain.includes(option),
  );
}
