/** Looks for a mapping that reads an export, where none was named. */

import type { Mapping } from '../batch/mapping.ts';
import { type FittingMapping, fittingMapping } from '../batch/own-words.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { ScoreOptions } from './add-score.ts';
import { questionnaireFolder } from './call-ground.ts';
import { contentFiles } from './content-files.ts';

/** Of the mappings that lie beside the questionnaire or were shipped, one that reads a header better than `own`. */
export async function fittingFor(
  header: readonly string[],
  { own, questionnaire }: { readonly own: Mapping; readonly questionnaire: Questionnaire },
  options: Pick<ScoreOptions, 'questionnaire'>,
): Promise<FittingMapping | undefined> {
  const { allMappings } = await import('./load-mapping.ts');
  const all = await allMappings({ folder: questionnaireFolder(options), questionnaire }, contentFiles());
  return fittingMapping(header, all, own);
}
