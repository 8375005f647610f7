/** Numbers that are read and not computed with. */

/** Groups the digits of a whole number by threes: `1,234,567`. */
export function grouped(count: number | bigint): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Puts a number before its noun: `1 row`, `1,234 rows`. */
export function numbered(count: number | bigint, noun: string): string {
  return `${grouped(count)} ${noun}${Number(count) === 1 ? '' : 's'}`;
}
