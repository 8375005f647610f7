/** One value for every id of a closed list. */
export function forEachId<K extends string, V>(ids: readonly K[], make: (id: K) => V): Readonly<Record<K, V>> {
  // Invariant: every id was given a value, which the type of fromEntries cannot say.
  return Object.fromEntries(ids.map((id) => [id, make(id)])) as Record<K, V>;
}
