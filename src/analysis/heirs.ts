/** Which policies of a site stand on one of the questionnaire that it extends, and with which rules in the place of others. */

import type { PolicySource } from '../policy/schema.ts';

/** A policy of a site that extends another one. */
export interface Heir {
  readonly id: string;
  /** The rules that stand in for those of the other policy, by the ids of these. */
  readonly replaced: ReadonlyMap<string, string>;
}

/** The policies of a site that extend one of another questionnaire, themselves or through others of the site, by its id. */
export type Heirs = ReadonlyMap<string, readonly Heir[]>;

/** Finds the heirs among a site's policies. What a policy stands on farther away may say less than the policy itself. */
export function heirsAmong(own: readonly PolicySource[]): Heirs {
  const all = new Map(own.map((policy) => [policy.id, policy]));
  const heirs = new Map<string, readonly Heir[]>();
  for (const { id } of own) {
    const lineage = lineageOf(id, all);
    const rules = lineage.flatMap((one) => all.get(one)?.rules ?? []);
    const replaced = new Map(rules.flatMap(({ id: by, replaces }) => pair(replaces, by)));
    for (const one of lineage.filter((ancestor) => !all.has(ancestor)))
      heirs.set(one, [...(heirs.get(one) ?? []), { id, replaced }]);
  }
  return heirs;
}

function pair(replaces: string | undefined, by: string): readonly (readonly [string, string])[] {
  return replaces === undefined ? [] : [[replaces, by]];
}

/** A policy and what it extends, itself first, as far as the site's own policies lead. */
function lineageOf(
  id: string,
  all: ReadonlyMap<string, PolicySource>,
  found: readonly string[] = [],
): readonly string[] {
  if (found.includes(id)) return found;
  const above: readonly string[] = all.get(id)?.extends ?? [];
  return above.reduce<readonly string[]>((seen, next) => lineageOf(next, all, seen), [...found, id]);
}
