/** One walk a row over the bound of a diagram: by a table where there is room for one. */

import { BudgetExceeded } from '../diagram/budget.ts';
import { type Budget, type Combination, createForest, type Forest, MIXED, type Node } from '../diagram/forest.ts';
import { createJointWalk, walkOneByOne } from '../diagram/joint-walk.ts';
import { createPackedTables } from '../diagram/packed-tables.ts';
import { projector } from '../diagram/project.ts';
import { type Assignment, reachable, restricter, terminalsIn, UNKNOWN } from '../diagram/walk.ts';
import type { Codes } from './row-decider.ts';

/** The bound of one diagram over all completions of a row. */
export type RowWalk = (codes: Codes) => number;

/** What rows are decided in. */
export interface RowSpace {
  /** For each variable whether some row may know it. */
  readonly known: readonly boolean[];
  /** The value that a variable has in every row; UNKNOWN where that depends on the row. */
  readonly fixed: Assignment;
  readonly budget: Budget;
  /** How many numbers, of 4 bytes, the states of walks that are one may take. */
  readonly limit: number;
}

/** Where tables are made, all in one array. */
export interface RowWalks {
  /** A forest of their own, so that a policy that decides a million rows stays as it was compiled. */
  readonly forest: Forest;
  /** A diagram of the policy as one of that forest, with what every row knows. */
  readonly take: (root: Node) => Node;
  /** Where the table of a diagram of that forest starts. @throws BudgetExceeded */
  readonly start: (root: Node, bound: Combination) => number;
  /** The same where a variable that the diagram does not test is unknown, and a walk that ends with 0 where it is known. @throws BudgetExceeded */
  readonly startWhereUnknown: (root: Node, bound: Combination, variable: number) => number;
  /** The walk of a table. */
  readonly walk: (start: number) => RowWalk;
  /** One walk of a row. */
  readonly alone: (member: Member) => RowWalk;
  /** Several walks of a row as one, and what is made of what they give: one object for equal results, until there are too many. */
  readonly together: <T extends object>(
    members: readonly Member[],
    make: (found: readonly number[]) => T,
  ) => RowResult<T>;
}

/** One of several walks: where its table starts, or a walk without one. */
export type Member = number | RowWalk;

/** What a row gets. */
export type RowResult<T> = (codes: Codes) => T;

/** After so many results, which take some 2 MB, those that were of use to one table are forgotten before the next is made. */
const REMEMBERED = 1 << 15;

/** Makes room for tables of diagrams that stand in `from`; they test the variables in `known` only, because no row knows others. */
export function createRowWalks(from: Forest, { known, fixed, budget, limit }: RowSpace): RowWalks {
  const forest = createForest(from.widths, budget);
  const tables = createPackedTables(forest);
  let project = projector(forest, known);
  let forgottenAt = 0;
  const tidy = (start: number): number => {
    if (forest.memoSize() - forgottenAt < REMEMBERED) return start;
    forgottenAt = forest.memoSize();
    forest.forget();
    project = projector(forest, known);
    return start;
  };
  const walk =
    (start: number): RowWalk =>
    (codes) =>
      tables.walk(start, codes);
  const alone = (member: Member): RowWalk => (typeof member === 'number' ? walk(member) : member);
  return {
    forest,
    take: restricter(from, forest, fixed),
    start: (root, bound) => tidy(tables.start(project(root, bound), bound)),
    startWhereUnknown: (root, bound, variable) => tidy(tables.startWhereUnknown(project(root, bound), bound, variable)),
    walk,
    alone,
    together: (members, make) => {
      const starts = members.filter((one) => typeof one === 'number');
      if (starts.length === members.length) return createJointWalk({ tables, starts, make, limit });
      return walkOneByOne(members.map(alone), make, limit);
    },
  };
}

/** The same bound without a table: all that the row's completions reach, found anew for every row. */
export function walkWithoutTable(
  forest: Forest,
  known: readonly boolean[],
): (root: Node, bound: Combination) => RowWalk {
  return (root, bound) => (codes) => {
    const found = terminalsIn(reachable(forest, root, assignmentOf(forest.widths, known, codes)));
    if (bound === 'same' && found.length > 1) return MIXED;
    return (bound === 'max' ? found.at(-1) : found[0]) ?? 0;
  };
}

/** Codes as what the diagrams of a single caller are read with. */
export function assignmentOf(widths: readonly number[], known: readonly boolean[], codes: Codes): Assignment {
  return widths.map((width, variable) => {
    const code = codes[variable] ?? width;
    return code === width || !known[variable] ? UNKNOWN : code;
  });
}

/** What `make` gives, or `instead` where it would outgrow its budget. */
export function withinBudget<T>(make: () => T, instead: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof BudgetExceeded) return instead();
    throw error;
  }
}

/** What a row is read with, made when the first row comes that needs it. */
export function whenFirstAsked<T>(make: () => RowResult<T>): RowResult<T> {
  let made: RowResult<T> | undefined;
  return (codes) => {
    made ??= make();
    return made(codes);
  };
}
