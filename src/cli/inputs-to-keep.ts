/** What a saved result must not take the place of: everything that the same command reads. */

import { listFiles } from '../io/list-files.ts';
import { isSameFile } from '../io/same-file.ts';
import { folderOf, inFolder } from './content-files.ts';

/** What a command reads. */
export interface Inputs {
  readonly answers: string;
  readonly directory: string | undefined;
  readonly folder: string;
}

/** Which of the inputs would be lost if the result were saved there. */
export type InputFault = { readonly kind: 'answers-file' | 'directory-file' | 'questionnaire-file' };

/** Compares where a result goes with everything that is read for it. */
export function inputFault(out: string, { answers, directory, folder }: Inputs): InputFault | undefined {
  if (isSameFile(out, answers)) return { kind: 'answers-file' };
  if (directory !== undefined && isSameFile(out, directory)) return { kind: 'directory-file' };
  return isOfQuestionnaire(out, folder) ? { kind: 'questionnaire-file' } : undefined;
}

/** A new policy counts, too: every YAML file in that folder is read as one. */
function isOfQuestionnaire(out: string, folder: string): boolean {
  const policies = inFolder(folder, 'policies');
  const known = [folder, policies].flatMap((place) => {
    const listing = listFiles(place, '.yaml');
    return listing.ok ? listing.files : [];
  });
  const isRead = [...known, inFolder(folder, 'CHANGELOG.md')].some((file) => isSameFile(out, file));
  return isRead || (out.endsWith('.yaml') && [folder, policies].some((place) => isSameFile(folderOf(out), place)));
}
