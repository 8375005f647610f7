/** Which questions decide whether a question is asked: those that its `ask_if` reads, itself or through derived facts. */

import { readIds } from '../conditions/reads.ts';
import type { Questionnaire } from './model.ts';

/** By question, the ids of the questions that its gate reads. */
export function gateReads({ questions, facts }: Questionnaire): ReadonlyMap<string, ReadonlySet<string>> {
  const behind = new Map<string, ReadonlySet<string>>(questions.map(({ id }) => [id, new Set([id])]));
  const questionsOf = (ids: Iterable<string>): ReadonlySet<string> =>
    new Set([...ids].flatMap((id) => [...(behind.get(id) ?? [])]));
  // Invariant: a fact reads questions and earlier facts only.
  for (const { id, branches } of facts) behind.set(id, questionsOf(branches.flatMap(({ when }) => [...readIds(when)])));
  return new Map(questions.map(({ id, askIf }) => [id, questionsOf(readIds(askIf))]));
}
