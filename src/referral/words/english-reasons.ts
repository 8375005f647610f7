/** What is said of reasons, and of what would change the result, in English. */

import { listedIn } from './locale.ts';

const or = (names: readonly string[]): string => listedIn('en', names, 'or');
const quoted = (answers: readonly string[]): string => or(answers.map((answer) => `“${answer}”`));

/** A question with the answers that would change the result. */
export interface AnswersThen {
  readonly question: string;
  readonly answers: readonly string[];
}

const ifAnswered = (conditions: readonly AnswersThen[]): string =>
  listedIn(
    'en',
    conditions.map(({ question, answers }) => `the answer to “${question}” were ${quoted(answers)}`),
    'and',
  );

export const ENGLISH_REASONS = {
  ownJudgement: 'our own judgement',
  toVerify: (fact: string) => `${fact} (to verify)`,
  readsThatIopDoesNotFit: 'our reading: this page only says that IOP does not fit',
  readsALevel: 'our reading: this page names no level here',
  endedAsEmergency: 'The counselor ended the call as an emergency.',
  forLevelByRules: 'For the level by the rules:',
  tooLittleKnown: 'Too little is known for a reason: which rules apply depends on the open answers.',
  oneOfThese: 'One of these holds; which one is still open:',
  possibleIf: (levels: readonly string[], conditions: readonly AnswersThen[]) =>
    `${or(levels)} would be possible if ${ifAnswered(conditions)}.`,
  neededIf: (levels: readonly string[], conditions: readonly AnswersThen[]) =>
    `${or(levels)} would be needed if ${ifAnswered(conditions)}.`,
};
