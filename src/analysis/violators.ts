/** Callers who break a statement. */

import { describeCaller } from '../callers/witness.ts';
import type { FactValue } from '../conditions/model.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { evaluate } from '../decision/evaluate.ts';
import { type Forest, type Node, TRUE } from '../diagram/forest.ts';
import { type Assignment, reachable } from '../diagram/walk.ts';
import { readCaller } from '../questionnaire/complete-caller.ts';
import type { Breach, Judged } from './breach.ts';

/** A region of callers who break a statement in the same way, and how to tell it of one of them. */
export interface Violators {
  readonly region: Node;
  readonly tell: (caller: Assignment) => Breach;
}

/** What a policy makes of a caller, by its slow and obvious meaning; `changed` answers are put in the place of others in their bands. */
export function judge(
  { callers, policy }: CompiledPolicy,
  assignment: Assignment,
  changed: readonly (readonly [question: string, value: FactValue])[] = [],
): Judged {
  const { values, differing } = describeCaller(callers, assignment);
  const caller = { values: new Map([...values, ...changed]), differing };
  const read = readCaller(callers.questionnaire, caller.values);
  return { caller, policy: policy.id, verdict: evaluate(callers.questionnaire, policy, read) };
}

/** Whether a caller is in a region. */
export function isIn(forest: Forest, region: Node, caller: Assignment): boolean {
  return reachable(forest, region, caller) === 1 << TRUE;
}
