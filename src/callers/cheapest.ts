/**
 * Cheapest ways into a region of callers. One search serves witnesses (fewest answers away from the baseline)
 * and nearest changes (fewest answers that differ from a caller's): only the price of a value differs.
 *
 * Invariant: a question is tested after the questions that its gate reads (order.ts). So wherever a diagram in normal form
 * tests a question, the question applies, and its value may be charged.
 */

import { BudgetExceeded } from '../diagram/budget.ts';
import { createForest, type Forest, type Node, TERMINALS, TRUE } from '../diagram/forest.ts';
import { restricter, type TerminalSet, UNKNOWN } from '../diagram/walk.ts';
import type { Callers } from './callers.ts';

/** A region of callers: those whom a diagram leads to one of some terminals. */
export interface Target {
  readonly root: Node;
  readonly goals: TerminalSet;
}

/** The target that a yes/no diagram is: the callers for whom it is true. */
export function trueOf(region: Node): Target {
  return { root: region, goals: 1 << TRUE };
}

/** What one value of one variable costs: nothing, a changed answer, or it may not be taken. */
export type Price = 'free' | 'change' | 'grave-change' | 'forbidden';

export interface Search {
  readonly callers: Callers;
  /** A diagram, and which of its terminals are to be reached. */
  readonly target: Target;
  /** Where each of these regions is entered, one more answer is needed: charged as one change. */
  readonly gates: readonly Node[];
  readonly price: (variable: number, value: number) => Price;
  /** How many of the cheapest ways to return at most, first in script order. */
  readonly most: number;
}

/** Values that are charged for, as variable and value, in script order. */
export type Way = readonly { readonly variable: number; readonly value: number }[];

export interface Found {
  /** Changed answers, newly needed ones included. */
  readonly changes: number;
  /** Of them, those priced as grave. */
  readonly grave: number;
  readonly ways: readonly Way[];
}

// Changed answers first, then how many of them are grave, then how many values (options of one answer) differ.
const CHANGE = 2 ** 24;
const GRAVE = 2 ** 12;
const VALUE = 1;
const VALUES = 4096; // an element is script place of the variable and value in one number

interface Best {
  readonly cost: number;
  readonly ways: readonly (readonly number[])[]; // sorted elements
}
const NOWHERE: Best = { cost: Number.POSITIVE_INFINITY, ways: [] };
const HERE: Best = { cost: 0, ways: [[]] };

/** Gates not yet decided, each with the number of questions that it opens. */
interface OpenGates {
  readonly counts: ReadonlyMap<Node, number>;
  /** The first variable that any of them tests. */
  readonly top: number;
  /** Equal for equal gates. */
  readonly key: string;
}

/** Most ways are short: looking no further than one, two, three changes first leaves nearly the whole diagram alone. */
const LIMITS = [1, 2, 3, Number.POSITIVE_INFINITY];

/** How much one search may remember: under the shipped policies none needs a tenth of it. A few seconds. */
const MOST_STEPS = 1_000_000;

/** The cheapest ways into the target; undefined where no caller is in it. @throws BudgetExceeded */
export function cheapest(search: Search, mostSteps: number = MOST_STEPS): Found | undefined {
  if (search.target.goals === 0) return undefined;
  const within = withoutForbidden(search);
  for (const limit of LIMITS) {
    const found = cheapestWithin(within, limit, mostSteps);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The search with every variable put in that may take one value only: what is left is small where much is forbidden. */
function withoutForbidden(search: Search): Within {
  const { forest } = search.callers;
  const fixed = forest.widths.map((width, variable) => {
    const allowed = Array.from({ length: width }, (_, value) => value).filter(
      (value) => search.price(variable, value) !== 'forbidden',
    );
    const [only = UNKNOWN] = allowed;
    return allowed.length === 1 && search.price(variable, only) === 'free' ? only : UNKNOWN;
  });
  const places = scriptPlaces(search.callers);
  const owners = search.callers.encoding.variables.map((variable) => variable.question.index);
  if (fixed.every((value) => value === UNKNOWN)) return { ...search, forest, places, owners };
  const left = createForest(forest.widths);
  const restrict = restricter(forest, left, fixed);
  const target = { root: restrict(search.target.root), goals: search.target.goals };
  return { ...search, forest: left, places, owners, target, gates: search.gates.map(restrict) };
}

type Within = Search & {
  readonly forest: Forest;
  /** Place in the script and question of each variable. */
  readonly places: readonly number[];
  readonly owners: readonly number[];
};

/** The cheapest ways of at most so many changes. */
function cheapestWithin(search: Within, limit: number, mostSteps: number): Found | undefined {
  const { forest, places, owners, target, price, most } = search;
  const memo = new Map<string, Best>();

  const go = (goal: Node, gates: OpenGates, paid: number, left: number): Best => {
    if (goal < TERMINALS && ((target.goals >>> goal) & 1) === 0) return NOWHERE;
    if (goal < TERMINALS && gates.counts.size === 0) return HERE;
    const top = Math.min(forest.variable(goal), gates.top);
    const isPaid = owners[top] === paid;
    const key = `${goal}:${left}:${isPaid}:${gates.key}`;
    const before = memo.get(key);
    if (before !== undefined) return before;
    const best = branch({ goal, gates, top, isPaid, left });
    if (memo.size >= mostSteps) throw new BudgetExceeded('memo', mostSteps);
    memo.set(key, best);
    return best;
  };
  const branch = (from: Branch): Best => {
    let best = NOWHERE;
    for (let value = 0; value < (forest.widths[from.top] ?? 0); value++) best = better(best, take(from, value), most);
    return best;
  };
  const take = ({ goal, gates, top, isPaid, left }: Branch, value: number): Best => {
    const charge = price(top, value);
    if (charge === 'forbidden') return NOWHERE;
    const { open, entered } = decideGates(gates, { forest, variable: top, value });
    const spent = entered + (charge === 'free' || isPaid ? 0 : 1);
    if (spent > left) return NOWHERE;
    const after = forest.variable(goal) === top ? forest.child(goal, value) : goal;
    const rest = go(after, open, charge === 'free' && !isPaid ? -1 : (owners[top] ?? -1), left - spent);
    const element = (places[top] ?? 0) * VALUES + value;
    return charged({ ...rest, cost: rest.cost + entered * CHANGE }, charge, isPaid, element);
  };

  const entered = search.gates.filter((gate) => gate === TRUE).length;
  if (entered > limit) return undefined;
  const found = go(target.root, openGates(countGates(search.gates), forest), -1, limit - entered);
  return found.ways.length === 0 ? undefined : describe(found.cost + entered * CHANGE, found, places);
}

/** Where one variable is given a value. */
interface Branch {
  readonly goal: Node;
  readonly gates: OpenGates;
  readonly top: number;
  readonly isPaid: boolean;
  /** Changes that may still be made. */
  readonly left: number;
}

function countGates(gates: readonly Node[]): ReadonlyMap<Node, number> {
  const counts = new Map<Node, number>();
  for (const gate of gates) if (gate >= TERMINALS) counts.set(gate, (counts.get(gate) ?? 0) + 1);
  return counts;
}

function openGates(counts: ReadonlyMap<Node, number>, forest: Forest): OpenGates {
  let top = forest.widths.length;
  for (const gate of counts.keys()) top = Math.min(top, forest.variable(gate));
  return { counts, top, key: [...counts].join(';') };
}

/** Gives a variable a value: the gates still open, and how many questions were just found to apply. */
function decideGates(
  gates: OpenGates,
  { forest, variable, value }: { readonly forest: Forest; readonly variable: number; readonly value: number },
): { readonly open: OpenGates; readonly entered: number } {
  if (gates.top > variable) return { open: gates, entered: 0 }; // none of them tests it
  const counts = new Map<Node, number>();
  let entered = 0;
  for (const [gate, count] of gates.counts) {
    const next = forest.variable(gate) === variable ? forest.child(gate, value) : gate;
    if (next === TRUE) entered += count;
    else if (next >= TERMINALS) counts.set(next, (counts.get(next) ?? 0) + count);
  }
  return { open: openGates(counts, forest), entered };
}

function describe(cost: number, { ways }: Best, places: readonly number[]): Found {
  const byPlace = new Map(places.map((place, variable) => [place, variable]));
  return {
    changes: Math.floor(cost / CHANGE),
    grave: Math.floor((cost % CHANGE) / GRAVE),
    ways: ways.map((way) =>
      way.map((element) => ({ variable: byPlace.get(Math.floor(element / VALUES)) ?? -1, value: element % VALUES })),
    ),
  };
}

/** The rest of a way with the value on it charged for. */
function charged(rest: Best, charge: Price, isPaid: boolean, element: number): Best {
  if (charge === 'free') return rest;
  const first = CHANGE + (charge === 'grave-change' ? GRAVE : 0);
  return {
    cost: rest.cost + VALUE + (isPaid ? 0 : first),
    ways: rest.ways.map((way) => [...way, element].sort((left, right) => left - right)),
  };
}

/** The cheaper of two, or their ways together, the first `most` in script order. */
function better(left: Best, right: Best, most: number): Best {
  if (left.cost !== right.cost) return left.cost < right.cost ? left : right;
  const ways = new Map([...left.ways, ...right.ways].map((way) => [way.join(), way]));
  return { cost: left.cost, ways: [...ways.values()].sort(inScriptOrder).slice(0, most) };
}

/**
 * Of two sets of charged values the one that owns the earliest value not common to both comes first. Adding the same values to
 * both keeps their order, so the first few ways of a whole are made of the first few ways of its parts.
 */
function inScriptOrder(left: readonly number[], right: readonly number[]): number {
  const inRight = new Set(right);
  const inLeft = new Set(left);
  const ownLeft = left.find((element) => !inRight.has(element)) ?? Number.POSITIVE_INFINITY;
  const ownRight = right.find((element) => !inLeft.has(element)) ?? Number.POSITIVE_INFINITY;
  return ownLeft === ownRight ? 0 : ownLeft - ownRight;
}

/** For each variable its place in the script: by question, then by option as listed. */
export function scriptPlaces(callers: Callers): readonly number[] {
  const { variables } = callers.encoding;
  const sorted = variables
    .map((variable, number) => ({ number, question: variable.question.index, option: optionPlace(variable) }))
    .sort((left, right) => left.question - right.question || left.option - right.option);
  const places = new Array<number>(variables.length).fill(0);
  for (const [place, { number }] of sorted.entries()) places[number] = place;
  return places;
}

function optionPlace(variable: Callers['encoding']['variables'][number]): number {
  if (variable.kind !== 'option' || variable.question.kind.kind !== 'options') return 0;
  return variable.question.kind.options.indexOf(variable.option);
}
