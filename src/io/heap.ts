/** Keeping the heap of this thread small. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * What collects all garbage of this thread at once. The main thread of Node is started with room for hundreds of megabytes before it
 * collects what has lived for a while, and nothing but a flag of `node` itself makes that less; a worker can be given less.
 */
export function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}
