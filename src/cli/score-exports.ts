/** Scores exports, from the first look at them to the last word. */

import { BrokenInput } from '../io/broken-input.ts';
import { type Interruption, interruptionBy } from '../io/interruption.ts';
import { sizeOf } from '../io/open-input.ts';
import { createProgress, NO_PROGRESS } from '../io/progress.ts';
import { BrokenOutput } from '../io/result-sink.ts';
import { printsToTerminal } from '../io/standard-output.ts';
import type { ScoreOptions } from './add-score.ts';
import type { BlockRunner, ScorePool } from './block-runner.ts';
import { announce } from './deliver.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { type RunEnding, scoreBlocks } from './score-blocks.ts';
import { endOfRun, type Run } from './score-end.ts';
import { brokenInputResult, brokenOutputResult, interruptedResult } from './score-endings.ts';
import { openScoreFiles, type ScoreFiles } from './score-files.ts';
import { detectedNotes } from './score-notes.ts';
import type { ScoreOutputs } from './score-outputs.ts';
import { planScore, type ScorePlan } from './score-plan.ts';
import { progressLine } from './score-progress.ts';
import { createRunner, startEarly } from './score-runner.ts';
import { newRunState } from './take-piece.ts';

/** Scores exports and writes everything that was asked for. */
export async function scoreExports(
  exports: readonly string[],
  outputs: ScoreOutputs,
  options: ScoreOptions,
): Promise<CommandResult> {
  const interruption = interruptionBy();
  const sizes = exports.map(sizeOf);
  const pool = startEarly(exports, sizes, options); // workers start while the content is loaded
  try {
    const planned = await planScore(exports, options, interruption.signal);
    if (interruption.isOver()) return interruptedResult(newRunState(), outputs);
    if (!planned.ok) return couldNotRun(planned.notes);
    await announce(detectedNotes(planned.value));
    return await scorePlanned(planned.value, { outputs, options, sizes, interruption, pool });
  } finally {
    interruption.close();
    await pool?.close();
  }
}

interface Job {
  readonly outputs: ScoreOutputs;
  readonly options: ScoreOptions;
  /** Bytes of each export, where that is known. */
  readonly sizes: readonly (number | undefined)[];
  readonly interruption: Interruption;
  readonly pool: ScorePool | undefined;
}

async function scorePlanned(plan: ScorePlan, job: Job): Promise<CommandResult> {
  const state = newRunState();
  let files: ScoreFiles | undefined;
  let runner: BlockRunner | undefined;
  try {
    files = openScoreFiles(plan, job.outputs);
    void job.interruption.happened.then(files.discard); // at once: a second signal ends the process
    runner = createRunner(plan, job.options, job.pool);
    const run: Run = { plan, outputs: job.outputs, options: job.options, files, state, interruption: job.interruption };
    return await endOfRun(run, await performed(run, job, runner));
  } catch (error) {
    files?.discard();
    if (error instanceof BrokenInput) return brokenInputResult(error, state, job.outputs);
    if (error instanceof BrokenOutput) return brokenOutputResult(error, state, files?.saved() ?? []);
    throw error;
  } finally {
    plan.close();
    await runner?.close();
  }
}

async function performed({ plan, options, files, state }: Run, job: Job, runner: BlockRunner): Promise<RunEnding> {
  if (!(await files.begin())) return 'reader-left';
  let taken = 0;
  const size = job.sizes.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
  const line = (elapsed: number): string =>
    progressLine({ taken, size, rows: state.tally.scored + state.tally.rejected, elapsed });
  const isAmongRows = job.outputs.out === undefined && printsToTerminal();
  const progress = isAmongRows ? NO_PROGRESS : createProgress(line);
  try {
    return await scoreBlocks(
      {
        dialect: plan.block.dialect,
        inputs: plan.inputs,
        runner,
        sink: files.sink,
        rejects: files.rejects,
        hasSeveral: plan.heads.length > 1,
        blockSize: BLOCK,
        namesLines: plan.block.onlyNew,
        failFast: options.failFast === true,
        interrupted: job.interruption.happened,
        onDone: (bytes) => {
          taken = bytes;
          progress.show();
        },
      },
      state,
    );
  } finally {
    progress.clear();
  }
}

/**
 * Bytes of a block. Measured with two workers: a quarter of a mebibyte took as long as half of one and a whole one, and 8 MB less
 * memory than half.
 */
const BLOCK = 1 << 18;
