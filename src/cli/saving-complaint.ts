/** Whether a result may be saved where `--out` says, asked before any work begins. */

import { questionnaireFolder } from './call-ground.ts';
import { contentFiles, inFolder } from './content-files.ts';
import type { Inputs } from './inputs-to-keep.ts';
import type { ContentOptions } from './options.ts';

/** Why nothing can be saved there, with what to do; undefined where it can, or where no file was named. */
export async function savingComplaint(
  options: ContentOptions & { readonly out?: string },
  read: Pick<Inputs, 'answers' | 'exports' | 'mapping'> = {},
): Promise<string | undefined> {
  const { out, directory } = options;
  if (out === undefined) return undefined;
  const { saveFault } = await import('../io/save-file.ts');
  const { inputFault } = await import('./inputs-to-keep.ts');
  const { explainSaveFault } = await import('./save-faults.ts');
  const { stateFolder } = await import('../io/state-folder.ts');
  const inputs = { ...read, directory, calls: stateFolder(), ...filesOf(questionnaireFolder(options)) };
  const fault = saveFault(out) ?? inputFault(out, inputs);
  return fault && explainSaveFault(out, fault);
}

/** What the folder of a questionnaire holds that nothing may be saved over. */
function filesOf(folder: string): { readonly folders: readonly string[]; readonly files: readonly string[] } {
  const folders = [folder, inFolder(folder, 'policies')];
  const listings = folders.map((one) => contentFiles().list(one, '.yaml'));
  const files = listings.flatMap((listing) => (listing.ok ? listing.files : []));
  return { folders, files: [...files, inFolder(folder, 'CHANGELOG.md')] };
}
