/** The caller who shows a finding about a policy. */

import type { Callers } from '../callers/callers.ts';
import { asWitnessCaller, witness } from '../callers/witness.ts';
import type { Node } from '../diagram/forest.ts';
import type { WitnessCaller } from '../problems/problem.ts';

/** The caller of a region with the fewest unusual answers, to be looked at under the policy; undefined where it is empty. */
export function policyWitness(callers: Callers, region: Node, policy: string): WitnessCaller | undefined {
  const found = witness(callers, region);
  return found && { ...asWitnessCaller(callers, found), policy };
}
