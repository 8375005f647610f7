/** How many threads score, and when they start. */

import { LONGEST_RECORD } from '../batch/dialect.ts';
import { storePolicy } from '../decision/stored-policy.ts';
import { installedPath } from '../io/installed.ts';
import { processors } from '../io/processors.ts';
import { SLOTS_EACH, startPool } from '../io/worker-pool.ts';
import type { ScoreOptions } from './add-score.ts';
import { type BlockRunner, inlineRunner, pooledRunner, type ScorePool } from './block-runner.ts';
import { createBlockWork, type WorkPlan, type WorkSetup } from './block-work.ts';
import type { ScorePlan } from './score-plan.ts';
import { policySources } from './stored-policies.ts';

/** Bytes that one thread scores in the time that others take to start. */
const INLINE = 4 << 20;

/** How many times larger a packed export usually is when it is unpacked: rows repeat themselves. */
const PACKED = 5;

/** More threads are only waiting: one of them reads and writes for all. */
const MOST_BY_DEFAULT = 8;

/** Starts the workers before anything is loaded, where the sizes of the exports tell that they will be needed. */
export function startEarly(
  exports: readonly string[],
  sizes: readonly (number | undefined)[],
  options: ScoreOptions,
): ScorePool | undefined {
  const expected = sizes.map((size = 0, place) => size * (exports[place]?.endsWith('.gz') ? PACKED : 1));
  return expected.reduce((sum, size) => sum + size, 0) > INLINE ? startWorkers(options) : undefined;
}

/** Who scores: the workers that were started, or this thread until there turns out to be more than it should do alone. */
export function createRunner(plan: ScorePlan, options: ScoreOptions, pool: ScorePool | undefined): BlockRunner {
  const [{ scanned }] = plan.heads;
  const work: WorkPlan = { block: plan.block, encoding: scanned, failFast: options.failFast === true };
  const pooled = (started: ScorePool): BlockRunner => pooledRunner(started, setupOf(work, plan));
  if (pool !== undefined) return pooled(pool);
  return growingRunner(inlineRunner(createBlockWork(work, plan.ground.compiled)), threadsOf(options), () =>
    pooled(startWorkers(options)),
  );
}

function setupOf(work: WorkPlan, { ground: { policy, content, compiled } }: ScorePlan): WorkSetup {
  return { ...work, sources: policySources(policy, content), stored: storePolicy(compiled) };
}

function growingRunner(inline: BlockRunner, threads: number, grow: () => BlockRunner): BlockRunner {
  let done = 0;
  let grown: BlockRunner | undefined;
  return {
    capacity: threads * SLOTS_EACH,
    run: (block, note) => {
      done += block.length;
      if (done <= INLINE) return inline.run(block, note);
      grown ??= grow();
      return grown.run(block, note);
    },
    close: async () => {
      await grown?.close();
    },
  };
}

function threadsOf({ threads }: ScoreOptions): number {
  return threads ?? Math.min(processors(), MOST_BY_DEFAULT);
}

function startWorkers(options: ScoreOptions): ScorePool {
  const input = LONGEST_RECORD + 64; // the longest block is one record with its line end
  const output = 4 * input; // memory that no result reaches is never taken from the system
  return startPool(installedPath('dist', 'worker.js'), { workers: threadsOf(options), input, output });
}
