/** Cases of whom all is known, run against a mutant without its diagrams. */

import { questionnaireConditions } from '../callers/callers.ts';
import type { ReadFact } from '../conditions/evaluate.ts';
import { readIds } from '../conditions/reads.ts';
import type { Policy } from '../policy/model.ts';
import { readCaller } from '../questionnaire/complete-caller.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import { fillBaseline } from './case-answers.ts';
import { failsByVerdict, isComplete } from './case-verdict.ts';
import type { Case } from './model.ts';
import type { Mutant } from './mutant.ts';

export interface ContentModel {
  readonly questionnaire: Questionnaire;
  readonly policies: readonly Policy[];
}

/** The cases with what the original content makes of their answers. */
export interface CallersOfCases {
  readonly callers: readonly { readonly one: Case; readonly facts: ReadFact; readonly isComplete: boolean }[];
  /** Every id that some condition reads: a slip takes readers away, but never adds one. */
  readonly read: ReadonlySet<string>;
}

/** What can be told without diagrams: a case that no longer comes out, or else those of which it is not known. */
export interface SeenByVerdict {
  readonly noticed: Case | undefined;
  readonly open: readonly Case[];
}

/** Reads the answers of all cases once. */
export function callersOfCases(cases: readonly Case[], { questionnaire, policies }: ContentModel): CallersOfCases {
  const conditions = [
    ...questionnaireConditions(questionnaire),
    ...policies.flatMap(({ rules }) => rules.map(({ when }) => when)),
  ];
  const read = new Set(conditions.flatMap((condition) => [...readIds(condition)]));
  const callers = cases.map((one) => {
    const facts = readCaller(questionnaire, one.answers.values);
    return { one, facts, isComplete: isComplete(one.answers, facts, questionnaire, read) };
  });
  return { callers, read };
}

/** Runs the cases whose callers are complete and feel the slip, up to the first that no longer comes out. */
export function noticedByVerdict(
  { callers, read }: CallersOfCases,
  mutant: Mutant,
  content: ContentModel,
): SeenByVerdict {
  const isChanged = mutant.questionnaire !== content.questionnaire;
  const policies = new Map(mutant.policies.map((policy) => [policy.id, policy]));
  const written = { questionnaire: mutant.questionnaire, policy: (id: string) => policies.get(id) };
  const concerns = ({ expect }: Case): boolean =>
    expect.some((expected) => expected.policies.some((id) => policies.has(id)));
  const open: Case[] = [];
  for (const { one, facts, isComplete: isKnown } of callers) {
    if (!concerns(one) || (isKnown && !mutant.isFelt(facts))) continue;
    const fails = isKnown
      ? failsByVerdict(one, isChanged ? answersUnder(one, mutant) : one.answers, written, read)
      : undefined;
    if (fails === true) return { noticed: one, open: [] };
    if (fails === undefined) open.push(one);
  }
  return { noticed: undefined, open };
}

/** The answers of a case; its baseline answers go by the questions that are asked now. */
export function answersUnder(
  { answers, beforeBaseline }: Case,
  { questionnaire }: Pick<Mutant, 'questionnaire'>,
): Answers {
  return beforeBaseline === undefined ? answers : fillBaseline(beforeBaseline, questionnaire);
}
