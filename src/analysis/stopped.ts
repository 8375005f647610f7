/** Answers that stop the call: an emergency whatever a policy says. */

import type { Callers } from '../callers/callers.ts';
import type { Condition, FactValue } from '../conditions/model.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import type { Question, Questionnaire } from '../questionnaire/model.ts';

/** The callers who are asked a question that stops the call, and give such an answer. */
export function stoppedRegion({ questionnaire, forest, region }: Callers): Node {
  return questionnaire.questions.flatMap(stopOf).map(region).reduce(forest.or, FALSE);
}

function stopOf({ id, kind, stop }: Question): readonly Condition[] {
  if (stop.length === 0) return [];
  return kind.kind === 'options'
    ? [{ kind: 'names', id, options: stop, every: false }]
    : [{ kind: 'is', id, values: stop }];
}

/** Whether a complete caller is among them; `read` is undefined where a question does not apply. */
export function isStopped({ questions }: Questionnaire, read: (id: string) => FactValue | undefined): boolean {
  return questions.some(({ id, stop }) => {
    const value = read(id);
    const given = typeof value === 'object' ? value : [value];
    return stop.some((option) => given.includes(option));
  });
}
