/** From answers to the referral summary: the same for a file with answers as for a call. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Document } from '../documents/document.ts';
import type { CallRecord } from '../interview/record.ts';
import { dayOf, localTime } from '../io/clock.ts';
import type { Policy } from '../policy/model.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { Outcome } from '../problems/problem.ts';
import type { Answers } from '../questionnaire/model.ts';
import { summarize } from '../referral/summarize.ts';
import type { Summary } from '../referral/summary.ts';
import type { SummedCall } from '../referral/summary-input.ts';
import type { Content } from './content.ts';
import { contentIn } from './content-parts.ts';
import { decideAnswers } from './decide-caller.ts';
import { placeOfCode } from './postal-places.ts';

/** Whose summary is wanted, by which rules, and for which day. */
export interface SummaryWanted {
  readonly policy: Policy;
  /** The policy compiled, where that was done already; else the stored one is looked up. */
  readonly compiled?: CompiledPolicy | undefined;
  readonly answers: Answers;
  /** The file that the answers came from: problems point into it. */
  readonly document?: Document<unknown> | undefined;
  /** What a person calls the questionnaire's folder. */
  readonly place: string;
  readonly language: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** The call in which the answers were given. */
  readonly call?: CallRecord | undefined;
}

/** Decides the answers and sums the result up, or says everything that stands against it. */
export function summaryFor(content: Content, wanted: SummaryWanted): Outcome<Summary> {
  const { language, today, call: record } = wanted;
  const { spoken, policy } = spokenFor(content, wanted);
  const decided = decideAnswers(spoken, { ...wanted, policy });
  if (!decided.ok) return decided;
  const call = summedCall(record);
  return outcomeOf(summarize({ ...spoken, ...decided.value, today, language, call, placeOfCode }), decided.problems);
}

/** A call as a summary takes it, with its times as they are here. */
export function summedCall(record: CallRecord | undefined): SummedCall | undefined {
  return record && { record, clock: localTime, day: dayOf };
}

/** Content and policy in the language that is wanted. */
export function spokenFor(content: Content, { language, policy }: Pick<SummaryWanted, 'language' | 'policy'>) {
  const spoken = contentIn(content, language);
  return { spoken, policy: spoken.policies.find(({ id }) => id === policy.id) ?? policy };
}
