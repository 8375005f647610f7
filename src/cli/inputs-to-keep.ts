/** What a saved result must not take the place of: everything that the same command reads. */

import { isDirectlyIn, isSameFile } from '../io/same-file.ts';

/** What a command reads. */
export interface Inputs {
  readonly answers: string;
  readonly directory: string | undefined;
  /** The folders of the questionnaire, and the files in them. */
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

/** Which of the inputs would be lost if the result were saved there. */
export type InputFault = { readonly kind: 'answers-file' | 'directory-file' | 'questionnaire-file' };

/** Compares where a result goes with everything that is read for it. */
export function inputFault(out: string, { answers, directory, folders, files }: Inputs): InputFault | undefined {
  if (isSameFile(out, answers)) return { kind: 'answers-file' };
  if (directory !== undefined && isSameFile(out, directory)) return { kind: 'directory-file' };
  // A new file counts, too: every YAML file among the policies is read as one.
  const isNew = out.endsWith('.yaml') && folders.some((folder) => isDirectlyIn(out, folder));
  return isNew || files.some((file) => isSameFile(out, file)) ? { kind: 'questionnaire-file' } : undefined;
}
