/** What belongs to a set of places, made once a set: sets are built place by place, without leaving anything behind. */

/** A set of places, ascending. */
export interface PlaceSet<T> {
  readonly places: readonly number[];
  /** By place: this set with it. */
  readonly next: PlaceSet<T>[];
  made: { readonly value: T } | undefined;
}

export interface PlaceSets<T> {
  readonly empty: PlaceSet<T>;
  /** The set with one more place, behind those that it has. */
  readonly with: (set: PlaceSet<T>, place: number) => PlaceSet<T>;
  /** What belongs to the set. */
  readonly value: (set: PlaceSet<T>) => T;
}

/** Sets of places whose value is made by `make` when it is first asked for. */
export function internedSets<T>(make: (places: readonly number[]) => T): PlaceSets<T> {
  const made = (places: readonly number[]): PlaceSet<T> => ({ places, next: [], made: undefined });
  return {
    empty: made([]),
    with: (set, place) => {
      const before = set.next[place] ?? made([...set.places, place]);
      set.next[place] = before;
      return before;
    },
    value: (set) => {
      set.made ??= { value: make(set.places) };
      return set.made.value;
    },
  };
}
