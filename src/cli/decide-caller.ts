/** One caller's answers file, decided by one policy. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { decideFully } from '../decision/decide.ts';
import type { Certainty, Decision } from '../decision/model.ts';
import { builtDocument, type Document } from '../documents/document.ts';
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

/** Answers to decide, and what their problems point at. */
interface Caller {
  readonly policy: Policy;
  readonly compiled?: CompiledPolicy | undefined;
  readonly answers: Answers;
  /** The file that the answers came from; a call has none. */
  readonly document?: Document<unknown> | undefined;
  /** What a person calls the questionnaire's folder. */
  readonly place: string;
}

/** Decides an answers file by a policy that `place` holds, or says everything that is wrong with it. */
export function decideCaller(
  document: Document<AnswersSource>,
  content: Content,
  { policy, place }: { readonly policy: Policy; readonly place: string },
): Outcome<DecidedCaller> {
  const answers = compileAnswers(document, content.questionnaire);
  return answers.ok ? decideAnswers(content, { policy, place, document, answers: answers.value }) : answers;
}

/** Decides answers that fit the questionnaire, or says what contradicts what. */
export function decideAnswers(content: Content, caller: Caller): Outcome<DecidedCaller> {
  const { policy, answers, document = builtDocument('the call', undefined) } = caller;
  const compiled = compiledFor(caller, content);
  if (!compiled.ok) return compiled;
  const { decision, contradictions, others } = decideFully(compiled.value, answers);
  if (contradictions.length > 0)
    return failed(contradictions.map((question) => contradictionProblem(document, question)));
  const disagreements = content.sources.disagreements.flatMap((one, index) => forCaller(one, others[index] ?? 'no'));
  return outcomeOf({ policy, answers, decision, disagreements }, []);
}

function compiledFor({ policy, compiled, place }: Caller, content: Content): Outcome<CompiledPolicy> {
  const ready = compiled ?? storedPolicy(policy, content);
  return ready === undefined ? compileWithinBudget(policy, content, place) : outcomeOf(ready, []);
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
