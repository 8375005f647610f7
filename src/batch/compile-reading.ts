/** How one question is answered. */

import { claimAll, createClaims } from './claim-texts.ts';
import { compileCases, MOST_PARTS } from './compile-cases.ts';
import { compileCell } from './compile-cell.ts';
import { compileColumn } from './compile-column.ts';
import { compileDate } from './compile-date.ts';
import { compileColumns, compileFlags } from './compile-options.ts';
import type { ColumnNames, Reading, Skipped } from './mapping.ts';
import { ownMeanings, reportSilenced } from './own-meanings.ts';
import { formOf, type ReadingForm } from './reading-form.ts';
import type { ReadingPlace } from './reading-place.ts';

/** Compiles a reading; undefined where it cannot answer its question, which is reported. */
export function compileReading(at: Omit<ReadingPlace, 'meanings'>, usual: Skipped): Reading | undefined {
  const { source, question, path, scope } = at;
  const { form, findings } = formOf(source, question, path);
  for (const finding of findings) scope.report(finding);
  if (form === undefined) return undefined;
  const own = ownMeanings(form, source, question);
  reportSilenced(own, { path: [...path, ...(source.values === undefined ? [] : ['values'])], part: 'key' }, scope);
  const claim = createClaims(scope, own);
  const unclear = new Set(claimAll(claim, source.unclear ?? [], [...path, 'unclear'], 'the same'));
  const open = [...unclear].map((text) => [text, 'what leaves the question open'] as const);
  const compiled = compileForm(form, { ...at, meanings: new Map([...own, ...open]) });
  return compiled && { question: question.id, skipped: source.skipped ?? usual, unclear, ...compiled };
}

type WithoutQuestion<T> = T extends unknown ? Omit<T, 'question' | 'skipped' | 'unclear'> : never;

function compileForm(form: ReadingForm, place: ReadingPlace): WithoutQuestion<Reading> | undefined {
  switch (form) {
    case 'cases':
      return compileCases(place);
    case 'flags':
      reportTooMany(place);
      return compileFlags(place);
    case 'columns':
      reportTooMany(place);
      return compileColumns(place);
    case 'date': {
      const date = compileDate(place);
      return date && { kind: 'date', column: columnOf(place), date };
    }
    default:
      return { kind: 'cell', column: columnOf(place), cell: compileCell(form, place) };
  }
}

function columnOf({ source, path, scope }: ReadingPlace): ColumnNames {
  return compileColumn(source.column ?? [], [...path, 'column'], scope.report);
}

function reportTooMany({ question, path, scope }: ReadingPlace): void {
  if (question.options.length <= MOST_PARTS) return;
  scope.report({
    code: 'too-many-parts',
    path,
    part: 'key',
    message: `the question has ${question.options.length} options, of which only ${MOST_PARTS} can be told apart`,
    remedy: 'read it from a list in one column',
  });
}
