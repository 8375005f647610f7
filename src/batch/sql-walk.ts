/**
 * A table of a diagram (diagram/table.ts) as steps that SQL can take: one constant array per variable, and a state that goes
 * through all of them. States are numbered anew after every step, those that skip the next variable among them, so that a
 * step reads the state before it only once: engines that put one step into the next then do not double their work.
 */

import type { Table } from '../diagram/table.ts';

/** One step: the state after it is `next[state * width + code]`. */
export interface WalkStep {
  readonly variable: number;
  /** Codes of the variable, that for unknown included. */
  readonly width: number;
  readonly next: readonly number[];
}

/** A walk begins in state 0 and ends, after all steps, with `results[state]`. */
export interface Walk {
  readonly steps: readonly WalkStep[];
  readonly results: readonly number[];
}

/** What is known of a variable before any row is read: its one code, or undefined where rows differ. */
export type FixedCode = (variable: number) => number | undefined;

/** Terminals are below zero, as in a table. */
type Row = number;

/** A table from which the tests that cannot turn out in more than one way are gone. */
interface Reduced {
  readonly start: Row;
  readonly variable: (row: Row) => number;
  readonly children: (row: Row) => readonly Row[];
}

/** The steps of a table, tests of fixed variables taken ahead. `widths` are those of the variables, unknown not counted. */
export function walkOf(table: Table, widths: readonly number[], fixed: FixedCode): Walk {
  const reduced = reduce(table, widths, fixed);
  const steps: WalkStep[] = [];
  let alive: readonly Row[] = [reduced.start];
  for (const variable of testedIn(reduced)) {
    const width = (widths[variable] ?? 0) + 1;
    const numbers = new Map<Row, number>();
    const numbered = (row: Row): number => {
      const before = numbers.get(row);
      if (before === undefined) numbers.set(row, numbers.size);
      return before ?? numbers.size - 1;
    };
    const next = alive.flatMap((row) =>
      reduced.variable(row) === variable
        ? reduced.children(row).map(numbered)
        : Array.from({ length: width }, () => numbered(row)),
    );
    steps.push({ variable, width, next });
    alive = [...numbers.keys()];
  }
  return { steps, results: alive.map((row) => -1 - row) };
}

/** Variables in the order in which the table tests them, which is their own. */
function testedIn({ start, variable, children }: Reduced): readonly number[] {
  const tested = new Set<number>();
  const seen = new Set<Row>();
  const go = (row: Row): void => {
    if (row < 0 || seen.has(row)) return;
    seen.add(row);
    tested.add(variable(row));
    for (const child of children(row)) go(child);
  };
  go(start);
  return [...tested].sort((left, right) => left - right);
}

function reduce(table: Table, widths: readonly number[], fixed: FixedCode): Reduced {
  const made: { readonly variable: number; readonly children: readonly Row[] }[] = [];
  const same = new Map<string, Row>();
  const memo = new Map<Row, Row>();
  const make = (variable: number, children: readonly Row[]): Row => {
    const [first = -1] = children;
    if (children.every((child) => child === first)) return first;
    const key = `${variable}:${children.join()}`;
    const row = same.get(key) ?? made.push({ variable, children }) - 1;
    same.set(key, row);
    return row;
  };
  const go = (row: Row): Row => {
    if (row < 0) return row;
    const before = memo.get(row);
    if (before !== undefined) return before;
    const variable = table.variable[row] ?? 0;
    const offset = table.offset[row] ?? 0;
    const code = fixed(variable);
    const child = (value: number): Row => go(table.next[offset + value] ?? -1);
    const result =
      code === undefined
        ? make(
            variable,
            Array.from({ length: (widths[variable] ?? 0) + 1 }, (_, value) => child(value)),
          )
        : child(code);
    memo.set(row, result);
    return result;
  };
  const start = go(table.start);
  return { start, variable: (row) => made[row]?.variable ?? -1, children: (row) => made[row]?.children ?? [] };
}
