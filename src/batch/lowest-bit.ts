/** Bits of a set of small numbers. */

/** The least number in a set that is not empty. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
