/**
 * Cheapest ways into a region of callers. One search serves witnesses (fewest answers away from the baseline)
 * and nearest changes (fewest answers that differ from a caller's): only the price of a value differs.
 *
 * Invariant: a question is tested after the questions that its gate reads (order.ts). So wherever a diagram in normal form
 * tests a question, the question applies, and its value may be charged.
 */

import { type Node, FALSE, TERMINALS, TRUE } from '../diagram/forest.ts';
import type { Callers } from './callers.ts';

/** What one value of one variable costs: nothing, a changed answer, or it may not be taken. */
export type Price = 'free' | 'change' | 'grave-change' | 'forbidden';

export interface Search {
  readonly callers: Callers;
  readonly target: Node;
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

/** The cheapest ways into the target; undefined where no caller is in it. */
export function cheapest(search: Search): Found | undefined {
  const { callers, target, gates, price, most } = search;
  const { forest, encoding } = callers;
  const places = scriptPlaces(callers);
  const question = encoding.variables.map((variable) => variable.question.index);
  const memo = new Map<string, Best>();

  const go = (nodes: readonly Node[], paid: number): Best => {
    const [goal, ...open] = nodes;
    if (goal === undefined || goal === FALSE) return NOWHERE;
    const waiting = [...new Set(open.filter((gate) => gate >= TERMINALS))];
    const entered = open.filter((gate) => gate === TRUE).length;
    const rest = settle(goal, open.filter((gate) => gate >= TERMINALS), waiting.length, paid);
    return entered === 0 ? rest : { ...rest, cost: rest.cost + entered * CHANGE };
  };
  const settle = (goal: Node, open: readonly Node[], waiting: number, paid: number): Best => {
    if (goal === TRUE && waiting === 0) return { cost: 0, ways: [[]] };
    const top = [goal, ...open].reduce((least, node) => Math.min(least, forest.variable(node)), forest.widths.length);
    const owner = question[top] ?? -1;
    const key = `${goal},${open.join()}:${owner === paid ? paid : -1}`;
    const before = memo.get(key);
    if (before !== undefined) return before;
    const best = branch([goal, ...open], top, owner, owner === paid);
    memo.set(key, best);
    return best;
  };
  const branch = (nodes: readonly Node[], top: number, owner: number, isPaid: boolean): Best => {
    let best = NOWHERE;
    for (let value = 0; value < (forest.widths[top] ?? 0); value++) {
      const charge = price(top, value);
      if (charge === 'forbidden') continue;
      const after = nodes.map((node) => (forest.variable(node) === top ? forest.child(node, value) : node));
      const rest = go(after, charge !== 'free' || isPaid ? owner : -1);
      if (rest === NOWHERE) continue;
      best = better(best, charge === 'free' ? rest : charged(rest, charge, isPaid, (places[top] ?? 0) * VALUES + value), most);
    }
    return best;
  };

  const found = go([target, ...gates], -1);
  if (found.ways.length === 0) return undefined;
  const byPlace = new Map(places.map((place, variable) => [place, variable]));
  return {
    changes: Math.floor(found.cost / CHANGE),
    grave: Math.floor((found.cost % CHANGE) / GRAVE),
    ways: found.ways.map((way) =>
      way.map((element) => ({ variable: byPlace.get(Math.floor(element / VALUES)) ?? -1, value: element % VALUES })),
    ),
  };
}

function charged(rest: Best, charge: 'change' | 'grave-change', isPaid: boolean, element: number): Best {
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
