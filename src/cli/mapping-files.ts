/** Where mappings lie: beside a questionnaire, and among what was shipped. */

import { installedPath } from '../io/installed.ts';
import { besideFolder, type ContentFiles, nameOf } from './content-files.ts';

/** The folder of the mappings that go with a questionnaire: it lies beside the questionnaire's own. */
export function mappingsBeside(folder: string): string {
  return besideFolder(folder, 'mappings');
}

/** The folders in which mappings are found by their id; what lies in a later one stands before the same in an earlier. */
export function mappingFolders(folder: string): readonly string[] {
  return [installedPath('questionnaires', 'mappings'), mappingsBeside(folder)];
}

/** The files of mappings by id; a site's own stand before those that were shipped. */
export function knownMappings(folder: string, files: ContentFiles): ReadonlyMap<string, string> {
  return new Map(
    mappingFolders(folder).flatMap((place) => {
      const listing = files.list(place, '.yaml');
      return (listing.ok ? listing.files : []).map((file) => [nameOf(file), file] as const);
    }),
  );
}
