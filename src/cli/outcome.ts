/** How a command ends. */

import type { Palette } from '../io/palette.ts';

/** Every exit status of this program. A level of care is a result, never a status. */
export const EXIT_STATUSES = {
  fine: 0,
  'found-something': 1,
  'could-not-run': 2,
  'our-fault': 70,
  interrupted: 130,
} as const satisfies Record<string, number>;

export type Outcome = keyof typeof EXIT_STATUSES;

/** What each status says, for the help. */
export const STATUS_MEANINGS: Readonly<Record<Outcome, string>> = {
  fine: 'done, whatever the level of care',
  'found-something': 'ran, and found something wrong, such as a failed check, an unsaved call or a rejected row',
  'could-not-run': 'could not run: wrong usage, or a file that is missing or invalid',
  'our-fault': 'a fault of this program',
  interrupted: 'interrupted by Ctrl-C',
};

/** What a command hands back: the result, notes for standard error, and how it went. */
export interface CommandResult {
  readonly output: Output | undefined;
  readonly notes: string;
  /** Notes that come after the result. */
  readonly closing?: string;
  readonly outcome: Outcome;
}

/** A result: where it goes (standard output, or a file to save) and what must be done to show it safely. */
export interface Output {
  readonly content: string;
  readonly kind: 'text' | 'json';
  /** The palette with which text was painted; plain where absent. */
  readonly palette?: Palette | undefined;
  readonly saveAs?: string | undefined;
  /** It holds nothing of a caller: whoever may enter the folder may read it. */
  readonly isPublic?: true;
}

/** A command that could not run, with the reason for standard error. */
export function couldNotRun(notes: string): CommandResult {
  return { output: undefined, notes, outcome: 'could-not-run' };
}
