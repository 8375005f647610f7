/**
 * Which answers a recipient may be told. A document is made from these alone: whatever else it says is worked out afresh from
 * them, so that nothing which only a withheld answer explains can stand in it.
 */

import { gateReads } from '../questionnaire/gate-reads.ts';
import { isKnownMinor } from '../questionnaire/known-minor.ts';
import type { Answers, Question, Questionnaire } from '../questionnaire/model.ts';
import { isRemarkable, usedMeanings } from '../questionnaire/used-answers.ts';
import type { Recipient } from './recipients.ts';

/** Why restricted answers may be told: they stay in the building, the caller agreed, a medical emergency needs them; or none may. */
export type Basis = 'chart' | 'consent' | 'emergency' | 'unrestricted';

export interface Release {
  readonly basis: Basis;
  readonly answers: Answers;
  /** Ids of the questions whose answers are withheld, whether there is one or not, in script order. */
  readonly withheld: readonly string[];
}

/** The answers that a basis lets out. How the call went, another level and notes stay, unless the basis covers them. */
export function released(questionnaire: Questionnaire, answers: Answers, basis: Basis): Release {
  if (basis === 'chart') return { basis, answers, withheld: [] };
  if (basis === 'consent') return { basis, answers: withoutFreeText(answers), withheld: [] };
  const mayLeave = releasedQuestions(questionnaire, basis);
  return {
    basis,
    answers: {
      questionnaire: answers.questionnaire,
      values: kept(answers.values, mayLeave),
      unknown: kept(answers.unknown, mayLeave),
      unknownOptions: kept(answers.unknownOptions, mayLeave),
    },
    withheld: questionnaire.questions.map(({ id }) => id).filter((id) => !mayLeave.has(id)),
  };
}

/** Whether a question may be told is settled before anything is answered, by what is restricted and by whose answers open it. */
function releasedQuestions(questionnaire: Questionnaire, basis: 'emergency' | 'unrestricted'): ReadonlySet<string> {
  const reads = gateReads(questionnaire);
  const open = new Set<string>();
  // Invariant: a gate reads earlier questions only, so that these are judged already.
  for (const question of questionnaire.questions) {
    const isGateOpen = [...(reads.get(question.id) ?? [])].every((id) => open.has(id));
    if (isGateOpen && isOpenItself(question, basis)) open.add(question.id);
  }
  return open;
}

function isOpenItself({ restricted, inEmergency }: Question, basis: 'emergency' | 'unrestricted'): boolean {
  return !restricted || (basis === 'emergency' && inEmergency === true);
}

/** Script order and order of answering must not tell what stood between. */
function kept<T>(answers: ReadonlyMap<string, T>, mayLeave: ReadonlySet<string>): ReadonlyMap<string, T> {
  return new Map([...mayLeave].flatMap((id) => pairOf(id, answers.get(id))));
}

function pairOf<T>(id: string, value: T | undefined): readonly (readonly [string, T])[] {
  return value === undefined ? [] : [[id, value]];
}

/** What a counselor wrote in their own words is for the chart, and so is whom else they asked. */
function withoutFreeText({ notes: _notes, handOffs: _handOffs, override, ...answers }: Answers): Answers {
  if (override === undefined) return answers;
  const { level, code } = override;
  return { ...answers, override: { level, code } };
}

/** What the consent question's options have to mean for a recipient to be covered; nobody consents to be in an emergency. */
const MEANT = { caller: 'caller', program: 'program' } as const satisfies Partial<Record<Recipient, string>>;

/**
 * Whether the caller has agreed that a recipient is told. Nobody agrees for somebody else, and whose consent counts for a minor is a
 * matter of the law of the state: neither is taken for consent.
 */
export function hasAgreed(questionnaire: Questionnaire, answers: Answers, recipient: 'caller' | 'program'): boolean {
  if (!isForThemselves(questionnaire, answers) || isKnownMinor(questionnaire, answers)) return false;
  return usedMeanings(questionnaire, answers, 'consent').includes(MEANT[recipient]);
}

/** Where the questionnaire asks who is calling, it has to be known that the caller speaks for themselves. */
function isForThemselves({ questions }: Questionnaire, { values }: Answers): boolean {
  const role = questions.find(({ uses }) => uses.includes('third_party'));
  if (role === undefined) return true;
  const value = values.get(role.id);
  return value !== undefined && !isRemarkable({ question: role, value });
}
