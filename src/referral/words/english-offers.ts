/** What is said about a search for programs and about the fallback, in English. */

import { counted } from '../wording.ts';
import { listedIn } from './locale.ts';

/** Sentences about searches, offers and the fallback. */
export const ENGLISH_OFFERS = {
  forLevel: (level: string): string => `For ${level}`,
  whileOpen: (level: string): string => `While the call is open, for at least ${level}`,
  noProgram: {
    settled: 'No program is needed',
    chosen: 'No program was chosen',
    open: 'Whether a program is needed is still open',
  },
  openToAnyone: (why: string): string => `${why}; these lines and this finder are open to anyone.`,
  noneFits: 'The directory has no program that fits this caller; the line, the finder and the insurer can tell of one.',
  noneOfLevel: (programs: number, level: string): string =>
    programs === 0 ? 'The directory names no program.' : `None of its ${counted(programs, 'program')} is for ${level}.`,
  postalCodeElsewhere: (zip: string, there: string, state: string): string =>
    `ZIP code ${zip} lies in ${there}, and ${state} was named: ask which is right. Until then no distance counts.`,
  reachedThrough: {
    both: 'Reached through an emergency department, today.',
    mind: 'Reached through mobile crisis or a psychiatric emergency service; an emergency department where neither comes today.',
    otherwise: 'Reached through an emergency department, or a doctor who can admit today.',
  },
  tooEarly: 'Give these numbers and agree when to go on; no program yet.',
  ifCallEnds: 'If the call has to end now',
  pageNamesNone: 'This page names no place for this caller; ask a licensed counselor.',
  forAdvice: 'For advice',

  byTheRules: (level: string): string => `By the rules, which rule an IOP out: ${level}`,
  chosen: (level: string): string => `Chosen: ${level}`,
  asFallback: (level: string): string => `As the fallback: ${level}`,
  afterwards: (level: string): string => `Afterwards: ${level}`,
  iopRuledOut: (level: string): string => `IOP is ruled out: ${level}`,
  ifNeeded: (levels: readonly string[]): string => `If ${listedIn('en', levels, 'or')} turns out to be needed`,
  stateNotKnown: (postal: { readonly zip: string; readonly state: string } | undefined): string => {
    const hint = postal === undefined ? '' : ` (ZIP code ${postal.zip} lies in ${postal.state})`;
    return `The caller’s state is not known, so no facility is named. Ask for it${hint}; until then the finder and the national lines can help.`;
  },
  noneHere: (state: string | undefined): string =>
    `The directory has no licensed residential program in ${state ?? 'this state'} that fits this caller; the finder and the national lines can help.`,
  callNetwork: (name: string): string => `Call ${name}: they refer within their network.`,
  askForCenter: (state: string): string => `Ask for a center in ${state}.`,

  search: 'look for an open bed together until one is found or the next call is agreed.',
  callNetworkTogether: (name: string): string =>
    `call ${name} with the caller on the line and ask for a center in their network.`,
  callTogether: (name: string): string => `call ${name} with the caller on the line and ask for the first open bed.`,
  callFull: (name: string): string =>
    `call ${name} with the caller on the line: full when last asked, so ask for the waiting list and for the day to call again.`,
  ifFull: 'If it is full, try the next one and stay on the waiting list.',
  onceClinicianAgrees: (call: string): string => `Once help has come and a clinician agrees, ${call}`,
  ifItTurnsOut: (call: string): string => `Ask what is still open first. If it turns out so, ${call}`,
  keepForLater: 'Keep this for when the person calls or agrees; nothing is arranged without them.',
  helpAtOnce: (supports: readonly string[]): string =>
    `Help that can begin at once: ${listedIn('en', supports, 'and')}.`,
  agreeOnNextCall: 'Agree on the next call before this one ends, at least once a day until there is a bed.',
  ifDangerous: (numbers: readonly string[]): string => `If anything turns dangerous: ${numbers.join(' · ')}.`,
};
