/** What the counselor does in the next minute, in English. */

import { listedIn } from './locale.ts';

/** The number that leads to a first step, where the directory has it. */
type LineNumber = string | undefined;

const finding = (number: LineNumber): string => (number === undefined ? '' : ` (${number} helps to find it)`);

export const ENGLISH_NOW = {
  askNext: (question: string) => `Ask next: “${question}”`,
  ifItHasToEnd: 'If the call has to end now, give the numbers below.',
  reachAgain: 'The call is over: reach the caller again first, in the way that was agreed.',
  beforeHangingUp: 'Whoever cannot talk now: give the number before hanging up, and agree when to talk today.',
  furtherSteps: (names: readonly string[]) => `Then: ${listedIn('en', names, 'and')}.`,
  talkOver: 'Talk it over with a licensed counselor before anything is recommended.',
  sayBothLevels: 'Say both levels and why the other one was chosen, and that the caller can always call again.',
  readOut: 'Read the recommendation out, and say that the caller can always call again.',
  readOutThen: (what: string) => `Read the recommendation out, then ${what}.`,
  afterwards: (what: string) => `Then ${what}.`,
  callProgram: (name: string, number: LineNumber) =>
    `call ${name} together${number === undefined ? '' : `: ${number}`}`,
  callForBed: (name: string, number: LineNumber) =>
    `call ${name} together${number === undefined ? '' : `: ${number}`}, for the first open bed`,
  callForCenter: (name: string, number: LineNumber) =>
    `call ${name} together${number === undefined ? '' : `: ${number}`}, for a center in their network`,
  arrangeTogether: 'arrange the way in together, today',
  lookTogether: (number: string) => `look for a place together, through ${number} or the finder`,
  medicalCheck: (isOther: boolean) =>
    `Get ${isOther ? 'the person' : 'the caller'} seen today: the prescriber, urgent care or an emergency department. Until then no medicine is stopped.`,
  crisisAssessment: (number: LineNumber) =>
    `${number === undefined ? 'Call a crisis team together now' : `Call ${number} together now`}: a clinician has to judge the danger today. Nobody stays alone until then.`,
  detox: (number: LineNumber) => `Arrange detox first${finding(number)}. Until then: no sudden stop alone.`,
  detoxAroundTheClock: (number: LineNumber) =>
    `Arrange detox with doctors day and night first${finding(number)}. Until then: no stopping alone.`,
  startMedicine: (number: LineNumber) =>
    `Find out now who can start methadone or buprenorphine by tomorrow${finding(number)}.`,
  safePlace: (number: LineNumber) =>
    `Make sure of a safe place to stay first, together${number === undefined ? '' : `; an advocate helps at any hour: ${number}`}.`,
  reviewMedicine: 'Arrange a review with the prescriber soon; until then nothing is stopped or started.',
};
