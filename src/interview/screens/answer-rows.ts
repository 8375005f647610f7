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
  return given && replyInWords(question, given.reply, setting.language);
}

/** Everything that was said: what is asked afresh, what counts, by section, and what is not used. Choosing a row goes to the question. */
export function givenRows(dialogue: Dialogue): readonly Choice[] {
  const { call, words } = dialogue.setting;
  const said = words.screens.answers;
  const { given, again } = dialogue.state;
  const { counted, setAside } = standingOf(call, dialogue.state);
  const reachable = new Set(reachableQuestions(call, dialogue.state));
  const { questions } = questionnaireOf(dialogue);
  const rows = (ids: readonly string[], otherwise: string): readonly Choice[] =>
    answerRows(
      dialogue,
      questions.filter(({ id }) => ids.includes(id)),
      ({ id }, label) => ({ label, move: reachable.has(id) ? goTo(id) : { notices: [otherwise] } }),
    );
  const afresh = [...given.keys()].filter((id) => again.has(id) && !setAside.includes(id));
  return [
    ...under(said.afresh, rows(afresh, said.notFromHere)),
    ...rows(counted, said.notFromHere),
    ...under(said.unused, rows(setAside, said.notUsed)),
  ];
}

/** The rows in a section of their own. */
function under(heading: string, rows: readonly Choice[]): readonly Choice[] {
  return withHeadings(rows.map((row) => ({ ...row, heading })));
}
