/** The choice of another level in English. */

import type { OverrideCode } from '../model.ts';

export const ENGLISH_OVERRIDE = {
  /** The reasons, each a clause that also reads well after "because". */
  labels: {
    'caller-preference': 'the caller prefers it',
    'not-available-in-area': 'nothing else is offered in the area',
    'no-opening': 'there is no opening nearby',
    'program-declined': 'the program declined',
    'payer-declined': 'the payer declined',
    'no-coverage': 'nothing else is covered',
    transport: 'they cannot get to another',
    'work-or-family': 'work or family leaves no other way',
    'language-or-culture': 'language or culture asks for it',
    'court-or-probation': 'a court or probation asks for it',
    'clinical-judgement': 'clinical judgement asks for it',
    other: 'there is another reason, which the note gives',
  } satisfies Readonly<Record<OverrideCode, string>>,
  section: 'Another level',
  which: 'Which level instead?',
  possible: 'possible by the rules',
  less: 'less than the rules ask for',
  more: 'more',
  byRulesAgain: 'the level is the one by the rules again',
  takeBack: 'take back the other level',
  why: (level: string) => `Why ${level}?`,
  shown: 'The summary shows the level by the rules, this one, and the reason.',
  because: (level: string, reason: string) => `${level}, because ${reason}`,
  whatSpeaks: 'This choice needs a note: what speaks for it?',
  moreToSay: 'Is there more to say about it?',
  needsNote: 'this choice needs a note',
  chosen: (level: string) => `chosen instead: ${level}`,
  choose: 'choose another level',
  change: 'change or take back the other level',
  chosenBecause: (level: string, reason: string) =>
    `Chosen instead of the level by the rules: ${level}, because ${reason}`,
  takenBack: 'the levels changed, so that the other level is taken back: choose again in the review',
};
