/**
 * Scores blocks of records: bytes in, bytes out. An ordinary row leaves nothing behind for the collector: its cells are symbols, its
 * result is three numbers, and what is written behind the record was written once for all rows with these parts.
 *
 * What limits it (a profile of a worker, `node --cpu-prof`, over a million generated intakes under intake-line with all columns): the
 * bounds of the row, what they show and its status take 30 % of its time, the deciding rules 16 %, what is missing 15 %, reading cells
 * 11 %, copying records and writing cells 7 %, the collector 6 %, the scan of the bytes 3 %. Nearly all deciding is walking tables.
 * Rows that were seen before need none of it (known-rows.ts), and without the column `rules` nobody looks for deciding rules.
 */

import type { CompiledPolicy } from '../decision/compile.ts';
import { answerEncoder } from './answer-codes.ts';
import type { BlockPart, BlockPlan, BlockScorer, Reject } from './block-plan.ts';
import { createCellEffects } from './cell-effects.ts';
import { createCellSymbols } from './cell-symbols.ts';
import { sortRowProblems } from './combine-row.ts';
import type { JsonTools } from './json-lines.ts';
import { lineEndLength } from './line-end.ts';
import { holdsOtherLineEnd } from './other-line-end.ts';
import { recordUrgency } from './record-urgency.ts';
import type { RowProblem } from './reject-codes.ts';
import { rowDeciders } from './row-deciders.ts';
import { createRowReader } from './row-reader.ts';
import type { RowSink, RowSinkParts } from './row-sink.ts';
import { createRowState } from './row-state.ts';
import { createRowWriter } from './row-writer.ts';
import type { Scanner } from './scanner.ts';
import { createScoredRows } from './scored-rows.ts';
import { slowReader } from './slow-reader.ts';
import { unshownFields } from './unshown-fields.ts';

/** What a scorer works with. */
export interface BlockTools extends JsonTools {
  /** Made for the plan's dialect and header: `scanPlan(plan)`. */
  readonly scanner: Scanner;
  readonly compiled: CompiledPolicy;
  /** The text of a field; undefined where its bytes are none. */
  readonly decode: (bytes: Uint8Array) => string | undefined;
  /** How many values of each part of results are kept at a time; by default enough for most exports. */
  readonly outcomes?: number;
  /** Writes and counts rows in another way than by scoring them. */
  readonly rows?: (parts: RowSinkParts) => RowSink;
}

const OUTCOMES = 1 << 15;

/** Makes a scorer of blocks that lie in the scanner's memory. */
export function createBlockScorer(plan: BlockPlan, tools: BlockTools): BlockScorer {
  const { dialect, bound } = plan;
  const { scanner, compiled } = tools;
  const deciders = rowDeciders(compiled, bound);
  const { decider } = deciders;
  const { bytes, starts, ends, fields, lines, symbols: found } = scanner;
  const slotCount = bound.columns.length;
  const effects = createCellEffects(compiled, bound);
  const symbols = createCellSymbols({ scanner, dialect, bound, effects, decode: tools.decode });
  const state = createRowState(compiled, bound.mapping.assumptions.length);
  const parts = { compiled, bound, decider, effects, encode: answerEncoder(compiled), state };
  const reader = createRowReader(parts);
  const readSlowly = slowReader({ ...parts, dialect, scanner, meaning: symbols.meaning });
  const unshownIn = unshownFields(plan, tools.decode);
  const { questionnaire } = compiled.callers;
  const urgency = recordUrgency({ questionnaire, bound, dialect, scanner, meaning: symbols.meaning });
  const rows = (tools.rows ?? scoredRows)({ plan, tools, deciders, state });

  /** The problems of a record; none where it is read into the state. */
  const read = (record: number): readonly RowProblem[] => {
    const [start, end, count] = [starts[record] ?? 0, ends[record] ?? 0, fields[record] ?? 0];
    if (count !== bound.header.length) {
      const isSeveral = holdsOtherLineEnd(bytes, start, end, dialect);
      return [isSeveral ? OTHER_LINE_END : structuralProblem(count, bound.header.length)];
    }
    const unshown = unshownIn(bytes, start, end);
    if (unshown.length === 0 && reader.read(found, record * slotCount)) return NO_PROBLEMS;
    const reading = readSlowly(start, end);
    if (unshown.length > 0) return sortRowProblems([...reading.problems, ...unshown]);
    if (reading.problems.length === 0) reader.take(reading);
    return reading.problems;
  };

  /** Scores the records of one scan, up to the first one whose row has no room: that one, or their number. */
  const scoreRecords = (count: number, part: RunningPart): number => {
    for (let record = 0; record < count; record++) {
      const start = starts[record] ?? 0;
      const end = ends[record] ?? 0;
      const line = part.lines + (lines[record] ?? 0);
      const problems = read(record);
      if (problems.length > 0) {
        part.rejects.push({
          ...{ start, end: behindLineEnd(end, part.blockEnd), line, problems },
          urgency: urgency(start, end, fields[record] ?? 0),
        });
        continue;
      }
      const place = { start, end, blockEnd: part.blockEnd, line: part.firstLine + line };
      if (!rows.write(place)) return record;
      rows.count();
      part.scored += 1;
    }
    return count;
  };
  const behindLineEnd = (end: number, blockEnd: number): number =>
    Math.min(end + lineEndLength(bytes, end, dialect.lineEnd), blockEnd);
  /** Scans and scores once; false where the output area is full. */
  const scoreOnce = (part: RunningPart): boolean => {
    const scanned = symbols.scan(part.next, part.blockEnd);
    const done = scoreRecords(scanned.records, part);
    const isFull = done < scanned.records;
    const until = isFull ? (starts[done] ?? part.next) : scanned.next;
    // What is left to the next part is not counted: another scan, of what was done, tells its lines.
    const passed = isFull ? scanner.scan(part.next, until) : scanned;
    part.lines += passed.lines;
    part.blank += passed.blank;
    part.next = until;
    return !isFull;
  };

  return {
    score: (from, end, firstLine): BlockPart => {
      rows.begin();
      const part: RunningPart = {
        blockEnd: end,
        firstLine,
        rejects: [],
        scored: 0,
        blank: 0,
        lines: 0,
        next: from,
      };
      while (part.next < end && scoreOnce(part));
      rows.countRejects(part.rejects);
      rows.countBlank(part.blank);
      const { next, rejects, scored, blank, lines: passed } = part;
      return { ...rows.written(), next, rejects, scored, blank, lines: passed };
    },
    takeTally: rows.takeTally,
  };
}

/** Writes every row with its result. */
function scoredRows({ plan, tools, deciders, state }: RowSinkParts): RowSink {
  const writer = createRowWriter(plan, tools.scanner, tools);
  const outcomes = tools.outcomes ?? OUTCOMES;
  const rows = createScoredRows({ plan, compiled: tools.compiled, deciders, state, writer, outcomes });
  return {
    ...rows,
    begin: writer.area.begin,
    write: (place) => writer.write(place, rows.prepared()),
    written: writer.area.written,
  };
}

/** A part of a block while it is scored. */
interface RunningPart {
  readonly blockEnd: number;
  readonly firstLine: number;
  readonly rejects: Reject[];
  scored: number;
  blank: number;
  /** Line ends passed. */
  lines: number;
  next: number;
}

const NO_PROBLEMS: readonly RowProblem[] = [];

/** Of a record whose fields are too few or too many, or whose quotes do not fit. */
const OTHER_LINE_END: RowProblem = { code: 'other-line-end', column: undefined };

/** Fields are counted below zero where text follows a closing quote. */
function structuralProblem(count: number, wanted: number): RowProblem {
  if (count < 0) return { code: 'text-after-quote', column: undefined };
  return { code: count < wanted ? 'too-few-fields' : 'too-many-fields', column: undefined };
}
