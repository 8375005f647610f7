/** Everything that a policy says of a caller. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Node } from '../diagram/forest.ts';
import { ACTIONS, FIRST_STEPS, SUPPORTS } from '../policy/care-lists.ts';

/**
 * The diagrams of all that a policy says, in an order that is the same for every policy: result, silence, level shown as open,
 * first steps, supports, actions. In one forest two policies say the same of every caller exactly if these are the same nodes.
 */
export function statementsOf(compiled: CompiledPolicy): readonly Node[] {
  return [
    ...placement(compiled),
    compiled.shownLevel,
    ...SUPPORTS.map((id) => compiled.supports[id]),
    ...ACTIONS.map((id) => compiled.actions[id]),
  ];
}

/** The diagrams of the level or disposition and of the first steps alone. */
export function placement(compiled: CompiledPolicy): readonly Node[] {
  return [compiled.outcome, compiled.silent, ...FIRST_STEPS.map((id) => compiled.firstSteps[id])];
}
