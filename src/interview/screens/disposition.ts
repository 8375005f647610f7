/** How a call ends without a level: what to say and do, and the end itself. */

import { inLanguage } from '../../questionnaire/in-words.ts';
import type { Disposition } from '../../questionnaire/model.ts';
import type { Dialogue } from '../dialogue-model.ts';
import { backTarget } from '../reach.ts';
import type { Block } from '../screen.ts';
import { openCallBack } from './call-back.ts';
import { goTo, isInEmergency, laidOver, overlayCommands, takenAway } from './overlay-moves.ts';
import { placeCommands } from './place-commands.ts';
import { questionnaireOf } from './scripts.ts';
import { earlierEmergency } from './told.ts';
import { type Choice, choicesField, type Move, type View } from './view.ts';
import { whereabouts } from './whereabouts.ts';

/** A disposition of the call's questionnaire. */
export function dispositionOf(dialogue: Dialogue, id: string): Disposition | undefined {
  return questionnaireOf(dialogue).dispositions.find((one) => one.id === id);
}

/** The end that the answers show. */
export function dispositionView(dialogue: Dialogue, id: string): View {
  const hasBefore = backTarget(dialogue.setting.call, dialogue.state) !== undefined;
  const { emergency, screens } = dialogue.setting.words;
  return {
    section: screens.ending.section,
    isAlarm: false,
    isFresh: false,
    notices: earlierEmergency(dialogue),
    blocks: endingBlocks(dialogue, id),
    ...choicesField([
      ...callBackChoice(dialogue),
      endCall(dialogue, id),
      ...(hasBefore ? [{ id: 'correct-answer', label: screens.ending.correct, move: CORRECT }] : []),
      { id: 'open-panel', label: emergency.openPanel, move: { events: [{ kind: 'panel-opened' }] } },
    ]),
    commands: placeCommands(dialogue),
  };
}

/** Where the call has to end at once, how to go on with it comes first. */
function callBackChoice({ setting, state }: Dialogue): readonly Choice[] {
  const to = openCallBack(setting.call, state);
  return to === undefined ? [] : [{ id: 'ask-number', label: setting.words.screens.ending.askNumber, move: goTo(to) }];
}

const CORRECT: Move = { events: [{ kind: 'went-back' }] };

/** The ways in which the counselor may end a call; in an emergency first that it was cut off, and after a stop none that the answers would have to show. */
export function endingsView(dialogue: Dialogue): View {
  const isStopped = dialogue.state.place.kind === 'stopped';
  const { dispositions } = questionnaireOf(dialogue);
  const possible = dispositions.filter(({ when }) => !isStopped || when === undefined);
  const isFirst = ({ id }: Disposition): boolean => isCutOff(dialogue, id);
  const inOrder = [...possible.filter(isFirst), ...possible.filter((one) => !isFirst(one))];
  return {
    ...overView(dialogue, [{ kind: 'title', text: dialogue.setting.words.screens.ending.how }]),
    ...choicesField([
      ...inOrder.map(({ id, title }) => ({
        id,
        label: inLanguage(title, dialogue.setting.language),
        move: laidOver(dialogue, { kind: 'ending', id }),
      })),
      leaveList(dialogue),
    ]),
  };
}

/** One of these ways, with what to say; nothing has ended yet. */
export function endingView(dialogue: Dialogue, id: string): View {
  return {
    ...overView(dialogue, endingBlocks(dialogue, id)),
    ...choicesField([endCall(dialogue, id), leaveList(dialogue)]),
  };
}

function overView(dialogue: Dialogue, blocks: readonly Block[]): Omit<View, 'field' | 'fill'> {
  return {
    section: dialogue.setting.words.screens.ending.section,
    isAlarm: isInEmergency(dialogue),
    isFresh: false,
    notices: [],
    blocks,
    commands: overlayCommands(dialogue),
  };
}

function endCall({ setting }: Dialogue, id: string): Choice {
  const label = setting.words.screens.ending.endSo;
  return { id: 'end-call', label, move: { events: [{ kind: 'ended', disposition: id }] } };
}

function leaveList(dialogue: Dialogue): Choice {
  return { id: 'close-list', label: dialogue.setting.words.screens.ending.doNotEnd, move: takenAway(dialogue) };
}

function endingBlocks(dialogue: Dialogue, id: string): readonly Block[] {
  const disposition = dispositionOf(dialogue, id);
  if (disposition === undefined) return [];
  const { language, texts } = dialogue.setting;
  const { ifCutOff } = texts.emergency;
  const lines = listBlock(texts.dispositionLines.get(id) ?? []);
  const title: Block = { kind: 'title', text: inLanguage(disposition.title, language) };
  if (ifCutOff !== undefined && isCutOff(dialogue, id))
    return [title, { kind: 'alarm', text: ifCutOff }, ...whereabouts(dialogue), ...lines];
  return [
    title,
    { kind: 'say', text: inLanguage(disposition.say, language) },
    ...listBlock(disposition.steps.map((step) => inLanguage(step, language))),
    ...lines,
  ];
}

function listBlock(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Whether this ending says that the caller is gone in the middle of an emergency: then the panel's step holds, and not the script. */
function isCutOff(dialogue: Dialogue, id: string): boolean {
  return isInEmergency(dialogue) && id === dialogue.setting.texts.dropped;
}
