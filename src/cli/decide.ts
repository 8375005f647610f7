/** `intakeline decide`: from a file with a caller's answers to the referral summary. */

import { today } from '../io/clock.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { renderProblems } from '../render/problems.ts';
import { answersPlace, readAnswersText } from './answers-text.ts';
import { contentFor } from './call-ground.ts';
import type { DecideOptions } from './commands.ts';
import { answersIn, findPolicy } from './decide-caller.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { type Result, renderedSummary } from './render-summary.ts';
import { savingComplaint } from './saving-complaint.ts';
import { summaryFor } from './summary-for.ts';

/** Decides the answers in a file, or on standard input where the path is `-`. */
export async function decide(path: string, options: DecideOptions): Promise<CommandResult> {
  const complaint = await savingComplaint(options, { answers: path });
  if (complaint !== undefined) return couldNotRun(complaint);
  const result = await resultOf(path, options);
  if (!result.ok) return couldNotRun(renderProblems(result.problems));
  return { output: await renderedSummary(result.value, options), notes: '', outcome: 'fine' };
}

async function resultOf(path: string, options: DecideOptions): Promise<Outcome<Result>> {
  const loaded = await contentFor(options);
  if (!loaded.ok) return loaded;
  const { content, place } = loaded.value;
  const { questionnaire } = content;
  const policy = findPolicy(options.policy, content, place);
  if (!policy.ok) return policy;
  const file = answersPlace(path);
  const read = await readAnswersText(path);
  if (!read.ok) return failed([fileProblem(file, read.fault)]);
  const { readAnswers } = await import('../questionnaire/read-answers.ts');
  const document = await readAnswers(file, read.text, questionnaire);
  if (!document.ok) return document;
  const answers = answersIn(document.value, questionnaire);
  if (!answers.ok) return answers;
  const summary = summaryFor(content, {
    policy: policy.value,
    answers: answers.value,
    document: document.value,
    place,
    language: questionnaire.languages[0] ?? 'en',
    today: options.today ?? today(),
  });
  if (!summary.ok) return summary;
  return outcomeOf({ summary: summary.value, answers: answers.value, questionnaire }, summary.problems);
}
