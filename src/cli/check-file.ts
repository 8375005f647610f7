/** Checks one file against the questionnaire of a folder: answers, a mapping, marginals or a table. */

import { compileMarginals } from '../analysis/compile-marginals.ts';
import { today } from '../io/clock.ts';
import { shownPath } from '../io/installed.ts';
import { fileProblem } from '../problems/file-problem.ts';
import type { Problem } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import type { CheckedPlace } from '../render/check-report.ts';
import { answersPlace, readAnswersText } from './answers-text.ts';
import { loadContent } from './content.ts';
import { contentFiles, questionnaireOf } from './content-files.ts';
import { decideCaller } from './decide-caller.ts';
import { contentKindOf, hasInputs } from './kind-of-file.ts';
import { noQuestionnaire } from './no-questionnaire.ts';

/** What was found, or why the file cannot be checked alone. */
export type CheckedFile =
  | { readonly ok: true; readonly value: CheckedPlace }
  | { readonly ok: false; readonly complaint: string };

interface FileText {
  readonly file: string;
  readonly text: string;
}

/** Checks the file at a path, `-` for standard input. */
export async function checkFile(path: string, folder: string): Promise<CheckedFile> {
  // A directory in JSON may be larger than anything that a person writes.
  const read = path.endsWith('.json') ? contentFiles().read(path) : await readAnswersText(path);
  if (!read.ok) {
    const place = answersPlace(path);
    return { ok: true, value: nothingChecked(place, [fileProblem(place, read.fault)]) };
  }
  const file = { file: answersPlace(path), text: read.text };
  const kind = contentKindOf(read.text);
  if (kind === 'mapping') return { ok: true, value: await checkMapping(file, folder) };
  if (kind === 'table') return { ok: true, value: await checkTable(file, folder) };
  if (kind === 'marginals') return { ok: true, value: await checkMarginals(file, folder) };
  if (kind === 'directory') return { ok: true, value: await checkDirectoryFile(path, folder) };
  if (kind === 'directory-mapping') return { ok: true, value: await checkDirectoryMapping(file) };
  if (kind === 'config') return { ok: true, value: await checkConfig(path, file.file) };
  if (kind !== undefined) return { ok: false, complaint: oneFileAlone(path) };
  return { ok: true, value: await checkAnswers(file, folder) };
}

/** A directory may cite the sources of a questionnaire, and names nothing else of it. */
async function checkDirectoryFile(path: string, questionnaire: string): Promise<CheckedPlace> {
  const { checkDirectory } = await import('./check-directory.ts');
  return checkDirectory(path, today(), { questionnaire });
}

/** A mapping of a directory stands alone. */
async function checkDirectoryMapping({ file, text }: FileText): Promise<CheckedPlace> {
  const { draftContent } = await import('./parse-content.ts');
  const { compileDirectoryMapping } = await import('../directory/compile-mapping.ts');
  const { value: document, problems } = draftContent('directory-mapping', file, text);
  if (document === undefined) return nothingChecked(file, problems);
  const compiled = compileDirectoryMapping(document);
  return {
    place: file,
    problems: sortProblems([...problems, ...compiled.problems]),
    checked: [{ what: 'mappings', count: 1 }],
  };
}

/** A questionnaire's files refer to each other, so that one alone shows nothing. */
function oneFileAlone(path: string): string {
  const folder = questionnaireOf(path);
  const isThere = path !== '-' && noQuestionnaire(folder, contentFiles()) === undefined;
  const named = isThere
    ? `name its folder: \`intakeline check ${shownPath(folder)}\``
    : "name its questionnaire's folder";
  return `intakeline: \`${answersPlace(path)}\` is one file of a questionnaire, and they are only checked together\n  ${named}\n`;
}

/** Whether the settings of a site can be read; whether they fit together is for `doctor`. */
async function checkConfig(path: string, place: string): Promise<CheckedPlace> {
  const { readConfig } = await import('./site-config.ts');
  return nothingChecked(place, (await readConfig(path, { isNamed: true })).problems);
}

/** Whether a mapping gives answers to the questionnaire of the folder. */
async function checkMapping(file: FileText, folder: string): Promise<CheckedPlace> {
  const content = await loadContent({ folder }, contentFiles());
  if (!content.ok) return nothingChecked(shownPath(folder), content.problems);
  const { checkMappingText } = await import('./check-mappings.ts');
  return checkMappingText(file, content.value.questionnaire);
}

/** Whether a file says of the questionnaire of the folder how often each answer is given. */
async function checkMarginals({ file, text }: FileText, folder: string): Promise<CheckedPlace> {
  const content = await loadContent({ folder }, contentFiles());
  if (!content.ok) return nothingChecked(shownPath(folder), content.problems);
  const { draftContent } = await import('./parse-content.ts');
  const { value: document, problems } = draftContent('marginals', file, text);
  if (document === undefined) return nothingChecked(file, problems);
  const compiled = compileMarginals(document, content.value.questionnaire);
  const checked = compiled.ok ? [{ what: 'questions' as const, count: compiled.value.questions.size }] : [];
  return { place: file, problems: sortProblems([...problems, ...compiled.problems]), checked };
}

/** What a table says of all states: of its own inputs, or of the questionnaire of the folder where it has none. */
async function checkTable({ file, text }: FileText, folder: string): Promise<CheckedPlace> {
  const { checkTableText } = await import('./check-tables.ts');
  const ground = hasInputs(text) ? undefined : await loadContent({ folder }, contentFiles());
  if (ground !== undefined && !ground.ok) return nothingChecked(shownPath(folder), ground.problems);
  const { problems, reports } = await checkTableText(file, text, ground?.value);
  const rules = reports.reduce((sum, report) => sum + report.rules.length, 0);
  return { place: file, problems, checked: [{ what: 'rules', count: rules }], tables: reports };
}

/** Whether answers can be read and decided with the questionnaire of the folder. */
async function checkAnswers({ file, text }: FileText, folder: string): Promise<CheckedPlace> {
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

function nothingChecked(place: string, problems: readonly Problem[]): CheckedPlace {
  return { place, problems, checked: [] };
}
