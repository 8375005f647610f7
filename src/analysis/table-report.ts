/** What a table says of all states, counted: gaps, overlaps, rules that never decide, and which share gets which level. */

import { callerCounter } from '../callers/count-callers.ts';
import { uniformWeights, weigher } from '../callers/share.ts';
import { asWitnessCaller, witness } from '../callers/witness.ts';
import type { OverBudget } from '../decision/compile.ts';
import { BudgetExceeded } from '../diagram/budget.ts';
import { type Budget, FALSE, type Node, TRUE } from '../diagram/forest.ts';
import { growthMeter } from '../diagram/growth.ts';
import type { Table } from '../policy/table-model.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import { type Overlap, shadowedRules, tableOverlaps } from './table-overlaps.ts';
import { compileTableRegions, type RuleRegions, statesOf, type TableRegions } from './table-regions.ts';

/** States of a table: how many of all there are, and those among them that belong to each of its groups. */
export interface Tally {
  readonly states: bigint;
  readonly groups: Readonly<Record<string, bigint>>;
}

/** Some states, with the least unusual of them; undefined where there are none. */
export interface Shown extends Tally {
  readonly witness: WitnessCaller | undefined;
}

export interface PairOfRules {
  /** Places in the table, from 0. */
  readonly first: number;
  readonly second: number;
  readonly states: bigint;
  /** For those with most states only. */
  readonly witness: WitnessCaller | undefined;
}

export interface TableReport {
  readonly table: string;
  readonly title: string;
  readonly hit: 'first' | 'all';
  /** `states` are callers counted one by one; `weight`: where these could not be counted, parts of the whole that `all` is. */
  readonly measure: 'states' | 'weight';
  readonly groups: readonly { readonly id: string; readonly title: string }[];
  readonly all: Tally;
  /** The level of the states that no rule reaches; undefined where there is none for them. */
  readonly otherwise: string | undefined;
  readonly unreached: Shown;
  /** In the order of the table's levels. */
  readonly levels: readonly {
    readonly level: string;
    /** States that rules give this level and no other. */
    readonly alone: Tally;
    /** States that rules give this level and others. */
    readonly amongOthers: Tally;
  }[];
  readonly several: Shown;
  /** Pairs of rules that hold for the same states and give different levels, most states first. */
  readonly overlaps: readonly PairOfRules[];
  readonly rules: readonly {
    readonly id: string;
    readonly level: string;
    readonly holds: bigint;
    readonly decides: bigint;
  }[];
  /** Rules that never decide, by their places, with those that leave them nothing; none of these: it never holds. */
  readonly shadowed: readonly {
    readonly rule: number;
    readonly by: readonly number[];
    readonly witness: WitnessCaller | undefined;
  }[];
}

/** How many overlaps are shown by a caller. */
const MOST_SHOWN = 10;

/** What is said of a table: the report, or what made it too large. */
export type Examination =
  | { readonly ok: true; readonly report: TableReport }
  | { readonly ok: false; readonly over: OverBudget };

export interface ExamineOptions {
  readonly budget?: Budget;
  /** How many steps counting may remember, before shares stand in for numbers of states. */
  readonly mostSteps?: number;
}

/** Examines a table in a forest of its own, within the budget. */
export function examineTable(table: Table, { budget, mostSteps }: ExamineOptions = {}): Examination {
  const callers = statesOf(table, budget);
  const { measured, largest } = growthMeter(callers.forest);
  try {
    const regions = compileTableRegions(table, callers, measured);
    return { ok: true, report: measured('what rules have in common', () => reportOn(regions, mostSteps)) };
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return { ok: false, over: { limit: error.limit, what: error.what, grewBy: largest(error.what, 5) } };
  }
}

/** By states counted one by one; where that takes too long, by their weight. */
function reportOn(regions: TableRegions, mostSteps: number | undefined): TableReport {
  try {
    return reportBy(regions, { measure: 'states', of: callerCounter(regions.callers, mostSteps) });
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    const of = weigher(regions.callers.forest, uniformWeights(regions.callers));
    return reportBy(regions, { measure: 'weight', of });
  }
}

interface Measured {
  readonly measure: TableReport['measure'];
  readonly of: (region: Node) => bigint;
}

function reportBy(regions: TableRegions, { measure, of }: Measured): TableReport {
  const { table, callers, rules, unreached, levels, several, groups } = regions;
  const { forest } = callers;
  const tally = (region: Node): Tally => ({
    states: of(region),
    groups: Object.fromEntries(groups.map(({ group, states }) => [group.id, of(forest.and(region, states))])),
  });
  const shown = (region: Node): Shown => ({ ...tally(region), witness: witnessOf(regions, region) });
  const alone = forest.not(several);
  return {
    table: table.id,
    title: table.title,
    hit: table.hit,
    measure,
    groups: table.groups.map(({ id, title }) => ({ id, title })),
    all: tally(TRUE),
    otherwise: table.otherwise,
    unreached: shown(unreached),
    levels: levels.map(({ level, given }) => ({
      level,
      alone: tally(forest.and(given, alone)),
      amongOthers: tally(forest.and(given, several)),
    })),
    several: shown(several),
    overlaps: overlapsBy(regions, of),
    rules: rules.map(({ rule, holds, decides }) => ({
      id: rule.id,
      level: rule.level,
      holds: of(holds),
      decides: of(decides),
    })),
    shadowed: shadowedRules(regions).map(({ rule, by }) => ({
      rule: rule.index,
      by: by.map(({ index }) => index),
      witness: witnessOf(regions, rule.holds),
    })),
  };
}

function overlapsBy(regions: TableRegions, of: Measured['of']): readonly PairOfRules[] {
  const counted = tableOverlaps(regions).map((overlap) => ({ overlap, states: of(overlap.states) }));
  counted.sort((left, right) => (left.states === right.states ? 0 : left.states < right.states ? 1 : -1)); // stable: else as they stand
  return counted.map(({ overlap, states }, place) => ({
    ...places(overlap),
    states,
    witness: place < MOST_SHOWN ? witnessOf(regions, overlap.states) : undefined,
  }));
}

function places({ first, second }: Overlap): { readonly first: number; readonly second: number } {
  const placeOf = ({ index }: RuleRegions): number => index;
  return { first: placeOf(first), second: placeOf(second) };
}

function witnessOf({ callers }: TableRegions, region: Node): WitnessCaller | undefined {
  if (region === FALSE) return undefined;
  const found = witness(callers, region);
  return found && asWitnessCaller(callers, found);
}
