/** A safety question was left without an answer, or an answer calls for the emergency panel: is there danger? */

import { answerInWords } from '../../questionnaire/in-words.ts';
import type { Question } from '../../questionnaire/model.ts';
import { panelNamed } from '../alarm.ts';
import type { Dialogue } from '../dialogue-model.ts';
import { placeCommands } from './place-commands.ts';
import { sectionTitle, shortForms } from './scripts.ts';
import { earlierEmergency } from './told.ts';
import { choicesField, type View } from './view.ts';

/** Offers the emergency panel before the call goes on. */
export function safetyUnknownView(dialogue: Dialogue, question: Question): View {
  const words = dialogue.setting.words.emergency;
  const { notice, left } = offered(dialogue, question);
  return {
    section: sectionTitle(dialogue, question),
    isAlarm: false,
    isFresh: true,
    notices: [...earlierEmergency(dialogue), notice],
    blocks: [
      { kind: 'title', text: words.couldBeDanger },
      ...left.map((text) => ({ kind: 'text' as const, text })),
      { kind: 'help', text: words.whenInDoubt },
    ],
    ...choicesField([
      { id: 'open-panel', label: words.openPanel, move: { events: [{ kind: 'panel-opened' }] } },
      { id: 'go-on', label: words.noSign, move: { events: [{ kind: 'went-on' }] } },
      { id: 'ask-again', label: words.askAgain, move: { events: [{ kind: 'went-back' }] } },
    ]),
    commands: placeCommands(dialogue),
  };
}

/** Why the panel is offered, and what was said or left open. */
function offered(
  dialogue: Dialogue,
  question: Question,
): { readonly notice: string; readonly left: readonly string[] } {
  const { language, words: all } = dialogue.setting;
  const words = all.emergency;
  const asked = shortForms(dialogue)(question);
  const alarming = alarmingOptions(dialogue, question);
  if (alarming.length > 0)
    return {
      notice: words.callsForPanel,
      left: [words.answered(answerInWords(question, alarming, language)), words.asked(asked)],
    };
  const unsure = unsureOptions(dialogue, question);
  if (unsure.length === 0) return { notice: words.noAnswer, left: [words.leftOpen(asked)] };
  return {
    notice: words.noFullAnswer,
    left: [words.leftOpen(answerInWords(question, unsure, language)), words.asked(asked)],
  };
}

/** The options said for which the question wants the panel offered. */
function alarmingOptions({ state }: Dialogue, question: Question): readonly string[] {
  const reply = state.given.get(question.id)?.reply;
  return reply === undefined ? [] : panelNamed(question, reply);
}

/** The options that were left open one by one; none where the whole question was. */
function unsureOptions({ state }: Dialogue, { id }: Question): readonly string[] {
  const reply = state.given.get(id)?.reply;
  return reply !== undefined && 'said' in reply ? (reply.unsure ?? []) : [];
}
