import { availableParallelism } from 'node:os';

/** How many threads can run at the same time. */
export function processors(): number {
  return availableParallelism();
}
