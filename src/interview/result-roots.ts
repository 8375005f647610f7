/** The diagrams of everything that the result of a call is read off. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { askedFor, silentIfScored } from '../decision/row-tables.ts';
import type { Node } from '../diagram/forest.ts';
import { CANNOT_WAIT, FIRST_STEPS, SUPPORTS } from '../policy/care-lists.ts';

const known = new WeakMap<CompiledPolicy, readonly Node[]>();

/**
 * The level or the disposition, the level that is shown as open under one, which dispositions the answers show (a call can end with one
 * while an emergency is not ruled out), whether the policy is silent, first steps, those that cannot wait whatever way the call ends,
 * and supports.
 */
export function resultRoots(compiled: CompiledPolicy): readonly Node[] {
  const found = known.get(compiled) ?? rootsOf(compiled);
  known.set(compiled, found);
  return found;
}

function rootsOf(compiled: CompiledPolicy): readonly Node[] {
  const { callers, outcome, shownLevel, dispositions, silent, firstSteps, supports } = compiled;
  const whole = { forest: callers.forest, take: (root: Node) => root };
  return [
    outcome,
    shownLevel,
    ...dispositions.map(({ shown }) => shown),
    silent,
    silentIfScored(compiled, whole),
    ...CANNOT_WAIT.map((id) => askedFor(compiled, id, whole)),
    ...FIRST_STEPS.map((id) => firstSteps[id]),
    ...SUPPORTS.map((id) => supports[id]),
  ];
}
