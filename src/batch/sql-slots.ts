/** The slots of a mapping in a query: what their columns are called, which texts are named for them, and how problems are numbered. */

import type { BoundMapping, CellMeaning, Contribution, SlotUse } from './bound-mapping.ts';
import type { CellReading } from './mapping.ts';
import { readCell } from './read-cell.ts';
import { REJECT_CODES, type RejectCode } from './reject-codes.ts';
import type { SqlDialect } from './sql-dialect.ts';
import { column, NO, type Sql, sql } from './sql-text.ts';

/** What a query is made with. */
export interface SqlScope {
  readonly bound: BoundMapping;
  readonly dialect: SqlDialect;
}

/** Problems are numbers, the one to report the least: place of the column, then of the code. No problem is greater than all. */
export const NO_PROBLEM = 999_999_999;
const CODES_A_COLUMN = 32;

/** The number of a problem in a column, by its place in the header. */
export function problemNumber(code: RejectCode, place: number): number {
  return place * CODES_A_COLUMN + Object.keys(REJECT_CODES).indexOf(code);
}

/** The code of a problem's number. */
export function problemCode(problem: Sql, dialect: SqlDialect): Sql {
  const codes = Object.keys(REJECT_CODES).map((code, place) => sql`when ${place} then ${dialect.text(code)}`);
  return sql`case ${problem} % ${CODES_A_COLUMN} ${joinedCases(codes)} end`;
}

function joinedCases(cases: readonly Sql[]): Sql {
  return cases.reduce((all, one) => sql`${all} ${one}`);
}

/** A text of a slot. */
export const textOf = (slot: number): Sql => column(`t${slot}`);
/** The same as a whole number; BEYOND where it is none or too long. */
export const numberOf = (slot: number): Sql => column(`n${slot}`);
/** The same as entries of the list of a reading, and what they say of its n-th option: 1 named, 2 doubtful, 3 both. */
export const entriesIn = (slot: number, reading: number): Sql => column(`l${slot}r${reading}`);
export const optionIn = (slot: number, reading: number, option: number): Sql => column(`o${slot}r${reading}n${option}`);
/** Whether the entries say that nothing is so, 1 or 0. */
export const noneIn = (slot: number, reading: number): Sql => column(`z${slot}r${reading}`);
/** A day of a slot in the form of a reading, as YYYYMMDD. */
export const dayIn = (slot: number, reading: number): Sql => column(`d${slot}r${reading}`);
/** The number of a slot's problem. */
export const problemOf = (slot: number): Sql => column(`p${slot}`);

/** Whether a text is one of some. */
export function isOneOf(text: Sql, texts: Iterable<string>, dialect: SqlDialect): Sql {
  const list = [...new Set(texts)].map(dialect.text);
  if (list.length === 0) return NO;
  const [first] = list;
  if (list.length === 1 && first !== undefined) return sql`${text} = ${first}`;
  return sql`${text} in (${list.reduce((all, one) => sql`${all}, ${one}`)})`;
}

/** The texts that a slot's uses name, with what each says. All others are alike, but for numbers, lists and days. */
export function namedTexts({ bound }: Pick<SqlScope, 'bound'>, slot: number): ReadonlyMap<string, CellMeaning> {
  const texts = new Set([
    ...bound.mapping.missing,
    ...(bound.uses[slot] ?? []).flatMap((use) => textsOfUse(bound, use)),
  ]);
  return new Map([...texts].map((text) => [text, readCell(bound, slot, text)]));
}

/** The named texts of a slot that say something that passes. */
export function textsSaying(scope: SqlScope, slot: number, passes: (one: Contribution) => boolean): readonly string[] {
  return [...namedTexts(scope, slot)].flatMap(([text, meaning]) =>
    meaning.ok && meaning.contributions.some(passes) ? [text] : [],
  );
}

function textsOfUse({ mapping }: BoundMapping, use: SlotUse): readonly string[] {
  if (use.kind === 'ended') return [...(mapping.ended?.values.keys() ?? [])];
  if (use.kind === 'emergency') return [...(mapping.emergency?.values ?? [])];
  if (use.kind === 'implied') return [...(mapping.implications[use.implication]?.test.values ?? [])];
  const reading = mapping.readings[use.reading];
  const unclear = [...(reading?.unclear ?? [])];
  switch (use.kind) {
    case 'cell':
      return [...unclear, ...(reading?.kind === 'cell' ? textsOfCell(reading.cell) : [])];
    case 'date':
      return unclear;
    case 'options':
      return [...unclear, ...use.flags.flatMap(({ flag }) => [...flag.yes, ...flag.no])];
    case 'none':
      return [...unclear, ...use.flag.yes, ...use.flag.no];
    case 'asked':
      return [...use.test.values];
    case 'cases':
      return use.tests.flatMap((test) => [...(test?.values ?? [])]);
    default:
      return use satisfies never;
  }
}

function textsOfCell(cell: CellReading): readonly string[] {
  if (cell.kind === 'values') return [...cell.values.keys()];
  return cell.kind === 'number' || cell.kind === 'ranges' ? [...cell.ranges.keys()] : [];
}

/** The options that a list can name, in a fixed order. */
export function listOptions({ values }: Extract<CellReading, { kind: 'list' }>): readonly string[] {
  return [...new Set(values.values())];
}
