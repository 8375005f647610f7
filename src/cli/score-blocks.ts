/** The rows of the exports, scored: cut into blocks and shared out; what they become is written in the order of the input. */

import type { Dialect } from '../batch/dialect.ts';
import { countLineEnds } from '../batch/line-end.ts';
import type { ByteSource } from '../io/byte-source.ts';
import { utf8Bytes } from '../io/encodings.ts';
import { garbageCollector } from '../io/heap.ts';
import { joinBytes } from '../io/join-bytes.ts';
import type { BlockRunner } from './block-runner.ts';
import { type BlockMemory, blockMemory, type CutBlock, cutBlocks } from './cut-blocks.ts';
import { type InOrder, inOrder } from './in-order.ts';
import { endsLine, LINE_END_TEXTS } from './line-ends.ts';
import { type Piece, type RunState, takePiece, type Writing } from './take-piece.ts';

/** One export, from its first record on. */
export interface RowSource {
  readonly path: string;
  readonly source: ByteSource;
  readonly firstLine: number;
  /** Blank lines before the header. */
  readonly blank: number;
}

export interface ScoreRun extends Writing {
  readonly dialect: Dialect;
  /** Opens the exports one after another; each is closed before the next. */
  readonly inputs: () => AsyncIterable<RowSource>;
  readonly runner: BlockRunner;
  /** Bytes of a block, unless it is one record. */
  readonly blockSize: number;
  /** Whether results name lines, so that they must be counted before a block is scored. */
  readonly namesLines: boolean;
  /** Resolves where somebody ends the run. */
  readonly interrupted: Promise<unknown>;
  /** Hears how many bytes of the files and pipes had been read, before anything was unpacked, for what is written now. */
  readonly onDone: (taken: number) => void;
}

/** How a run ended, unless something broke. */
export type RunEnding = 'whole' | 'interrupted' | 'reader-left' | 'rejected';

/** After so many pieces garbage is collected: replies of workers that waited for their turn. Half a gigabyte of rows left 20 MB of it. */
const COLLECTED = 128;

/** Scores all rows, or as many as somebody wants; what broke on the way is thrown once everything before it is written. */
export async function scoreBlocks(run: ScoreRun, state: RunState): Promise<RunEnding> {
  const collectGarbage = garbageCollector();
  let pieces = 0;
  const queue = inOrder<MadePiece>(run.runner.capacity, async ({ piece, taken }) => {
    const isMoreWanted = await takePiece(piece, run, state);
    pieces += 1;
    if (pieces % COLLECTED === 0) collectGarbage();
    run.onDone(taken);
    return isMoreWanted;
  });
  const reading = readingOf(run, queue);
  let isWhole = false;
  try {
    isWhole = await addAll(run, { queue, reading });
  } finally {
    await queue.finish();
  }
  if (state.readerLeft) return 'reader-left';
  if (run.failFast && state.firstReject !== undefined) return 'rejected';
  return isWhole ? 'whole' : 'interrupted';
}

/** A piece, and how many bytes had been read when it was begun. */
interface MadePiece {
  readonly piece: Piece;
  readonly taken: number;
}

/** What is being read, so that whoever stops the run can stop it, too. */
interface Reading {
  readonly begin: (source: ByteSource) => void;
  readonly isStopped: () => boolean;
}

function readingOf(run: ScoreRun, { over }: InOrder<MadePiece>): Reading {
  let current: ByteSource | undefined;
  let isStopped = false;
  const stop = (): void => {
    isStopped = true;
    current?.close();
  };
  void run.interrupted.then(stop);
  void over.then(stop);
  return {
    begin: (source) => {
      current = source;
    },
    isStopped: () => isStopped,
  };
}

interface Adding {
  readonly queue: InOrder<MadePiece>;
  readonly reading: Reading;
}

/** Whether everything was read. */
async function addAll(run: ScoreRun, adding: Adding): Promise<boolean> {
  const memory = blockMemory();
  let before = 0; // bytes of the exports that are read
  try {
    for await (const { path, source, firstLine, blank } of run.inputs()) {
      adding.reading.begin(source);
      adding.queue.add(Promise.resolve({ piece: { kind: 'export', path, firstLine, blank }, taken: before }));
      const isWhole = await addExport(run, { source, firstLine, memory, before }, adding);
      source.close();
      if (!isWhole) return false;
      before += source.taken();
    }
    return true;
  } catch (error) {
    if (adding.reading.isStopped()) return false; // reading was broken off
    throw error;
  }
}

interface ExportReading {
  readonly source: ByteSource;
  readonly firstLine: number;
  readonly memory: BlockMemory;
  readonly before: number;
}

async function addExport(
  run: ScoreRun,
  { source, firstLine, memory, before }: ExportReading,
  { queue, reading }: Adding,
): Promise<boolean> {
  let line = firstLine;
  for await (const block of cutBlocks(source, memory, run)) {
    if (reading.isStopped() || !(await queue.ready())) return false;
    const taken = before + source.taken();
    queue.add(pieceOf(block, line, run).then((piece) => ({ piece, taken })));
    if (run.namesLines) line += linesIn(block, run.dialect);
  }
  return !reading.isStopped();
}

function linesIn(block: CutBlock, { lineEnd }: Dialect): number {
  return block.kind === 'records' ? countLineEnds(block.bytes, 0, block.bytes.length, lineEnd) : block.lines;
}

async function pieceOf(block: CutBlock, line: number, { runner, dialect }: ScoreRun): Promise<Piece> {
  if (block.kind === 'records') return { kind: 'scored', ...(await runner.run(block.bytes, { line })) };
  const { bytes, code, isFirst, isLast, lines } = block;
  const isOpen = isLast && !endsLine(bytes, dialect.lineEnd);
  return {
    kind: 'unreadable',
    bytes: joinBytes(isOpen ? [bytes, utf8Bytes(LINE_END_TEXTS[dialect.lineEnd])] : [bytes]),
    lines,
    reject: isFirst
      ? {
          ...{ line: 0, lines: isLast ? lines + (isOpen ? 1 : 0) : undefined },
          ...{ problems: [{ code, column: undefined }], urgency: 'possible' },
        }
      : undefined,
  };
}
