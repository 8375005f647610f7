/** Turns what a terminal sends into keys. Sequences may arrive in pieces; what is not whole yet is handed back. */

import type { Key } from '../interview/keys.ts';

export interface Decoded {
  readonly keys: readonly Key[];
  /** The beginning of a sequence that more may follow. */
  readonly rest: string;
}

const PASTE_START = '\u001b[200~';
const PASTE_END = '\u001b[201~';

/** ECMA-48: parameters, intermediates, a final character. `ESC [ [ A` is what the Linux console sends for F1. */
const CONTROL_SEQUENCE = /\u001b\[(?:\[[A-E]|(?<parameters>[0-?]*)[ -/]*(?<final>[@-~]))/y;
const SINGLE_SHIFT = /\u001bO(?<parameters>[0-9;]*)(?<final>[A-Za-z])/y;
/** A reply of the terminal that nobody asked for: it is passed over whole. */
const REPLY = /\u001b[\]P_^X][^\u0000-\u001f\u007f]*(?:\u0007|\u001b\\)/y;
const WITH_ALT = /\u001b(?<character>[^\u0000-\u001f\u007f-\u009f])/uy;
const UNFINISHED = /\u001b(?:\[\[?|\[[0-?]*[ -/]*|O[0-9;]*|[\]P_^X][^\u0000-\u001f\u007f]*\u001b?)?$/y;

const BY_FINAL: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  F: 'end',
  H: 'home',
  M: 'enter', // of the keypad
};

const BY_NUMBER: Readonly<Record<string, string>> = {
  1: 'home',
  3: 'delete',
  4: 'end',
  5: 'pageup',
  6: 'pagedown',
  7: 'home',
  8: 'end',
};

const BY_CODE: Readonly<Record<number, string>> = {
  8: 'backspace',
  9: 'tab',
  10: 'enter',
  13: 'enter',
  27: 'escape',
  127: 'backspace',
};

/** The keys in a piece of input that begins where the last one's `rest` began. */
export function decodeKeys(text: string): Decoded {
  const keys: Key[] = [];
  let at = 0;
  while (at < text.length) {
    if (isUnfinished(text, at)) return { keys, rest: text.slice(at) };
    const { key, length } = keyAt(text, at);
    keys.push(key);
    at += length;
  }
  return { keys, rest: '' };
}

/** The keys in a rest that nothing followed: Escape was pressed alone, or a paste broke off. */
export function decodeRest(rest: string): readonly Key[] {
  if (rest === '') return [];
  if (rest.startsWith(PASTE_START)) return [named('paste', rest.slice(PASTE_START.length))];
  return [named(rest === '\u001b' ? 'escape' : 'unknown', rest)];
}

/** Whether a rest is a paste under way, of which more may take a while to come. */
export function isPasting(rest: string): boolean {
  return rest.startsWith(PASTE_START);
}

function isUnfinished(text: string, at: number): boolean {
  if (text.startsWith(PASTE_START, at)) return !text.includes(PASTE_END, at);
  return text[at] === '\u001b' && match(UNFINISHED, text, at) !== undefined;
}

interface Taken {
  readonly key: Key;
  /** In UTF-16 units. */
  readonly length: number;
}

function keyAt(text: string, at: number): Taken {
  if (text[at] === '\u001b') return sequenceAt(text, at);
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  // A terminal sends CR for Enter; a script that sends CR LF means one Enter too.
  if (character === '\r' && text[at + 1] === '\n') return { key: named('enter', '\r\n'), length: 2 };
  return { key: keyOfCode(character.codePointAt(0) ?? 0, { ctrl: false, meta: false }), length: character.length };
}

function sequenceAt(text: string, at: number): Taken {
  if (text.startsWith(PASTE_START, at)) {
    const end = text.indexOf(PASTE_END, at);
    return { key: named('paste', text.slice(at + PASTE_START.length, end)), length: end + PASTE_END.length - at };
  }
  const sequence = match(CONTROL_SEQUENCE, text, at) ?? match(SINGLE_SHIFT, text, at);
  if (sequence !== undefined) return { key: keyOfSequence(sequence), length: sequence[0].length };
  const reply = match(REPLY, text, at);
  if (reply !== undefined) return { key: named('unknown', reply[0]), length: reply[0].length };
  const held = match(WITH_ALT, text, at);
  if (held === undefined) return { key: named('escape', '\u001b'), length: 1 };
  const code = held.groups?.character?.codePointAt(0) ?? 0;
  return { key: keyOfCode(code, { ctrl: false, meta: true }), length: held[0].length };
}

interface Held {
  readonly ctrl: boolean;
  readonly meta: boolean;
}

function keyOfSequence(sequence: RegExpExecArray): Key {
  const { parameters = '', final = '' } = sequence.groups ?? {};
  const [first = '', second = '', third = ''] = parameters.split(';');
  // Terminals that tell more keys apart send the character as a number: `CSI code ; held u`, `CSI 27 ; held ; code ~`.
  if (final === 'u') return keyOfCode(Number(first), heldIn(second));
  if (final === '~' && first === '27' && third !== '') return keyOfCode(Number(third), heldIn(second));
  const name = final === '~' ? BY_NUMBER[first] : BY_FINAL[final];
  return { name: name ?? 'unknown', sequence: sequence[0], ...heldIn(second) };
}

/** xterm numbers what is held from 1: one for Shift, two for Alt, four for Ctrl. */
function heldIn(parameter: string): Held {
  const held = Math.max(0, Number.parseInt(parameter, 10) - 1) || 0;
  return { ctrl: (held & 4) !== 0, meta: (held & 2) !== 0 };
}

function keyOfCode(code: number, held: Held): Key {
  const name = BY_CODE[code];
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : '';
  if (name !== undefined) return { name, sequence: character, ...held };
  if (code >= 1 && code <= 26)
    return { name: String.fromCharCode(code + 96), sequence: character, ...held, ctrl: true };
  if (code < 32 || (code > 127 && code < 160) || character === '') return named('unknown', character);
  if (held.ctrl) return { name: character.toLowerCase(), sequence: character, ...held };
  return { name: 'text', sequence: character, ...held };
}

function named(name: string, sequence: string): Key {
  return { name, sequence, ctrl: false, meta: false };
}

/** The match of a sticky pattern at a place. */
function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
