/** A call that plays itself: what is shown and what is done there, one after the other. */

import type { Writable } from 'node:stream';
import type { Input, Screen } from '../interview/screen.ts';
import type { CallConsole } from './call-console.ts';
import { visible } from './visible.ts';

export interface CallPlayer {
  readonly output: Writable;
  readonly lines: (shown: { readonly screen: Screen; readonly before: Screen | undefined }) => string;
  /** What is done on a screen, and how it would be typed. */
  readonly play: (screen: Screen) => { readonly input: Input; readonly typed: string };
}

/** Shows every screen as lines and answers it at once. */
export function createCallPlayer({ output, lines, play }: CallPlayer): CallConsole {
  let before: Screen | undefined;
  const ignore = (): void => {}; // nobody reads any more
  output.on('error', ignore);
  return {
    show: async (screen) => {
      const { input, typed } = play(screen);
      output.write(visible(`${lines({ screen, before })}${typed}\n`));
      before = screen;
      return input;
    },
    flash: () => {}, // the same screen is shown at once
    close: () => {
      output.off('error', ignore);
    },
  };
}
