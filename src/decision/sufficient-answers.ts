/** The fewest of a caller's answers that make a statement certain, whatever else is answered. */

import type { Callers } from '../callers/callers.ts';
import { scriptPlaces } from '../callers/cheapest.ts';
import { createForest, FALSE, type Forest, type Node, TRUE } from '../diagram/forest.ts';
import { type Assignment, children, restricter, UNKNOWN } from '../diagram/walk.ts';

export interface SufficientAnswers {
  /** Questions whose answers suffice, in script order. */
  readonly questions: readonly string[];
  /** The variables of those answers that count: of a list the options on which the statement rests. */
  readonly variables: readonly number[];
}

/**
 * The fewest answers such that the statement holds in every completion of these alone; of several such sets the one that owns the
 * earliest question not common to both. Within them, the fewest options of lists, ties likewise. Undefined where even all
 * answers together leave it open.
 *
 * A question may be kept or left out, and left out it may have any value: the diagrams of what is left are shared, so that the choice
 * is made once for each of them and not once for each set. @throws BudgetExceeded
 */
export function sufficientAnswers(callers: Callers, known: Assignment, region: Node): SufficientAnswers | undefined {
  const { variables } = callers.encoding;
  const owners = variables.map(({ question }) => question.index);
  const answers = fewest(callers, { region, known, owners });
  if (answers === undefined) return undefined;
  const kept = new Set(answers);
  const within = known.map((value, variable) => (kept.has(owners[variable] ?? UNKNOWN) ? value : UNKNOWN));
  const places = scriptPlaces(callers);
  const parts = new Set(fewest(callers, { region, known: within, owners: places }) ?? []);
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
}

/** The fewest owners whose known values suffice, ascending. */
function fewest(callers: Callers, { region, known, owners }: Choice): readonly number[] | undefined {
  const { widths } = callers.forest;
  const forest = createForest(widths);
  const put = putting(forest, known, owners);
  const memo = new Map<Node, readonly number[] | undefined>();
  const best = (node: Node): readonly number[] | undefined => {
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
