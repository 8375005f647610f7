/** Random numbers that depend on a seed alone: whoever repeats a run draws the same callers. */

/** Draws whole numbers from 0 up to, but not including, a bound of at most 2^32; each is as likely as another. */
export type Random = (below: number) => number;

const LIMIT = 2 ** 32;

/**
 * The generator xoshiro128** 1.1 of Blackman and Vigna (2018), its state filled by splitmix32 from a seed and the number of a
 * stream: streams of one seed do not depend on how much of another was drawn. Not for secrets.
 */
export function randomStream(seed: number, stream: number): Random {
  return boundedBy(xoshiro(filled(splitmix(splitmix(seed >>> 0)() ^ (stream >>> 0)))));
}

/** The generator from its four words of state, which must not all be 0; exported so that a test can hold it to the published one. */
export function xoshiro(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const found = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return found;
  };
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function splitmix(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at + 0x9e3779b9) | 0;
    const once = Math.imul(at ^ (at >>> 16), 0x21f0aaad);
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
    return (twice ^ (twice >>> 15)) >>> 0;
  };
}

/** Invariant: splitmix32 gives every word once a period, so that four in a row are not all 0. */
function filled(next: () => number): [number, number, number, number] {
  return [next(), next(), next(), next()];
}

/** Words beyond the last whole multiple of the bound are drawn again, so that no number is favoured. */
function boundedBy(next: () => number): Random {
  return (below) => {
    const end = LIMIT - (LIMIT % below);
    let word = next();
    while (word >= end) word = next();
    return word % below;
  };
}
