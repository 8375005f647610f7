/** What is no longer as it was when a saved call began, a sentence each, without a word of any answer. */

import type { Misfit } from '../interview/replay.ts';
import { callWordsIn, type Words } from '../interview/words/words.ts';
import { askedSentence } from '../questionnaire/asked-sentence.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import type { CallGround } from './call-ground.ts';
import type { SavedCall } from './saved-call.ts';

/** More than these nobody reads with somebody on the phone; what is left out is asked again. */
const MOST_NAMED = 5;

/** What changed, and which replies were left out because of it. */
export function changeNotes(
  { journal, misfits }: SavedCall,
  changed: readonly (keyof Words['saving']['changed'])[],
  { ground: { policy, content }, language }: { readonly ground: CallGround; readonly language: string },
): readonly string[] {
  const { saving } = callWordsIn(language);
  const began = journal.header.policy.id;
  const leftOut = ({ question, why }: Misfit): string =>
    saving.leftOut(named(question, content.questionnaire, language), saving.whyLeftOut[why]);
  const more = misfits.length - MOST_NAMED;
  return [
    ...(began === policy.id ? [] : [saving.otherPolicy(began, policy.id)]),
    ...changed.filter((part) => part !== 'policy' || began === policy.id).map((part) => saving.changed[part]),
    ...misfits.slice(0, MOST_NAMED).map(leftOut),
    ...(more > 0 ? [saving.moreLeftOut(more)] : []),
  ];
}

/** A question as it is asked now; one that is gone by its id, which is all that is left of it. */
function named(id: string, { questions }: Questionnaire, language: string): string {
  const question = questions.find((one) => one.id === id);
  return question === undefined ? `\`${id}\`` : `“${askedSentence(inLanguage(question.say, language))}”`;
}
