/** Rules of a table that hold for the same states, and rules that others leave nothing to say. */

import { FALSE, type Node } from '../diagram/forest.ts';
import type { RuleRegions, TableRegions } from './table-regions.ts';

/** Two rules that hold for the same states and give different levels, the one that stands first first. */
export interface Overlap {
  readonly first: RuleRegions;
  readonly second: RuleRegions;
  /** Under `first` only those in which the earlier rule decides: there the order of the rules settles the level. */
  readonly states: Node;
}

/** Every pair of rules that overlap and give different levels, in the order of the table. */
export function tableOverlaps({ callers, rules }: TableRegions): readonly Overlap[] {
  return rules.flatMap((first, place) =>
    rules.slice(place + 1).flatMap((second): readonly Overlap[] => {
      if (first.rule.level === second.rule.level) return [];
      const states = callers.forest.and(first.decides, second.holds);
      return states === FALSE ? [] : [{ first, second, states }];
    }),
  );
}

/** A rule without which the table says the same, and the rules that say it in its place; none where it never holds. */
export interface Shadowed {
  readonly rule: RuleRegions;
  readonly by: readonly RuleRegions[];
}

/**
 * Rules that never decide. Under `first`: no state is left of what the earlier rules leave. Under `all`: other rules with the same
 * level hold for every one of its states; of rules that repeat each other, the later ones.
 */
export function shadowedRules(regions: TableRegions): readonly Shadowed[] {
  const found: Shadowed[] = [];
  const gone = new Set<RuleRegions>();
  for (const rule of [...regions.rules].reverse()) {
    const by = rule.holds === FALSE ? [] : coverOf(rule, coverers(rule, regions, gone), regions);
    if (by === undefined) continue;
    gone.add(rule);
    found.unshift({ rule, by });
  }
  return found;
}

function coverers(
  rule: RuleRegions,
  { table, rules }: TableRegions,
  gone: ReadonlySet<RuleRegions>,
): readonly RuleRegions[] {
  if (table.hit === 'first') return rules.slice(0, rule.index);
  return rules.filter((other) => other !== rule && other.rule.level === rule.rule.level && !gone.has(other));
}

/** As few of the rules as still cover a rule, found by leaving out each that is not needed; undefined where all do not cover it. */
function coverOf(
  { holds }: RuleRegions,
  others: readonly RuleRegions[],
  { callers: { forest } }: TableRegions,
): readonly RuleRegions[] | undefined {
  const isCovered = (by: readonly RuleRegions[]): boolean =>
    by.reduce((left, other) => forest.and(left, forest.not(other.holds)), holds) === FALSE;
  let needed = others.filter((other) => forest.and(holds, other.holds) !== FALSE);
  if (!isCovered(needed)) return undefined;
  for (const other of [...needed].reverse()) {
    const without = needed.filter((one) => one !== other);
    if (isCovered(without)) needed = without;
  }
  return needed;
}
