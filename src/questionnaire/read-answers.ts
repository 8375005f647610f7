/** The text of an answers file → answers. Apart from the rest, because parsing needs the YAML and schema libraries. */

import type { Document } from '../documents/document.ts';
import { readDocument } from '../documents/read-document.ts';
import type { Outcome } from '../problems/problem.ts';
import type { Questionnaire } from './model.ts';
import { type AnswersSource, answersSchema } from './schema.ts';

/** Reads an answers file. No problem repeats what a caller said; excerpts show only keys of this format and question ids. */
export function readAnswers(
  file: string,
  text: string,
  questionnaire: Questionnaire,
): Outcome<Document<AnswersSource>> {
  const ids = questionnaire.questions.map((question) => question.id);
  return readDocument(file, text, answersSchema, { shownKeys: new Set([...Object.keys(answersSchema.shape), ...ids]) });
}
