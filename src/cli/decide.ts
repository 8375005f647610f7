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
import { namesNobody } from './names-nobody.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { type Result, renderedSummary } from './render-summary.ts';
import { savingComplaint } from './saving-complaint.ts';
import { type SummaryWanted, summaryFor } from './summary-for.ts';

/** Decides the answers in a file, or on standard input where the path is `-`. */
export async function decide(path: string, options: DecideOptions): Promise<CommandResult> {
  const complaint = await savingComplaint(options, { answers: path });
  if (complaint !== undefined) return couldNotRun(complaint);
  const unclear = namesNobody(options);
  if (unclear !== undefined) return couldNotRun(unclear);
  const loaded = await contentFor(options);
  if (!loaded.ok) return couldNotRun(renderProblems(loaded.problems));
  const { content } = loaded.value;
  const language = languageFor(content.questionnaire, options.language);
  if (!language.ok) return couldNotRun(language.notes);
  const wanted = await callerIn(path, { ...options, language: language.value }, loaded.value);
  if (!wanted.ok) return couldNotRun(renderProblems(wanted.problems));
  const notes = englishNote(language.value);
  const { for: recipient } = options;
  if (recipient !== undefined) {
    const { documentResult } = await import('./document-result.ts');
    const document = await documentResult(content, wanted.value, { ...options, for: recipient });
    if (!document.ok) return couldNotRun(document.notes);
    const { output, notes: said } = document.value;
    const unrecorded = recipient === 'chart' ? '' : NOT_RECORDED;
    return { output, notes: notes + said + unrecorded, outcome: 'fine' };
  }
  const summary = summaryFor(content, wanted.value);
  if (!summary.ok) return couldNotRun(renderProblems(summary.problems));
  const { answers } = wanted.value;
  const result: Result = { summary: summary.value, answers, questionnaire: content.questionnaire };
  return { output: await renderedSummary(result, options), notes, outcome: 'fine' };
}

const NOT_RECORDED =
  'answers in a file have no journal, so that nothing is written down of this disclosure: keep a record of it yourself\n';

/** Whose answers they are, with all that deciding them takes. */
async function callerIn(
  path: string,
  options: DecideOptions & { readonly language: string },
  { content, place }: LoadedContent,
): Promise<Outcome<SummaryWanted>> {
  const { questionnaire } = content;
  const policy = findPolicy(options.policy, content, place);
  if (!policy.ok) return policy;
  const caller = await answersFor(path, questionnaire);
  if (!caller.ok) return caller;
  const { answers, document } = caller.value;
  const wanted: SummaryWanted = {
    policy: policy.value,
    answers,
    document,
    place,
    language: options.language,
    today: options.today ?? today(),
  };
  return outcomeOf(wanted, caller.problems);
}
