/** What each key does to a field, and the keys that work at every one of them. */

import { carriedOver, doesKeep, fieldView, startField } from './field.ts';
import { isSearched, NONE_KEY } from './field-options.ts';
import { searchOptions } from './field-search.ts';
import { COMMANDS, KEYS, type Key } from './keys.ts';
import { type Complaints, complain, pressedInLine } from './line-keys.ts';
import { pressedInBoxes, pressedInList, pressedInSearch } from './option-keys.ts';
import type { Command, Field, FieldState, Input, Screen } from './screen.ts';
import { callWordsIn } from './words/words.ts';

type OneField = Extract<Field, { kind: 'one' }>;
type SomeField = Extract<Field, { kind: 'some' }>;

/** The part of a screen that keys work on. */
export type Pressable = Pick<Screen, 'field' | 'commands' | 'language'>;

/** How fields are filled in, for a console that takes no code from here. */
export interface FieldRules {
  readonly startField: typeof startField;
  readonly carriedOver: typeof carriedOver;
  readonly fieldView: typeof fieldView;
  readonly pressed: typeof pressed;
  readonly isUrgent: typeof isUrgent;
}

export const FIELD_RULES: FieldRules = { startField, carriedOver, fieldView, pressed, isUrgent };

/** What a key makes of a field: another state of it, or what the counselor did. */
export function pressed(screen: Pressable, state: FieldState, key: Key): FieldState | Input {
  if (key.ctrl && key.name === 'c') return { kind: 'interrupted' };
  const command = commandOf(screen, key);
  if (command !== undefined) return commanded(screen, state, command);
  const { complaints } = callWordsIn(screen.language).fields;
  if (key.name === 'enter') return entered(screen.field, state, complaints);
  const calm = { ...state, complaint: undefined };
  switch (screen.field.kind) {
    case 'one':
      return isSearched(screen.field)
        ? pressedInSearch(screen.field, calm, key, complaints)
        : pressedInList(screen.field, calm, key, complaints);
    case 'some':
      return pressedInBoxes(screen.field, calm, key, complaints);
    case 'line':
      return pressedInLine(screen.field, calm, key, complaints);
    default:
      return screen.field satisfies never;
  }
}

/** Whether a key counts even when it was pressed before the screen was seen: the emergency, and Ctrl-C. */
export function isUrgent(key: Key): boolean {
  return key.ctrl && (key.name === 'c' || key.name === KEYS.emergency.key);
}

function commandOf({ commands }: Pressable, key: Key): Command | undefined {
  const meant = COMMANDS.filter((command) => KEYS[command].key === key.name && KEYS[command].ctrl === key.ctrl);
  return meant.find((command) => commands.includes(command)) ?? meant.at(-1);
}

/** Where text is edited, Ctrl-U and Ctrl-R are keys that edit: they never answer in place of what stands on the line. */
const EDITING_KEYS: readonly Command[] = ['unsure', 'declined'];

function commanded({ field, commands, language }: Pressable, state: FieldState, command: Command): FieldState | Input {
  const { commands: named, fields } = callWordsIn(language);
  const isOffered = command === 'emergency' || commands.includes(command);
  if (!isOffered) return complain(state, fields.complaints.notHere(named.names[command]));
  if (EDITING_KEYS.includes(command) && state.typed.trim() !== '') return complain(state, fields.complaints.textOnLine);
  return field.kind === 'line' ? { kind: 'command', command, typed: state.typed } : { kind: 'command', command };
}

function entered(field: Field, state: FieldState, complaints: Complaints): FieldState | Input {
  if (doesKeep(field, state)) return { kind: 'kept' };
  switch (field.kind) {
    case 'one':
      return state.marked === undefined
        ? complain(state, unchosen(field, state, complaints))
        : { kind: 'chose', id: state.marked };
    case 'some':
      return ticked(field, state, complaints);
    case 'line':
      return state.typed.trim() === '' ? complain(state, complaints.typeFirst) : { kind: 'typed', text: state.typed };
    default:
      return field satisfies never;
  }
}

function unchosen(field: OneField, { typed }: FieldState, complaints: Complaints): string {
  if (!isSearched(field) || typed.trim() === '') return complaints.chooseFirst;
  const found = searchOptions(field.options, typed).options.length;
  return found === 0 ? complaints.nothingMatches : complaints.severalMatch;
}

function ticked(field: SomeField, state: FieldState, complaints: Complaints): FieldState | Input {
  const inOrder = (ids: ReadonlySet<string>): readonly string[] =>
    field.options.flatMap(({ id }) => (ids.has(id) ? [id] : []));
  if (state.isNone || state.ticked.size + state.unsure.size > 0) {
    return { kind: 'ticked', ids: inOrder(state.ticked), unsure: inOrder(state.unsure) };
  }
  return complain(state, complaints.tick(NONE_KEY));
}
