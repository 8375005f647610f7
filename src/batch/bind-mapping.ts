/** A mapping and the header of an export → which columns are read, and what for. */

import type { Encoding } from '../callers/encoding.ts';
import { PROBLEM_CODES, type ProblemCode } from '../problems/codes.ts';
import { failed, outcomeOf } from '../problems/outcome.ts';
import type { Outcome, Problem } from '../problems/problem.ts';
import { type BoundReading, bindReading, type ColumnUses } from './bind-reading.ts';
import type { BoundMapping, SlotUse } from './bound-mapping.ts';
import { type ColumnFinder, createColumnFinder } from './find-column.ts';
import type { ColumnNames, Mapping } from './mapping.ts';
import { needText, type UnreadQuestion } from './unread-question.ts';

/** What a mapping is bound to. */
export interface BindingPlace {
  /** What a person calls the export, for problems. */
  readonly file: string;
  /** Names of its columns, decoded. */
  readonly header: readonly string[];
  /** The day of the run, as days since 1970-01-01. */
  readonly today: number;
  /** Where the bands of number questions start (`bandStartsOf`). */
  readonly bandStarts: BoundMapping['bandStarts'];
}

/** Finds the columns that a mapping reads; an error where a name is that of several, or where the header has none of them. */
export function bindMapping(mapping: Mapping, place: BindingPlace): Outcome<BoundMapping> {
  const finder = createColumnFinder(place.header, mapping.exactNames);
  const readings = mapping.readings.map((reading, index) => bindReading(reading, index, finder.find));
  const uses = gathered([...readings.flatMap((reading) => reading.uses), ...otherUses(mapping, finder)]);
  const unread = readings.flatMap(({ uses: own, absent }, index): readonly UnreadQuestion[] => {
    const question = mapping.readings[index]?.question;
    return question === undefined || own.length > 0 ? [] : [{ question, absent }];
  });
  const problems = bindingProblems(finder, { readings, unread }, place.file);
  if (problems.length > 0) return failed(problems);
  const { header, today, bandStarts } = place;
  return outcomeOf(
    {
      mapping,
      header,
      columns: uses.map(([column]) => column),
      uses: uses.map(([, own]) => own),
      readingColumns: readings.map((reading) => ascending(reading.uses.map(([column]) => column))),
      deniable: readings.map((reading) => reading.deniable),
      bandStarts,
      unread,
      today,
    },
    [],
  );
}

/** Where the bands of number questions start, for those that a compiled policy cuts. */
export function bandStartsOf({ variables }: Encoding): BoundMapping['bandStarts'] {
  return new Map(
    variables.flatMap((variable) =>
      variable.kind === 'band' ? [[variable.question.id, variable.starts] as const] : [],
    ),
  );
}

/** The columns of a header that a mapping reads, as places, ascending; those whose name stands twice are left out. */
export function columnsRead(mapping: Mapping, header: readonly string[]): readonly number[] {
  const finder = createColumnFinder(header, mapping.exactNames);
  const readings = mapping.readings.flatMap((reading, index) => bindReading(reading, index, finder.find).uses);
  return ascending([...readings, ...otherUses(mapping, finder)].map(([column]) => column));
}

function otherUses({ ended, emergency, implications }: Mapping, { find }: ColumnFinder): ColumnUses {
  const use = (names: ColumnNames, what: SlotUse): ColumnUses => {
    const column = find(names);
    return column === undefined ? [] : [[column, what]];
  };
  return [
    ...(ended === undefined ? [] : use(ended.column, { kind: 'ended' })),
    ...(emergency === undefined ? [] : use(emergency.column, { kind: 'emergency' })),
    ...implications.flatMap(({ test }, implication) => use(test.column, { kind: 'implied', implication })),
  ];
}

/** The columns in the order of the header, each with all its uses. */
function gathered(uses: ColumnUses): readonly (readonly [number, readonly SlotUse[]])[] {
  const columns = ascending(uses.map(([column]) => column));
  return columns.map((column) => [column, uses.flatMap(([one, use]) => (one === column ? [use] : []))]);
}

function ascending(columns: readonly number[]): readonly number[] {
  return [...new Set(columns)].sort((left, right) => left - right);
}

function bindingProblems(
  { repeated }: ColumnFinder,
  { readings, unread }: { readonly readings: readonly BoundReading[]; readonly unread: readonly UnreadQuestion[] },
  file: string,
): readonly Problem[] {
  if (repeated.size > 0)
    return [...repeated].map((name) =>
      headerProblem(file, {
        code: 'column-twice',
        message: `several columns have the name \`${name}\``,
        remedy: 'rename all but the one that is meant',
      }),
    );
  if (readings.some(({ uses }) => uses.length > 0)) return [];
  const code = 'no-known-column';
  const nearly = unread.filter(({ absent }) => absent.length > 0).map(needText);
  if (nearly.length > 0) {
    const remedy = 'correct these names in the mapping, or name another mapping';
    return [headerProblem(file, { code, message: `the mapping reads no answer: ${nearly.join('; ')}`, remedy })];
  }
  const message = 'the header has none of the columns that the mapping reads';
  const remedy = 'name another mapping, or write one: `intakeline score --draft-mapping FILE` makes a beginning';
  return [headerProblem(file, { code, message, remedy })];
}

/** A problem of the header of an export. */
export function headerProblem(
  file: string,
  { code, message, remedy }: { readonly code: ProblemCode; readonly message: string; readonly remedy: string },
): Problem {
  return {
    code,
    severity: PROBLEM_CODES[code].severity,
    file,
    position: undefined,
    message,
    remedy,
    excerpt: undefined,
  };
}
