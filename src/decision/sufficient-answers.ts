/** The fewest of a caller's answers that make a statement certain, whatever else is answered. */

import type { Callers } from '../callers/callers.ts';
import { scriptPlaces } from '../callers/cheapest.ts';
import { BudgetExceeded } from '../diagram/budget.ts';
import { type Budget, createForest, FALSE, type Forest, type Node, TRUE } from '../diagram/forest.ts';
import { type Assignment, children, reachable, restricter, UNKNOWN } from '../diagram/walk.ts';

export interface SufficientAnswers {
  /** Questions whose answers suffice, in script order. */
  readonly questions: readonly string[];
  /** The variables of those answers that count: of a list the options on which the statement rests. */
  readonly variables: readonly number[];
}

/** For a shipped rule a few hundred nodes are enough; beyond this the fewest answers are not worth the wait. */
const BUDGET: Budget = { nodes: 200_000, memo: 600_000 };

/**
 * The fewest answers such that the statement holds in every completion of these alone; of several such sets the one that owns the
 * earliest question not common to both. Within them, the fewest options of lists, ties likewise. Undefined where even all
 * answers together leave it open. Beyond the budget, answers of which none can be left out, though others might be fewer.
 */
export function sufficientAnswers(
  callers: Callers,
  known: Assignment,
  region: Node,
  budget = BUDGET,
): SufficientAnswers | undefined {
  const { variables } = callers.encoding;
  const owners = variables.map(({ question }) => question.index);
  const answers = fewest(callers, { region, known, owners, budget });
  if (answers === undefined) return undefined;
  const kept = new Set(answers);
  const within = known.map((value, variable) => (kept.has(owners[variable] ?? UNKNOWN) ? value : UNKNOWN));
  const places = scriptPlaces(callers);
  const parts = new Set(fewest(callers, { region, known: within, owners: places, budget }) ?? []);
  return {
    questions: callers.questionnaire.questions.filter(({ index }) => kept.has(index)).map(({ id }) => id),
    variables: variables.flatMap((_, variable) => (parts.has(places[variable] ?? UNKNOWN) ? variable : [])),
  };
}

/** A statement, what is known, and to which owner each variable belongs: variables of one owner stand together and are kept together. */
interface Choice {
  readonly region: Node;
  readonly known: Assignment;
  readonly owners: readonly number[];
  readonly budget: Budget;
}

/** The fewest owners whose known values suffice, ascending; beyond the budget owners of which none can be left out. */
function fewest(callers: Callers, choice: Choice): Owners {
  try {
    return fewestWithin(callers, choice);
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return irredundant(callers, choice);
  }
}

/** Leaves out one owner after the other, the last first, where the rest suffice without it. */
function irredundant({ forest }: Callers, { region, known, owners }: Choice): Owners {
  const isEnough = (kept: ReadonlySet<number>): boolean => {
    const some = known.map((value, variable) => (kept.has(owners[variable] ?? UNKNOWN) ? value : UNKNOWN));
    return reachable(forest, region, some) === 1 << TRUE;
  };
  const kept = new Set(owners.filter((_, variable) => known[variable] !== UNKNOWN).sort((one, other) => one - other));
  if (!isEnough(kept)) return undefined;
  for (const owner of [...kept].reverse()) {
    kept.delete(owner);
    if (!isEnough(kept)) kept.add(owner);
  }
  return [...kept].sort((one, other) => one - other);
}

/**
 * An owner is kept or left out, and left out it may have any value. The diagrams of what remains are shared, so that the choice is
 * made once for each of them and not once for each set of owners. @throws BudgetExceeded
 */
function fewestWithin(callers: Callers, { region, known, owners, budget }: Choice): Owners {
  const { widths } = callers.forest;
  const forest = createForest(widths, budget);
  const put = putting(forest, known, owners);
  const memo = new Map<Node, Owners>();
  const best = (node: Node): Owners => {
    if (node === TRUE) return [];
    if (node === FALSE) return undefined;
    if (memo.has(node)) return memo.get(node);
    const owner = owners[forest.variable(node)] ?? UNKNOWN;
    const without = put(node, false);
    const whole = put(node, true);
    const left = best(without);
    const kept = whole === without ? undefined : best(whole);
    const found = shorter(left, kept && [...kept, owner].sort((one, other) => one - other));
    memo.set(node, found);
    return found;
  };
  return best(restricter(callers.forest, forest, [])(region));
}

/** Puts the known values of the owner that a node tests into it, or leaves them open; what is open holds for every value. */
function putting(forest: Forest, known: Assignment, owners: readonly number[]): (node: Node, isKept: boolean) => Node {
  const memos = { kept: new Map<Node, Node>(), left: new Map<Node, Node>() };
  const go = (node: Node, owner: number | undefined, isKept: boolean): Node => {
    const variable = forest.variable(node);
    if (owner === undefined || owners[variable] !== owner) return node; // a terminal, too
    const memo = isKept ? memos.kept : memos.left;
    const before = memo.get(node);
    if (before !== undefined) return before;
    const value = isKept ? (known[variable] ?? UNKNOWN) : UNKNOWN;
    const found =
      value === UNKNOWN
        ? children(forest, node).reduce(
            (all, child) => (all === FALSE ? all : forest.and(all, go(child, owner, isKept))),
            TRUE,
          )
        : go(forest.child(node, value), owner, isKept);
    memo.set(node, found);
    return found;
  };
  return (node, isKept) => go(node, owners[forest.variable(node)], isKept);
}

type Owners = readonly number[] | undefined;

/** The shorter of two lists, of equals the one that has the earliest owner not common to both. */
function shorter(one: Owners, other: Owners): Owners {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.length !== other.length) return one.length < other.length ? one : other;
  const ownOne = one.find((owner) => !other.includes(owner)) ?? Number.POSITIVE_INFINITY;
  const ownOther = other.find((owner) => !one.includes(owner)) ?? Number.POSITIVE_INFINITY;
  return ownOne <= ownOther ? one : other;
}
