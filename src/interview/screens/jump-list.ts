/** Going to another question of the script: by name at once, or from the list of those that can be reached. */

import type { Question } from '../../questionnaire/model.ts';
import type { Dialogue } from '../dialogue-model.ts';
import { reachableQuestions } from '../reach.ts';
import { answerRows, scriptNumber } from './answer-rows.ts';
import { goTo, laidOver, overlayCommands } from './overlay-moves.ts';
import { questionnaireOf, shortForms } from './scripts.ts';
import { choicesField, type Move, type View } from './view.ts';

/** Goes to the question that a text names by id, number or words; opens the list where it names none, or several. */
export function jumpMove(dialogue: Dialogue, text: string | undefined): Move {
  const wanted = (text ?? '').trim().toLowerCase();
  const list = laidOver(dialogue, { kind: 'jump-list' });
  if (wanted === '') return list;
  const named = questionsNamed(dialogue, wanted);
  const all = reachableQuestions(dialogue.setting.call, dialogue.state);
  const reachable = named.filter(({ id }) => all.includes(id));
  const [target] = reachable;
  if (target !== undefined && reachable.length === 1) return goTo(target.id);
  return { ...list, notices: [whyNot(named.length, reachable.length)] };
}

/** The list of questions that can be reached. */
export function jumpListView(dialogue: Dialogue): View {
  const reachable = reachableQuestions(dialogue.setting.call, dialogue.state);
  const questions = questionnaireOf(dialogue).questions.filter(({ id }) => reachable.includes(id));
  return {
    section: 'Go to a question',
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [
      { kind: 'title', text: 'Go to a question' },
      { kind: 'help', text: 'The number behind a question is its place in the script.' },
    ],
    ...choicesField(
      answerRows(dialogue, questions, (question, short) => {
        const afresh = dialogue.state.again.has(question.id) ? ', asked again' : '';
        return { label: `${short} (${scriptNumber(question)}${afresh})`, move: goTo(question.id) };
      }),
    ),
    commands: overlayCommands(dialogue),
  };
}

function questionsNamed(dialogue: Dialogue, wanted: string): readonly Question[] {
  const { questions } = questionnaireOf(dialogue);
  const exact = questions.filter((question) => {
    const number = scriptNumber(question);
    return [question.id, number, number.slice(1)].includes(wanted);
  });
  if (exact.length > 0) return exact;
  const short = shortForms(dialogue);
  return questions.filter((question) => question.id.includes(wanted) || short(question).toLowerCase().includes(wanted));
}

function whyNot(named: number, reachable: number): string {
  if (named === 0) return 'no question is called so: choose one of these';
  if (reachable === 0) return 'that question does not apply, or a safety question comes before it: choose one of these';
  return 'several questions fit: choose one of these';
}
