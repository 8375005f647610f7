/** One caller's answers file, decided by one policy. */

import { decideFully } from '../decision/decide.ts';
import type { Certainty, Decision } from '../decision/model.ts';
import type { Document } from '../documents/document.ts';
import type { Disagreement, Policy } from '../policy/model.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import { compileAnswers, contradictionProblem } from '../questionnaire/compile-answers.ts';
import type { Answers } from '../questionnaire/model.ts';
import type { AnswersSource } from '../questionnaire/schema.ts';
import type { CallerDisagreement } from '../referral/summary-input.ts';
import { compileWithinBudget } from './compile-within-budget.ts';
import type { Content } from './content.ts';
import { storedPolicy } from './stored-policies.ts';

/** A caller with what a policy makes of the answers. */
export interface DecidedCaller {
  readonly policy: Policy;
  readonly answers: Answers;
  readonly decision: Decision;
  readonly disagreements: readonly CallerDisagreement[];
}

/** Decides an answers file by a policy that `place` holds, or says everything that is wrong with it. */
export function decideCaller(
  document: Document<AnswersSource>,
  content: Content,
  { policy, place }: { readonly policy: Policy; readonly place: string },
): Outcome<DecidedCaller> {
  const { questionnaire, sources } = content;
  const answers = compileAnswers(document, questionnaire);
  if (!answers.ok) return answers;
  const stored = storedPolicy(policy, content);
  const compiled = stored === undefined ? compileWithinBudget(policy, content, place) : outcomeOf(stored, []);
  if (!compiled.ok) return compiled;
  const { decision, contradictions, others } = decideFully(compiled.value, answers.value);
  if (contradictions.length > 0)
    return failed(contradictions.map((question) => contradictionProblem(document, question)));
  const disagreements = sources.disagreements.flatMap((one, index) => forCaller(one, others[index] ?? 'no'));
  return outcomeOf({ policy, answers: answers.value, decision, disagreements }, answers.problems);
}

/** The policy with an id, or the problem that there is none. */
export function findPolicy(id: string, { policies }: Content, folder: string): Outcome<Policy> {
  const found = policies.find((policy) => policy.id === id);
  if (found !== undefined) return outcomeOf(found, []);
  const ids = policies.map((policy) => policy.id);
  return failed([
    {
      code: 'unknown-policy',
      severity: 'error',
      file: folder,
      position: undefined,
      message: `there is no policy \`${id}\``,
      remedy: suggest(id, ids),
      excerpt: undefined,
    },
  ]);
}

function forCaller(one: Disagreement, certainty: Certainty): readonly CallerDisagreement[] {
  if (certainty === 'no') return [];
  return [{ id: one.id, says: one.says, certainty, for: one.for, against: one.against, silent: one.silent }];
}
