/** Writes what the blocks of a run became, one after another, and counts it. */

import { countReject } from '../batch/count-reject.ts';
import { addTally, nothing, type Running } from '../batch/sum-tallies.ts';
import type { ResultSink } from '../io/result-sink.ts';
import type { TaskResult } from '../io/worker-pool.ts';
import type { BlockResult, RejectedRow } from './block-work.ts';
import type { RejectFiles } from './score-rejects.ts';

/** Where a run writes. */
export interface Writing {
  readonly sink: ResultSink;
  readonly rejects: RejectFiles;
  /** Whether there are several exports, so that a reject names its own. */
  readonly hasSeveral: boolean;
  /** Whether the first reject ends the run; then it is kept in no file. */
  readonly failFast: boolean;
}

/** How far a run has come; it changes while it goes on. */
export interface RunState {
  /** The export that is being read. */
  path: string;
  /** The line on which the next record to be written begins. */
  line: number;
  readonly tally: Running;
  firstReject: (RejectedRow & { readonly path: string }) | undefined;
  /** Whether nobody reads the result any more. */
  readerLeft: boolean;
}

/** What is written in the order of the input. */
export type Piece =
  | { readonly kind: 'export'; readonly path: string; readonly firstLine: number; readonly blank: number }
  | ({ readonly kind: 'scored' } & TaskResult<BlockResult>)
  | {
      readonly kind: 'unreadable';
      readonly bytes: Uint8Array;
      readonly lines: number;
      readonly reject: RejectedRow | undefined; // with the first piece of a record
    };

/** Before the first row. */
export function newRunState(): RunState {
  return { path: '', line: 1, tally: nothing(), firstReject: undefined, readerLeft: false };
}

/** Writes a piece; whether more is wanted. */
export async function takePiece(piece: Piece, run: Writing, state: RunState): Promise<boolean> {
  switch (piece.kind) {
    case 'export':
      state.path = piece.path;
      state.line = piece.firstLine;
      state.tally.blank += piece.blank;
      return true;
    case 'scored':
      return takeScored(piece, run, state);
    case 'unreadable': {
      const rejects = piece.reject === undefined ? [] : [piece.reject];
      await reject({ records: piece.bytes, rejects }, run, state);
      state.line += piece.lines;
      for (const one of rejects) countReject(state.tally, one);
      return !(run.failFast && rejects.length > 0);
    }
    default:
      return piece satisfies never;
  }
}

async function takeScored(
  { outputs, result, release }: Extract<Piece, { kind: 'scored' }>,
  run: Writing,
  state: RunState,
): Promise<boolean> {
  const written = outputs.filter(({ length }) => length > 0);
  if (written.length > 0 && !(await run.sink.write(...written))) {
    state.readerLeft = true;
    return false;
  }
  release();
  addTally(state.tally, result.tally); // before anything else can fail: the rows are written
  await reject({ records: result.rejected, rejects: result.rejects }, run, state);
  state.line += result.lines;
  return !(run.failFast && result.rejects.length > 0);
}

async function reject(
  { records, rejects }: { readonly records: Uint8Array; readonly rejects: readonly RejectedRow[] },
  run: Writing,
  state: RunState,
): Promise<void> {
  const [first] = rejects;
  if (first !== undefined && state.firstReject === undefined) {
    state.firstReject = { ...first, path: state.path, line: state.line + first.line };
  }
  if (records.length === 0 || run.failFast) return;
  await run.rejects.add(records, rejects, { file: run.hasSeveral ? state.path : undefined, line: state.line });
}
