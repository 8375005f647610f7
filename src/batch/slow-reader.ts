/** Reads a record the slow way: for the few that cannot be scored, and for what the fast way does not know. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { RowDecider } from '../decision/row-decider.ts';
import type { EncodeAnswer } from './answer-codes.ts';
import type { BoundMapping, CellMeaning } from './bound-mapping.ts';
import type { Dialect } from './dialect.ts';
import { type MayApply, type RowReading, readRow } from './read-row.ts';
import { splitFields } from './records.ts';
import type { Scanner } from './scanner.ts';

export interface SlowReaderParts {
  readonly compiled: CompiledPolicy;
  readonly bound: BoundMapping;
  readonly decider: RowDecider;
  readonly dialect: Dialect;
  readonly scanner: Scanner;
  readonly encode: EncodeAnswer;
  readonly meaning: (slot: number, start: number, end: number) => CellMeaning;
}

/** Reads the record between two places of the scanner's bytes, which has as many fields as the header. */
export type SlowReader = (start: number, end: number) => RowReading;

/** Prepares reading under a mapping. */
export function slowReader(parts: SlowReaderParts): SlowReader {
  const { bound, compiled, dialect, scanner, meaning } = parts;
  const rules = { bound, questionnaire: compiled.callers.questionnaire, mayApply: gatesByTables(parts) };
  return (start, end) => {
    const fields = splitFields(scanner.bytes, { start, end, next: end, kind: 'record' }, dialect);
    const meanings = bound.columns.map((column, slot) =>
      meaning(slot, fields[column]?.start ?? end, fields[column]?.end ?? end),
    );
    return readRow(rules, meanings);
  };
}

/** Whether questions apply, by the tables with which rows are decided. */
function gatesByTables({ compiled, decider, encode }: SlowReaderParts): MayApply {
  const places = new Map(compiled.callers.questionnaire.questions.map(({ id, index }) => [id, index]));
  return ({ values, unknownOptions }) => {
    const codes = Uint8Array.from(decider.unknown);
    for (const [question, value] of values)
      for (const { variable, code } of encode(question, value, [...(unknownOptions.get(question)?.keys() ?? [])])
        ?.codes ?? [])
        codes[variable] = code;
    return (question) => decider.mayApply(places.get(question) ?? 0, codes);
  };
}
