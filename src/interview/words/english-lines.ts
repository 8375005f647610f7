/** The line mode in English: what is read out around a screen, and what is said to a line that could not be taken. */

import type { Screen } from '../screen.ts';

export const ENGLISH_LINES = {
  welcome: 'Type an answer and Enter. `!` opens the emergency panel, `/help` lists what else can be typed.',
  notice: 'Notice: ',
  say: 'Say: ',
  otherWords: 'Or: ',
  possible: (levels: string) => ` Possible: ${levels}.`,
  several: 'Several: `1, 3`; not sure about one: `3?`',
  keeps: (what: string) => `Enter keeps: ${what}`,
  notSure: (label: string) => `${label} (not sure)`,
  nothingTyped: 'type an answer, `/unsure` or `/declined`; `/help` lists what else can be typed',
  doesNothing: (command: string) => `\`${command}\` does nothing here; \`/help\` lists what can be typed`,
  nothingFollows: (command: string) => `nothing can follow \`${command}\` on its line`,
  noSuchCommand: (remedy: string) => `there is no such command: ${remedy}`,
  didYouMean: (command: string) => `did you mean \`${command}\`?`,
  oneOf: (commands: readonly string[]) => `one of ${commands.map((one) => `\`${one}\``).join(', ')}`,
  slashes: ' (a text that begins with a slash needs a second one before it)',
  standsAlone: (none: string) => `\`${none}\` can only stand alone`,
  saidAndUnsure: 'an option was said, and unsure too',
  noOption: 'that is none of the options; type the number of one',
  severalOptions: (labels: string) => `that could be ${labels}; type the number of one`,
  dropped: 'Notice: what was typed before this was shown was not taken.',
  refused: {
    'too-long': 'a line has more than 10,000 characters and was not taken; type the answer again',
    'not-utf8': 'a line is not UTF-8 and was not taken; type the answer again',
    'control-characters': 'a line has control characters and was not taken; type the answer again',
  },
  howToAnswer: {
    one: ['Type the number or the words of an option.'],
    some: [
      'Type the numbers or the words of the options, with commas between them.',
      '`0` is none of these; a `?` behind an option: the caller is not sure about it.',
    ],
    line: ['Type the answer. One that begins with a slash needs a second slash before it.'],
  } satisfies Readonly<Record<Screen['field']['kind'], readonly string[]>>,
};
