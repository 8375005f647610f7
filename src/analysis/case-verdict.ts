/** Whether a worked case comes out, by the slow meaning of a policy and without any diagram: for callers of whom all is known. */

import { holds, type ReadFact } from '../conditions/evaluate.ts';
import { OTHERWISE } from '../decision/compile.ts';
import { evaluate, type Verdict } from '../decision/evaluate.ts';
import type { Certainty, Deciding } from '../decision/model.ts';
import { ACTIONS, FIRST_STEPS, SUPPORTS } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import type { Policy } from '../policy/model.ts';
import { readCaller } from '../questionnaire/complete-caller.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import type { Case } from './model.ts';
import { type CaseResult, differences } from './run-cases.ts';

/** A version of the content. */
export interface Written {
  readonly questionnaire: Questionnaire;
  readonly policy: (id: string) => Policy | undefined;
}

/**
 * Whether running the case reports anything; undefined where some question that is read has no answer, so that only diagrams can
 * tell. `read`: the ids that some condition reads.
 */
export function failsByVerdict(
  one: Case,
  answers: Answers,
  written: Written,
  read: ReadonlySet<string>,
): boolean | undefined {
  const { questionnaire } = written;
  const caller = readCaller(questionnaire, answers.values);
  if (!isComplete(answers, caller, questionnaire, read)) return undefined;
  const applies = (id: string): boolean => {
    const gate = questionnaire.questions.find((question) => question.id === id)?.askIf;
    return gate !== undefined && holds(gate, caller);
  };
  if ([...answers.values.keys()].some((id) => !applies(id))) return true;
  return one.expect.some((expected) =>
    expected.policies.some((id) => {
      const policy = written.policy(id);
      if (policy === undefined) return false;
      const result = resultOf(policy, questionnaire, caller);
      return differences(expected, { ...result, applies: (question) => certainty(applies(question)) }).length > 0;
    }),
  );
}

/** Whether every question that applies and that something reads has a whole answer. */
export function isComplete(
  answers: Answers,
  caller: ReadFact,
  { questions }: Questionnaire,
  read: ReadonlySet<string>,
): boolean {
  return questions.every(
    ({ id, askIf, kind }) =>
      kind.kind === 'unreadable' ||
      !read.has(id) ||
      (answers.values.has(id) && !answers.unknownOptions.has(id)) ||
      !holds(askIf, caller),
  );
}

function certainty(isSo: boolean): Certainty {
  return isSo ? 'certain' : 'no';
}

function resultOf(policy: Policy, questionnaire: Questionnaire, caller: ReadFact): Omit<CaseResult, 'applies'> {
  const verdict = evaluate(questionnaire, policy, caller);
  const { result } = verdict;
  const isLevel = result.kind === 'level';
  return {
    levels: isLevel ? [result.level] : [],
    silent: certainty(isLevel && result.silent),
    dispositions: questionnaire.dispositions
      .filter(({ when }) => when !== undefined && holds(when, caller))
      .map(({ id }) => ({ id, certainty: 'certain' })),
    firstSteps: forEachId(FIRST_STEPS, (id) => certainty(verdict.firstSteps.has(id))),
    supports: forEachId(SUPPORTS, (id) => certainty(verdict.supports.has(id))),
    actions: forEachId(ACTIONS, (id) => certainty(verdict.actions.has(id))),
    holding: [...verdict.rules],
    deciding: () => deciding(policy, verdict),
  };
}

function deciding(policy: Policy, { result, rules }: Verdict): Deciding {
  if (result.kind !== 'level') return { kind: 'none' };
  const floors = policy.rules.filter(({ id, atLeast }) => rules.has(id) && atLeast === result.level);
  return floors.length === 0 ? { kind: OTHERWISE } : { kind: 'rules', rules: floors.map(({ id }) => id) };
}
