/** What a saved result must not take the place of: everything that the same command reads. */

import { isDirectlyIn, isSameFile } from '../io/same-file.ts';

/** What a command reads. */
export interface Inputs {
  /** A file with answers; `-` is what standard input reads. */
  readonly answers?: string | undefined;
  readonly directory?: string | undefined;
  /** Files with rows to score, and what says how to read them. */
  readonly exports?: readonly string[] | undefined;
  readonly mapping?: string | undefined;
  /** The folder of the saved calls. */
  readonly calls?: string | undefined;
  /** The folders of the questionnaire, and the files in them. */
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Which of the inputs would be lost if the result were saved there. */
export type InputFault = {
  readonly kind:
    | 'answers-file'
    | 'export-file'
    | 'mapping-file'
    | 'directory-file'
    | 'questionnaire-file'
    | 'saved-call';
};

/** Compares where a result goes with everything that is read for it. */
export function inputFault(out: string, inputs: Inputs): InputFault | undefined {
  const { answers, exports = [], mapping, directory, calls, folders, files } = inputs;
  if (answers !== undefined && isSameFile(out, answers)) return { kind: 'answers-file' };
  if (exports.some((one) => isSameFile(out, one))) return { kind: 'export-file' };
  if (mapping !== undefined && isSameFile(out, mapping)) return { kind: 'mapping-file' };
  if (directory !== undefined && isSameFile(out, directory)) return { kind: 'directory-file' };
  if (calls !== undefined && isDirectlyIn(out, calls)) return { kind: 'saved-call' };
  // A new file counts, too: every YAML file among the policies is read as one.
  const isNew = out.endsWith('.yaml') && folders.some((folder) => isDirectlyIn(out, folder));
  return isNew || files.some((file) => isSameFile(out, file)) ? { kind: 'questionnaire-file' } : undefined;
}
