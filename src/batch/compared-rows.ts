/** Rows decided by several policies: counted by what each says, and those written on which they differ. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { createByteStore } from './byte-store.ts';
import { createResultCounter } from './count-results.ts';
import { lineEndLength } from './line-end.ts';
import { createOutputArea } from './output-area.ts';
import { TOLD } from './result-segments.ts';
import { rowDeciders } from './row-deciders.ts';
import { createRowOutcomes } from './row-outcomes.ts';
import type { ResultColumn, RowResult } from './row-result.ts';
import type { RowSink, RowSinkParts } from './row-sink.ts';
import type { RecordPlace } from './row-writer.ts';
import { tableCells } from './table-cells.ts';

/** The columns that every policy gets. */
export const COMPARED_COLUMNS = [
  'level',
  'level_at_least',
  'level_at_most',
  'status',
  'disposition',
] as const satisfies readonly ResultColumn[];

/** Rows by what each policy says of them, joined by tabs (`rowWord`). */
export type ComparedCounts = Map<string, number>;

export interface ComparedRowsOptions {
  /** Compiled over the same callers. */
  readonly policies: readonly CompiledPolicy[];
  /** Is counted in. */
  readonly counts: ComparedCounts;
  /** How many results of each policy are kept at a time. */
  readonly outcomes?: number;
}

const OUTCOMES = 1 << 14;

/** Prepares comparing rows instead of scoring them. */
export function comparedRows(options: ComparedRowsOptions): (parts: RowSinkParts) => RowSink {
  return (parts) => {
    const { plan, tools } = parts;
    const { bytes } = tools.scanner;
    const area = createOutputArea(tools.scanner);
    const counter = createResultCounter(tools.compiled.callers.questionnaire);
    const sides = options.policies.map((compiled) => sideOf(compiled, parts, options.outcomes ?? OUTCOMES));
    const ownEnd = plan.dialect.lineEnd === 'crlf' ? '\r\n' : plan.dialect.lineEnd === 'cr' ? '\r' : '\n';
    let words: readonly string[] = [];

    const writeRow = ({ start, end, blockEnd }: RecordPlace): boolean => {
      const size = sides.reduce((sum, side) => sum + side.size(), 0);
      if (!area.hasRoom(end - start + size + 2)) return false;
      area.copy(start, end);
      for (const side of sides) side.put(area);
      const length = Math.min(lineEndLength(bytes, end, plan.dialect.lineEnd), blockEnd - end);
      if (length > 0) area.copy(end, end + length);
      else area.put(Uint8Array.from(ownEnd, (character) => character.charCodeAt(0)));
      return true;
    };
    return {
      begin: area.begin,
      write: (place) => {
        words = sides.map((side) => side.find());
        return words.every((word) => word === words[0]) || writeRow(place);
      },
      count: () => {
        const key = words.join('\t');
        options.counts.set(key, (options.counts.get(key) ?? 0) + 1);
        const [first] = sides;
        const result = first?.result();
        if (result !== undefined) counter.addRows(result, 1);
      },
      countRejects: (rejects) => {
        for (const reject of rejects) counter.addReject(reject);
      },
      countBlank: counter.addBlank,
      takeTally: counter.take,
      written: area.written,
    };
  };
}

/** What one policy makes of the row in the state. */
function sideOf(compiled: CompiledPolicy, { plan, state }: RowSinkParts, most: number) {
  const cellsOf = tableCells(COMPARED_COLUMNS, plan.dialect);
  const cells = createByteStore();
  const results: RowResult[] = [];
  const words: string[] = [];
  const outcomes = createRowOutcomes({
    ...{ compiled, bound: plan.bound, deciders: rowDeciders(compiled, plan.bound) },
    ...{ isRuled: false, isRanked: false, most },
    prepare: (part, result) => {
      if (part !== TOLD) return;
      results.push(result);
      words.push(rowWord(result));
      cells.add(cellsOf(result));
    },
  });
  const startAnew = (): void => {
    outcomes.clear();
    cells.clear();
    results.length = 0;
    words.length = 0;
  };
  const told = (): number => outcomes.numbers[TOLD] ?? 0;
  return {
    /** Decides the row, and says in a word what it gets. */
    find: (): string => {
      if (!outcomes.find(state)) {
        startAnew();
        outcomes.find(state);
      }
      return words[told()] ?? '';
    },
    result: (): RowResult | undefined => results[told()],
    size: (): number => cells.start(told() + 1) - cells.start(told()),
    put: (area: ReturnType<typeof createOutputArea>): void =>
      area.putPart(cells.bytes(), cells.start(told()), cells.start(told() + 1)),
  };
}

/**
 * What a row is told, in one word: a level where it is settled; `silent`; `no-level/` and the disposition; else the status with the
 * ends of the levels that are possible, as `open iop..residential`, with nothing where none is the lowest or highest for certain.
 */
export function rowWord({ status, lowest, highest, disposition }: RowResult): string {
  if (status === 'settled') return lowest ?? '';
  if (status === 'out-of-scope') return disposition === undefined ? 'silent' : `no-level/${disposition}`;
  return `${status} ${lowest ?? ''}..${highest ?? ''}`;
}
