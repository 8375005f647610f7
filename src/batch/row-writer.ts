/** Writes result rows in the form that a plan wants. */

import type { BlockPlan } from './block-plan.ts';
import { createByteStore } from './byte-store.ts';
import { type JsonTools, jsonLines } from './json-lines.ts';
import { lineEndLength } from './line-end.ts';
import { createOutputArea, type OutputArea } from './output-area.ts';
import type { RowResult } from './row-result.ts';
import type { Scanner } from './scanner.ts';
import { tableCells } from './table-cells.ts';

/** Where a record lies in the scanner's bytes, its line end not counted; the end of its block; and the line on which it begins. */
export interface RecordPlace {
  readonly start: number;
  readonly end: number;
  readonly blockEnd: number;
  readonly line: number;
}

export interface RowWriter {
  readonly area: OutputArea;
  /** Writes what is the same for every row with a result, once; results are numbered from 0. */
  readonly prepare: (result: RowResult) => void;
  /** Begins at 0 again. */
  readonly forget: () => void;
  /** Writes the row of a record with a result; false where there is no room behind the rows that are written. A row that is alone has room. */
  readonly write: (place: RecordPlace, result: number) => boolean;
}

/** Makes the writer of a plan. */
export function createRowWriter(plan: BlockPlan, scanner: Scanner, tools: JsonTools): RowWriter {
  return plan.form === 'csv' ? tableWriter(plan, scanner) : jsonWriter(plan, scanner, tools);
}

/** What ends a row whose record, the last one of its file, has no line end. */
const LINE_ENDS = {
  lf: Uint8Array.of(0x0a),
  crlf: Uint8Array.of(0x0d, 0x0a),
  cr: Uint8Array.of(0x0d),
  mixed: Uint8Array.of(0x0a),
} as const;

/** The record as it stands (or its line), the cells of its result, the line end that the record has. */
function tableWriter({ dialect, columns, onlyNew }: BlockPlan, scanner: Scanner): RowWriter {
  const { bytes } = scanner;
  const area = createOutputArea(scanner);
  const cellsOf = tableCells(columns, dialect);
  const cells = createByteStore();
  const ownEnd = LINE_ENDS[dialect.lineEnd];
  const endLine = (end: number, blockEnd: number): void => {
    const length = Math.min(lineEndLength(bytes, end, dialect.lineEnd), blockEnd - end); // what lies behind the block is of another one
    if (length > 0) area.copy(end, end + length);
    else area.put(ownEnd);
  };
  return {
    area,
    prepare: (result) => cells.add(cellsOf(result)),
    forget: cells.clear,
    write: ({ start, end, blockEnd, line }, result) => {
      const first = onlyNew ? digits(line) : undefined;
      const from = cells.start(result);
      const to = cells.start(result + 1);
      if (!area.hasRoom((first?.length ?? end - start) + to - from + 2)) return false;
      if (first === undefined) area.copy(start, end);
      else area.put(first);
      area.putPart(cells.bytes(), from, to);
      endLine(end, blockEnd);
      return true;
    },
  };
}

function digits(number: number): Uint8Array {
  return Uint8Array.from(String(number), (digit) => digit.charCodeAt(0));
}

function jsonWriter(plan: BlockPlan, scanner: Scanner, tools: JsonTools): RowWriter {
  const area = createOutputArea(scanner);
  const { results, line: lineOf } = jsonLines(plan, tools);
  const prepared: string[] = [];
  return {
    area,
    prepare: (result) => prepared.push(results(result)),
    forget: () => {
      prepared.length = 0;
    },
    write: ({ start, end, line }, result) => {
      const bytes = lineOf(scanner.bytes, { start, end, next: end, kind: 'record' }, prepared[result] ?? '', line);
      if (!area.hasRoom(bytes.length)) return false;
      area.put(bytes);
      return true;
    },
  };
}
