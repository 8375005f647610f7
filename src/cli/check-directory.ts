/** Checks one directory of programs: form, ids, and what is doubtful in its entries on a day. */

import { checkPrograms } from '../directory/check-programs.ts';
import { draftDirectory } from '../directory/compile.ts';
import { shownPath } from '../io/installed.ts';
import { sortProblems } from '../problems/sort.ts';
import type { CheckedPlace } from '../render/check-report.ts';
import type { DirectoryPlace } from './add-directory.ts';
import { contentFiles, draftContentFile } from './content-files.ts';
import { sourcesOf } from './load-directory.ts';

/** Checks the file at a path, for a day given as YYYY-MM-DD. */
export async function checkDirectory(path: string, today: string, options: DirectoryPlace): Promise<CheckedPlace> {
  const files = { ...contentFiles(), built: () => undefined };
  const { value: document, problems } = await draftContentFile(files, 'directory', path);
  if (document === undefined) return { place: shownPath(path), problems, checked: [] };
  const drafted = draftDirectory(document, await sourcesOf(options));
  const found = [...problems, ...drafted.problems, ...checkPrograms(document, today)];
  return {
    place: shownPath(path),
    problems: sortProblems(found),
    checked: [{ what: 'programs', count: drafted.value.programs.length }],
  };
}
