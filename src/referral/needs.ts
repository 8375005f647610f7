/** What a caller needs from a program, from the answers kept for it and from what the decision makes a hard need. */

import type { Decision } from '../decision/model.ts';
import { FIRST_STEPS, type FirstStep, INCLUDED_IN, type Support } from '../policy/care-lists.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import { isRemarkable, type UsedAnswer, usedAnswers } from '../questionnaire/used-answers.ts';

/** Supports without which a program is no help: where they are not known to be offered, somebody has to ask. */
export const HARD_NEEDS = [
  'medication-continuity',
  'prenatal-care',
  'dual-diagnosis-track',
  'mental-health-track',
  'safety-plan',
] as const satisfies readonly Support[];
export type HardNeed = (typeof HARD_NEEDS)[number];

export interface Needs {
  readonly state: { readonly id: string; readonly label: string } | undefined;
  readonly postalCode: string | undefined;
  readonly pregnant: boolean;
  readonly affirming: boolean;
  /** First steps that must come first for certain, included ones left out. */
  readonly firstSteps: readonly FirstStep[];
  readonly hard: readonly HardNeed[];
}

interface NeedsInput {
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  readonly decision: Decision;
  readonly language: string;
}

/** Gathers what a caller needs. What was not answered is not needed and not denied either. */
export function needsOf(input: NeedsInput): Needs {
  const { questionnaire, answers, decision, language } = input;
  const used = (use: Parameters<typeof usedAnswers>[2]): readonly UsedAnswer[] =>
    usedAnswers(questionnaire, answers, use);
  const state = used('state')[0];
  return {
    state:
      state === undefined
        ? undefined
        : { id: String(state.value), label: answerInWords(state.question, state.value, language) },
    postalCode: used('postal_code').map(({ value }) => String(value))[0],
    pregnant: used('pregnancy').some(isRemarkable),
    affirming: used('affirming_care').some(isRemarkable),
    firstSteps: stepsThatAre('certain', decision),
    hard: HARD_NEEDS.filter((need) => decision.supports[need] === 'certain'),
  };
}

/** The first steps of one certainty, without those that another one of at least that certainty includes. */
export function stepsThatAre(certainty: 'certain' | 'possible', decision: Decision): readonly FirstStep[] {
  return FIRST_STEPS.filter((step) => {
    const including = INCLUDED_IN[step];
    const included = including !== undefined && decision.firstSteps[including] === 'certain';
    return decision.firstSteps[step] === certainty && !included;
  });
}
