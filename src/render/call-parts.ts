/** The parts of a call's screen before they share the height of a terminal. */

import type { Block } from '../interview/screen.ts';
import type { Words } from '../interview/words/words.ts';
import type { RowLines } from './call-rows.ts';
import type { Line } from './styled-line.ts';

export interface Parts {
  readonly words: Words['frame'];
  readonly isAlarm: boolean;
  /** The first line: always seen. */
  readonly head: readonly Line[];
  /** What else belongs to the head: a mark, a rule. */
  readonly under: readonly Line[];
  /** Under all that: what has to happen first, which is not given up with them. */
  readonly first: readonly Line[];
  readonly blocks: readonly { readonly kind: Block['kind']; readonly lines: readonly Line[] }[];
  readonly notices: readonly Line[];
  readonly rows: readonly RowLines[];
  readonly typed: readonly Line[];
  /** The one line of it that has the caret; none where nothing is typed. */
  readonly caretLine: readonly Line[];
  /** What is said about the field, a group of lines each, the most urgent first. */
  readonly status: readonly (readonly Line[])[];
  /** What is expected; in an emergency it makes room for the steps. */
  readonly hint: readonly Line[];
  /** Every key that works, on as many lines as that takes. */
  readonly wholeFooter: readonly Line[];
  /** The footer on one line of 80 columns. */
  readonly footer: readonly Line[];
  /** The footer with the names of most keys left out. */
  readonly shortFooter: readonly Line[];
}

/** What is given up, a step at a time; blank lines are the first to go, as many as have to. */
export interface Plan {
  readonly without: readonly Block['kind'][];
  readonly hasUnder: boolean;
}

/** The options as they stand one under the other. */
export function optionLines({ rows }: Parts): readonly Line[] {
  return rows.flatMap(({ heading, lines }) => [...heading, ...lines]);
}

/** In an emergency the steps come before all that explains them. */
export function isLate({ kind }: { readonly kind: Block['kind'] }, { isAlarm }: Parts): boolean {
  return isAlarm && (kind === 'help' || kind === 'probe');
}
