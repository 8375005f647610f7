/** Choosing another level than the rules': the level, the reason, and a note where the reason alone does not do. */

import { LEVELS, type Level } from '../../policy/care-lists.ts';
import type { Dialogue } from '../dialogue-model.ts';
import { OVERRIDE_CODES, type OverrideCode } from '../model.ts';
import { needsNote, overridableLevels } from '../reach.ts';
import type { Block } from '../screen.ts';
import { standingOf } from '../standing.ts';
import type { Words } from '../words/words.ts';
import { cleaned, noteFault, noteField } from './note.ts';
import { laidOver, overlayCommands, takenAway } from './overlay-moves.ts';
import { type Choice, choicesField, type Filled, type Move, type View } from './view.ts';

type Chosen = { readonly level: Level; readonly code: OverrideCode };

/** Which level instead? A level chosen before can be withdrawn. */
export function overrideLevelView(dialogue: Dialogue): View {
  const { call, texts, words } = dialogue.setting;
  const { levels } = standingOf(call, dialogue.state);
  const choices: readonly Choice[] = overridableLevels(call, dialogue.state).map((level) => ({
    id: level,
    label: texts.levels[level],
    detail: levels.includes(level) ? words.override.possible : placeBeside(level, levels, words.override),
    move: laidOver(dialogue, { kind: 'override-code', level }),
  }));
  return {
    ...overView(dialogue, [{ kind: 'title', text: words.override.which }]),
    ...choicesField([...choices, ...withdrawal(dialogue)]),
  };
}

function placeBeside(level: Level, possible: readonly Level[], { less, more }: Words['override']): string {
  const lowest = possible[0];
  return lowest !== undefined && LEVELS.indexOf(level) < LEVELS.indexOf(lowest) ? less : more;
}

function withdrawal({ setting, state }: Dialogue): readonly Choice[] {
  if (state.override === undefined) return [];
  const { byRulesAgain, takeBack } = setting.words.override;
  const move: Move = {
    events: [{ kind: 'overrode', override: null }],
    overlays: [],
    notices: [byRulesAgain],
  };
  return [{ id: 'withdraw-level', label: takeBack, move }];
}

/** For which reason? */
export function overrideCodeView(dialogue: Dialogue, level: Level): View {
  const { texts, words } = dialogue.setting;
  const choices = OVERRIDE_CODES.map((code) => ({
    id: code,
    label: words.override.labels[code],
    move: laidOver(dialogue, { kind: 'override-note', level, code }),
  }));
  return {
    ...overView(dialogue, [
      { kind: 'title', text: words.override.why(texts.levels[level]) },
      { kind: 'text', text: words.override.shown },
    ]),
    ...choicesField(choices),
  };
}

const HERE = 'overlay:override-note';

/** What else is to be said about it; needed below the lowest level that the rules leave, and for another reason. */
export function overrideNoteView(dialogue: Dialogue, chosen: Chosen): View {
  const { call, texts, words } = dialogue.setting;
  const said = words.override;
  const isNeeded = needsNote(call, dialogue.state, chosen.level, chosen.code);
  return {
    ...overView(dialogue, [
      { kind: 'title', text: said.because(texts.levels[chosen.level], said.labels[chosen.code]) },
      {
        kind: 'text',
        text: isNeeded ? said.whatSpeaks : said.moreToSay,
      },
    ]),
    field: noteField(dialogue, isNeeded ? undefined : words.screens.note.none, HERE),
    line: HERE,
    fill: (input) => fillNote(dialogue, input, chosen, isNeeded),
  };
}

function fillNote(dialogue: Dialogue, input: Filled, chosen: Chosen, isNeeded: boolean): Move | undefined {
  if (input.kind === 'kept') return isNeeded ? undefined : overriding(dialogue, chosen, '');
  if (input.kind !== 'typed') return undefined;
  const note = cleaned(input.text);
  const fault = note === '' && isNeeded ? dialogue.setting.words.override.needsNote : noteFault(dialogue, note);
  if (fault !== undefined) return { notices: [fault], typed: { line: HERE, text: input.text } };
  return overriding(dialogue, chosen, note);
}

function overriding({ setting }: Dialogue, { level, code }: Chosen, note: string): Move {
  const override = note === '' ? { level, code } : { level, code, note };
  return {
    events: [{ kind: 'overrode', override }],
    overlays: [],
    notices: [setting.words.override.chosen(setting.texts.levels[level])],
  };
}

function overView(dialogue: Dialogue, blocks: readonly Block[]): Omit<View, 'field' | 'line' | 'fill'> {
  return {
    section: dialogue.setting.words.override.section,
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks,
    commands: { ...overlayCommands(dialogue), back: () => takenAway(dialogue), close: () => ({ overlays: [] }) },
  };
}
