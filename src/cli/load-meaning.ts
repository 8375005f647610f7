/** Loads what the rows of an export mean: the content and the mapping. */

import type { Mapping } from '../batch/mapping.ts';
import { questionnaireMapping } from '../batch/questionnaire-mapping.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import type { ScoreOptions } from './add-score.ts';
import { type CallGround, contentFor, groundFor, questionnaireFolder } from './call-ground.ts';
import { guardedFiles } from './guarded-files.ts';

/** What rows are read and decided by. */
export interface Meaning {
  readonly ground: CallGround;
  readonly mapping: Mapping;
}

/** What the options say of the meaning of rows. */
export type MeaningOptions = Pick<ScoreOptions, 'mapping' | 'policy' | 'questionnaire' | 'site'>;

/** Loads what rows mean, or everything that is wrong with it. */
export async function loadMeaning(options: MeaningOptions): Promise<Outcome<Meaning>> {
  const loaded = await contentFor(options);
  if (!loaded.ok) return loaded;
  const ground = groundFor(loaded.value, options.policy);
  if (!ground.ok) return ground;
  const mapping = await mappingFor(options, ground.value);
  return mapping.ok ? outcomeOf({ ground: ground.value, mapping: mapping.value }, mapping.problems) : mapping;
}

async function mappingFor(options: MeaningOptions, { content }: CallGround): Promise<Outcome<Mapping>> {
  const { questionnaire } = content;
  if (options.mapping === undefined) return outcomeOf(questionnaireMapping(questionnaire), []);
  const { loadMapping } = await import('./load-mapping.ts');
  return loadMapping(options.mapping, { folder: questionnaireFolder(options), questionnaire }, guardedFiles(options));
}
