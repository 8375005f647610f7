/** Shares of a whole, from whole numbers of any size. */

const SCALE = 1_000_000_000n;

/** The share as a number from 0 to 1, right to nine places. */
export function shareOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * SCALE) / whole) / Number(SCALE);
}

/** The share in percent, as a person reads it; what is not nothing never reads as nothing, and what is not all never as all. */
export function percent(part: bigint, whole: bigint): string {
  if (part === 0n || part === whole) return part === 0n ? '0 %' : '100 %';
  const share = shareOf(part, whole) * 100;
  if (share < 0.01) return 'under 0.01 %';
  if (share > 99.99) return 'over 99.99 %';
  return `${share.toFixed(share < 1 || share > 99 ? 2 : 1)} %`;
}
