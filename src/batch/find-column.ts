/** Finds columns by their names in the header of an export. */

import type { ColumnNames } from './mapping.ts';

export interface ColumnFinder {
  /** The place of the column that is meant; undefined where the header has none, or where it cannot be told which. */
  readonly find: (names: ColumnNames) => number | undefined;
  /** Names that were looked for and fit several columns. */
  readonly repeated: ReadonlySet<string>;
}

/**
 * Names are compared without outer blanks: exactly, else without regard to capitals unless `isExact`. Of several names the first
 * that fits counts.
 */
export function createColumnFinder(header: readonly string[], isExact = false): ColumnFinder {
  const exact = placesBy(header, (name) => name.trim());
  const loose = isExact ? NOWHERE : placesBy(header, (name) => name.trim().toLowerCase());
  const repeated = new Set<string>();
  const find = (names: ColumnNames): number | undefined => {
    for (const name of names.map((one) => one.trim())) {
      const places = exact.get(name) ?? loose.get(name.toLowerCase());
      if (name === '' || places === undefined) continue;
      if (places.length > 1) repeated.add(name);
      return places.length > 1 ? undefined : places[0];
    }
    return undefined;
  };
  return { find, repeated };
}

const NOWHERE: ReadonlyMap<string, readonly number[]> = new Map();

function placesBy(header: readonly string[], key: (name: string) => string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, name] of header.entries()) {
    const own = places.get(key(name)) ?? [];
    own.push(place);
    places.set(key(name), own);
  }
  return places;
}
