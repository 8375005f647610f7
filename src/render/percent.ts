/** Shares in words: what exists is never shown as nothing, and what is not all never as all. */

import type { Share } from '../analysis/share-of.ts';

const LEAST = 0.001;

/** A share with its sign: `12.3 %`, `under 0.1 %`, `over 99.9 %`, `none`, `all`. */
export function percent(share: Share): string {
  const { fraction, value } = share;
  if (fraction === '0/1') return 'none';
  if (fraction === '1/1') return 'all';
  if (value < LEAST) return 'under 0.1 %';
  return value > 1 - LEAST ? 'over 99.9 %' : `${(value * 100).toFixed(1)} %`;
}

/** The same for a table whose head says that it is in percent. */
export function percentCell(share: Share | null | undefined): string {
  if (share === null || share === undefined || share.fraction === '0/1') return '–';
  if (share.fraction === '1/1') return '100';
  if (share.value < LEAST) return '<0.1';
  return share.value > 1 - LEAST ? '>99.9' : (share.value * 100).toFixed(1);
}
