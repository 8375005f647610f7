/** Scores whole files the fast way, as the command does, without its streams. */

import type { BlockPart, BlockPlan } from '../../src/batch/block-plan.ts';
import { type BlockTools, createBlockScorer } from '../../src/batch/block-scorer.ts';
import { createScanner } from '../../src/batch/create-scanner.ts';
import type { ScannedEncoding } from '../../src/batch/dialect.ts';
import type { RowProblem } from '../../src/batch/reject-codes.ts';
import type { Urgency } from '../../src/batch/reject-urgency.ts';
import { scanPlan } from '../../src/batch/scan-plan.ts';
import { SCANNER_SIZES, type ScannerSizes } from '../../src/batch/scanner-sizes.ts';
import { addTally, nothing } from '../../src/batch/sum-tallies.ts';
import type { Tally } from '../../src/batch/tally.ts';
import type { CompiledPolicy } from '../../src/decision/compile.ts';
import { fieldDecoder } from '../../src/io/encodings.ts';
import { loadScanKernel } from '../../src/io/scan-kernel.ts';
import { visibleJson } from '../../src/io/visible.ts';

export interface FastReject {
  readonly raw: string;
  readonly line: number;
  readonly problems: readonly RowProblem[];
  readonly urgency: Urgency;
}

export interface FastResult {
  /** Bytes as characters U+0000 to U+00FF. */
  readonly output: string;
  readonly rejects: readonly FastReject[];
  readonly tally: Tally;
  readonly scored: number;
  readonly blank: number;
  readonly lines: number;
  readonly parts: number;
}

export interface FastSetup {
  readonly plan: BlockPlan;
  readonly encoding: ScannedEncoding;
  readonly sizes?: Partial<ScannerSizes>;
  /** In plain code instead of the kernel. */
  readonly isPlain?: boolean;
  /** How many distinct results are kept at a time. */
  readonly outcomes?: number;
}

export type ScoreBlocks = (blocks: readonly Uint8Array[]) => FastResult;

/** Makes a scorer of whole blocks. */
export function blockScorer(
  compiled: CompiledPolicy,
  { plan, encoding, sizes, isPlain = false, outcomes }: FastSetup,
): ScoreBlocks {
  const scanner = createScanner(scanPlan(plan), isPlain ? () => undefined : loadScanKernel, {
    ...SCANNER_SIZES,
    ...sizes,
  });
  const encode = (text: string): Uint8Array => Buffer.from(text, 'utf8');
  const tools: BlockTools = {
    scanner,
    compiled,
    ...fieldDecoder(encoding),
    encode,
    visibleJson,
    ...(outcomes === undefined ? {} : { outcomes }),
  };
  const scorer = createBlockScorer(plan, tools);
  const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
  return (blocks) => {
    let output = '';
    const rejects: FastReject[] = [];
    const tally = nothing();
    let [scored, blank, lines, parts] = [0, 0, 0, 0];
    for (const block of blocks) {
      scanner.bytes.set(block, scanner.input.at);
      const end = scanner.input.at + block.length;
      for (let at = scanner.input.at; at < end; ) {
        const part: BlockPart = scorer.score(at, end, lines + 1);
        if (part.next <= at) throw new Error('a part took nothing');
        output += latin1(part.output.subarray(part.outputStart, part.outputEnd));
        for (const { start, end: behind, line, problems, urgency } of part.rejects)
          rejects.push({ raw: latin1(scanner.bytes.subarray(start, behind)), line: lines + line, problems, urgency });
        scored += part.scored;
        blank += part.blank;
        lines += part.lines;
        parts += 1;
        at = part.next;
      }
      addTally(tally, scorer.takeTally());
    }
    return { output, rejects, tally, scored, blank, lines, parts };
  };
}
