/** Every answer before the summary, and the answers so far while the call goes on. */

import type { Dialogue } from '../dialogue-model.ts';
import { OVERRIDE_LABELS } from '../override-labels.ts';
import { overridableLevels } from '../reach.ts';
import type { Block } from '../screen.ts';
import { standingOf } from '../standing.ts';
import { givenRows } from './answer-rows.ts';
import { laidOver, overlayCommands } from './overlay-moves.ts';
import { placeCommands } from './place-commands.ts';
import { questionnaireOf } from './scripts.ts';
import { type Choice, choicesField, type View } from './view.ts';

/** The review: accept everything, choose another level, or correct an answer. */
export function reviewView(dialogue: Dialogue): View {
  return {
    section: 'Review',
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [
      { kind: 'title', text: 'Is everything right? Choose an answer to correct it.' },
      ...unansweredSafety(dialogue),
      ...chosenLevel(dialogue),
    ],
    ...choicesField([
      {
        id: 'accept-answers',
        label: 'accept everything and print the summary',
        move: { events: [{ kind: 'reviewed' }] },
      },
      ...overrideChoice(dialogue),
      ...givenRows(dialogue),
    ]),
    commands: placeCommands(dialogue),
  };
}

/** What was said so far, and what of it is not used. */
export function answersView(dialogue: Dialogue): View {
  const rows = givenRows(dialogue);
  const close: Choice = { id: 'close-list', label: 'back', move: { overlays: [] } };
  return {
    section: 'Answers so far',
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [
      { kind: 'title', text: rows.length === 0 ? 'Nothing has been answered yet' : 'Answers so far' },
      ...emergencyLog(dialogue),
    ],
    ...choicesField([close, ...rows]),
    commands: overlayCommands(dialogue),
  };
}

/** What was done in an emergency of this call. */
function emergencyLog({ setting, state }: Dialogue): readonly Block[] {
  const items = state.panelLog.map(({ done, at }) => `${setting.clock(at)} ${done}`);
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: 'Done in an emergency:' },
        { kind: 'list', items },
      ];
}

function overrideChoice(dialogue: Dialogue): readonly Choice[] {
  const { setting, state } = dialogue;
  if (overridableLevels(setting.call, state).length === 0) return [];
  const label = state.override === undefined ? 'choose another level' : 'change or take back the other level';
  return [{ id: 'choose-level', label, move: laidOver(dialogue, { kind: 'override-level' }) }];
}

function unansweredSafety(dialogue: Dialogue): readonly Block[] {
  const { counted } = standingOf(dialogue.setting.call, dialogue.state);
  const open = questionnaireOf(dialogue).questions.filter(({ id, safety }) => {
    const reply = safety && counted.includes(id) ? dialogue.state.given.get(id)?.reply : undefined;
    return reply !== undefined && ('unknown' in reply || (reply.unsure ?? []).length > 0);
  });
  if (open.length === 0) return [];
  const text =
    open.length === 1
      ? 'A safety question is not fully answered: ask it once more if you can.'
      : `${open.length} safety questions are not fully answered: ask them once more if you can.`;
  return [{ kind: 'text', text }];
}

function chosenLevel({ setting, state }: Dialogue): readonly Block[] {
  if (state.override === undefined) return [];
  const { level, code, note } = state.override;
  const reason = `Chosen instead of the level by the rules: ${setting.texts.levels[level]}, because ${OVERRIDE_LABELS[code]}`;
  return [{ kind: 'text', text: note === undefined ? reason : `${reason} (${note})` }];
}
