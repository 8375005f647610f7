/** A mapping of a directory is good as it was written; this looks at what its parts say together. */

import { collect } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { Outcome } from '../problems/problem.ts';
import type { DirectoryMappingSource } from './mapping-schema.ts';

/** What belongs to a mapping of columns. */
const OF_COLUMNS = ['take', 'license', 'columns', 'cases', 'unread'] as const;

/** Checks that a mapping reads columns or terms, and that what stands beside belongs to that. */
export function compileDirectoryMapping(document: Document<DirectoryMappingSource>): Outcome<DirectoryMappingSource> {
  const { report, outcome } = collect(document);
  const { value } = document;
  if (value.fields === undefined) {
    for (const key of OF_COLUMNS.filter((one) => value[one] !== undefined))
      report({
        code: 'directory-mapping-shape',
        path: [key],
        part: 'key',
        relies: [['fields']],
        message: `\`${key}\` is about columns, but \`fields\` names none`,
        remedy: 'add `fields`, or leave it out',
      });
  }
  if (value.fields !== undefined && value.terms !== undefined)
    report({
      code: 'directory-mapping-shape',
      path: ['terms'],
      part: 'key',
      message: '`terms` is for formats that are known, and `fields` for any other table',
      remedy: 'keep one of the two; what the texts of a column mean stands under `columns`',
    });
  return outcome(value);
}
