/** An exact share, to be read. */

/** A part of a whole in percent: two places behind the point, and never a 0 or a 100 that is not one. */
export function percent(part: bigint, whole: bigint): string {
  if (whole === 0n || part === 0n) return '0 %';
  if (part === whole) return '100 %';
  const hundredths = (part * 10_000n + whole / 2n) / whole;
  if (hundredths === 0n) return 'less than 0.01 %';
  if (hundredths === 10_000n) return 'more than 99.99 %';
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')} %`;
}
