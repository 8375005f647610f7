/** Questions as rows of a list, by section, each with what was said. */

import type { Question } from '../../questionnaire/model.ts';
import type { Dialogue } from '../dialogue-model.ts';
import { reachableQuestions } from '../reach.ts';
import { replyInWords } from '../reply-in-words.ts';
import { standingOf } from '../standing.ts';
import { goTo } from './overlay-moves.ts';
import { questionnaireOf, sectionTitle, shortForms } from './scripts.ts';
import { type Choice, withHeadings } from './view.ts';

/** A row for each question; what was said stands behind it. */
export function answerRows(
  dialogue: Dialogue,
  questions: readonly Question[],
  rowOf: (question: Question, short: string) => Pick<Choice, 'label' | 'move'>,
): readonly Choice[] {
  const short = shortForms(dialogue);
  return withHeadings(
    questions.map((question) => ({
      id: question.id,
      synonyms: [scriptNumber(question)],
      detail: saidTo(dialogue, question),
      heading: sectionTitle(dialogue, question),
      ...rowOf(question, short(question)),
    })),
  );
}

/** A question's number in the script; marked, because an option of a list has a number of its own in line mode. */
export function scriptNumber({ index }: Question): string {
  return `#${index + 1}`;
}

function saidTo({ setting, state }: Dialogue, question: Question): string | undefined {
  const given = state.given.get(question.id);
  if (given === undefined) return undefined;
  const words = replyInWords(question, given.reply, setting.language);
  return state.again.has(question.id) ? `${words} (asked again)` : words;
}

/** Everything that was said: what counts, by section, then what is not used. Choosing a row goes to the question. */
export function givenRows(dialogue: Dialogue): readonly Choice[] {
  const { call } = dialogue.setting;
  const { counted, setAside } = standingOf(call, dialogue.state);
  const reachable = new Set(reachableQuestions(call, dialogue.state));
  const { questions } = questionnaireOf(dialogue);
  const rows = (ids: readonly string[], otherwise: string): readonly Choice[] =>
    answerRows(
      dialogue,
      questions.filter(({ id }) => ids.includes(id)),
      ({ id }, label) => ({ label, move: reachable.has(id) ? goTo(id) : { notices: [otherwise] } }),
    );
  const unused = rows(setAside, NOT_USED).map((row) => ({ ...row, heading: 'Not used: no longer applies' }));
  return [...rows(counted, NOT_FROM_HERE), ...withHeadings(unused)];
}

const NOT_FROM_HERE = 'that question cannot be gone to from here: what is on screen comes first';
const NOT_USED = 'this question does not apply any more: its answer is used again if an earlier one changes back';
