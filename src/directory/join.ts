/** Several directories as one: their programs together, with the lines of the first that has any. */

import { composedDocument, type Origin } from '../documents/composed.ts';
import type { Document } from '../documents/document.ts';
import type { DirectorySource } from './schema.ts';

/** Whether somebody else's directory has to lend its lines or its locator. */
export function lacksLines(documents: readonly Document<DirectorySource>[]): boolean {
  return (
    documents.every(({ value }) => value.lines === undefined) ||
    documents.every(({ value }) => value.locator === undefined)
  );
}

/**
 * Joins directories; the questionnaire's own lends lines and locator where none of them has its own. Of two programs with one id the
 * later gets that of its directory in front. The strictest of their limits on age holds. Problems are reported where each part was written.
 */
export function joinDirectories(
  first: Document<DirectorySource>,
  rest: readonly Document<DirectorySource>[],
  own: Document<DirectorySource> | undefined,
): Document<DirectorySource> {
  const all = [first, ...rest];
  const lenders = own === undefined ? all : [...all, own];
  const lines = lenders.find(({ value }) => value.lines !== undefined);
  const locator = lenders.find(({ value }) => value.locator !== undefined);
  if (rest.length === 0 && (lines ?? first) === first && (locator ?? first) === first) return first;
  const origins: Origin[] = [];
  const programs = joinedPrograms(all, origins);
  for (const [key, lender] of [['lines', lines] as const, ['locator', locator] as const])
    if (lender !== undefined) origins.push({ path: [key], document: lender, at: [key] });
  const holds = all.flatMap(({ value }) => value.availability_holds_days ?? []);
  const value: DirectorySource = {
    ...first.value,
    stale_after_days: Math.min(...all.map((one) => one.value.stale_after_days)),
    ...(holds.length === 0 ? {} : { availability_holds_days: Math.min(...holds) }),
    ...(lines === undefined ? {} : { lines: lines.value.lines }),
    ...(locator === undefined ? {} : { locator: locator.value.locator }),
    imports: all.flatMap((one) => one.value.imports ?? []),
    programs,
  };
  return composedDocument(first, value, origins);
}

function joinedPrograms(all: readonly Document<DirectorySource>[], origins: Origin[]): DirectorySource['programs'] {
  const taken = new Set<string>();
  return all.flatMap((document) => {
    const earlier = new Set(taken);
    return document.value.programs.map((program, index) => {
      // An id that stands twice in one file stays, so that it is reported there.
      const id = earlier.has(program.id) ? `${document.value.id}-${program.id}` : program.id;
      taken.add(id);
      origins.push({ path: ['programs', origins.length], document, at: ['programs', index] });
      return id === program.id ? program : { ...program, id };
    });
  });
}
