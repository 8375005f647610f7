/** Going to another question of the script: by name at once, or from the list of those that can be reached. */

import type { Question } from '../../questionnaire/model.ts';
import type { Dialogue } from '../dialogue-model.ts';
import { folded } from '../folded.ts';
import { reachableQuestions } from '../reach.ts';
import { answerRows, scriptNumber } from './answer-rows.ts';
import { goTo, laidOver, overlayCommands } from './overlay-moves.ts';
import { questionnaireOf, shortForms } from './scripts.ts';
import { choicesField, type Move, type View } from './view.ts';

/** Goes to the question that a text names by id, number or words; opens the list where it names none, or several. */
export function jumpMove(dialogue: Dialogue, text: string | undefined): Move {
  const wanted = folded((text ?? '').trim());
  const list = laidOver(dialogue, { kind: 'jump-list' });
  if (wanted === '') return list;
  const named = questionsNamed(dialogue, wanted);
  const all = reachableQuestions(dialogue.setting.call, dialogue.state);
  const reachable = named.filter(({ id }) => all.includes(id));
  const [target] = reachable;
  if (target !== undefined && reachable.length === 1) return goTo(target.id);
  return { ...list, notices: [whyNot(dialogue, named.length, reachable.length)] };
}

/** The list of questions that can be reached. */
export function jumpListView(dialogue: Dialogue): View {
  const words = dialogue.setting.words.screens.jump;
  const reachable = reachableQuestions(dialogue.setting.call, dialogue.state);
  const questions = questionnaireOf(dialogue).questions.filter(({ id }) => reachable.includes(id));
  return {
    section: words.title,
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [
      { kind: 'title', text: words.title },
      { kind: 'help', text: words.number },
    ],
    ...choicesField(
      answerRows(dialogue, questions, (question, short) => {
        const afresh = dialogue.state.again.has(question.id) ? `, ${words.again}` : '';
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
  return questions.filter((question) => question.id.includes(wanted) || folded(short(question)).includes(wanted));
}

function whyNot({ setting }: Dialogue, named: number, reachable: number): string {
  const words = setting.words.screens.jump;
  if (named === 0) return words.noneNamed;
  return reachable === 0 ? words.noneReached : words.several;
}
