/** Commands of the line mode: a slash and a word; `!` alone is the emergency panel. */

import { forEachId } from '../policy/for-each-id.ts';
import { nearest } from '../problems/did-you-mean.ts';
import { folded } from './folded.ts';
import { isCommand } from './keys.ts';
import type { Command, Input, Screen } from './screen.ts';
import { CALL_WORDS, callWordsIn } from './words/words.ts';

/** What a line lacked, in one clause; it never repeats what was typed. */
export interface Complaint {
  readonly complaint: string;
}

/** Somebody wants to know what can be typed. */
export interface HelpWanted {
  readonly kind: 'help';
}

/** What a command does with the rest of its line. */
const REST: Readonly<Record<Command, 'text' | 'ignored' | 'refused'>> = {
  emergency: 'ignored', // whatever else was typed: the panel opens
  back: 'refused',
  unsure: 'refused',
  declined: 'refused',
  reword: 'refused',
  jump: 'text',
  note: 'text',
  menu: 'refused',
  close: 'refused',
  language: 'text',
  pause: 'refused',
};

const COMMANDS = Object.keys(REST).filter(isCommand);

/** How each command is typed in English; these words and their first letters work in every language. */
export const LINE_WORDS: Readonly<Record<Command, string>> = CALL_WORDS.en.commands.typed;

/** The letter by which each command is called in every language, after its slash. */
export const LINE_LETTERS: Readonly<Record<Command, string>> = forEachId(COMMANDS, (command) =>
  LINE_WORDS[command].slice(0, 2),
);

/** Reads a line that begins with a slash. */
export function lineCommand(screen: Screen, line: string): Input | HelpWanted | Complaint {
  const [word = '', ...others] = line.split(/\s+/);
  const text = others.join(' ');
  const typed = folded(word);
  const { commands, lines } = callWordsIn(screen.language);
  if (HELP.has(typed)) return { kind: 'help' };
  const command = COMMANDS.find((one) => isCalled(one, typed));
  if (command === undefined) return { complaint: unknownCommand(word, screen) };
  const said = commands.typed[command];
  if (command !== 'emergency' && !screen.commands.includes(command)) return { complaint: lines.doesNothing(said) };
  if (text === '' || REST[command] === 'ignored') return { kind: 'command', command };
  if (REST[command] === 'text') return { kind: 'command', command, text };
  return { complaint: lines.nothingFollows(said) };
}

const HELP: ReadonlySet<string> = new Set([
  '/h',
  ...Object.values(CALL_WORDS).map(({ commands }) => folded(commands.help)),
]);

/** By its word in any language, by its id, or by the first letter of its English word. */
function isCalled(command: Command, typed: string): boolean {
  const words = Object.values(CALL_WORDS).map(({ commands }) => folded(commands.typed[command]));
  return words.includes(typed) || typed === `/${command}` || typed === LINE_LETTERS[command];
}

function unknownCommand(word: string, { field, language }: Screen): string {
  const { commands, lines } = callWordsIn(language);
  const known = [...Object.values(commands.typed), commands.help];
  const near = nearest(word, known);
  const remedy = near === undefined ? lines.oneOf(known) : lines.didYouMean(near);
  return `${lines.noSuchCommand(remedy)}${field.kind === 'line' ? lines.slashes : ''}`;
}
