/** A table compiled: for each rule the states for which it holds, and what the table makes of every state. */

import { type Callers, callersIn, createSpace } from '../callers/callers.ts';
import { countingCuts } from '../callers/count-callers.ts';
import { type Budget, FALSE, type Node, TRUE } from '../diagram/forest.ts';
import type { GrowthMeter } from '../diagram/growth.ts';
import type { Table, TableGroup, TableRule } from '../policy/table-model.ts';

export interface RuleRegions {
  readonly rule: TableRule;
  /** Place in the table, from 0. */
  readonly index: number;
  /** States for which its condition holds. */
  readonly holds: Node;
  /** Of them, those of which the rule decides: under `first` those that no earlier rule has taken, under `all` each of them. */
  readonly decides: Node;
}

export interface TableRegions {
  readonly table: Table;
  readonly callers: Callers;
  readonly rules: readonly RuleRegions[];
  /** States that no rule reaches. */
  readonly unreached: Node;
  /** States that rules give each level, in the order of the table's levels: one state may stand under several. */
  readonly levels: readonly { readonly level: string; readonly given: Node }[];
  /** States that rules give several levels. */
  readonly several: Node;
  readonly groups: readonly { readonly group: TableGroup; readonly states: Node }[];
}

/** The states of a table: everything that is asked of them is cut, so that they can be counted. */
export function statesOf(table: Table, budget?: Budget): Callers {
  const conditions = [...table.rules, ...table.groups].map(({ when }) => when);
  const cuts = countingCuts(table.questionnaire, conditions);
  const space = createSpace(table.questionnaire, [...conditions, ...cuts], budget === undefined ? {} : { budget });
  return callersIn(space, table.questionnaire);
}

/** Compiles a table over its states. @throws BudgetExceeded */
export function compileTableRegions(table: Table, callers: Callers, measured: GrowthMeter['measured']): TableRegions {
  const { forest } = callers;
  let left: Node = TRUE; // states that no rule has reached so far
  for (const { id, otherwise } of callers.questionnaire.facts)
    measured(`fact \`${id}\``, () => callers.factRegion(id, otherwise));
  const rules = table.rules.map((rule, index) =>
    measured(`rule \`${rule.id}\``, (): RuleRegions => {
      const holds = callers.region(rule.when);
      const decides = table.hit === 'first' ? forest.and(left, holds) : holds;
      left = forest.and(left, forest.not(holds));
      return { rule, index, holds, decides };
    }),
  );
  const levels = table.levels.map((level) => ({
    level,
    given: measured(`the level \`${level}\``, () =>
      rules
        .filter(({ rule }) => rule.level === level)
        .map(({ decides }) => decides)
        .reduce(forest.or, FALSE),
    ),
  }));
  const groups = table.groups.map((group) => ({
    group,
    states: measured(`group \`${group.id}\``, () => callers.region(group.when)),
  }));
  const several = measured('states with several levels', () =>
    inSeveral(
      callers,
      levels.map(({ given }) => given),
    ),
  );
  return { table, callers, rules, unreached: left, levels, several, groups };
}

/** What lies in more than one of the regions. */
function inSeveral({ forest }: Callers, regions: readonly Node[]): Node {
  let seen: Node = FALSE;
  let several: Node = FALSE;
  for (const region of regions) {
    several = forest.or(several, forest.and(seen, region));
    seen = forest.or(seen, region);
  }
  return several;
}
