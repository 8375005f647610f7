/** `intakeline decide`: from a file with a caller's answers to the referral summary. */

import { today } from '../io/clock.ts';
import { installedPath, shownPath } from '../io/installed.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { renderProblems } from '../render/problems.ts';
import { answersPlace, readAnswersText } from './answers-text.ts';
import type { DecideOptions } from './commands.ts';
import { loadContent } from './content.ts';
import { contentFiles, inFolder } from './content-files.ts';
import { answersIn, findPolicy } from './decide-caller.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { type Result, renderedSummary } from './render-summary.ts';
import { summaryFor } from './summary-for.ts';

/** Decides the answers in a file, or on standard input where the path is `-`. */
export async function decide(path: string, options: DecideOptions): Promise<CommandResult> {
  const complaint = options.out === undefined ? undefined : await savingComplaint(options.out, path, options);
  if (complaint !== undefined) return couldNotRun(complaint);
  const result = await resultOf(path, options);
  if (!result.ok) return couldNotRun(renderProblems(result.problems));
  return { output: await renderedSummary(result.value, options), notes: '', outcome: 'fine' };
}

async function savingComplaint(out: string, answers: string, options: DecideOptions): Promise<string | undefined> {
  const { saveFault } = await import('../io/save-file.ts');
  const { inputFault } = await import('./inputs-to-keep.ts');
  const { explainSaveFault } = await import('./save-faults.ts');
  const fault =
    saveFault(out) ?? inputFault(out, { answers, directory: options.directory, ...filesOf(folderOf(options)) });
  return fault && explainSaveFault(out, fault);
}

/** What the folder of a questionnaire holds that nothing may be saved over. */
function filesOf(folder: string): { readonly folders: readonly string[]; readonly files: readonly string[] } {
  const folders = [folder, inFolder(folder, 'policies')];
  const listings = folders.map((one) => contentFiles().list(one, '.yaml'));
  const files = listings.flatMap((listing) => (listing.ok ? listing.files : []));
  return { folders, files: [...files, inFolder(folder, 'CHANGELOG.md')] };
}

function folderOf({ questionnaire }: DecideOptions): string {
  return questionnaire ?? installedPath('questionnaires', 'adult-intake');
}

async function resultOf(path: string, options: DecideOptions): Promise<Outcome<Result>> {
  const folder = folderOf(options);
  const content = await loadContent({ folder, directory: options.directory }, contentFiles());
  if (!content.ok) return content;
  const { questionnaire } = content.value;
  const place = shownPath(folder);
  const policy = findPolicy(options.policy, content.value, place);
  if (!policy.ok) return policy;
  const file = answersPlace(path);
  const read = await readAnswersText(path);
  if (!read.ok) return failed([fileProblem(file, read.fault)]);
  const { readAnswers } = await import('../questionnaire/read-answers.ts');
  const document = await readAnswers(file, read.text, questionnaire);
  if (!document.ok) return document;
  const answers = answersIn(document.value, questionnaire);
  if (!answers.ok) return answers;
  const summary = summaryFor(content.value, {
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
