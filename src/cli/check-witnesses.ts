/** `--witnesses`: the callers who show findings, saved as answers files that `decide` reads. */

import { WITNESS_MARK, witnessYaml } from '../analysis/witness-yaml.ts';
import { folderFault, makeFolder } from '../io/make-folder.ts';
import { readFileText } from '../io/read-file.ts';
import { isPresent, saveFault, saveFile } from '../io/save-file.ts';
import type { Problem, WitnessCaller } from '../problems/problem.ts';
import { type CheckedPlace, type CheckReport, isState } from '../render/check-report.ts';
import { numbered } from '../render/grouped.ts';
import { inFolder } from './content-files.ts';
import { DEFAULT_POLICY } from './options.ts';
import { explainSaveFault } from './save-faults.ts';
import { savingFault } from './saving-complaint.ts';

/** A file to be saved. */
interface Planned {
  readonly file: string;
  readonly text: string;
}

/** Why nothing can be saved in the folder, asked before anything is checked. Files of a questionnaire are read as its own. */
export async function witnessesComplaint(folder: string, places: readonly string[]): Promise<string | undefined> {
  for (const questionnaire of places) {
    const fault = await savingFault(inFolder(folder, 'witness.yaml'), { questionnaire }, {});
    if (fault !== undefined && fault.kind !== 'no-folder') return explainSaveFault(folder, fault);
  }
  const fault = folderFault(folder);
  return fault && explainSaveFault(folder, fault);
}

export type SavedReports =
  | { readonly ok: true; readonly reports: readonly CheckReport[]; readonly notes: string }
  | { readonly ok: false; readonly notes: string };

/**
 * Saves every witness under a name of its own; what somebody else wrote is never replaced, and then nothing is saved.
 * `questionnaireOption` is what `decide` needs to be told, undefined where it can decide no such caller.
 */
export function saveWitnesses(
  reports: readonly CheckReport[],
  folder: string,
  questionnaireOption: (place: CheckedPlace) => string | undefined,
): SavedReports {
  const names = numberedNames();
  const files: Planned[] = [];
  const planned = reports.map((report) => ({
    ...report,
    problems: report.problems.map((problem) => {
      const { witness, code } = problem;
      if (witness === undefined) return problem;
      const file = inFolder(folder, names(code));
      const isOfTable = isState(witness, report);
      const option = isOfTable ? undefined : questionnaireOption(report);
      files.push({ file, text: witnessYaml(witness, shownBy(problem), isOfTable) });
      if (option === undefined) return { ...problem, saved: { file } };
      return { ...problem, saved: { file, command: `intakeline decide ${file}${option}${policyOption(witness)}` } };
    }),
  }));
  if (files.length === 0)
    return { ok: true, reports, notes: `no finding has a caller; nothing saved in \`${folder}\`\n` };
  const complaint = saveWitnessFiles(folder, files);
  if (complaint !== undefined) return { ok: false, notes: complaint };
  const notes = `saved ${numbered(files.length, 'caller')} in \`${folder}\`, readable by you only\n`;
  return { ok: true, reports: planned, notes };
}

function policyOption({ policy }: WitnessCaller): string {
  return policy === undefined || policy === DEFAULT_POLICY ? '' : ` --policy ${policy}`;
}

/** What the caller shows, on one line. */
function shownBy({ file, position, message, code }: Problem): string {
  const place = position === undefined ? file : `${file}:${position.line}:${position.column}`;
  return `${place}: ${message} [${code}]`;
}

/** `code-1.yaml`, `code-2.yaml`: numbered for each code, in the order of the report. */
function numberedNames(): (code: string) => string {
  const counts = new Map<string, number>();
  return (code) => {
    const number = (counts.get(code) ?? 0) + 1;
    counts.set(code, number);
    return `${code}-${number}.yaml`;
  };
}

/** Saves the files, all or none where somebody else's would be replaced; why not, where it cannot be. */
export function saveWitnessFiles(
  folder: string,
  files: readonly { readonly file: string; readonly text: string }[],
): string | undefined {
  const folderComplaint = makeFolder(folder);
  if (folderComplaint !== undefined) return explainSaveFault(folder, folderComplaint);
  for (const { file } of files) {
    const fault = saveFault(file);
    if (fault !== undefined) return explainSaveFault(file, fault);
    if (isPresent(file) && !isOurs(file)) return notOurs(file);
  }
  for (const { file, text } of files) {
    const fault = saveFile(file, text);
    if (fault !== undefined) return explainSaveFault(file, fault);
  }
  return undefined;
}

function isOurs(file: string): boolean {
  const read = readFileText(file);
  return read.ok && read.text.startsWith(`${WITNESS_MARK}\n`);
}

function notOurs(file: string): string {
  return `intakeline: cannot save to \`${file}\`: a file is there that \`intakeline\` did not write\n  name another folder, or move that file away\n`;
}
