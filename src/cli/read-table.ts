/** Reading tables, each with the document that its problems point into. */

import type { Document } from '../documents/document.ts';
import { compileTable, type TableGround } from '../policy/compile-table.ts';
import type { Table } from '../policy/table-model.ts';
import type { TableSource } from '../policy/table-schema.ts';
import { failed } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { sortProblems } from '../problems/sort.ts';

/** A table, and where its parts stand. */
export interface ReadTable {
  readonly document: Document<TableSource>;
  readonly table: Table;
}

/** Reads the text of a table, over its own inputs or over what it lies beside. */
export async function readTable(
  file: string,
  text: string,
  ground: TableGround | undefined,
): Promise<Outcome<ReadTable>> {
  const { draftContent } = await import('./parse-content.ts');
  const { value: document, problems } = draftContent('table', file, text);
  if (document === undefined) return failed(problems);
  const compiled = compileTable(document, ground);
  return compiled.ok
    ? { ...compiled, value: { document, table: compiled.value } }
    : failed(sortProblems([...problems, ...compiled.problems]));
}
