/** Whether a result may be saved where `--out` says, asked before any work begins. */

import type { SaveFault } from '../io/save-file.ts';
import { questionnaireFolder } from './call-ground.ts';
import { contentFiles, inFolder } from './content-files.ts';
import type { InputFault, Inputs, Kept } from './inputs-to-keep.ts';
import { knownMappings, mappingFolders } from './mapping-files.ts';
import type { ContentOptions } from './options.ts';

/**
 * What a result is made from, its mapping by id or path, the folder of another version of the questionnaire, and whether it is a
 * mapping itself: then it may lie among others.
 */
export interface SavedFrom extends Pick<Inputs, 'answers' | 'exports' | 'mapping' | 'marginals'> {
  readonly before?: string | undefined;
  readonly isMapping?: boolean;
}

/** Why nothing can be saved there, with what to do; undefined where it can, or where no file was named. */
export async function savingComplaint(
  options: ContentOptions & { readonly out?: string },
  from: SavedFrom = {},
): Promise<string | undefined> {
  const { out } = options;
  if (out === undefined) return undefined;
  const fault = await savingFault(out, options, from);
  if (fault === undefined) return undefined;
  const { explainSaveFault } = await import('./save-faults.ts');
  return explainSaveFault(out, fault);
}

/** The same as a fault, for whoever knows more of the path. */
export async function savingFault(
  out: string,
  options: ContentOptions,
  { isMapping = false, mapping, before, ...read }: SavedFrom,
): Promise<SaveFault | InputFault | undefined> {
  const { saveFault } = await import('../io/save-file.ts');
  const { inputFault } = await import('./inputs-to-keep.ts');
  const { stateFolder } = await import('../io/state-folder.ts');
  const folder = questionnaireFolder(options);
  const mappings = kept(mappingFolders(folder));
  const inputs: Inputs = {
    ...read,
    mapping: mapping && (knownMappings(folder, contentFiles()).get(mapping) ?? mapping),
    mappings: isMapping ? { ...mappings, folders: [] } : mappings,
    directory: options.directory,
    calls: stateFolder(),
    questionnaire: questionnaireFiles(before === undefined ? [folder] : [folder, before]),
  };
  return saveFault(out) ?? inputFault(out, inputs);
}

/** What the folders of questionnaires hold that nothing may be saved over. */
function questionnaireFiles(own: readonly string[]): Kept {
  const { folders, files } = kept(own.flatMap((folder) => [folder, inFolder(folder, 'policies')]));
  return { folders, files: [...files, ...own.map((folder) => inFolder(folder, 'CHANGELOG.md'))] };
}

function kept(folders: readonly string[]): Kept {
  const listings = folders.map((one) => contentFiles().list(one, '.yaml'));
  return { folders, files: listings.flatMap((listing) => (listing.ok ? listing.files : [])) };
}
