/** What is said of the level of care, in English. */

import { OVERRIDE_LABELS } from '../../interview/override-labels.ts';
import { listedIn } from './locale.ts';

const or = (names: readonly string[]): string => listedIn('en', names, 'or');

export const ENGLISH_LEVEL = {
  none: 'No level of care',
  notDecided: 'Not decided',
  tooEarly: 'Too early to name a level of care or a program',
  atLeast: (level: string) => `At least ${level}`,
  unlessEndedOtherwise: (level: string) => `${level}, unless the call ends otherwise`,
  stillOpen: 'Still open',
  looksLike: (level: string) => `Not decided; so far it looks like ${level}`,
  between: (lowest: string, highest: string) => `Still open: ${lowest} up to ${highest}`,
  perhaps: (levels: readonly string[], silence: string) => `Perhaps ${or(levels)}; otherwise ${silence}`,
  emergencyUntilAsked: 'Treat it as an emergency until asked.',
  atLeastUntilAsked: (level: string) => `Treat as at least ${level} until asked.`,
  pageIsSilent: 'this page does not say',
  rulesAreSilent: 'these rules do not say',
  reasons: OVERRIDE_LABELS,
  chosen: (byRules: string, level: string, reason: string) =>
    `By the rules: ${byRules}. Chosen by the counselor: ${level}, because ${reason}.`,
  choiceUnused: (level: string, reason: string) =>
    `Not used: ${level}, which the counselor had chosen because ${reason}.`,
  ifItIs: (level: string) => `If it is ${level}`,
};
