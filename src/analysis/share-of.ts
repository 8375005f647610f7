/** A share as a report carries it: exact, and as a number to reckon with. */

/** Plain JSON. */
export interface Share {
  /** In lowest terms, as `1/24`; `0/1` for none and `1/1` for all. */
  readonly fraction: string;
  /** The same as a number; 0 and 1 only where it is exactly that. */
  readonly value: number;
}

/** The share of a part in a whole that is not nothing. */
export function shareOf(part: bigint, whole: bigint): Share {
  const divisor = greatestCommonDivisor(part, whole);
  return { fraction: `${part / divisor}/${whole / divisor}`, value: ratio(part, whole) };
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [one, other] = [left, right];
  while (other !== 0n) [one, other] = [other, one % other];
  return one;
}

/** Numbers beyond what a float holds are cut to their first bits. */
function ratio(part: bigint, whole: bigint): number {
  if (part === 0n) return 0;
  if (part === whole) return 1;
  const spare = BigInt(Math.max(0, whole.toString(2).length - LONGEST));
  const found = Number(part >> spare) / Number(whole >> spare);
  return Math.min(Math.max(found, Number.MIN_VALUE), 1 - Number.EPSILON / 2);
}

const LONGEST = 1000;
