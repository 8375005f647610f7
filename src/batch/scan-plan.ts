/** From a bound mapping to what its scanner is made for. */

import type { BlockPlan } from './block-plan.ts';
import type { ScanPlan } from './scanner.ts';

/** The scanner's part of a plan: slot s is the s-th column that is read. */
export function scanPlan({ dialect, bound }: Pick<BlockPlan, 'dialect' | 'bound'>): ScanPlan {
  const slots = new Map(bound.columns.map((column, slot) => [column, slot]));
  return {
    dialect,
    slots: bound.header.map((_, column) => slots.get(column) ?? -1),
    slotCount: bound.columns.length,
  };
}
