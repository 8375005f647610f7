/** The terminal as a call needs it, and as it was before. */

import type { KeyInput } from './keyboard.ts';

/** Where screens go: standard error, or a test's stand-in. */
export type ScreenOutput = NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number };

export interface TerminalModes {
  /** Takes the terminal over. */
  readonly enter: () => void;
  /** Gives it back; more than once does no harm. */
  readonly leave: () => void;
  readonly isEntered: () => boolean;
}

/**
 * The alternate screen, whose rows never reach the scrollback; pastes marked as such; no cursor, because a caret is
 * drawn; no wrapping, so that a row that turns out wider than thought cannot push the others up.
 */
const TAKE_OVER = '\u001b[?1049h\u001b[?2004h\u001b[?25l\u001b[?7l';

/** The same undone, after wiping the screen for terminals that have no alternate one. */
const GIVE_BACK = '\u001b[0m\u001b[2J\u001b[H\u001b[?7h\u001b[?25h\u001b[?2004l\u001b[?1049l';

/** Makes the two switches. When the process ends without having given the terminal back, that is done last of all. */
export function terminalModes(input: KeyInput, output: ScreenOutput): TerminalModes {
  let isEntered = false;
  const leave = (): void => {
    if (!isEntered) return;
    isEntered = false;
    process.off('exit', leave);
    output.write(GIVE_BACK);
    input.setRawMode?.(false);
  };
  return {
    enter: () => {
      if (isEntered) return;
      isEntered = true;
      process.on('exit', leave);
      input.setRawMode?.(true);
      output.write(TAKE_OVER);
    },
    leave,
    isEntered: () => isEntered,
  };
}
