/** What can be typed in line mode, a line each. */

import type { Command, Screen } from '../interview/screen.ts';

/** What each command does, for somebody who sees it for the first time. */
const MEANINGS: Readonly<Record<Command, string>> = {
  emergency: 'the emergency panel; `!` does the same',
  back: 'the question before',
  unsure: 'the caller does not know',
  declined: 'the caller does not want to say',
  reword: 'the script in other words, and help',
  jump: 'to a question; its name or number may follow',
  note: 'writes something down; the text may follow',
  menu: 'everything else: who is calling, end the call, answers so far',
  close: 'leaves this list or note',
  pause: 'saves the call and leaves',
};

/** Lists the commands that work on a screen, under the words by which they are typed, and how to answer. */
export function callHelp(screen: Screen, words: Readonly<Record<Command, string>>): string {
  const commands = [...new Set<Command>(['emergency', ...screen.commands])];
  const width = Math.max(...Object.values(words).map(({ length }) => length)) + 2;
  const lines = commands.map((command) => `${words[command].padEnd(width)}${MEANINGS[command]}`);
  return `\n${[...HOW_TO_ANSWER[screen.field.kind], ...lines].join('\n')}\n\n> `;
}

const HOW_TO_ANSWER: Readonly<Record<Screen['field']['kind'], readonly string[]>> = {
  one: ['Type the number or the words of an option.'],
  some: [
    'Type the numbers or the words of the options, with commas between them.',
    '`0` is none of these; a `?` behind an option: the caller is not sure about it.',
  ],
  line: ['Type the answer. One that begins with a slash needs a second slash before it.'],
};
