/** Writes result rows in the form that a plan wants. */

import type { BlockPlan } from './block-plan.ts';
import { createByteStore } from './byte-store.ts';
import { type JsonTools, jsonLines } from './json-lines.ts';
import { lineEndLength } from './line-end.ts';
import { createOutputArea, type OutputArea } from './output-area.ts';
import { type PartNumbers, type ResultPart, resultSegments } from './result-segments.ts';
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
  /** Writes a part of a result for every row that will have it, once; the values of each part are numbered from 0. */
  readonly prepare: (part: ResultPart, result: RowResult) => void;
  /** Begins at 0 again. */
  readonly forget: () => void;
  /** Writes the row of a record with these parts; false where there is no room behind the rows that are written. A row that is alone has room. */
  readonly write: (place: RecordPlace, numbers: PartNumbers) => boolean;
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
  const segments = resultSegments(columns).map((one) => ({
    ...{ part: one.part, cellsOf: tableCells(one.columns, dialect) },
    cells: createByteStore(),
  }));
  const ownEnd = LINE_ENDS[dialect.lineEnd];
  const sizeOf = (numbers: PartNumbers): number => {
    let size = 0;
    for (let place = 0; place < segments.length; place++) {
      const one = segments[place];
      if (one === undefined) continue;
      const number = numbers[one.part] ?? 0;
      size += one.cells.start(number + 1) - one.cells.start(number);
    }
    return size;
  };
  const endLine = (end: number, blockEnd: number): void => {
    const length = Math.min(lineEndLength(bytes, end, dialect.lineEnd), blockEnd - end); // what lies behind the block is of another one
    if (length > 0) area.copy(end, end + length);
    else area.put(ownEnd);
  };
  return {
    area,
    prepare: (part, result) => {
      for (const one of segments) if (one.part === part) one.cells.add(one.cellsOf(result));
    },
    forget: () => {
      for (const { cells } of segments) cells.clear();
    },
    write: ({ start, end, blockEnd, line }, numbers) => {
      const first = onlyNew ? digits(line) : undefined;
      if (!area.hasRoom((first?.length ?? end - start) + sizeOf(numbers) + 2)) return false;
      if (first === undefined) area.copy(start, end);
      else area.put(first);
      for (let place = 0; place < segments.length; place++) {
        const one = segments[place];
        if (one === undefined) continue;
        const number = numbers[one.part] ?? 0;
        area.putPart(one.cells.bytes(), one.cells.start(number), one.cells.start(number + 1));
      }
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
  const { results: membersOf, line: lineOf } = jsonLines(plan, tools);
  const segments = membersOf.map((one) => ({ ...one, prepared: [] as string[] }));
  return {
    area,
    prepare: (part, result) => {
      for (const one of segments) if (one.part === part) one.prepared.push(one.write(result));
    },
    forget: () => {
      for (const { prepared } of segments) prepared.length = 0;
    },
    write: ({ start, end, line }, numbers) => {
      const results = segments.map(({ part, prepared }) => prepared[numbers[part] ?? 0] ?? '').join('');
      const bytes = lineOf(scanner.bytes, { start, end, next: end, kind: 'record' }, results, line);
      if (!area.hasRoom(bytes.length)) return false;
      area.put(bytes);
      return true;
    },
  };
}
