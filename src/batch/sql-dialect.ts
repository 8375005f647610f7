/**
 * What differs between the engines. Queries stay within what they share: whole numbers, equality of texts, CASE. Casts, patterns,
 * blanks and arrays mean something else in each, so each is written for each, with the reason beside it.
 */

import { escaped } from './escaped.ts';
import { apartFromHidden, hasHidden } from './sql-hidden.ts';
import { joined, plain, type Sql, sql } from './sql-text.ts';

/** The engines for which a query can be written. */
export const SQL_DIALECTS = ['duckdb', 'postgres', 'spark'] as const;
export type SqlDialectName = (typeof SQL_DIALECTS)[number];

export interface SqlDialect {
  readonly title: string;
  /** A name as it stands, letter case included where the engine tells it apart. */
  readonly name: (name: string) => string;
  readonly text: (text: string) => Sql;
  /** A text of characters that are hard to see. */
  readonly characters: (codes: readonly number[]) => Sql;
  /** The type of texts. */
  readonly textType: string;
  /** Digits, with or without a minus, as a number. The engine may ask this of other texts too and must not fail on them. */
  readonly asNumber: (digits: Sql) => Sql;
  /** Whether all of a text has a pattern of what regular expressions have in common everywhere. */
  readonly matches: (value: Sql, pattern: string) => Sql;
  /** Replaces everything that has a pattern; the other text holds nothing that a replacement could mean. */
  readonly replace: (value: Sql, pattern: string, by: string) => Sql;
  /** The same, but what the pattern's one group found stays in front. */
  readonly replaceBehind: (value: Sql, pattern: string, by: string) => Sql;
  /** Whether the pieces of a text between separators are all among some texts. */
  readonly hasOnly: (value: Sql, separator: string, texts: readonly string[]) => Sql;
  /** Numbers of a row as one value, and the one at a place, from 0. */
  readonly list: (numbers: readonly Sql[]) => Sql;
  readonly at: (list: Sql, place: number) => Sql;
  /** The number at a place of a constant list, from 0. The place is written once. */
  readonly pick: (numbers: readonly number[], place: Sql) => Sql;
  /** Division of whole numbers, both not negative. */
  readonly divide: (left: Sql, right: number) => Sql;
  /** One value that holds a whole row of the table with that other name, and its columns again. */
  readonly wholeRow: (alias: string) => string;
  readonly columnsOf: (row: string) => string;
  /** Stands behind a subquery that must be worked out as it is: an engine that put it into others would repeat its work. */
  readonly fence: string;
}

/** Characters by their code points, as a text. */
type Characters = (codes: readonly number[]) => string;
const DUCKDB_CHARACTERS: Characters = (codes) => codes.map((code) => `chr(${code})`).join(' || ');
const POSTGRES_CHARACTERS: Characters = (codes) => `U&'${codes.map((code) => `\\+${hex(code, 6)}`).join('')}'`;
const SPARK_CHARACTERS: Characters = (codes) => `'${codes.map((code) => `\\U${hex(code, 8)}`).join('')}'`;

type Write = (text: string) => string;
const duckdbText: Write = (text) => visibleText(text, (part) => quoted(part, "'"), DUCKDB_CHARACTERS);
const postgresText: Write = (text) => visibleText(text, (part) => quoted(part, "'"), POSTGRES_CHARACTERS);
const sparkText: Write = (text) => visibleText(text, sparkQuoted, SPARK_CHARACTERS);

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

const DUCKDB: SqlDialect = {
  title: 'DuckDB',
  name: (name) => quoted(name, '"'),
  text: (text) => plain(duckdbText(text)),
  characters: (codes) => plain(DUCKDB_CHARACTERS(codes)),
  textType: 'varchar',
  asNumber: (digits) => sql`try_cast(${digits} as bigint)`,
  replace: (value, pattern, by) =>
    sql`regexp_replace(${value}, ${duckdbText(pattern)}, ${duckdbText(backslashes(by))}, 'g')`,
  replaceBehind: (value, pattern, by) =>
    sql`regexp_replace(${value}, ${duckdbText(pattern)}, ${duckdbText(`\\1${backslashes(by)}`)}, 'g')`,
  hasOnly: (value, separator, texts) =>
    sql`list_has_all([${texts.map(duckdbText).join()}], string_split(${value}, ${duckdbText(separator)}))`,
  list: (numbers) => sql`[${joined(numbers, ', ')}]`,
  at: (list, place) => sql`${list}[${place + 1}]`,
  matches: (value, pattern) => sql`regexp_full_match(${value}, ${duckdbText(pattern)})`,
  pick: (numbers, place) => sql`[${numbers.join()}][${place} + 1]`,
  divide: (left, right) => sql`(${left}) // ${right}`,
  wholeRow: (alias) => alias,
  columnsOf: (row) => `${row}.*`,
  fence: '',
};

const POSTGRES: SqlDialect = {
  title: 'PostgreSQL',
  name: (name) => quoted(name, '"'),
  text: (text) => plain(postgresText(text)),
  characters: (codes) => plain(POSTGRES_CHARACTERS(codes)),
  textType: 'text',
  asNumber: (digits) => sql`cast(${digits} as bigint)`, // inside CASE, which PostgreSQL evaluates in order
  replace: (value, pattern, by) =>
    sql`regexp_replace(${value}, ${postgresText(pattern)}, ${postgresText(backslashes(by))}, 'g')`,
  replaceBehind: (value, pattern, by) =>
    sql`regexp_replace(${value}, ${postgresText(pattern)}, ${postgresText(`\\1${backslashes(by)}`)}, 'g')`,
  hasOnly: (value, separator, texts) =>
    sql`string_to_array(${value}, ${postgresText(separator)}) <@ array[${texts.map(postgresText).join()}]`,
  list: (numbers) => sql`array[${joined(numbers, ', ')}]`,
  at: (list, place) => sql`${list}[${place + 1}]`,
  matches: (value, pattern) => sql`${value} ~ ${postgresText(`^(?:${pattern})$`)}`,
  pick: (numbers, place) => sql`('{${numbers.join()}}'::int[])[${place} + 1]`,
  divide: (left, right) => sql`(${left}) / ${right}`,
  wholeRow: (alias) => alias,
  columnsOf: (row) => `(${row}).*`,
  fence: ' offset 0',
};

const SPARK: SqlDialect = {
  title: 'Spark SQL',
  name: (name) => quoted(name, '`'),
  text: (text) => plain(sparkText(text)),
  characters: (codes) => plain(SPARK_CHARACTERS(codes)),
  textType: 'string',
  asNumber: (digits) => sql`try_cast(${digits} as bigint)`,
  replace: (value, pattern, by) => sql`regexp_replace(${value}, ${sparkText(pattern)}, ${sparkText(dollars(by))})`,
  replaceBehind: (value, pattern, by) =>
    sql`regexp_replace(${value}, ${sparkText(pattern)}, ${sparkText(`$1${dollars(by)}`)})`,
  hasOnly: (value, separator, texts) =>
    sql`size(array_except(split(${value}, ${sparkText(escaped(separator))}, -1), array(${texts.map(sparkText).join()}))) = 0`,
  list: (numbers) => sql`array(${joined(numbers, ', ')})`,
  at: (list, place) => sql`${list}[${place}]`,
  matches: (value, pattern) => sql`${value} rlike ${sparkText(`^(?:${pattern})\\z`)}`, // its `$` also stands before a last line end
  pick: (numbers, place) => sql`array(${numbers.join()})[${place}]`,
  divide: (left, right) => sql`(${left}) div ${right}`,
  wholeRow: () => 'struct(*)',
  columnsOf: (row) => `${row}.*`,
  fence: '',
};

/** The closed list: name → how the engine writes things. */
export const SQL_DIALECT = { duckdb: DUCKDB, postgres: POSTGRES, spark: SPARK } as const satisfies Readonly<
  Record<SqlDialectName, SqlDialect>
>;

/** A replacement that stands for itself: in DuckDB and PostgreSQL a backslash means something, in Spark a dollar too. */
function backslashes(text: string): string {
  return text.replaceAll('\\', '\\\\');
}

function dollars(text: string): string {
  return text.replace(/[\\$]/g, '\\$&');
}

/** A text of which nothing is hidden: what cannot be seen is written by its number. */
function visibleText(text: string, quote: Write, characters: Characters): string {
  if (!hasHidden(text)) return quote(text);
  const shown = apartFromHidden(text).map((part) =>
    hasHidden(part) ? characters([part.codePointAt(0) ?? 0]) : quote(part),
  );
  return `(${shown.join(' || ')})`;
}

/** Characters between marks, the marks among them doubled. */
function quoted(text: string, mark: string): string {
  return `${mark}${text.replaceAll(mark, mark + mark)}${mark}`;
}

function sparkQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
