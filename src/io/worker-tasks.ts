/** The other side of a pool: what runs in a worker. */

import { parentPort, workerData } from 'node:worker_threads';
import type { PoolMemory, PoolMessage, PoolReply } from './worker-pool.ts';

/** Makes something of a block: gives what it writes to `put`, which copies it at once. */
export type Perform<Note, Result> = (block: Uint8Array, note: Note, put: (bytes: Uint8Array) => void) => Result;

/** Waits for tasks until the pool ends it. */
export function serveTasks<Setup, Note, Result>(prepare: (setup: Setup) => Perform<Note, Result>): void {
  const memory: PoolMemory = workerData;
  let perform: Perform<Note, Result> | undefined;
  parentPort?.on('message', (message: PoolMessage<Setup, Note>) => {
    if (message.kind === 'setup') perform = prepare(message.setup);
    else if (perform !== undefined) parentPort?.postMessage(replyTo(message, memory, perform));
  });
}

function replyTo<Note, Result>(
  { slot, size, note }: { readonly slot: number; readonly size: number; readonly note: Note },
  { inputs, outputs }: PoolMemory,
  perform: Perform<Note, Result>,
): PoolReply<Result> {
  const block = new Uint8Array(inputs[slot] ?? new SharedArrayBuffer(0), 0, size);
  const output = new Uint8Array(outputs[slot] ?? new SharedArrayBuffer(0));
  const more: Uint8Array[] = [];
  let written = 0;
  const put = (bytes: Uint8Array): void => {
    if (more.length === 0 && written + bytes.length <= output.length) {
      output.set(bytes, written);
      written += bytes.length;
    } else more.push(bytes.slice());
  };
  const result = perform(block, note, put);
  return { slot, written, more, result };
}
