/** Scores blocks of records: bytes in, bytes out. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { RowDecider } from '../decision/row-decider.ts';
import { answerEncoder } from './answer-codes.ts';
import type { BlockPart, BlockPlan, BlockScorer, Reject } from './block-plan.ts';
import { createCellEffects } from './cell-effects.ts';
import { createCellSymbols } from './cell-symbols.ts';
import type { JsonTools } from './json-lines.ts';
import { lineEndLength } from './line-end.ts';
import type { RowProblem } from './reject-codes.ts';
import { createRowReader } from './row-reader.ts';
import { createRowState } from './row-state.ts';
import { createRowWriter } from './row-writer.ts';
import type { Scanner } from './scanner.ts';
import { createScoredRows } from './scored-rows.ts';
import { slowReader } from './slow-reader.ts';

/** What a scorer works with. */
export interface BlockTools extends JsonTools {
  /** Made for the plan's dialect and header: `scanPlan(plan)`. */
  readonly scanner: Scanner;
  readonly compiled: CompiledPolicy;
  readonly decider: RowDecider;
  /** The text of a field; undefined where its bytes are none. */
  readonly decode: (bytes: Uint8Array) => string | undefined;
}

/** Makes a scorer of blocks that lie in the scanner's memory. */
export function createBlockScorer(plan: BlockPlan, tools: BlockTools): BlockScorer {
  const { dialect, bound } = plan;
  const { scanner, compiled, decider } = tools;
  const { bytes, starts, ends, fields, lines, symbols: found } = scanner;
  const slotCount = bound.columns.length;
  const effects = createCellEffects(compiled, bound);
  const symbols = createCellSymbols({ scanner, dialect, bound, effects, decode: tools.decode });
  const state = createRowState(compiled, bound.mapping.assumptions.length);
  const parts = { compiled, bound, decider, effects, encode: answerEncoder(compiled), state };
  const reader = createRowReader(parts);
  const readSlowly = slowReader({ ...parts, dialect, scanner, meaning: symbols.meaning });
  const writer = createRowWriter(plan, scanner, tools);
  const rows = createScoredRows({ plan, compiled, decider, state, prepare: writer.prepare });

  /** The problems of a record; none where it is read into the state. */
  const read = (record: number): readonly RowProblem[] => {
    const count = fields[record] ?? 0;
    if (count !== bound.header.length) return [structuralProblem(count, bound.header.length)];
    if (reader.read(found, record * slotCount)) return NO_PROBLEMS;
    const reading = readSlowly(starts[record] ?? 0, ends[record] ?? 0);
    if (reading.problems.length === 0) reader.take(reading);
    return reading.problems;
  };

  return {
    score: (from, end, line): BlockPart => {
      writer.area.begin();
      const rejects: Reject[] = [];
      let [next, passed, blank, scored] = [from, 0, 0, 0];
      while (next < end) {
        const result = symbols.scan(next, end);
        let record = 0;
        for (; record < result.records; record++) {
          const start = starts[record] ?? 0;
          const recordEnd = ends[record] ?? 0;
          const before = passed + (lines[record] ?? 0);
          const problems = read(record);
          if (problems.length > 0) {
            const length = Math.min(lineEndLength(bytes, recordEnd, dialect.lineEnd), end - recordEnd);
            rejects.push({ start, end: recordEnd + length, line: before, problems });
            continue;
          }
          const prepared = rows.prepared();
          if (!writer.write({ start, end: recordEnd, blockEnd: end, line: line + before }, prepared)) break;
          rows.count();
          scored += 1;
        }
        const isFull = record < result.records;
        const until = isFull ? (starts[record] ?? end) : result.next;
        // A scan of what was done tells its lines.
        const done = isFull && until > next ? scanner.scan(next, until) : result;
        if (!isFull || until > next) {
          passed += done.lines;
          blank += done.blank;
          next = until;
        }
        if (isFull) break;
      }
      rows.countRejects(rejects);
      rows.countBlank(blank);
      return { ...writer.area.written(), next, rejects, scored, blank, lines: passed };
    },
    takeTally: rows.takeTally,
  };
}

const NO_PROBLEMS: readonly RowProblem[] = [];

/** Fields are counted below zero where text follows a closing quote. */
function structuralProblem(count: number, wanted: number): RowProblem {
  if (count < 0) return { code: 'text-after-quote', column: undefined };
  return { code: count < wanted ? 'too-few-fields' : 'too-many-fields', column: undefined };
}
