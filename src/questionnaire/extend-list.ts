/** A list of a questionnaire with what a site adds to it, puts in the place of others, and leaves out. */

import type { Report } from '../documents/collect.ts';
import type { Document, Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';

/** An entry as a site writes it. */
export interface OwnEntry {
  readonly id: string;
  readonly replaces?: true | undefined;
  readonly after?: string | undefined;
}

/** An entry, and where it was written. */
export interface PlacedEntry<T> {
  readonly value: T;
  readonly document: Document<unknown>;
  readonly at: Path;
}

/** What a list is put together from. */
export interface ListParts<T extends { readonly id: string }, O extends OwnEntry> {
  /** The key of the list, and what one of its entries is called. */
  readonly key: string;
  readonly what: string;
  readonly inherited: readonly PlacedEntry<T>[];
  readonly own: readonly PlacedEntry<O>[];
  readonly value: (entry: O) => T;
  /** Where an entry goes that says nothing of its place: the index before which it stands. */
  readonly usualPlace?: (entry: O, list: readonly PlacedEntry<T>[]) => number;
}

/** Puts a list together. What stands in for nothing, or behind nothing, is reported and goes to its usual place. */
export function extendList<T extends { readonly id: string }, O extends OwnEntry>(
  parts: ListParts<T, O>,
  report: Report,
): readonly PlacedEntry<T>[] {
  let list = parts.inherited;
  // Entries behind the same one keep the order in which they are written.
  const lastBehind = new Map<string, string>();
  for (const own of parts.own) {
    const entry: PlacedEntry<T> = { ...own, value: parts.value(own.value) };
    const { id, replaces, after } = own.value;
    const place = list.findIndex(({ value }) => value.id === id);
    checkReplaced(
      own,
      { isThere: place !== -1, known: parts.inherited.map(({ value }) => value.id), ...parts },
      report,
    );
    if (replaces && place !== -1 && after === undefined) {
      list = list.with(place, entry);
      continue;
    }
    const rest = replaces ? list.filter((_, index) => index !== place) : list;
    const anchor = after === undefined ? undefined : (lastBehind.get(after) ?? after);
    list = rest.toSpliced(placeOf(own, anchor, rest, parts, report), 0, entry);
    if (after !== undefined) lastBehind.set(after, id);
  }
  return list;
}

interface Known {
  readonly isThere: boolean;
  readonly known: readonly string[];
  readonly key: string;
  readonly what: string;
}

function checkReplaced(
  { value: { id, replaces }, at }: PlacedEntry<OwnEntry>,
  { isThere, known, what }: Known,
  report: Report,
): void {
  if (replaces && !isThere)
    report({
      code: 'unknown-extended',
      path: [...at, 'id'],
      message: `there is no ${what} \`${id}\` to stand in for`,
      remedy: suggest(id, known) ?? 'delete `replaces`: then it is added',
    });
  if (!replaces && isThere && known.includes(id))
    report({
      code: 'duplicate-id',
      path: [...at, 'id'],
      message: `\`${id}\` is already the id of a ${what} in the questionnaire that is extended`,
      remedy: 'write `replaces: true` to stand in for it, or choose another id',
    });
}

function placeOf<T extends { readonly id: string }, O extends OwnEntry>(
  own: PlacedEntry<O>,
  anchor: string | undefined,
  list: readonly PlacedEntry<T>[],
  { usualPlace, what }: ListParts<T, O>,
  report: Report,
): number {
  const usual = usualPlace?.(own.value, list) ?? list.length;
  if (anchor === undefined) return usual;
  const found = list.findIndex(({ value }) => value.id === anchor);
  if (found !== -1) return found + 1;
  report({
    code: 'unknown-extended',
    path: [...own.at, 'after'],
    message: `there is no ${what} \`${anchor}\` to stand behind`,
    remedy: suggest(
      anchor,
      list.map(({ value }) => value.id),
    ),
  });
  return usual;
}
