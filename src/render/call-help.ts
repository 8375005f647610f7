/** What can be typed in line mode, a line each. */

import type { Command, Screen } from '../interview/screen.ts';
import type { Words } from '../interview/words/words.ts';

/** The words of the screen's language, and the letter by which each command is called in all of them. */
export interface HelpWords {
  readonly words: Words;
  readonly letters: Readonly<Record<Command, string>>;
}

/** Lists the commands that work on a screen, under the words by which they are typed, and how to answer. */
export function callHelp(screen: Screen, { words, letters }: HelpWords): string {
  const { typed, meanings } = words.commands;
  const commands = [...new Set<Command>(['emergency', ...screen.commands])];
  const named = (command: Command): string => {
    const letter = letters[command];
    return typed[command].startsWith(letter) ? typed[command] : `${typed[command]}, ${letter}`;
  };
  const all = Object.keys(typed).filter((one): one is Command => one in letters);
  const width = Math.max(...all.map((command) => named(command).length)) + 2;
  const lines = commands.map((command) => `${named(command).padEnd(width)}${meanings[command]}`);
  return `\n${[...words.lines.howToAnswer[screen.field.kind], ...lines].join('\n')}\n\n> `;
}
