/** What performs a call: it shows screens and says what the counselor did. A terminal, lines, or an example caller. */

import type { Input, Screen } from '../interview/screen.ts';

export interface CallConsole {
  /** Shows a screen and waits for what is done there. */
  readonly show: (screen: Screen) => Promise<Input>;
  /** Puts a screen up at once and waits for nothing: an emergency is seen before anything is saved. */
  readonly flash: (screen: Screen) => void;
  /** Gives the terminal back as it was; more than once does no harm. */
  readonly close: () => void;
}
