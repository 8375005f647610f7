/** What becomes of the rows of a block: how each is written, and what is counted. */

import type { BlockPlan, Reject } from './block-plan.ts';
import type { BlockTools } from './block-scorer.ts';
import type { WrittenRows } from './output-area.ts';
import type { RowDeciders } from './row-deciders.ts';
import type { RowState } from './row-state.ts';
import type { RecordPlace } from './row-writer.ts';
import type { Tally } from './tally.ts';

export interface RowSink {
  /** Begins a part of a block. */
  readonly begin: () => void;
  /** Writes the row in the state; false where there is no room behind the rows that are written. */
  readonly write: (place: RecordPlace) => boolean;
  /** Counts the row that was written last. */
  readonly count: () => void;
  readonly countRejects: (rejects: readonly Reject[]) => void;
  readonly countBlank: (lines: number) => void;
  readonly takeTally: () => Tally;
  /** Where the rows of the part were written. */
  readonly written: () => WrittenRows;
}

export interface RowSinkParts {
  readonly plan: BlockPlan;
  readonly tools: BlockTools;
  readonly deciders: RowDeciders;
  /** The row that was read last. */
  readonly state: RowState;
}
