/** The table that a query reads: what it is called, and a statement that makes it. */

import { uniqueNames } from './result-names.ts';
import { SQL_DIALECT, type SqlDialect, type SqlDialectName } from './sql-dialect.ts';

/** A table and the engine in which it stands. */
export interface SqlTable {
  /** Its name, in parts such as schema and name. */
  readonly table: readonly string[];
  readonly dialect: SqlDialectName;
}

/** Writes a statement that makes the table with the columns of a header, each a text: whatever the header holds stays a name. */
export function createTable({ table, dialect: name }: SqlTable, header: readonly string[]): string {
  const dialect = SQL_DIALECT[name];
  const columns = uniqueNames(header).map((one) => `  ${dialect.name(one)} ${dialect.textType}`);
  return `create table ${tableName(table, dialect)} (\n${columns.join(',\n')}\n);\n`;
}

/** The name of a table, quoted. */
export function tableName(table: readonly string[], dialect: SqlDialect): string {
  return table.map(dialect.name).join('.');
}
