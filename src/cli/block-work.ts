/** The work on one block of records, the same in a worker and beside one. */

import type { BlockPart, BlockPlan, BlockScorer } from '../batch/block-plan.ts';
import { type BlockTools, createBlockScorer } from '../batch/block-scorer.ts';
import { type CountedReject, countReject } from '../batch/count-reject.ts';
import { createScanner } from '../batch/create-scanner.ts';
import type { ScannedEncoding } from '../batch/dialect.ts';
import { countLineEnds } from '../batch/line-end.ts';
import { scanPlan } from '../batch/scan-plan.ts';
import type { Scanner } from '../batch/scanner.ts';
import { addTally, nothing } from '../batch/sum-tallies.ts';
import type { Tally } from '../batch/tally.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { type PolicySources, restorePolicy, type StoredPolicy } from '../decision/stored-policy.ts';
import { fieldDecoder, utf8Bytes } from '../io/encodings.ts';
import { joinBytes } from '../io/join-bytes.ts';
import { loadScanKernel } from '../io/scan-kernel.ts';
import { visibleJson } from '../io/visible.ts';
import type { Perform } from '../io/worker-tasks.ts';
import { endsLine, LINE_END_TEXTS } from './line-ends.ts';

/** What a run decides about every block. */
export interface WorkPlan {
  readonly block: BlockPlan;
  readonly encoding: ScannedEncoding;
  /** Stops before the first record that cannot be scored. */
  readonly failFast: boolean;
}

/** The same with the policy, as it is sent to a worker. */
export interface WorkSetup extends WorkPlan {
  readonly sources: PolicySources;
  readonly stored: StoredPolicy;
}

/** What is said with a block. */
export interface BlockNote {
  /** The line on which it begins, from 1. */
  readonly line: number;
}

/** A record that could not be scored. */
export interface RejectedRow extends CountedReject {
  /** Line ends in the block before it. */
  readonly line: number;
  /** How many lines it takes; undefined where its end has not been seen. */
  readonly lines: number | undefined;
}

/** What became of a block, beside its rows. */
export interface BlockResult {
  readonly lines: number;
  /** The raw records, each with a line end. */
  readonly rejected: Uint8Array;
  readonly rejects: readonly RejectedRow[];
  readonly tally: Tally;
}

export type BlockWork = Perform<BlockNote, BlockResult>;

/** Makes the work of a run, from a policy that was compiled elsewhere. */
export function restoredWork({ sources, stored, ...plan }: WorkSetup): BlockWork {
  return createBlockWork(plan, restorePolicy(sources, stored));
}

/** Makes the work of a run; `rows` writes and counts them in another way than by scoring. */
export function createBlockWork(
  { block: plan, encoding, failFast }: WorkPlan,
  compiled: CompiledPolicy,
  rows?: BlockTools['rows'],
): BlockWork {
  const scanner = createScanner(scanPlan(plan), loadScanKernel);
  const tools = {
    scanner,
    compiled,
    ...fieldDecoder(encoding),
    encode: utf8Bytes,
    visibleJson,
    ...(rows === undefined ? {} : { rows }),
  };
  const scorer = createBlockScorer(plan, tools);
  const score = { scanner, scorer, plan };
  return (block, { line }, put) => {
    const from = scanner.input.at;
    scanner.bytes.set(block, from);
    const place = { from, end: from + block.length, line };
    return failFast ? scoreUntilReject(score, place, put) : scoreBlock(score, place, put);
  };
}

interface Scoring {
  readonly scanner: Scanner;
  readonly scorer: BlockScorer;
  readonly plan: BlockPlan;
}

/** Where a block lies in the scanner's memory, and the line on which it begins. */
interface Place {
  readonly from: number;
  readonly end: number;
  readonly line: number;
}

type Put = (bytes: Uint8Array) => void;

function scoreBlock({ scanner, scorer, plan }: Scoring, { from, end, line }: Place, put: Put): BlockResult {
  const raw: Uint8Array[] = [];
  const rejects: RejectedRow[] = [];
  let lines = 0;
  for (let at = from; at < end; ) {
    const part = scorer.score(at, end, line + lines);
    if (part.outputEnd > part.outputStart) put(part.output.subarray(part.outputStart, part.outputEnd));
    for (const reject of part.rejects) {
      const record = rawRecord(scanner.bytes.slice(reject.start, reject.end), plan);
      raw.push(record);
      const { problems, urgency } = reject;
      rejects.push({ line: lines + reject.line, lines: linesOf(record, plan), problems, urgency });
    }
    lines += part.lines;
    at = part.next;
  }
  return { lines, rejected: joinBytes(raw), rejects, tally: scorer.takeTally() };
}

/** Scores in two goes where a record is rejected, so that what comes behind it is neither written nor counted. */
function scoreUntilReject(scoring: Scoring, place: Place, put: Put): BlockResult {
  const { scanner, scorer } = scoring;
  const rows: Uint8Array[] = [];
  let lines = 0;
  for (let at = place.from; at < place.end; ) {
    const part: BlockPart = scorer.score(at, place.end, place.line + lines);
    const [first] = part.rejects;
    if (first !== undefined) {
      scorer.takeTally();
      const raw = rawRecord(scanner.bytes.slice(first.start, first.end), scoring.plan);
      const { problems, urgency } = first;
      const reject = { line: lines + first.line, lines: linesOf(raw, scoring.plan), problems, urgency };
      const before = scoreBlock(scoring, { ...place, end: first.start }, put);
      return {
        ...before,
        rejected: raw,
        rejects: [reject],
        tally: withReject(before.tally, first),
      };
    }
    rows.push(part.output.slice(part.outputStart, part.outputEnd));
    lines += part.lines;
    at = part.next;
  }
  for (const bytes of rows) put(bytes);
  return { lines, rejected: joinBytes([]), rejects: [], tally: scorer.takeTally() };
}

function withReject(before: Tally, reject: CountedReject): Tally {
  const tally = nothing();
  addTally(tally, before);
  countReject(tally, reject);
  return tally;
}

/** A record as it stood; the last one of a file may want the line end that keeps it apart from the next. */
function rawRecord(record: Uint8Array, { dialect: { lineEnd } }: BlockPlan): Uint8Array {
  return endsLine(record, lineEnd) ? record : joinBytes([record, utf8Bytes(LINE_END_TEXTS[lineEnd])]);
}

function linesOf(record: Uint8Array, { dialect: { lineEnd } }: BlockPlan): number {
  return countLineEnds(record, 0, record.length, lineEnd);
}
