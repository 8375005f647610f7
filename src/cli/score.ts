/** `intakeline score`: exported intakes in, the same rows with a level of care out. */

import type { ScoreOptions } from './add-score.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';

/** Scores exports that have the same header. */
export async function score(_exports: readonly string[], _options: ScoreOptions): Promise<CommandResult> {
  return couldNotRun('intakeline: cannot score yet\n');
}
