/** What keys do to a line that is being typed, be it an answer or the words that a list is searched for. */

import type { Key } from './keys.ts';
import type { Field, FieldState } from './screen.ts';
import { asLine, editLine, insertText } from './typed-line.ts';

type LineField = Extract<Field, { kind: 'line' }>;

/** What stands in the place of bytes that are no UTF-8. */
const UNREADABLE = '\ufffd';

/** What a key makes of a typed answer. */
export function pressedInLine(field: LineField, state: FieldState, key: Key): FieldState {
  const isTyping = isText(key) || key.name === 'paste';
  if (field.of === 'number' && isTyping && !/^[\d.]+$/.test(key.sequence.trim())) {
    return complain(state, 'type the number in digits');
  }
  return editedLine(state, field.of === 'number' ? { ...key, sequence: key.sequence.trim() } : key) ?? state;
}

/** The line after a key; undefined for keys that neither write nor edit. */
export function editedLine(state: FieldState, key: Key): FieldState | undefined {
  if (!isText(key) && key.name !== 'paste') {
    const edited = editLine(state, key.name);
    return edited === undefined ? undefined : { ...state, ...edited };
  }
  if (key.sequence.includes(UNREADABLE))
    return complain(state, 'that has a character that is not UTF-8: type it again');
  const longer = insertText(state, asLine(key.sequence));
  return longer === undefined ? complain(state, 'that is too long for one line') : { ...state, ...longer };
}

/** Whether a key is a character that was typed. */
export function isText(key: Key): boolean {
  return key.name === 'text' && !key.meta;
}

/** Says what a key lacked. */
export function complain(state: FieldState, complaint: string): FieldState {
  return { ...state, complaint };
}
