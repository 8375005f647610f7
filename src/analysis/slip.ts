/** One small way in which an author's hand can slip. */

import type { Path } from '../documents/document.ts';
import type { Edit } from '../documents/edited.ts';

/** What slips there are, in the words of a report. */
export const SLIP_KINDS = {
  'rule-left-out': 'a rule left out',
  'condition-left-out': 'a condition left out',
  'test-negated': 'a test turned into its opposite',
  'any-all-swapped': '`any` and `all` confused',
  'threshold-moved': 'a threshold moved by one step',
  'option-left-out': 'an option left out of a list',
  'floor-lowered': 'a level lowered by one',
  'effect-left-out': 'a first step, support, action or level left out',
  'branch-left-out': 'a branch of a derived fact left out',
  'branches-swapped': 'two neighbouring branches in the wrong order',
  'values-swapped': 'the values of two neighbouring branches confused',
  'points-moved': 'points moved by one',
  'gate-left-out': 'a question asked of everybody',
} as const;
export type SlipKind = keyof typeof SLIP_KINDS;

/** A slip in one file: where, what, and the file's value after it. */
export interface Slip {
  readonly kind: SlipKind;
  /** The part of the file to point at. */
  readonly at: Path;
  /** Its key is meant, not its value. */
  readonly part?: 'key' | undefined;
  /** What is different, in half a sentence: "`moderate` left out". */
  readonly what: string;
  readonly edit: Edit;
}
