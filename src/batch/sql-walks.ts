/** All walks over tables side by side: one step of the query per variable, from codes of answers to states. */

import type { Table } from '../diagram/table.ts';
import type { SqlDialect } from './sql-dialect.ts';
import type { Made, Step } from './sql-steps.ts';
import { column, plain, type Sql, sql } from './sql-text.ts';
import { type FixedCode, type Walk, walkOf } from './sql-walk.ts';

/** The codes that a walk reads. */
export interface WalkCodes {
  /** What is the same in every row. */
  readonly fixed: FixedCode;
  /** The code of a variable that is not. */
  readonly code: (variable: number) => Sql;
}

/** A walk in the query. */
export interface SqlWalk {
  /** Its state: a column, or 0 where there is nothing to walk. */
  readonly state: Sql;
  /** The last variable that it reads; -1 where it reads none. */
  readonly last: number;
  /** What each state stands for at the end. */
  readonly results: readonly number[];
}

/** Something that is gathered over the steps, as soon as the walk that it waits for has ended. */
export interface Gathering {
  /** The column in which it is gathered. */
  readonly name: string;
  readonly after: SqlWalk;
  readonly value: Sql;
}

export interface SqlWalks {
  /** Adds a walk; walks that read the same are one. */
  readonly add: (table: Table, codes: WalkCodes) => SqlWalk;
  /** The steps of all walks added, and of what is gathered; `gather` puts a column and more values together. */
  readonly steps: (
    gatherings: readonly Gathering[],
    gather: (name: string, values: readonly Sql[]) => Sql,
  ) => readonly Step[];
}

/** A walk with the column of its state and the codes of its steps. */
interface Added {
  readonly name: string;
  readonly walk: Walk;
  readonly codes: readonly Sql[];
}

export function createWalks(widths: readonly number[], dialect: SqlDialect): SqlWalks {
  const added = new Map<string, Added>();
  const add = (table: Table, { fixed, code }: WalkCodes): SqlWalk => {
    const walk = walkOf(table, widths, fixed);
    const codes = walk.steps.map(({ variable }) => code(variable));
    const key = JSON.stringify([walk, codes.map(({ text }) => text)]);
    const same = added.get(key) ?? { name: `s${added.size}`, walk, codes };
    const last = walk.steps.at(-1)?.variable ?? -1;
    if (last === -1) return { state: plain(0), last, results: walk.results };
    added.set(key, same);
    return { state: column(same.name), last, results: walk.results };
  };
  const stepAt = (variable: number): readonly Made[] =>
    [...added.values()].flatMap(({ name, walk, codes }) => {
      const place = walk.steps.findIndex((step) => step.variable === variable);
      const step = walk.steps[place];
      const code = codes[place];
      if (step === undefined || code === undefined) return [];
      const at = place === 0 ? code : sql`${column(name)} * ${step.width} + ${code}`;
      return [{ name, value: dialect.pick(step.next, at) }];
    });
  const steps: SqlWalks['steps'] = (gatherings, gather) => {
    const tested = [...added.values()].flatMap(({ walk }) => walk.steps.map(({ variable }) => variable));
    const variables = [...new Set(tested)].sort((left, right) => left - right);
    const due = (from: number, to: number): readonly Made[] => {
      const now = gatherings.filter(({ after }) => after.last >= from && after.last < to);
      const names = [...new Set(now.map(({ name }) => name))];
      return names.map((name) => ({
        name,
        value: gather(
          name,
          now.flatMap((one) => (one.name === name ? [one.value] : [])),
        ),
      }));
    };
    const walked = variables.map((variable, place) => ({
      name: `walk_${variable}`,
      makes: [...stepAt(variable), ...due(variables[place - 1] ?? -1, variable)],
      isFenced: false,
    }));
    const rest = due(variables.at(-1) ?? -1, Number.POSITIVE_INFINITY);
    return [...walked, { name: 'walked', makes: rest, isFenced: false }];
  };
  return { add, steps };
}

/** Whether two walks always come to the same result. */
export function isSameWalk(one: SqlWalk, other: SqlWalk): boolean {
  return one.state.text === other.state.text && one.results.join() === other.results.join();
}

/** Holds where a walk has come to a result. */
export function hasResult({ state, results }: SqlWalk, result: number): Sql {
  const place = results.indexOf(result);
  if (place === -1) return plain('false');
  return results.length === 1 ? plain('true') : sql`${state} = ${place}`;
}

/** The result of a walk, as a number. */
export function resultOf({ state, results }: SqlWalk, dialect: SqlDialect): Sql {
  const [first = 0] = results;
  return results.length === 1 ? plain(first) : dialect.pick(results, state);
}
