/** What a caller needs from a program, from the answers kept for it and from what the decision makes a hard need. */

import type { Decision } from '../decision/model.ts';
import { FIRST_STEPS, type FirstStep, INCLUDED_IN, type Support } from '../policy/care-lists.ts';
import { answerInWords } from '../questionnaire/in-words.ts';
import type { Meaning } from '../questionnaire/meanings.ts';
import type { Answers, Questionnaire } from '../questionnaire/model.ts';
import { isRemarkable, type UsedAnswer, usedAnswers, usedMeanings } from '../questionnaire/used-answers.ts';
import { fiveDigits } from './postal-places.ts';
import { stateOfPostalCode } from './postal-states.ts';

/** Supports without which a program is no help: where they are not known to be offered, somebody has to ask. */
export const HARD_NEEDS = [
  'medication-continuity',
  'prenatal-care',
  'dual-diagnosis-track',
  'mental-health-track',
  'safety-plan',
] as const satisfies readonly Support[];
export type HardNeed = (typeof HARD_NEEDS)[number];

export interface StateName {
  readonly id: string;
  readonly label: string;
}

export interface Needs {
  readonly state: StateName | undefined;
  /** Five digits. */
  readonly postalCode: string | undefined;
  /** The state in which that code lies. */
  readonly postalState: StateName | undefined;
  /** In years. */
  readonly age: number | undefined;
  /** `birth`: within the last year; `either`: one of both, and it was not told which; `none` also where nothing was said. */
  readonly pregnancy: 'none' | 'pregnant' | 'birth' | 'either';
  readonly affirming: boolean;
  /** Any of these. */
  readonly payments: readonly Meaning<'payment'>[];
  /** ISO 639 codes, any of these. */
  readonly languages: readonly string[];
  /** An interpreter, whatever the language. */
  readonly interpreter: boolean;
  readonly schedule: readonly Meaning<'schedule'>[];
  readonly travel: 'video-only' | 'cannot-travel' | undefined;
  /** Children to look after. */
  readonly children: boolean;
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
  const { questionnaire, answers, decision } = input;
  const schedule = usedMeanings(questionnaire, answers, 'schedule');
  return {
    ...whereabouts(input),
    age: used(input, 'age')
      .map(({ value }) => value)
      .find((value) => typeof value === 'number'),
    pregnancy: pregnancyOf(input),
    affirming: used(input, 'affirming_care').some(isRemarkable),
    payments: usedMeanings(questionnaire, answers, 'payment'),
    ...talkingOf(usedMeanings(questionnaire, answers, 'language')),
    schedule,
    travel: usedMeanings(questionnaire, answers, 'transport').find((one) => one !== 'can-travel'),
    children: schedule.includes('children'),
    firstSteps: stepsThatAre('certain', decision),
    hard: HARD_NEEDS.filter((need) => decision.supports[need] === 'certain'),
  };
}

function used({ questionnaire, answers }: NeedsInput, use: Parameters<typeof usedAnswers>[2]): readonly UsedAnswer[] {
  return usedAnswers(questionnaire, answers, use);
}

function whereabouts(input: NeedsInput): Pick<Needs, 'state' | 'postalCode' | 'postalState'> {
  const state = used(input, 'state')[0];
  const postalCode = used(input, 'postal_code').flatMap(({ value }) => fiveDigits(String(value)) ?? [])[0];
  const postalState = postalCode === undefined ? undefined : stateOfPostalCode(postalCode);
  return {
    state:
      state === undefined
        ? undefined
        : { id: String(state.value), label: answerInWords(state.question, state.value, input.language) },
    postalCode,
    postalState: postalState === undefined ? undefined : { id: postalState, label: nameOfState(postalState, input) },
  };
}

/** A state as the questionnaire names it, so that it is named in the language of the summary. */
function nameOfState(id: string, { questionnaire, language }: NeedsInput): string {
  const question = questionnaire.questions.find(
    ({ uses, options }) => uses.includes('state') && options.some((option) => option.id === id),
  );
  return question === undefined ? id : answerInWords(question, id, language);
}

/** A questionnaire that does not say what its options mean only tells that it is one of both. */
function pregnancyOf(input: NeedsInput): Needs['pregnancy'] {
  const meant = usedMeanings(input.questionnaire, input.answers, 'pregnancy');
  if (meant.includes('pregnant')) return 'pregnant';
  if (meant.includes('birth')) return 'birth';
  return used(input, 'pregnancy').some(isRemarkable) ? 'either' : 'none';
}

const NO_LANGUAGE = ['other', 'interpreter', 'hearing', 'reading'];

/** Help with hearing or reading is asked for as a barrier: no directory tells of it. */
function talkingOf(meant: readonly Meaning<'language'>[]): Pick<Needs, 'languages' | 'interpreter'> {
  return {
    languages: meant.filter((one) => !NO_LANGUAGE.includes(one)),
    interpreter: meant.includes('interpreter') || meant.includes('other'),
  };
}

/** Whether the ZIP code lies in another state than the one that was named: one of them was misheard, or the caller is away. */
export function isPostalCodeElsewhere({ state, postalState }: Needs): boolean {
  return state !== undefined && postalState !== undefined && state.id !== postalState.id;
}

/** The first steps of one certainty, without those that another one of at least that certainty includes. */
export function stepsThatAre(certainty: 'certain' | 'possible', decision: Decision): readonly FirstStep[] {
  return FIRST_STEPS.filter((step) => {
    const including = INCLUDED_IN[step];
    const included = including !== undefined && decision.firstSteps[including] === 'certain';
    return decision.firstSteps[step] === certainty && !included;
  });
}
