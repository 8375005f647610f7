/** Numbers that are read and not computed with. */

/** Groups the digits of a whole number by threes: `1,234,567`. */
export function grouped(count: number | bigint): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Puts a number before its noun: `1 row`, `1,234 rows`; the plural is given where it is not the noun with an `s`. */
export function numbered(count: number | bigint, one: string, several = `${one}s`): string {
  return `${grouped(count)} ${Number(count) === 1 ? one : several}`;
}
