/** Names of columns, and tests of what stands in one. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { claimAll, createClaims, type TextScope } from './claim-texts.ts';
import type { ColumnNames, ColumnTest } from './mapping.ts';

/** The names that a column may have, without outer blanks. */
export function compileColumn(source: string | readonly string[], path: Path, report: Report): ColumnNames {
  const names = typeof source === 'string' ? [source] : source;
  for (const [index, name] of names.entries())
    if (name.trim() === '')
      report({
        code: 'wrong-value',
        path: typeof source === 'string' ? path : [...path, index],
        message: 'a column without a name cannot be found',
        remedy: 'write the name that stands in the header',
      });
  return names.map((name) => name.trim());
}

/** A test as it stands in the file: where its column and its texts are written. */
export interface TestPlace {
  readonly columnPath: Path;
  readonly textsPath: Path;
  readonly scope: TextScope;
}

/** Compiles a test that a column has one of the texts. */
export function compileTest(
  column: string | readonly string[],
  texts: readonly string[],
  { columnPath, textsPath, scope }: TestPlace,
): ColumnTest {
  return {
    column: compileColumn(column, columnPath, scope.report),
    values: new Set(claimAll(createClaims(scope), texts, textsPath, 'the same')),
  };
}
