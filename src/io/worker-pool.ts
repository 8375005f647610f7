/** Workers that perform tasks on blocks of bytes, in memory that both sides see. */

import { type ResourceLimits, Worker } from 'node:worker_threads';

/** A block of bytes that a worker made something of. */
export interface TaskResult<Result> {
  /** What the worker wrote, in order; valid until released. */
  readonly outputs: readonly Uint8Array[];
  readonly result: Result;
  /** Gives the memory back for another task. */
  readonly release: () => void;
}

export interface WorkerPool<Setup, Note, Result> {
  /** What every worker needs before its first task. */
  readonly prepare: (setup: Setup) => void;
  /** How many blocks have room at once. */
  readonly slots: number;
  /** Gives a block, of which it takes a copy, to the worker that has least to do; at most as many as there are slots are in work or unreleased. Rejects with the error of a worker that failed. */
  readonly run: (block: Uint8Array, note: Note) => Promise<TaskResult<Result>>;
  /** Ends the workers at once. */
  readonly close: () => Promise<void>;
}

/** What a worker is started with: the memory of every slot. */
export interface PoolMemory {
  readonly inputs: readonly SharedArrayBuffer[];
  readonly outputs: readonly SharedArrayBuffer[];
}

/** What a worker is sent. */
export type PoolMessage<Setup, Note> =
  | { readonly kind: 'setup'; readonly setup: Setup }
  | { readonly kind: 'task'; readonly slot: number; readonly size: number; readonly note: Note };

/** What it sends back: so many bytes in the slot's output, and what found no room there. */
export interface PoolReply<Result> {
  readonly slot: number;
  readonly written: number;
  readonly more: readonly Uint8Array[];
  readonly result: Result;
}

export interface PoolSize {
  readonly workers: number;
  /** Bytes of the largest block, and of what is usually made of one. */
  readonly input: number;
  readonly output: number;
  /** What each may take beside these; by default what a scorer needs. */
  readonly heap?: ResourceLimits;
}

/** So many blocks for each worker: one in work, one ready, one being written. */
export const SLOTS_EACH = 3;

/** Megabytes. A scorer's tables and texts take a few; more would be a leak, and the process is to stay small (design, section 6). */
const SCORER_HEAP: ResourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 2 };

interface Waiting<Result> {
  readonly worker: number;
  readonly resolve: (reply: TaskResult<Result>) => void;
  readonly reject: (error: unknown) => void;
}

/** Starts workers that run a module; it calls `serveTasks`. */
export function startPool<Setup, Note, Result>(
  module: string,
  { workers: count, input, output, heap = SCORER_HEAP }: PoolSize,
): WorkerPool<Setup, Note, Result> {
  const slots = count * SLOTS_EACH;
  const memory: PoolMemory = {
    inputs: Array.from({ length: slots }, () => new SharedArrayBuffer(input)),
    outputs: Array.from({ length: slots }, () => new SharedArrayBuffer(output)),
  };
  const free = Array.from({ length: slots }, (_, slot) => slot);
  const waiting = new Map<number, Waiting<Result>>();
  const load = new Array<number>(count).fill(0);
  let failure: { readonly error: unknown } | undefined;

  const fail = (error: unknown): void => {
    failure ??= { error };
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const receive = ({ slot, written, more, result }: PoolReply<Result>): void => {
    const task = waiting.get(slot);
    const made = memory.outputs[slot];
    if (task === undefined || made === undefined) return;
    waiting.delete(slot);
    load[task.worker] = (load[task.worker] ?? 0) - 1;
    task.resolve({ outputs: [new Uint8Array(made, 0, written), ...more], result, release: () => free.push(slot) });
  };
  let isClosing = false;
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(module, { workerData: memory, resourceLimits: heap });
    worker.on('message', receive);
    worker.on('error', fail);
    worker.on('exit', () => {
      if (!isClosing) fail(new Error('a worker ended by itself'));
    });
    return worker;
  });
  const send = (worker: Worker | undefined, message: PoolMessage<Setup, Note>): void => worker?.postMessage(message);
  return {
    prepare: (setup) => {
      for (const worker of workers) send(worker, { kind: 'setup', setup });
    },
    slots,
    run: (block, note) =>
      new Promise((resolve, reject) => {
        const slot = free.pop();
        const place = slot === undefined ? undefined : memory.inputs[slot];
        if (failure !== undefined) return reject(failure.error);
        if (slot === undefined || place === undefined) return reject(new Error('a task without room'));
        new Uint8Array(place).set(block);
        const worker = load.indexOf(Math.min(...load));
        load[worker] = (load[worker] ?? 0) + 1;
        waiting.set(slot, { worker, resolve, reject });
        send(workers[worker], { kind: 'task', slot, size: block.length, note });
      }),
    close: async () => {
      isClosing = true;
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
