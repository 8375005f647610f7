/** `intakeline decide`: from a file with a caller's answers to the referral summary. */

import { today } from '../io/clock.ts';
import { installedPath, shownPath } from '../io/installed.ts';
import { colourPalette, type Palette, PLAIN } from '../io/palette.ts';
import { hasColour, terminalFacts, textWidth } from '../io/terminal.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { summarize } from '../referral/summarize.ts';
import type { Summary } from '../referral/summary.ts';
import { renderProblems } from '../render/problems.ts';
import { summaryJson } from '../render/summary-json.ts';
import { summaryMarkdown } from '../render/summary-markdown.ts';
import { summaryText } from '../render/summary-text.ts';
import { answersPlace, readAnswersText } from './answers-text.ts';
import type { DecideOptions } from './commands.ts';
import { loadContent } from './content.ts';
import { contentFiles, inFolder } from './content-files.ts';
import { decideCaller, findPolicy } from './decide-caller.ts';
import { type CommandResult, couldNotRun, type Output } from './outcome.ts';

/** Decides the answers in a file, or on standard input where the path is `-`. */
export async function decide(path: string, options: DecideOptions): Promise<CommandResult> {
  const complaint = options.out === undefined ? undefined : await savingComplaint(options.out, path, options);
  if (complaint !== undefined) return couldNotRun(complaint);
  const summary = await summaryOf(path, options);
  if (!summary.ok) return couldNotRun(renderProblems(summary.problems));
  return { output: await rendered(summary.value, options), notes: '', outcome: 'fine' };
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

async function summaryOf(path: string, options: DecideOptions): Promise<Outcome<Summary>> {
  const folder = folderOf(options);
  const content = await loadContent({ folder, directory: options.directory }, contentFiles());
  if (!content.ok) return content;
  const place = shownPath(folder);
  const policy = findPolicy(options.policy, content.value, place);
  if (!policy.ok) return policy;
  const file = answersPlace(path);
  const read = await readAnswersText(path);
  if (!read.ok) return failed([fileProblem(file, read.fault)]);
  const { readAnswers } = await import('../questionnaire/read-answers.ts');
  const document = await readAnswers(file, read.text, content.value.questionnaire);
  if (!document.ok) return document;
  const caller = decideCaller(document.value, content.value, { policy: policy.value, place });
  if (!caller.ok) return caller;
  const language = content.value.questionnaire.languages[0] ?? 'en';
  return outcomeOf(summarize({ ...content.value, ...caller.value, today: options.today ?? today(), language }), []);
}

async function rendered(summary: Summary, options: DecideOptions): Promise<Output> {
  const saveAs = options.out;
  switch (options.format) {
    case 'json':
      return { kind: 'json', content: summaryJson(summary), saveAs };
    case 'markdown':
      return { kind: 'text', content: summaryMarkdown(summary), saveAs };
    case 'text': {
      const facts = terminalFacts();
      const palette: Palette = saveAs === undefined && hasColour(facts, options.color) ? await colourPalette() : PLAIN;
      const width = options.width ?? textWidth(facts);
      return { kind: 'text', content: summaryText(summary, { width, paint: palette.paint }), palette, saveAs };
    }
    default:
      return options.format satisfies never;
  }
}
