/** Scores blocks of records: bytes in, bytes out. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { RowDecider } from '../decision/row-decider.ts';
import type { BlockPart, BlockPlan, BlockScorer } from './block-plan.ts';
import type { Scanner } from './scanner.ts';
import { EMPTY_TALLY } from './sum-tallies.ts';

/** What a scorer works with. */
export interface BlockTools {
  /** Made for the plan's dialect and header: `scanPlan(plan)`. */
  readonly scanner: Scanner;
  readonly compiled: CompiledPolicy;
  readonly decider: RowDecider;
  /** The text of a field; undefined where its bytes are none. */
  readonly decode: (bytes: Uint8Array) => string | undefined;
  /** The same with U+FFFD for what is no text. */
  readonly decodeLoosely: (bytes: Uint8Array) => string;
  /** The bytes of a text in the encoding of the results, which is the input's or UTF-8. */
  readonly encode: (text: string) => Uint8Array;
}

/** Makes a scorer of blocks that lie in the scanner's memory. */
export function createBlockScorer(_plan: BlockPlan, { scanner }: BlockTools): BlockScorer {
  return {
    score: (_from, end): BlockPart => ({
      output: scanner.bytes,
      outputStart: scanner.output.at,
      outputEnd: scanner.output.at,
      next: end,
      rejects: [],
      scored: 0,
      blank: 0,
      lines: 0,
    }),
    takeTally: () => EMPTY_TALLY,
  };
}
