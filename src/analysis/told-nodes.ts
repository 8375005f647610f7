/** The statements on which it depends what anybody is told. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Node } from '../diagram/forest.ts';

/** What a policy makes of a caller: level or disposition, whether the page is silent, first steps, supports and actions. */
export function toldNodes(compiled: CompiledPolicy): readonly Node[] {
  const { outcome, shownLevel, silent, dispositions, firstSteps, supports, actions } = compiled;
  return [
    outcome,
    shownLevel,
    silent,
    ...dispositions.map(({ shown }) => shown),
    ...Object.values(firstSteps),
    ...Object.values(supports),
    ...Object.values(actions),
  ];
}
