/** Questions as this call reads them out: in its language, to whoever is on the line. */

import { askedSentence } from '../../questionnaire/asked-sentence.ts';
import { inLanguage } from '../../questionnaire/in-words.ts';
import type { Question, Questionnaire } from '../../questionnaire/model.ts';
import { isThirdParty, scriptFor } from '../../questionnaire/used-answers.ts';
import { answersOf } from '../answers-of.ts';
import type { Dialogue } from '../dialogue-model.ts';

/** The questionnaire of the call. */
export function questionnaireOf({ setting }: Dialogue): Questionnaire {
  return setting.call.compiled.callers.questionnaire;
}

/** A question of the call's questionnaire. */
export function questionOf(dialogue: Dialogue, id: string): Question | undefined {
  return questionnaireOf(dialogue).questions.find((question) => question.id === id);
}

/** Whether the answers say that the call is about somebody else. */
export function isAboutOther(dialogue: Dialogue): boolean {
  return isThirdParty(questionnaireOf(dialogue), answersOf(dialogue.setting.call, dialogue.state));
}

/** What to read aloud for each question. */
export function scripts(dialogue: Dialogue): (question: Question) => string {
  const aboutOther = isAboutOther(dialogue);
  return (question) => inLanguage(scriptFor(question, aboutOther), dialogue.setting.language);
}

/** The sentence that asks, for lists. */
export function shortForms(dialogue: Dialogue): (question: Question) => string {
  const say = scripts(dialogue);
  return (question) => askedSentence(say(question));
}

/** The title of the section in which a question stands. */
export function sectionTitle(dialogue: Dialogue, question: Question): string {
  const section = questionnaireOf(dialogue).sections.find(({ id }) => id === question.section);
  return section === undefined ? '' : inLanguage(section.title, dialogue.setting.language);
}
