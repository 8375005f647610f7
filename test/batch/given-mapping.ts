/** Mappings of the small questionnaire that tests write down. */

import { type BindingPlace, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { BoundMapping, CellMeaning } from '../../src/batch/bound-mapping.ts';
import { type CombinedRow, combineRow } from '../../src/batch/combine-row.ts';
import { compileMapping } from '../../src/batch/compile-mapping.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import { readCell } from '../../src/batch/read-cell.ts';
import { compileText, smallQuestionnaire, valueIn } from '../fixtures/read-fixture.ts';

export const questionnaire = smallQuestionnaire();

const HEAD = 'format: intakeline/mapping/1\nid: m\ntitle: M\nquestionnaire: small\n';

/** The mapping that a text makes; the head is put before it. */
export function mappingOf(body: string): Mapping {
  return valueIn(compileText('mapping', HEAD + body, (document) => compileMapping(document, questionnaire)));
}

/** A mapping with a header; drinks are cut at 8 unless something else is given. */
export function boundTo(body: string, header: readonly string[], place: Partial<BindingPlace> = {}): BoundMapping {
  const bandStarts = new Map([['drinks', [0, 8]]]);
  return valueIn(bindMapping(mappingOf(body), { file: 'export.csv', header, today: 20_000, bandStarts, ...place }));
}

/** What the text in a column says. */
export function said(bound: BoundMapping, column: string, text: string): CellMeaning {
  return readCell(bound, bound.columns.indexOf(bound.header.indexOf(column)), text);
}

/** What a row says, its cells in the order of the header. */
export function row(bound: BoundMapping, cells: readonly string[]): CombinedRow {
  const meanings = bound.columns.map((column, slot) => readCell(bound, slot, cells[column] ?? ''));
  return combineRow(bound, questionnaire, meanings);
}
