/** What keys do to a line that is being typed, be it an answer or the words that a list is searched for. */

import type { Key } from './keys.ts';
import type { Field, FieldState } from './screen.ts';
import { asLine, editLine, insertText } from './typed-line.ts';
import type { Words } from './words/words.ts';

/** What can be wrong with a key, in the language of the screen. */
export type Complaints = Words['fields']['complaints'];

type LineField = Extract<Field, { kind: 'line' }>;

/** What stands in the place of bytes that are no UTF-8. */
const UNREADABLE = '\ufffd';

/** What a key makes of a typed answer. */
export function pressedInLine(field: LineField, state: FieldState, key: Key, complaints: Complaints): FieldState {
  const isTyping = isText(key) || key.name === 'paste';
  if (field.of === 'number' && isTyping && !/^[\d.]+$/.test(key.sequence.trim())) {
    return complain(state, complaints.digits);
  }
  const typed = field.of === 'number' ? { ...key, sequence: key.sequence.trim() } : key;
  return editedLine(state, typed, complaints) ?? state;
}

/** The line after a key; undefined for keys that neither write nor edit. */
export function editedLine(state: FieldState, key: Key, complaints: Complaints): FieldState | undefined {
  if (!isText(key) && key.name !== 'paste') {
    const edited = editLine(state, key.name);
    return edited === undefined ? undefined : { ...state, ...edited };
  }
  if (key.sequence.includes(UNREADABLE)) return complain(state, complaints.notUtf8);
  const longer = insertText(state, asLine(key.sequence));
  return longer === undefined ? complain(state, complaints.tooLong) : { ...state, ...longer };
}

/** Whether a key is a character that was typed. */
export function isText(key: Key): boolean {
  return key.name === 'text' && !key.meta;
}

/** Says what a key lacked. */
export function complain(state: FieldState, complaint: string): FieldState {
  return { ...state, complaint };
}
