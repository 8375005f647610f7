/** `intakeline check`: everything that is wrong in a questionnaire's folder, in a mapping, or in an answers file. */

import { now } from '../io/clock.ts';
import { installedPath, shownPath } from '../io/installed.ts';
import { kindOfPath } from '../io/list-files.ts';
import { PROBLEM_CODES } from '../problems/codes.ts';
import { fileProblem } from '../problems/file-problem.ts';
import { checkGithub } from '../render/check-github.ts';
import { checkJson } from '../render/check-json.ts';
import { type CheckedPlace, type CheckReport, checkText } from '../render/check-report.ts';
import { renderProblems } from '../render/problems.ts';
import type { CheckOptions } from './add-check.ts';
import { type CheckedFile, checkFile } from './check-file.ts';
import { checkFolder, type FolderChecks } from './check-folder.ts';
import { saveWitnesses, witnessesComplaint } from './check-witnesses.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';

/** How each format is written. */
const RENDER = { text: checkText, json: checkJson, github: checkGithub } as const satisfies Record<
  CheckOptions['format'],
  (reports: readonly CheckReport[]) => string
>;

/** Checks folders (the shipped questionnaire where nothing is named), mappings and answers, which `-` reads from standard input. */
export async function check(paths: readonly string[], options: CheckOptions): Promise<CommandResult> {
  const begun = now();
  const folder = options.questionnaire ?? shippedFolder();
  const places = paths.length === 0 ? [folder] : paths;
  const complaint = await complaintOf(paths, { ...options, folder, places });
  if (complaint !== undefined) return couldNotRun(complaint);
  const reports: CheckReport[] = [];
  for (const place of places) {
    // What the site's settings name goes with its own questionnaire, and not with a folder that a person names.
    const notices = paths.length === 0 ? options.site?.notices : undefined;
    const checked = await checkPlace(place, folder, { mutate: options.mutate ?? false, notices });
    if (!checked.ok) return couldNotRun(checked.complaint);
    reports.push(withTitles(checked.value));
  }
  const seconds = places.some(isFolder) ? `checked in ${((now() - begun) / 1000).toFixed(1)} s\n` : '';
  const { witnesses } = options;
  if (witnesses === undefined) return reported(reports, options, seconds);
  const saved = saveWitnesses(reports, witnesses, questionnaireOption);
  if (saved.ok) return reported(saved.reports, options, saved.notes + seconds);
  // What was found is worth having, though the callers could not be saved.
  return { ...reported(reports, options, saved.notes), outcome: 'could-not-run' };
}

function shippedFolder(): string {
  return installedPath('questionnaires', 'adult-intake');
}

function isFolder(place: string): boolean {
  return place !== '-' && kindOfPath(place) === 'folder';
}

interface Asked extends CheckOptions {
  readonly folder: string;
  readonly places: readonly string[];
}

/** What stands in the way, before anything is checked. */
async function complaintOf(
  paths: readonly string[],
  { folder, places, questionnaire, mutate, witnesses }: Asked,
): Promise<string | undefined> {
  const missing = [...places, folder].find((one) => one !== '-' && kindOfPath(one) === 'missing');
  if (missing !== undefined) return renderProblems([fileProblem(shownPath(missing), { kind: 'missing' })]);
  const second = questionnaire === undefined ? undefined : paths.find(isFolder);
  if (second !== undefined) return twoFolders(second);
  if (paths.filter((path) => path === '-').length > 1) return standardInputTwice();
  const alone = mutate ? places.find((place) => !isFolder(place)) : undefined;
  if (alone !== undefined) return noSlips(alone);
  return witnesses === undefined ? undefined : witnessesComplaint(witnesses, [folder, ...places.filter(isFolder)]);
}

function twoFolders(path: string): string {
  return `intakeline: \`--questionnaire\` says what to check answers against, but \`${path}\` is a folder\n  name an answers file, or one of the two folders\n`;
}

function standardInputTwice(): string {
  return 'intakeline: standard input can be read once only\n  name `-` once\n';
}

function noSlips(path: string): string {
  const named = path === '-' ? 'standard input' : `\`${path}\``;
  return `intakeline: \`--mutate\` makes slips in the folder of a questionnaire, but ${named} is none\n  name folders only, or leave out \`--mutate\`\n`;
}

async function checkPlace(place: string, folder: string, checks: FolderChecks): Promise<CheckedFile> {
  if (!isFolder(place)) return checkFile(place, folder);
  return { ok: true, value: await checkFolder(place, checks) };
}

function withTitles({ problems, ...place }: CheckedPlace): CheckReport {
  return { ...place, problems: problems.map((problem) => ({ ...problem, title: PROBLEM_CODES[problem.code].title })) };
}

/** What `decide` needs to be told where it is not the shipped questionnaire; undefined for what lies in no questionnaire's folder. */
function questionnaireOption({ place }: CheckedPlace): string | undefined {
  if (!isFolder(place)) return undefined;
  return place === shownPath(shippedFolder()) ? '' : ` --questionnaire ${place}`;
}

function reported(reports: readonly CheckReport[], { format }: CheckOptions, closing: string): CommandResult {
  const hasErrors = reports.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
  return {
    output: { kind: format === 'json' ? 'json' : 'text', content: RENDER[format](reports) },
    notes: '',
    closing,
    outcome: hasErrors ? 'found-something' : 'fine',
  };
}
