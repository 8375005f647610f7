/** Everything that has no key of its own, each a plain clause. */

import type { Dialogue } from '../dialogue-model.ts';
import { reachableQuestions } from '../reach.ts';
import { handOffChoice } from './hand-off.ts';
import { languageChoices } from './language.ts';
import { emergencyMove, inItsPlace, overlayCommands, PAUSE, takenAway } from './overlay-moves.ts';
import { rewordMove } from './question.ts';
import { questionOf } from './scripts.ts';
import { switchChoice } from './switch-caller.ts';
import { type Choice, choicesField, type View } from './view.ts';

/** The menu over a question, an end or the review. */
export function menuView(dialogue: Dialogue): View {
  const { emergency, screens } = dialogue.setting.words;
  const words = screens.menu;
  return {
    section: words.section,
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [{ kind: 'title', text: words.title }],
    ...choicesField([
      { id: 'close-list', label: words.back, move: takenAway(dialogue) },
      { id: 'open-panel', label: emergency.openPanel, move: emergencyMove(dialogue) },
      ...jumpChoice(dialogue),
      ...rewordChoice(dialogue),
      { id: 'answers-so-far', label: words.answers, move: inItsPlace(dialogue, { kind: 'answers' }) },
      { id: 'write-note', label: words.note, move: inItsPlace(dialogue, { kind: 'note' }) },
      ...switchChoice(dialogue),
      ...handOffChoice(dialogue),
      { id: 'end-call-so', label: words.end, move: inItsPlace(dialogue, { kind: 'endings' }) },
      ...languageChoices(dialogue),
      { id: 'pause-call', label: pauseLabel(dialogue), move: PAUSE },
    ]),
    commands: overlayCommands(dialogue),
  };
}

function pauseLabel({ setting }: Dialogue): string {
  const { pause, leaveExample } = setting.words.screens.menu;
  return setting.coach === undefined ? pause : leaveExample;
}

function jumpChoice(dialogue: Dialogue): readonly Choice[] {
  if (reachableQuestions(dialogue.setting.call, dialogue.state).length === 0) return [];
  return [
    {
      id: 'go-to-question',
      label: dialogue.setting.words.screens.menu.jump,
      move: inItsPlace(dialogue, { kind: 'jump-list' }),
    },
  ];
}

function rewordChoice(dialogue: Dialogue): readonly Choice[] {
  const { place } = dialogue.state;
  const question = place.kind === 'question' ? questionOf(dialogue, place.id) : undefined;
  if (question === undefined || (question.probe === undefined && question.help === undefined)) return [];
  const { hideWording, showWording } = dialogue.setting.words.screens.menu;
  const label = dialogue.reworded === question.id ? hideWording : showWording;
  return [{ id: 'other-wording', label, move: rewordMove(dialogue, question.id) }];
}
