/** Looks for a mapping that reads an export. */

import type { Mapping } from '../batch/mapping.ts';
import { betterMapping, type FittingMapping, fittingMapping } from '../batch/own-words.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { ScoreOptions } from './add-score.ts';
import { questionnaireFolder } from './call-ground.ts';
import { guardedFiles } from './guarded-files.ts';

/** How an export is read: by a mapping that was named, or by ours. */
export interface OwnReading {
  readonly own: Mapping;
  readonly isNamed: boolean;
  readonly questionnaire: Questionnaire;
}

/** Of the mappings that lie beside the questionnaire or were shipped, one that reads a header better than `own`: far better, if that was named. */
export async function fittingFor(
  header: readonly string[],
  { own, isNamed, questionnaire }: OwnReading,
  options: Pick<ScoreOptions, 'questionnaire' | 'site'>,
): Promise<FittingMapping | undefined> {
  const { allMappings } = await import('./load-mapping.ts');
  const all = await allMappings({ folder: questionnaireFolder(options), questionnaire }, guardedFiles(options));
  return (isNamed ? betterMapping : fittingMapping)(header, all, own);
}
