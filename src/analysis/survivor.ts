/** A slip that nobody notices, and the caller who would. */

import type { Callers } from '../callers/callers.ts';
import { asWitnessCaller, describeCaller, witnessAssignment } from '../callers/witness.ts';
import type { FactValue } from '../conditions/model.ts';
import { evaluate, type Verdict } from '../decision/evaluate.ts';
import type { Node } from '../diagram/forest.ts';
import type { Assignment } from '../diagram/walk.ts';
import type { Policy } from '../policy/model.ts';
import type { WitnessCaller } from '../problems/problem.ts';
import { readCaller } from '../questionnaire/complete-caller.ts';
import type { Mutant } from './mutant.ts';
import type { Version } from './mutation-bench.ts';

/** A mutant beside the original, compiled in one forest. */
export interface Versions {
  readonly mutant: Mutant;
  readonly original: Version;
  readonly mutated: Version;
}

/** What a version of the content makes of the caller. */
export interface Made {
  /** The answers to every question that this version asks them. */
  readonly answers: ReadonlyMap<string, FactValue>;
  /** Undefined where only the questions are looked at. */
  readonly verdict: Verdict | undefined;
}

export interface Survivor {
  readonly kind: 'survivor';
  /** The policy under which the caller gets something else; undefined where the caller is only asked other questions. */
  readonly policy: string | undefined;
  /** The caller nearest to the baseline who shows it, with the answers that the content as it stands asks for. */
  readonly caller: WitnessCaller;
  readonly before: Made;
  readonly after: Made;
}

/** Finds the caller nearest to the baseline in a region where the two versions differ, and what each makes of them. */
export function survivorOf(
  { mutant, original, mutated }: Versions,
  policy: string | undefined,
  region: Node,
): Survivor {
  const assignment = witnessAssignment(original.callers, region);
  // Invariant: somebody is in the region, or the mutant would be equivalent.
  if (assignment === undefined) throw new Error('a difference that no caller shows');
  return {
    kind: 'survivor',
    policy,
    caller: asWitnessCaller(original.callers, describeCaller(original.callers, assignment)),
    before: madeOf(
      original.callers,
      policy === undefined ? undefined : original.policies.get(policy)?.policy,
      assignment,
    ),
    after: madeOf(
      mutated.callers,
      mutant.policies.find(({ id }) => id === policy),
      assignment,
    ),
  };
}

function madeOf(callers: Callers, policy: Policy | undefined, assignment: Assignment): Made {
  const { questionnaire } = callers;
  const answers = describeCaller(callers, assignment).values;
  const verdict = policy && evaluate(questionnaire, policy, readCaller(questionnaire, answers));
  return { answers, verdict };
}
