/** `intakeline decide`: from a file with a caller's answers to the referral summary. */

import { today } from '../io/clock.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { renderProblems } from '../render/problems.ts';
import { answersFor } from './answers-for.ts';
import { contentFor, type LoadedContent } from './call-ground.ts';
import type { DecideOptions } from './commands.ts';
import { findPolicy } from './decide-caller.ts';
import { englishNote, languageFor } from './languages.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { type Result, renderedSummary } from './render-summary.ts';
import { savingComplaint } from './saving-complaint.ts';
import { summaryFor } from './summary-for.ts';

/** Decides the answers in a file, or on standard input where the path is `-`. */
export async function decide(path: string, options: DecideOptions): Promise<CommandResult> {
  const complaint = await savingComplaint(options, { answers: path });
  if (complaint !== undefined) return couldNotRun(complaint);
  const loaded = await contentFor(options);
  if (!loaded.ok) return couldNotRun(renderProblems(loaded.problems));
  const language = languageFor(loaded.value.content.questionnaire, options.language);
  if (!language.ok) return couldNotRun(language.notes);
  const result = await resultOf(path, { ...options, language: language.value }, loaded.value);
  if (!result.ok) return couldNotRun(renderProblems(result.problems));
  const output = await renderedSummary(result.value, options);
  return { output, notes: englishNote(language.value), outcome: 'fine' };
}

async function resultOf(
  path: string,
  options: DecideOptions & { readonly language: string },
  { content, place }: LoadedContent,
): Promise<Outcome<Result>> {
  const { questionnaire } = content;
  const policy = findPolicy(options.policy, content, place);
  if (!policy.ok) return policy;
  const caller = await answersFor(path, questionnaire);
  if (!caller.ok) return caller;
  const { answers, document } = caller.value;
  const summary = summaryFor(content, {
    policy: policy.value,
    answers,
    document,
    place,
    language: options.language,
    today: options.today ?? today(),
  });
  if (!summary.ok) return summary;
  return outcomeOf({ summary: summary.value, answers, questionnaire }, summary.problems);
}
