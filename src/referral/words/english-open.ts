/** What is said of what is not known yet, in English. */

import { listedIn } from './locale.ts';

export const ENGLISH_OPEN = {
  emergencyPossible: 'An emergency is still possible: ask the safety questions to the end.',
  levels: (names: readonly string[]) => `Still possible: ${listedIn('en', names, 'or')}.`,
  levelsOrSilence: (names: readonly string[], silence: string) =>
    `Still possible: ${listedIn('en', names, 'or')}, or that ${silence}.`,
  firstSteps: (names: readonly string[]) => `Perhaps first: ${names.join('; ')}.`,
  endings: (titles: readonly string[]) => `The call may still end as: ${titles.join(', ')}.`,
  askAgain: (count: number) =>
    count === 1
      ? 'A safety question has no answer: ask it again.'
      : `${count} safety questions have no answer: ask them again.`,
  askAfresh: (count: number) =>
    count === 1 ? 'One safety question is to be asked afresh.' : `${count} safety questions are to be asked afresh.`,
  notAskedYet: (count: number) =>
    count === 1 ? 'One safety question has not been asked yet.' : `${count} safety questions have not been asked yet.`,
  /** Whether a script points at the list of its options, so that it cannot be asked without them. */
  pointsAtList: /\bthese\b/i,
};
