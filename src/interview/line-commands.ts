/** Commands of the line mode: a slash and a word; `!` alone is the emergency panel. */

import { forEachId } from '../policy/for-each-id.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { isCommand, KEYS } from './keys.ts';
import type { Command, Input, Screen } from './screen.ts';

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
  pause: 'refused',
};

const COMMANDS = Object.keys(REST).filter(isCommand);

/** How each command is typed: a slash and the first word of its name in the table of keys. */
export const LINE_WORDS: Readonly<Record<Command, string>> = forEachId(
  COMMANDS,
  (command) => `/${KEYS[command].name.split(' ')[0]}`,
);

/** Reads a line that begins with a slash. */
export function lineCommand(screen: Screen, line: string): Input | HelpWanted | Complaint {
  const [word = '', ...others] = line.split(/\s+/);
  const text = others.join(' ');
  const typed = word.toLowerCase();
  if (typed === '/help' || typed === '/h') return { kind: 'help' };
  const command = COMMANDS.find((one) => isCalled(one, typed));
  if (command === undefined) return { complaint: unknownCommand(word, screen) };
  if (command !== 'emergency' && !screen.commands.includes(command)) {
    return { complaint: `\`${LINE_WORDS[command]}\` does nothing here; \`/help\` lists what can be typed` };
  }
  if (text === '' || REST[command] === 'ignored') return { kind: 'command', command };
  if (REST[command] === 'text') return { kind: 'command', command, text };
  return { complaint: `nothing can follow \`${LINE_WORDS[command]}\` on its line` };
}

/** By its word, by its id, or by the first letter of its word. */
function isCalled(command: Command, typed: string): boolean {
  const word = LINE_WORDS[command];
  return typed === word || typed === `/${command}` || typed === word.slice(0, 2);
}

function unknownCommand(word: string, { field }: Screen): string {
  const remedy = suggest(word, [...Object.values(LINE_WORDS), '/help']) ?? '`/help` lists them';
  return `there is no such command: ${remedy}${field.kind === 'line' ? SLASHES : ''}`;
}

const SLASHES = ' (a text that begins with a slash needs a second one before it)';
