/** The same walks for thousands of calls: what answers leave of the diagrams is kept from one call to the next. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Node } from '../diagram/forest.ts';
import { createRests, type Step } from '../diagram/rests.ts';
import type { Answers } from '../questionnaire/model.ts';
import { stepMaker } from './answer-step.ts';
import { resultRoots } from './result-roots.ts';
import { certaintyIn, type Walks } from './walks.ts';

/** Walks that a machine may be given in place of `walksWith`. They agree with it; a test holds them to it. */
export function keptWalks(compiled: CompiledPolicy): (answers: Answers) => Walks {
  const { callers, dispositions } = compiled;
  const roots = [
    ...resultRoots(compiled),
    ...dispositions.map(({ shown }) => shown),
    ...callers.questionnaire.questions.map(({ id }) => callers.applies(id)),
  ];
  const distinct = [...new Set(roots)];
  const places = new Map(distinct.map((root, place) => [root, place]));
  const restOf = createRests(callers.forest, distinct);
  const stepOf = stepMaker(compiled);
  // In script order, so that callers who begin alike are worked out once.
  const stepsOf = (answers: Answers): readonly Step[] =>
    callers.questionnaire.questions.flatMap(({ id }) => stepOf(id, answers) ?? []);
  return (answers) => {
    const { nodes, reached, support } = restOf(stepsOf(answers));
    const left = (root: Node): Node => {
      const node = nodes[places.get(root) ?? -1];
      // Invariant: a machine asks about no other diagrams than those above.
      if (node === undefined) throw new Error('a diagram that is not kept');
      return node;
    };
    return {
      reached: (root) => reached(left(root)),
      certainty: (region) => certaintyIn(reached(left(region))),
      dependsOn: (all) => all.reduce((tested, root) => tested | support(left(root)), 0n),
    };
  };
}
