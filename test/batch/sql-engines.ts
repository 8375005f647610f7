/** Databases in this process, with a table of texts, for queries that `intakeline sql` would print. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import { SQL_RESULT_COLUMNS, type SqlResultColumn } from '../../src/batch/sql-columns.ts';
import type { SqlDialectName } from '../../src/batch/sql-dialect.ts';

/** What a query gives for a row: null where there is nothing. */
export type SqlRow = Readonly<Record<SqlResultColumn, string | null>>;

/** A table whose columns are all texts; no name and no text holds a quote. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** An engine: runs one query over one table named `intakes`, and gives the result columns in the order of the rows. */
export interface Engine {
  readonly dialect: SqlDialectName;
  readonly run: (table: TextTable, query: string) => Promise<readonly SqlRow[]>;
  readonly close: () => Promise<void>;
}

/** The rows as comma-separated values, each cell in quotes. The first column is the place of the row. */
export function numbered({ header, rows }: TextTable): string {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join();
  return `${[line(['row_place', ...header]), ...rows.map((cells, place) => line([String(place), ...cells]))].join('\n')}\n`;
}

function placed(found: readonly (readonly unknown[])[]): readonly SqlRow[] {
  const rows: SqlRow[] = [];
  for (const cells of found) {
    const values = cells.slice(-SQL_RESULT_COLUMNS.length);
    rows[Number(cells[0])] = Object.fromEntries(
      SQL_RESULT_COLUMNS.map((name, place) => [name, asText(values[place])]),
    ) as SqlRow;
  }
  return rows;
}

/** Counts as the text that a row of a table has. */
function asText(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

export async function duckDb(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'intakeline-sql-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    dialect: 'duckdb',
    run: async (table, query) => {
      const file = join(folder, 'rows.csv');
      writeFileSync(file, numbered(table));
      const columns = ['row_place', ...table.header].map((name) => `'${name}': 'VARCHAR'`).join();
      const options = `header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${columns}}`;
      await connection.run(`create or replace table intakes as select * from read_csv('${file}', ${options})`);
      return placed((await connection.runAndReadAll(query)).getRows());
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function postgres(): Promise<Engine> {
  const database = await PGlite.create();
  return {
    dialect: 'postgres',
    run: async (table, query) => {
      const columns = ['row_place', ...table.header].map((name) => `"${name}" text`).join();
      await database.exec(`drop table if exists intakes; create table intakes (${columns})`);
      const blob = new Blob([numbered(table)]);
      await database.query("copy intakes from '/dev/blob' with (format csv, header true, force_not_null *)", [], {
        blob,
      });
      return placed((await database.query<unknown[]>(query, [], { rowMode: 'array' })).rows);
    },
    close: () => database.close(),
  };
}
