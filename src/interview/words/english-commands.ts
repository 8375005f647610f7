/** The commands of every prompt in English: what the footer calls them, how they are typed, what they do. */

import type { Command } from '../screen.ts';

export const ENGLISH_COMMANDS = {
  /** In the footer, in a word or two. */
  names: {
    emergency: 'emergency',
    back: 'back',
    unsure: 'unsure',
    declined: 'declined',
    reword: 'reword',
    jump: 'go to',
    note: 'note',
    close: 'close',
    menu: 'menu',
    language: 'language',
    pause: 'pause',
  } satisfies Readonly<Record<Command, string>>,
  /** How each is typed in line mode. */
  typed: {
    emergency: '/emergency',
    back: '/back',
    unsure: '/unsure',
    declined: '/declined',
    reword: '/reword',
    jump: '/go',
    note: '/note',
    menu: '/menu',
    close: '/close',
    language: '/language',
    pause: '/pause',
  } satisfies Readonly<Record<Command, string>>,
  help: '/help',
  /** For somebody who sees it for the first time. */
  meanings: {
    emergency: 'the emergency panel; `!` does the same',
    back: 'the question before',
    unsure: 'the caller does not know',
    declined: 'the caller does not want to say',
    reword: 'the script in other words, and help',
    jump: 'to a question; its name or number may follow',
    note: 'writes something down; the text may follow',
    menu: 'everything else: who is calling, end the call, answers so far',
    close: 'leaves this list or note',
    language: 'goes on in the next language; its code may follow',
    pause: 'saves the call and leaves',
  } satisfies Readonly<Record<Command, string>>,
};
