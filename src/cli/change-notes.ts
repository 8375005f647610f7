/** What is no longer as it was when a saved call began, a sentence each, without a word of any answer. */

import type { Misfit } from '../interview/replay.ts';
import { askedSentence } from '../questionnaire/asked-sentence.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { CallGround } from './call-ground.ts';
import type { SavedCall } from './saved-call.ts';

const CHANGED = {
  questionnaire: 'the questionnaire is not the same as when this call began',
  policy: 'the rules of the policy are not the same as when this call began',
} as const;

const WHY: Readonly<Record<Misfit['why'], string>> = {
  'question-gone': 'the question is not asked any more',
  'answer-gone': 'such an answer is not possible any more',
  'out-of-place': 'the question did not come up there',
};

/** More than these nobody reads with somebody on the phone; what is left out is asked again. */
const MOST_NAMED = 5;

/** What changed, and which replies were left out because of it. */
export function changeNotes(
  { journal, misfits, state }: SavedCall,
  changed: readonly (keyof typeof CHANGED)[],
  { policy, content }: CallGround,
): readonly string[] {
  const began = journal.header.policy.id;
  return [
    ...(began === policy.id
      ? []
      : [`this call began with the policy \`${began}\` and is decided by \`${policy.id}\` now`]),
    ...changed.filter((part) => part !== 'policy' || began === policy.id).map((part) => CHANGED[part]),
    ...misfits
      .slice(0, MOST_NAMED)
      .map(
        ({ question, why }) =>
          `the answer to ${named(question, content.questionnaire, state.language)} is left out: ${WHY[why]}`,
      ),
    ...(misfits.length > MOST_NAMED ? [`${misfits.length - MOST_NAMED} more answers are left out`] : []),
  ];
}

/** A question as it is asked now; one that is gone by its id, which is all that is left of it. */
function named(id: string, { questions }: Questionnaire, language: string): string {
  const question = questions.find((one) => one.id === id);
  return question === undefined ? `\`${id}\`` : `“${askedSentence(inLanguage(question.say, language))}”`;
}
