/** The codes of a row's answers in the query: what is the same in every row, and what is read from one list of numbers. */

import { encodeValue, type Variable } from '../callers/encoding.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import type { SqlDialect } from './sql-dialect.ts';
import type { Asked } from './sql-facts.ts';
import { codeOf } from './sql-questions.ts';
import type { Made } from './sql-steps.ts';
import { column, firstOf, plain, type Sql, sql } from './sql-text.ts';

/** Numbers of a row that many steps hand on, as one column. */
export interface Packed {
  /** Adds a number; gives what reads it in later steps. */
  readonly add: (number: Sql) => Sql;
  readonly make: () => Made;
}

export function createPacked(name: string, dialect: SqlDialect): Packed {
  const numbers: Sql[] = [];
  return {
    add: (number) => dialect.at(column(name), numbers.push(number) - 1),
    make: () => ({ name, value: dialect.list([...numbers, plain(0)]) }), // never an empty list, which has no type
  };
}

/** The code of each variable. */
export interface RowCodes {
  /** The code where it is the same in every row; `withSafety` takes what is assumed about safety questions into account. */
  readonly fixed: (variable: number, withSafety: boolean) => number | undefined;
  readonly code: (variable: number) => Sql;
  /** The code without what is assumed about safety questions. */
  readonly codeWithoutSafety: (variable: number) => Sql;
}

export function rowCodes({ callers }: CompiledPolicy, asked: ReadonlyMap<string, Asked>, packed: Packed): RowCodes {
  const { variables, widths } = callers.encoding;
  const of = (number: number): { readonly variable: Variable; readonly one: Asked } | undefined => {
    const variable = variables[number];
    const one = variable && asked.get(variable.question.id);
    return variable === undefined || one === undefined ? undefined : { variable, one };
  };
  const codes = variables.map((variable) => {
    const own = asked.get(variable.question.id)?.own;
    return own === undefined ? undefined : packed.add(codeOf(variable, own));
  });
  const code = (number: number): Sql => codes[number] ?? plain(widths[number] ?? 0);
  const apart = new Map<number, Sql>();
  return {
    fixed: (number, withSafety) => {
      const found = of(number);
      if (found === undefined || found.one.own !== undefined) return undefined;
      const { assumed, question } = found.one;
      const isAssumed = assumed !== undefined && (withSafety || !question.safety);
      return isAssumed ? encodeValue(found.variable, assumed) : (widths[number] ?? 0);
    },
    code,
    codeWithoutSafety: (number) => {
      const found = of(number);
      const before = apart.get(number);
      if (before !== undefined || found === undefined) return before ?? code(number);
      const { own, assumed, question } = found.one;
      if (own === undefined || assumed === undefined || !question.safety) return code(number);
      const open = { when: own.isAssumed, then: plain(widths[number] ?? 0) };
      const added = packed.add(firstOf([open], codeOf(found.variable, own)));
      apart.set(number, added);
      return added;
    },
  };
}

/** A condition as a packed number: reads as whether it is 1. */
export function packedFlag(packed: Packed, condition: Sql): Sql {
  return sql`${packed.add(firstOf([{ when: condition, then: plain(1) }], plain(0)))} = 1`;
}
