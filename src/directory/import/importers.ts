/** The forms in which directories come, how each is known, and what reads it. */

import type { DirectoryMappingSource } from '../mapping-schema.ts';
import {
  findTreatmentRows,
  findTreatmentTable,
  findTreatmentTerm,
  isFindTreatment,
  isFindTreatmentTable,
} from './findtreatment.ts';
import type { FoundRecords } from './found.ts';
import { hsdsServices, isHsds } from './hsds-json.ts';
import { hsdsTerm } from './hsds-service.ts';
import { hsdsTables } from './hsds-tables.ts';
import { absentColumns, mappedRecords } from './mapped-table.ts';
import { withMapped } from './read-terms.ts';
import type { SourceTable } from './source-table.ts';

/** A file as it was read: JSON, one table, or the tables of a data package by their names. */
export type SourceContent =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'table'; readonly table: SourceTable }
  | { readonly kind: 'package'; readonly tables: ReadonlyMap<string, SourceTable> };

/** The mapping that reads the list of California. */
export const CALIFORNIA = 'california-dhcs';

/** Which importer reads a file; a table of anything else needs a mapping. */
export type Importer =
  | { readonly name: 'hsds-3' | 'findtreatment'; readonly terms?: DirectoryMappingSource['terms'] }
  | { readonly name: string; readonly mapping: DirectoryMappingSource };

/** The importer that knows the form of a file; undefined where none does. `mappings` are tried on tables. */
export function importerFor(
  content: SourceContent,
  mapping: DirectoryMappingSource | undefined,
  mappings: readonly DirectoryMappingSource[],
): Importer | undefined {
  const terms = mapping?.terms;
  const given = terms === undefined ? {} : { terms };
  switch (content.kind) {
    case 'package':
      return { name: 'hsds-3', ...given };
    case 'json':
      if (isFindTreatment(content.value)) return { name: 'findtreatment', ...given };
      return isHsds(content.value) ? { name: 'hsds-3', ...given } : undefined;
    case 'table': {
      if (mapping?.fields !== undefined) return { name: mapping.id, mapping };
      if (isFindTreatmentTable(content.table.names)) return { name: 'findtreatment', ...given };
      const fitting = mappings.find((one) => one.fields && absentColumns(one, content.table.names).length === 0);
      return fitting && { name: fitting.id, mapping: fitting };
    }
    default:
      return content satisfies never;
  }
}

/** Reads a file with the importer that knows it. */
export function importRecords(content: SourceContent, importer: Importer): FoundRecords {
  if ('mapping' in importer) {
    const { fields } = importer.mapping;
    if (content.kind !== 'table' || fields === undefined) return { records: [], unreadColumns: [] };
    return mappedRecords(content.table, { ...importer.mapping, fields });
  }
  const { terms } = importer;
  switch (content.kind) {
    case 'package':
      return hsdsTables(content.tables, withMapped(terms, hsdsTerm));
    case 'table':
      return findTreatmentTable(content.table, withMapped(terms, findTreatmentTerm));
    case 'json':
      return importer.name === 'findtreatment'
        ? findTreatmentRows(content.value, withMapped(terms, findTreatmentTerm))
        : hsdsServices(content.value, withMapped(terms, hsdsTerm));
    default:
      return content satisfies never;
  }
}
