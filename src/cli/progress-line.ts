/** How far long work has come, in words. */

import { grouped } from '../render/grouped.ts';

/** So many done of all, of what they are, and how long the rest takes if it goes on so: `elapsed` is in milliseconds. */
export function progressLine(done: number, all: number, what: string, elapsed: number): string {
  const left = Math.ceil((elapsed / 1000 / Math.max(1, done)) * (all - done));
  return `${grouped(done)} of ${grouped(all)} ${what}, about ${left} s left`;
}
