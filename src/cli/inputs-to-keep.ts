/** What a saved result must not take the place of: everything that the same command reads. */

import { isDirectlyIn, isSameFile } from '../io/same-file.ts';

/** What a command reads. */
export interface Inputs {
  /** A file with answers; `-` is what standard input reads. */
  readonly answers?: string | undefined;
  /** Directories of programs. */
  readonly directory?: readonly string[] | undefined;
  /** Files with rows to score, and what says how to read them. */
  readonly exports?: readonly string[] | undefined;
  readonly mapping?: string | undefined;
  /** How often answers are given. */
  readonly marginals?: string | undefined;
  /** The folders in which mappings are found by their id, and the files in them. */
  readonly mappings: Kept;
  /** The folder of the saved calls. */
  readonly calls?: string | undefined;
  /** The folders of the questionnaire and of other versions of it, and the files in them. */
  readonly questionnaire: Kept;
}

/** Folders of which every YAML file is read, a new one as well, and what lies in them. */
export interface Kept {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Which of the inputs would be lost if the result were saved there. */
export type InputFault = {
  readonly kind:
    | 'answers-file'
    | 'export-file'
    | 'mapping-file'
    | 'marginals-file'
    | 'other-mapping'
    | 'directory-file'
    | 'questionnaire-file'
    | 'saved-call';
};

/** Compares where a result goes with everything that is read for it. */
export function inputFault(out: string, inputs: Inputs): InputFault | undefined {
  const { answers, exports = [], mapping, marginals, mappings, directory = [], calls, questionnaire } = inputs;
  if (answers !== undefined && isSameFile(out, answers)) return { kind: 'answers-file' };
  if (exports.some((one) => isSameFile(out, one))) return { kind: 'export-file' };
  if (mapping !== undefined && isSameFile(out, mapping)) return { kind: 'mapping-file' };
  if (marginals !== undefined && isSameFile(out, marginals)) return { kind: 'marginals-file' };
  if (directory.some((one) => isSameFile(out, one))) return { kind: 'directory-file' };
  if (calls !== undefined && isDirectlyIn(out, calls)) return { kind: 'saved-call' };
  if (isAmong(out, questionnaire)) return { kind: 'questionnaire-file' };
  return isAmong(out, mappings) ? { kind: 'other-mapping' } : undefined;
}

/** Whether a file is one of those kept, or would become one: every YAML file among the policies is read as one. */
function isAmong(out: string, { folders, files }: Kept): boolean {
  const isNew = out.endsWith('.yaml') && folders.some((folder) => isDirectlyIn(out, folder));
  return isNew || files.some((file) => isSameFile(out, file));
}
