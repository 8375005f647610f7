/** Loads a mapping of a directory: one that was shipped, by its id, or any file. */

import { compileDirectoryMapping } from '../directory/compile-mapping.ts';
import type { DirectoryMappingSource } from '../directory/mapping-schema.ts';
import { installedPath } from '../io/installed.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';
import { type ContentFiles, draftContentFile, nameOf } from './content-files.ts';
import { contentKindOf } from './kind-of-file.ts';

/** The shipped mappings of directories by id. */
export function shippedDirectoryMappings(files: ContentFiles): ReadonlyMap<string, string> {
  const listing = files.list(installedPath('questionnaires', 'mappings'), '.yaml');
  const paths = (listing.ok ? listing.files : []).filter((path) => {
    const read = files.read(path);
    return read.ok && contentKindOf(read.text) === 'directory-mapping';
  });
  return new Map(paths.map((path) => [nameOf(path), path]));
}

/** Loads the mapping with an id, or else the file at a path. */
export async function loadDirectoryMapping(
  name: string,
  files: ContentFiles,
): Promise<Outcome<DirectoryMappingSource>> {
  const path = shippedDirectoryMappings(files).get(name) ?? name;
  const { value: document, problems } = await draftContentFile(files, 'directory-mapping', path);
  if (document === undefined) return failed(problems);
  const compiled = compileDirectoryMapping(document);
  const all = sortProblems([...problems, ...compiled.problems]);
  return compiled.ok ? outcomeOf(compiled.value, all) : failed(all);
}
