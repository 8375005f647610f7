/** Rules of a table that hold for the same states, and rules that others leave nothing to say. */

import { BudgetExceeded } from '../diagram/budget.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import type { RuleRegions, TableRegions } from './table-regions.ts';

/** Two rules that hold for the same states and give different levels, the one that stands first first. */
export interface Overlap {
  readonly first: RuleRegions;
  readonly second: RuleRegions;
  /** Under `first` only those in which the earlier rule decides: there the order of the rules settles the level. */
  readonly states: Node;
}

/** As many pairs as 1,000 rules have, each of another level than the next. */
const MOST_PAIRS = 500_000;

/**
 * Every pair of rules that overlap and give different levels, in the order of the table.
 * @throws BudgetExceeded before any work, where there are too many pairs to look at
 */
export function tableOverlaps({ callers, rules }: TableRegions): readonly Overlap[] {
  const deciding = rules.filter(({ decides }) => decides !== FALSE);
  if ((deciding.length * (rules.length - 1)) / 2 > MOST_PAIRS) throw new BudgetExceeded('memo', MOST_PAIRS);
  return deciding.flatMap((first) =>
    rules.slice(first.index + 1).flatMap((second): readonly Overlap[] => {
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
  const { forest } = regions.callers;
  const found: Shadowed[] = [];
  const gone = new Set<RuleRegions>();
  const earlier = heldBefore(regions);
  const later = new Map<string, Node>(); // by level, the states of the later rules that are not gone
  for (const rule of [...regions.rules].reverse()) {
    const { level } = rule.rule;
    const others = regions.table.hit === 'first' ? FALSE : (later.get(level) ?? FALSE);
    const taken = forest.or(earlier.get(rule) ?? FALSE, others);
    if (forest.and(rule.holds, forest.not(taken)) !== FALSE) {
      later.set(level, forest.or(later.get(level) ?? FALSE, rule.holds));
      continue;
    }
    gone.add(rule);
    found.unshift({ rule, by: coverOf(rule, coverers(rule, regions, gone), regions) });
  }
  return found;
}

/** For each rule the states of those before it that could stand in for it. */
function heldBefore({ table, rules, callers: { forest } }: TableRegions): ReadonlyMap<RuleRegions, Node> {
  const held = new Map<string, Node>();
  return new Map(
    rules.map((rule) => {
      const key = table.hit === 'first' ? '' : rule.rule.level;
      const before = held.get(key) ?? FALSE;
      held.set(key, forest.or(before, rule.holds));
      return [rule, before] as const;
    }),
  );
}

function* coverers(
  rule: RuleRegions,
  { table, rules }: TableRegions,
  gone: ReadonlySet<RuleRegions>,
): Generator<RuleRegions> {
  for (const other of rules) {
    if (table.hit === 'first' && other === rule) return;
    if (table.hit === 'first' || (other.rule.level === rule.rule.level && !gone.has(other))) yield other;
  }
}

/**
 * Of rules that cover another one some that are all needed: those from the first on that each take states which are left, up to
 * the one that takes the last; without each, from the last back, of whose states the others hold.
 */
function coverOf(
  { holds }: RuleRegions,
  others: Iterable<RuleRegions>,
  { callers: { forest } }: TableRegions,
): readonly RuleRegions[] {
  const without = (region: Node, taken: Node): Node => forest.and(region, forest.not(taken));
  const takers: { readonly other: RuleRegions; readonly left: Node }[] = [];
  let left = holds;
  for (const other of others) {
    if (left === FALSE) break;
    const next = without(left, other.holds);
    if (next !== left) takers.push({ other, left });
    left = next;
  }
  const needed: RuleRegions[] = [];
  let kept: Node = FALSE;
  for (const taker of takers.reverse()) {
    if (without(taker.left, kept) === FALSE) continue;
    needed.unshift(taker.other);
    kept = forest.or(kept, taker.other.holds);
  }
  return needed;
}
