/** Shares out slips among threads. */

import { type Made, type Mutable, type SlipRange, slipJudge } from '../analysis/mutate.ts';
import type { Budget } from '../diagram/forest.ts';
import { installedPath } from '../io/installed.ts';
import { nextTurn } from '../io/next-turn.ts';
import { processors } from '../io/processors.ts';
import { createProgress } from '../io/progress.ts';
import { startPool } from '../io/worker-pool.ts';
import { progressLine } from './progress-line.ts';
import { type SlipFates, type SlipSetup, type SlipWork, slipSetup, slipWork } from './slip-work.ts';

/** So few slips are judged in the time in which workers start, each with a forest of its own. */
const FEW = 300;

/** Every worker holds a forest, of some 300 MB at most: more threads would take more memory than time. */
const MOST = 8;

/** Slips that a worker judges at a time: neighbours share diagrams, and nobody waits long for the last one. */
const TOGETHER = 16;

/** Megabytes: the remembered results of a forest that has grown, with room to spare. */
const HEAP = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 64 };

/** How many workers judge so many slips; 0 where this thread does it alone. */
export function workersFor(slips: number, threads: number): number {
  return slips < FEW || threads < 2 ? 0 : Math.min(threads, MOST);
}

export interface SlipOptions {
  readonly workers?: number | undefined;
  readonly budget?: Budget | undefined;
}

/** Judges all slips of the content, in their order. Fails where a worker does. */
export async function judgeSlips(
  content: Mutable,
  made: readonly Made[],
  { workers = workersFor(made.length, processors()), budget }: SlipOptions = {},
): Promise<SlipFates> {
  let done = 0;
  const progress = createProgress((elapsed) => progressLine(done, made.length, 'slips', elapsed));
  const judged = ({ from, to }: SlipRange): void => {
    done += to - from;
    progress.show();
  };
  const tasks = ranges(made.length);
  try {
    if (workers === 0)
      return await alone(
        slipWork(() => slipJudge(content, made, budget)),
        tasks,
        judged,
      );
    return await inWorkers(slipSetup(content, budget), { tasks, workers, judged });
  } finally {
    progress.clear();
  }
}

/** Signals have their turn between the tasks. */
async function alone(
  work: SlipWork,
  tasks: readonly SlipRange[],
  judged: (range: SlipRange) => void,
): Promise<SlipFates> {
  const found: SlipFates[] = [];
  for (const range of tasks) {
    found.push(work(range));
    judged(range);
    await nextTurn();
  }
  return joined(found);
}

interface SharedOut {
  readonly tasks: readonly SlipRange[];
  readonly workers: number;
  /** Told of each task that is done. */
  readonly judged: (range: SlipRange) => void;
}

async function inWorkers(setup: SlipSetup, { tasks, workers, judged }: SharedOut): Promise<SlipFates> {
  const module = installedPath('dist', 'slip-worker.js');
  const size = { workers, input: 0, output: 0, heap: HEAP };
  const pool = startPool<SlipSetup, SlipRange, SlipFates>(module, size);
  try {
    pool.prepare(setup);
    const waiting = tasks.entries();
    const found: SlipFates[] = [];
    const takeTurns = async (): Promise<void> => {
      for (const [place, range] of waiting) {
        const { result, release } = await pool.run(NOTHING, range);
        release();
        found[place] = result;
        judged(range);
      }
    };
    await Promise.all(Array.from({ length: pool.slots }, takeTurns));
    return joined(found);
  } finally {
    await pool.close();
  }
}

const NOTHING = new Uint8Array();

function ranges(count: number): readonly SlipRange[] {
  const tasks = Math.ceil(count / TOGETHER);
  return Array.from({ length: tasks }, (_, task) => ({
    from: task * TOGETHER,
    to: Math.min(count, (task + 1) * TOGETHER),
  }));
}

function joined(parts: readonly SlipFates[]): SlipFates {
  const failed = parts.find((part) => !part.ok);
  return failed ?? { ok: true, fates: parts.flatMap((part) => (part.ok ? part.fates : [])) };
}
