/** The text of an answers file → answers in its shape. Apart from the rest, because parsing needs the YAML library. */

import type { Document } from '../documents/document.ts';
import { draftShape } from '../documents/read-document.ts';
import { readYaml } from '../documents/read-yaml.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import { ANSWERS_KEYS, INNER_KEYS, isAnswersSource } from './answers-shape.ts';
import { compileAnswers } from './compile-answers.ts';
import type { Questionnaire } from './model.ts';
import { hasFormat, noAnswers } from './no-answers.ts';
import type { AnswersSource } from './schema.ts';

/** Reads an answers file. No problem repeats what a caller said; excerpts show only keys of this format and question ids. */
export async function readAnswers(
  file: string,
  text: string,
  questionnaire: Questionnaire,
): Promise<Outcome<Document<AnswersSource>>> {
  const ids = questionnaire.questions.map((question) => question.id);
  const read = readYaml(file, text, { shownKeys: new Set([...ANSWERS_KEYS, ...INNER_KEYS, ...ids]) });
  if (read.ok && isAnswersSource(read.value.value)) return outcomeOf({ ...read.value, value: read.value.value }, []);
  // What does not even name its format is most often another file: dozens of starred-out lines would tell nobody so.
  if (!hasFormat(text)) return failed([noAnswers(file)]);
  if (!read.ok) return read;
  const { answersSchema } = await import('./schema.ts');
  const { value: draft, problems } = draftShape(read.value, answersSchema);
  // What is wrong with the shape stops the reader here, and must not hide what is wrong with the answers.
  return failed(sortProblems([...problems, ...compileAnswers(draft, questionnaire).problems]));
}
