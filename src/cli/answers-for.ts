/** The answers of one caller, read for commands that decide or draw them. */

import type { Document } from '../documents/document.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import type { AnswersSource } from '../questionnaire/schema.ts';
import { answersPlace, readAnswersText } from './answers-text.ts';
import { answersIn } from './decide-caller.ts';

/** Answers with the document that what is wrong with them points into. */
export interface ReadCaller {
  readonly document: Document<AnswersSource>;
  readonly answers: Answers;
}

/** Reads an answers file, or standard input where the path is `-`, against a questionnaire; no problem shows an answer. */
export async function answersFor(path: string, questionnaire: Questionnaire): Promise<Outcome<ReadCaller>> {
  const file = answersPlace(path);
  const read = await readAnswersText(path);
  if (!read.ok) return failed([fileProblem(file, read.fault)]);
  const { readAnswers } = await import('../questionnaire/read-answers.ts');
  const document = await readAnswers(file, read.text, questionnaire);
  if (!document.ok) return document;
  const answers = answersIn(document.value, questionnaire);
  return answers.ok ? outcomeOf({ document: document.value, answers: answers.value }, answers.problems) : answers;
}
