/**
 * The keys of every prompt, in one place: the footer, the words of the line mode and the manual are made from it.
 *
 * Left alone: Ctrl-A and Ctrl-B (prefixes of screen and tmux), Ctrl-C, Ctrl-Z, Ctrl-S and Ctrl-Q (the terminal's own),
 * Ctrl-H, Ctrl-I, Ctrl-J, Ctrl-M and Ctrl-[ (backspace, tab, line feed, enter and escape under another name),
 * Ctrl-N, Ctrl-T and Ctrl-W (browsers that show a terminal never pass them on), and Ctrl-L (redraws a screen elsewhere).
 */

import { forEachId } from '../policy/for-each-id.ts';
import type { Command } from './screen.ts';
import { callWordsIn } from './words/words.ts';

/** One press of a key, or a paste. */
export interface Key {
  /**
   * `enter`, `escape`, `tab`, `backspace`, `delete`, `up`, `down`, `left`, `right`, `home`, `end`, `pageup`, `pagedown`;
   * the letter of a Ctrl key; `text` for one typed character; `paste`; otherwise `unknown`.
   */
  readonly name: string;
  /** What was typed or pasted, or the sequence that the terminal sent. */
  readonly sequence: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
}

export interface CommandKey {
  /** The name of the key as `Key` has it; `ctrl` says whether Ctrl is held. */
  readonly key: string;
  readonly ctrl: boolean;
  /** How a person reads it: `Ctrl-E`. */
  readonly shown: string;
}

/** A key with what it does, in a word or two. */
export interface NamedKey extends CommandKey {
  readonly name: string;
}

/** Each command's key, the same in every language. What can be closed is closed with the key that opens the menu elsewhere. */
export const KEYS: Readonly<Record<Command, CommandKey>> = {
  emergency: ctrl('e'),
  back: ctrl('p'),
  unsure: ctrl('u'),
  declined: ctrl('r'),
  reword: ctrl('o'),
  jump: ctrl('g'),
  note: ctrl('k'),
  close: { key: 'escape', ctrl: false, shown: 'Esc' },
  menu: { key: 'escape', ctrl: false, shown: 'Esc' },
  language: ctrl('y'),
  pause: ctrl('d'),
};

/** Every command, in the order of the footer; of two with one key, the first that works has it. */
export const COMMANDS: readonly Command[] = Object.keys(KEYS).filter(isCommand);

/** The keys with their names in a language. */
export function keysIn(language: string): Readonly<Record<Command, NamedKey>> {
  const { names } = callWordsIn(language).commands;
  return forEachId(COMMANDS, (command) => ({ ...KEYS[command], name: names[command] }));
}

/** Whether a word names a command. */
export function isCommand(word: string): word is Command {
  return Object.hasOwn(KEYS, word);
}

function ctrl(letter: string): CommandKey {
  return { key: letter, ctrl: true, shown: `Ctrl-${letter.toUpperCase()}` };
}
