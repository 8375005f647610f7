/** One caller's answers file, decided by one policy. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { certaintyOf, contradictions, decide } from '../decision/decide.ts';
import type { Decision } from '../decision/model.ts';
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
  const compiled = compileWithinBudget(policy, content, place);
  if (!compiled.ok) return compiled;
  const needless = contradictions(compiled.value, answers.value);
  if (needless.length > 0) return failed(needless.map((question) => contradictionProblem(document, question)));
  return outcomeOf(
    {
      policy,
      answers: answers.value,
      decision: decide(compiled.value, answers.value),
      disagreements: sources.disagreements.flatMap((one) => forCaller(one, compiled.value, answers.value)),
    },
    answers.problems,
  );
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

function forCaller(one: Disagreement, compiled: CompiledPolicy, answers: Answers): readonly CallerDisagreement[] {
  const is = certaintyOf(compiled, answers, one.when);
  if (is === 'no') return [];
  return [{ id: one.id, says: one.says, certainty: is, for: one.for, against: one.against, silent: one.silent }];
}
