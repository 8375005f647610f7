/** Loads the directories that somebody names, or the one in force, for looking at them alone. */

import { compileDirectory } from '../directory/compile.ts';
import { directoryIn } from '../directory/in-language.ts';
import { joinDirectories } from '../directory/join.ts';
import type { Directory } from '../directory/model.ts';
import type { DirectorySource } from '../directory/schema.ts';
import type { Document } from '../documents/document.ts';
import { shownPath } from '../io/installed.ts';
import { NO_SOURCES } from '../policy/compile-texts.ts';
import type { Sources } from '../policy/texts.ts';
import { failed } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import type { DirectoryPlace } from './add-directory.ts';
import { questionnaireFolder } from './call-ground.ts';
import { contentFiles, readContent } from './content-files.ts';

/** A directory with the documents that it was made of. */
export interface LoadedDirectory {
  readonly directory: Directory;
  /** What a person calls it. */
  readonly place: string;
}

/** The paths of the directories: those named, those of the site, or that of the questionnaire, which may be of one that it extends. */
export async function directoryPaths(named: readonly string[], options: DirectoryPlace): Promise<readonly string[]> {
  const { directory = [] } = options.site ?? {};
  if (named.length > 0 || directory.length > 0) return named.length > 0 ? named : directory;
  const { layeredFile, readLayers } = await import('./content-layers.ts');
  const files = contentFiles();
  return [layeredFile(await readLayers(questionnaireFolder(options), files, []), 'directory.yaml', files).path];
}

/** Loads and joins directories. */
export async function loadDirectory(
  named: readonly string[],
  options: DirectoryPlace,
): Promise<Outcome<LoadedDirectory>> {
  const paths = await directoryPaths(named, options);
  const files = contentFiles();
  const documents: Document<DirectorySource>[] = [];
  for (const path of paths) {
    const read = await readContent(files, 'directory', path);
    if (!read.ok) return read;
    documents.push(read.value);
  }
  const [first, ...rest] = documents;
  if (first === undefined) return failed([]);
  const compiled = compileDirectory(joinDirectories(first, rest, undefined), await sourcesOf(options));
  if (!compiled.ok) return compiled;
  const place = paths.map(shownPath).join(', ');
  return { ...compiled, value: { directory: directoryIn(compiled.value, 'en'), place } };
}

/** What entries may cite: the sources of the questionnaire, where it can be read. */
export async function sourcesOf(options: DirectoryPlace): Promise<Sources> {
  const { loadContent } = await import('./content.ts');
  const content = await loadContent({ folder: questionnaireFolder(options) }, contentFiles());
  return content.ok ? content.value.sources : NO_SOURCES;
}
