/** The shipped mappings, compiled from their files, and what rows of texts say by them. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { BoundMapping } from '../../src/batch/bound-mapping.ts';
import { type CombinedRow, combineRow } from '../../src/batch/combine-row.ts';
import { compileMapping } from '../../src/batch/compile-mapping.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import { readCell } from '../../src/batch/read-cell.ts';
import { mappingSchema } from '../../src/batch/schema.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { compiledPolicy, questionnaire } from './shipped-policies.ts';

/** The mappings that ship. */
export const SHIPPED_MAPPINGS = ['intakeline', 'redcap', 'teds-a'] as const;

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
}

/** The rows of a comma-separated file, its header first. */
export function tableOf(text: string): readonly (readonly string[])[] {
  return parse(text);
}

/** Compiles the text of a mapping; throws whatever is wrong with it, warnings included. */
export function mappingIn(text: string): Mapping {
  const compiled = compileMapping(valueIn(readDocument('tested.yaml', text, mappingSchema)), questionnaire);
  const findings = compiled.problems.map(({ code, message, position }) => `${code} ${position?.line}: ${message}`);
  if (findings.length > 0) throw new Error(findings.join('\n'));
  return valueIn(compiled);
}

/** A shipped mapping. */
export function shippedMapping(id: string): Mapping {
  return mappingIn(textOf(`questionnaires/mappings/${id}.yaml`));
}

/** A mapping bound to a header, with the bands of the default policy; the day of the run plays no part in them. */
export function boundTo(mapping: Mapping, header: readonly string[]): BoundMapping {
  const bandStarts = bandStartsOf(compiledPolicy('intake-line').callers.encoding);
  return valueIn(bindMapping(mapping, { file: 'tested.csv', header, today: 0, bandStarts }));
}

/** What the cells of a row say; columns that are not given are blank. */
export function saidBy(bound: BoundMapping, cells: Readonly<Record<string, string>>): CombinedRow {
  const meanings = bound.columns.map((column, slot) => readCell(bound, slot, cells[bound.header[column] ?? ''] ?? ''));
  return combineRow(bound, questionnaire, meanings);
}
