/** Which property a version of the content breaks. */

import type { FindBroken } from './judge-mutants.ts';
import type { Property, Statement } from './model.ts';
import { type Compiled, holdsUnder } from './prove.ts';

/** What is settled by one region comes first; pairs of callers and idle effects take a hundred times as long. */
const COST: Readonly<Record<Statement['kind'], number>> = {
  implies: 0,
  never: 0,
  'equivalent-to': 0,
  'at-least-as-protective-as': 0,
  'asked-before': 1,
  'unaffected-by': 2,
  monotone: 3,
  'every-effect-counts': 4,
  total: 5,
  'unknown-removes-nothing': 5,
};

/** Looks for a property that a version breaks under some policy of its own and that the original keeps there. */
export function brokenBy(properties: readonly Property[]): FindBroken {
  const ordered = properties.toSorted((left, right) => COST[left.statement.kind] - COST[right.statement.kind]);
  return (version, original) => {
    const all: Compiled = new Map([...original.policies, ...version.policies]);
    const isBroken = ({ policies, statement }: Property): boolean =>
      policies.some((id) => {
        const [before, after] = [original.policies.get(id), version.policies.get(id)];
        if (before === undefined || after === undefined) return false;
        return !holdsUnder(statement, after, all) && holdsUnder(statement, before, original.policies);
      });
    return ordered.find(isBroken)?.id;
  };
}
