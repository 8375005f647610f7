/** Who scores the blocks of a run: workers, or this thread where there is too little to share out. */

import { joinBytes } from '../io/join-bytes.ts';
import type { TaskResult, WorkerPool } from '../io/worker-pool.ts';
import type { BlockNote, BlockResult, BlockWork, WorkSetup } from './block-work.ts';

export interface BlockRunner {
  /** How many blocks may be scored, or wait to be written, at once. */
  readonly capacity: number;
  /** Scores a block, of which it takes a copy before it returns. */
  readonly run: (block: Uint8Array, note: BlockNote) => Promise<TaskResult<BlockResult>>;
  readonly close: () => Promise<void>;
}

export type ScorePool = WorkerPool<WorkSetup, BlockNote, BlockResult>;

/** Scores one block after another. */
export function inlineRunner(work: BlockWork): BlockRunner {
  return {
    capacity: 1,
    run: async (block, note) => {
      const written: Uint8Array[] = [];
      const result = work(block, note, (bytes) => written.push(bytes.slice()));
      return { outputs: [joinBytes(written)], result, release: () => {} };
    },
    close: async () => {},
  };
}

/** Lets workers score. */
export function pooledRunner(pool: ScorePool, setup: WorkSetup): BlockRunner {
  pool.prepare(setup);
  return { capacity: pool.slots, run: pool.run, close: pool.close };
}
