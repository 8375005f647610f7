/** `intakeline score`: exported intakes in, the same rows with a level of care out. */

import type { ScoreOptions } from './add-score.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { outputsComplaint, scoreOutputs } from './score-outputs.ts';
import { usageComplaint } from './score-usage.ts';

/** Scores exports that have the same header, or does what the options ask for instead. */
export async function score(exports: readonly string[], options: ScoreOptions): Promise<CommandResult> {
  const complaint = usageComplaint(exports, options);
  if (complaint !== undefined) return couldNotRun(complaint);
  if (options.checkLines === true) return (await import('./check-lines.ts')).checkLines(exports, options);
  if (options.draftMapping !== undefined) {
    return (await import('./score-draft.ts')).draftFor(exports, options.draftMapping, options);
  }
  const outputs = scoreOutputs(exports, options);
  const refusal = await outputsComplaint(exports, outputs, options);
  if (refusal !== undefined) return couldNotRun(refusal);
  return (await import('./score-exports.ts')).scoreExports(exports, outputs, options);
}
