/** Whether the columns of an export can be meant as they are read, by a mapping that was named or without one. */

import { failed } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { columnsRead, headerProblem } from './bind-mapping.ts';
import type { BoundMapping } from './bound-mapping.ts';
import type { Mapping } from './mapping.ts';

const FEWEST = 3;

/** With few columns, and most of the header unread, those that are read may be namesakes: an `age` that holds codes. */
function areNamesakes(columns: number, header: readonly string[]): boolean {
  return columns < FEWEST && 2 * columns < header.length;
}

/** A mapping that reads a header, and how many of its columns. */
export interface FittingMapping {
  readonly id: string;
  readonly columns: number;
}

/**
 * The mapping that reads most columns of a header: as many as those that are read without one at least, and others than those; undefined
 * where all that it reads may be namesakes.
 */
export function fittingMapping(
  header: readonly string[],
  mappings: readonly Mapping[],
  own: Mapping,
): FittingMapping | undefined {
  const read = new Set(columnsRead(own, header));
  let best: FittingMapping | undefined;
  for (const mapping of mappings) {
    const columns = columnsRead(mapping, header);
    const isMore = columns.length > (best?.columns ?? 0) && columns.length >= read.size;
    if (isMore && columns.some((column) => !read.has(column))) best = { id: mapping.id, columns: columns.length };
  }
  return best === undefined || areNamesakes(best.columns, header) ? undefined : best;
}

/** Whether a mapping that somebody named reads so little of a header that another one may be meant. */
export function readsLittle(header: readonly string[], named: Mapping): boolean {
  return 3 * columnsRead(named, header).length < header.length;
}

/** The mapping that reads far more of a header than the one that somebody named, if that reads little of it. */
export function betterMapping(
  header: readonly string[],
  mappings: readonly Mapping[],
  named: Mapping,
): FittingMapping | undefined {
  if (!readsLittle(header, named)) return undefined;
  const read = columnsRead(named, header).length;
  const others = mappings.filter(({ id }) => id !== named.id);
  const best = fittingMapping(header, others, named);
  return best !== undefined && best.columns >= Math.max(2 * read, read + FEWEST) ? best : undefined;
}

/** What to say of a mapping that may be the one that is meant. */
export function adviceFor({ id, columns }: FittingMapping): string {
  return `\`${id}\` reads ${columns === 1 ? 'one' : columns} of its columns: name it with \`--mapping ${id}\``;
}

/** What was bound, or what is wrong with the best remedy that is known. */
export function advised(bound: Outcome<BoundMapping>, fitting: FittingMapping | undefined): Outcome<BoundMapping> {
  if (bound.ok || fitting === undefined) return bound;
  const remedy = adviceFor(fitting);
  return failed(bound.problems.map((one) => (one.code === 'no-known-column' ? { ...one, remedy } : one)));
}

/** What is known of an export that is read without a mapping. */
export interface OwnWordsPlace {
  /** What a person calls it, for problems. */
  readonly file: string;
  /** Whether the person who scores gave the names: then they are meant, however few. */
  readonly areGiven: boolean;
  readonly fitting: FittingMapping | undefined;
}

/** An export bound without a mapping, unless so little of it is read that hardly anybody can mean it; then what to do instead. */
export function checkOwnWords(bound: Outcome<BoundMapping>, place: OwnWordsPlace): Outcome<BoundMapping> {
  const { file, areGiven, fitting } = place;
  if (!bound.ok) return bound;
  const { columns, header } = bound.value;
  if (areGiven || !areNamesakes(columns.length, header)) return bound;
  return failed([
    headerProblem(file, {
      code: 'few-known-columns',
      message: `without a mapping only ${columns.length} of ${header.length} columns are read, perhaps not as they are meant`,
      remedy:
        fitting === undefined
          ? 'say with `--mapping intakeline` that they are meant so, or write a mapping: `intakeline score --draft-mapping FILE` makes a beginning'
          : adviceFor(fitting),
    }),
  ]);
}

/** A column that is not read, and the id that it would have but for capitals. */
export interface NearName {
  readonly name: string;
  readonly id: string;
}

/** The columns that a mapping by exact names leaves alone for their capitals only. */
export function nearNames({ mapping, header, columns }: BoundMapping): readonly NearName[] {
  if (mapping.exactNames === undefined) return [];
  const { exactNames: _, ...anyCase } = mapping;
  const names = [
    ...mapping.readings.flatMap((one) => (one.kind === 'cell' ? one.column : [])),
    ...(mapping.ended?.column ?? []),
  ];
  const ids = new Map(names.map((id) => [id.toLowerCase(), id]));
  return columnsRead(anyCase, header).flatMap((place) => {
    const name = (header[place] ?? '').trim();
    const id = ids.get(name.toLowerCase());
    return columns.includes(place) || id === undefined ? [] : [{ name, id }];
  });
}
