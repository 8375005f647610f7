/** `intakeline check`: everything that is wrong in a questionnaire's folder, in a mapping, or in one answers file. */

import { installedPath, shownPath } from '../io/installed.ts';
import { kindOfPath } from '../io/list-files.ts';
import { fileProblem } from '../problems/file-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { type CheckReport, checkJson, checkText } from '../render/check-report.ts';
import { renderProblems } from '../render/problems.ts';
import { answersPlace, readAnswersText } from './answers-text.ts';
import { checkFolder } from './check-folder.ts';
import type { CheckOptions } from './commands.ts';
import { loadContent } from './content.ts';
import { contentFiles, questionnaireOf } from './content-files.ts';
import { decideCaller } from './decide-caller.ts';
import { contentKindOf, hasInputs } from './kind-of-file.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';

/** Checks a folder (the shipped questionnaire where none is named) or answers, which `-` reads from standard input. */
export async function check(path: string | undefined, options: CheckOptions): Promise<CommandResult> {
  const folder = options.questionnaire ?? installedPath('questionnaires', 'adult-intake');
  const place = path ?? folder;
  const missing = [place, folder].find((one) => one !== '-' && kindOfPath(one) === 'missing');
  if (missing !== undefined) return couldNotRun(renderProblems([fileProblem(shownPath(missing), { kind: 'missing' })]));
  if (place === '-' || kindOfPath(place) === 'file') return checkFile(place, folder, options);
  if (path !== undefined && options.questionnaire !== undefined) return couldNotRun(twoFolders(path));
  return reported(await checkFolder(place), options);
}

function reported(report: CheckReport, { format }: CheckOptions): CommandResult {
  const hasErrors = report.problems.some(({ severity }) => severity === 'error');
  return {
    output:
      format === 'json' ? { kind: 'json', content: checkJson(report) } : { kind: 'text', content: checkText(report) },
    notes: '',
    outcome: hasErrors ? 'found-something' : 'fine',
  };
}

function twoFolders(path: string): string {
  return `intakeline: \`--questionnaire\` says what to check answers against, but \`${path}\` is a folder\n  name an answers file, or one of the two folders\n`;
}

async function checkFile(path: string, folder: string, options: CheckOptions): Promise<CommandResult> {
  const read = await readAnswersText(path);
  if (!read.ok)
    return reported(nothingChecked(answersPlace(path), [fileProblem(answersPlace(path), read.fault)]), options);
  const file = { file: answersPlace(path), text: read.text };
  const kind = contentKindOf(read.text);
  if (kind === 'mapping') return reported(await checkMapping(file, folder), options);
  if (kind === 'table') return reported(await checkTable(file, folder), options);
  if (kind !== undefined) return couldNotRun(oneFileAlone(path));
  return reported(await checkAnswers(file, folder), options);
}

/** A questionnaire's files refer to each other, so that one alone shows nothing. */
function oneFileAlone(path: string): string {
  const named =
    path === '-' ? 'name the folder' : `name its folder: \`intakeline check ${shownPath(questionnaireOf(path))}\``;
  return `intakeline: \`${answersPlace(path)}\` is one file of a questionnaire, and they are only checked together\n  ${named}\n`;
}

interface CheckedFile {
  readonly file: string;
  readonly text: string;
}

/** Whether a mapping gives answers to the questionnaire of the folder. */
async function checkMapping(file: CheckedFile, folder: string): Promise<CheckReport> {
  const content = await loadContent({ folder }, contentFiles());
  if (!content.ok) return nothingChecked(shownPath(folder), content.problems);
  const { checkMappingText } = await import('./check-mappings.ts');
  return checkMappingText(file, content.value.questionnaire);
}

/** What a table says of all states: of its own inputs, or of the questionnaire of the folder where it has none. */
async function checkTable({ file, text }: CheckedFile, folder: string): Promise<CheckReport> {
  const { checkTableText } = await import('./check-tables.ts');
  const ground = hasInputs(text) ? undefined : await loadContent({ folder }, contentFiles());
  if (ground !== undefined && !ground.ok) return nothingChecked(shownPath(folder), ground.problems);
  const { problems, reports } = await checkTableText(file, text, ground?.value);
  const rules = reports.reduce((sum, report) => sum + report.rules.length, 0);
  return { place: file, problems, checked: [{ what: 'rules', count: rules }], tables: reports };
}

/** Whether answers can be read and decided with the questionnaire of the folder. */
async function checkAnswers({ file, text }: CheckedFile, folder: string): Promise<CheckReport> {
  const content = await loadContent({ folder }, contentFiles());
  if (!content.ok) return nothingChecked(shownPath(folder), content.problems);
  const { readAnswers } = await import('../questionnaire/read-answers.ts');
  const document = await readAnswers(file, text, content.value.questionnaire);
  if (!document.ok) return nothingChecked(file, document.problems);
  const [policy] = content.value.policies;
  const decided = policy && decideCaller(document.value, content.value, { policy, place: shownPath(folder) });
  const count = Object.keys(document.value.value.answers).length;
  return { place: file, problems: decided?.problems ?? [], checked: [{ what: 'answers', count }] };
}

function nothingChecked(place: string, problems: readonly Problem[]): CheckReport {
  return { place, problems, checked: [] };
}
