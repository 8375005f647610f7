/** What was asked and said, as plain values in one language: the script beside the replies, for records outside of this program. */

import type { FactKind } from '../conditions/model.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Answers, Question, Questionnaire, Unknown } from '../questionnaire/model.ts';
import type { QuestionType } from '../questionnaire/schema.ts';

/** `null` where there is nothing to say. */
export interface RecordedQuestion {
  readonly id: string;
  readonly says: string;
  readonly type: QuestionType;
  /** Those of `yes-no`, `choice` and `choices`, in the order shown. */
  readonly options: readonly RecordedOption[];
  /** The label of "none of these"; `choices` only. */
  readonly none: string | null;
  /** `number` only. */
  readonly limits: { readonly min: number; readonly max: number; readonly step: number } | null;
  readonly loinc: string | null;
  readonly reply: RecordedReply;
}

export interface RecordedOption {
  readonly id: string;
  readonly label: string;
  readonly loinc: string | null;
}

/** A value, or why there is none. Of a list, the options that are neither named nor denied are open. */
export type RecordedReply =
  | { readonly kind: 'said'; readonly value: string | number | readonly string[]; readonly open: readonly string[] }
  | { readonly kind: 'unknown'; readonly why: Unknown };

export interface AnswerRecord {
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly questions: readonly RecordedQuestion[];
  }[];
}

/** Sets the answers beside the script, in script order. */
export function answerRecord(questionnaire: Questionnaire, answers: Answers, language: string): AnswerRecord {
  return {
    sections: questionnaire.sections.map(({ id, title }) => ({
      id,
      title: inLanguage(title, language),
      questions: questionnaire.questions
        .filter(({ section }) => section === id)
        .map((question) => recorded(question, answers, language)),
    })),
  };
}

function recorded(question: Question, answers: Answers, language: string): RecordedQuestion {
  const { id, type, say, options, none, kind, loinc } = question;
  return {
    id,
    says: inLanguage(say, language),
    type,
    options: options.map((option) => ({
      id: option.id,
      label: inLanguage(option.label, language),
      loinc: option.loinc ?? null,
    })),
    none: none === undefined ? null : inLanguage(none, language),
    limits: limitsOf(kind),
    loinc: loinc ?? null,
    reply: replyTo(id, answers),
  };
}

function limitsOf(kind: FactKind): RecordedQuestion['limits'] {
  return kind.kind === 'number' ? { min: kind.min, max: kind.max, step: kind.step } : null;
}

function replyTo(id: string, { values, unknown, unknownOptions }: Answers): RecordedReply {
  const value = values.get(id);
  if (value === undefined) return { kind: 'unknown', why: unknown.get(id) ?? 'not-asked' };
  return { kind: 'said', value, open: [...(unknownOptions.get(id)?.keys() ?? [])] };
}
