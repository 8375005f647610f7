/** Scoring as it is defined, one record after the other: `csv-parse`, the meaning of each cell, `decide`. What is fast must give the same bytes. */

import { parse } from 'csv-parse/sync';
import { assumedAnswers } from '../../src/batch/assumed-answers.ts';
import type { BlockPlan } from '../../src/batch/block-plan.ts';
import type { CellMeaning } from '../../src/batch/bound-mapping.ts';
import { combineRow, sortRowProblems } from '../../src/batch/combine-row.ts';
import type { Dialect, ScannedEncoding } from '../../src/batch/dialect.ts';
import { readCell } from '../../src/batch/read-cell.ts';
import { splitRecords } from '../../src/batch/records.ts';
import type { RowProblem } from '../../src/batch/reject-codes.ts';
import type { Urgency } from '../../src/batch/reject-urgency.ts';
import type { ResultColumn, RowResult } from '../../src/batch/row-result.ts';
import { type AnsweredRow, rowResultOf } from '../../src/batch/row-result-of.ts';
import type { CompiledPolicy } from '../../src/decision/compile.ts';
import { decideFully } from '../../src/decision/decide.ts';
import { fieldDecoder } from '../../src/io/encodings.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { otherAnswers } from './other-answers.ts';
import { slowUrgency } from './slow-urgency.ts';

export interface TwinReject {
  /** The record with its line end, bytes as characters U+0000 to U+00FF. */
  readonly raw: string;
  /** Line ends before it. */
  readonly line: number;
  readonly problems: readonly RowProblem[];
  readonly urgency: Urgency;
}

/** A scored row, with what is counted of it. */
export interface TwinRow {
  readonly result: RowResult;
  readonly assumed: readonly string[];
  readonly implied: readonly string[];
  readonly ignored: readonly string[];
  readonly nearMisses: readonly string[];
}

export interface TwinResult {
  /** Bytes as characters U+0000 to U+00FF. */
  readonly output: string;
  readonly rejects: readonly TwinReject[];
  readonly rows: readonly TwinRow[];
  readonly blank: number;
  /** Line ends. */
  readonly lines: number;
}

/** Records without a header, the plan, and how fields are encoded. */
export interface TwinInput {
  readonly bytes: Uint8Array;
  readonly plan: BlockPlan;
  readonly encoding: ScannedEncoding;
}

/** Scores records one by one. */
export function scoreSlowly(compiled: CompiledPolicy, { bytes, plan, encoding }: TwinInput): TwinResult {
  const { dialect } = plan;
  const { decode, decodeLoosely } = fieldDecoder(encoding);
  const text = Buffer.from(bytes).toString('latin1');
  const rejects: TwinReject[] = [];
  const rows: TwinRow[] = [];
  let output = '';
  let blank = 0;
  for (const { start, end, next, kind } of splitRecords(bytes, dialect)) {
    if (kind === 'blank') blank += 1;
    if (kind !== 'record') continue;
    const line = lineEndsIn(text.slice(0, start), dialect);
    const cells = fieldsOf(text.slice(start, end), dialect);
    const decodeLatin1 = (cell: string) => decode(Buffer.from(cell, 'latin1'));
    const scored = holdsOtherLineEnd(cells, text.slice(start, end), plan)
      ? { problems: [{ code: 'other-line-end' as const, column: undefined }] }
      : scoreCells(compiled, plan, cells, decodeLatin1);
    if (!('result' in scored)) {
      rejects.push({
        ...{ raw: text.slice(start, next), line, problems: scored.problems },
        urgency: slowUrgency(compiled, plan, cells, decodeLatin1),
      });
      continue;
    }
    rows.push(scored);
    if (plan.form === 'csv') {
      const first = plan.onlyNew ? String(line + 1) : text.slice(start, end);
      output += first + addedCells(plan, scored.result) + (text.slice(end, next) || LINE_ENDS[dialect.lineEnd]);
    } else {
      const inputs = plan.onlyNew
        ? [line + 1]
        : (cells ?? []).map((cell) => decodeLoosely(Buffer.from(cell, 'latin1')));
      output += jsonRow(plan, inputs, scored.result);
    }
  }
  return { output, rejects, rows, blank, lines: lineEndsIn(text, dialect) };
}

const LINE_ENDS = { lf: '\n', crlf: '\r\n', cr: '\r', mixed: '\n' } as const;

function lineEndsIn(text: string, { lineEnd }: Dialect): number {
  const end = { lf: /\r?\n/g, crlf: /\r\n/g, cr: /\r/g, mixed: /\r\n|\r|\n/g }[lineEnd];
  return text.match(end)?.length ?? 0;
}

/** The fields of one record; undefined where text follows a closing quote. */
function fieldsOf(record: string, { delimiter, quote }: Dialect): readonly string[] | undefined {
  const options = {
    delimiter: String.fromCharCode(delimiter),
    quote: quote === undefined ? (false as const) : String.fromCharCode(quote),
    escape: quote === undefined ? (false as unknown as null) : String.fromCharCode(quote),
    record_delimiter: 'there is one record only',
    relax_column_count: true,
  };
  const parsed = (relaxed: boolean): readonly string[] =>
    parse(record, { ...options, relax_quotes: relaxed })[0] as unknown as string[];
  try {
    return parsed(false);
  } catch (error) {
    const { code } = error as { code: string };
    if (code === 'CSV_INVALID_CLOSING_QUOTE') return undefined;
    return parsed(true); // a quote inside a field that does not begin with one
  }
}

/** Whether a record that does not fit its header has a CR or an LF where its quoted fields are taken away. */
function holdsOtherLineEnd(
  cells: readonly string[] | undefined,
  record: string,
  { bound, dialect }: BlockPlan,
): boolean {
  if (cells?.length === bound.header.length) return false;
  if (dialect.quote === undefined) return /[\r\n]/.test(record);
  const [mark, quote] = [dialect.delimiter, dialect.quote].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`);
  const quoted = new RegExp(`(^|${mark})${quote}(?:[^${quote}]|${quote}${quote})*${quote}`, 'g');
  return /[\r\n]/.test(record.replace(quoted, '$1'));
}

type Rejected = { readonly problems: readonly RowProblem[] };

function scoreCells(
  compiled: CompiledPolicy,
  plan: BlockPlan,
  cells: readonly string[] | undefined,
  decode: (cell: string) => string | undefined,
): TwinRow | Rejected {
  const { bound } = plan;
  if (cells === undefined) return { problems: [{ code: 'text-after-quote', column: undefined }] };
  if (cells.length < bound.header.length) return { problems: [{ code: 'too-few-fields', column: undefined }] };
  if (cells.length > bound.header.length) return { problems: [{ code: 'too-many-fields', column: undefined }] };
  const meanings = bound.columns.map((column, slot): CellMeaning => {
    const text = decode(cells[column] ?? '');
    return text === undefined ? { ok: false, code: 'invalid-encoding' } : readCell(bound, slot, text);
  });
  const scored = scoreMeanings(compiled, plan, meanings);
  const unshown = plan.form === 'jsonl' && !plan.onlyNew ? unshownIn(cells, bound.columns, decode) : [];
  if (unshown.length === 0) return scored;
  return { problems: sortRowProblems([...('problems' in scored ? scored.problems : []), ...unshown]) };
}

/** Columns that nothing reads and JSON cannot hold. */
function unshownIn(
  cells: readonly string[],
  read: readonly number[],
  decode: (cell: string) => string | undefined,
): readonly RowProblem[] {
  return cells.flatMap((cell, column) =>
    !read.includes(column) && decode(cell) === undefined ? [{ code: 'invalid-encoding' as const, column }] : [],
  );
}

/** Steps 2 to 6 of what a row means. */
function scoreMeanings(
  compiled: CompiledPolicy,
  { bound, rankMissing, nearMisses }: BlockPlan,
  meanings: readonly CellMeaning[],
): TwinRow | Rejected {
  const { questionnaire } = compiled.callers;
  const row = combineRow(bound, questionnaire, meanings);
  const { answers, assumed } = assumedAnswers(bound.mapping, row);
  const { contradictions } = decideFully(compiled, answers);
  const withoutImplied = meanings.map(
    (meaning): CellMeaning =>
      meaning.ok
        ? { ok: true, contributions: meaning.contributions.filter(({ kind }) => kind !== 'implied') }
        : meaning,
  );
  const readAlone = combineRow(bound, questionnaire, withoutImplied);
  const problems = [...row.problems];
  const ignored: string[] = [];
  for (const id of contradictions) {
    if (!row.own.has(id)) continue;
    const isIgnored = bound.mapping.readings.some((one) => one.question === id && one.skipped === 'ignore');
    if (isIgnored || isAsBaseline(compiled, answers, id)) ignored.push(id);
    else problems.push({ code: 'contradiction', column: row.own.get(id) });
  }
  if (problems.length > 0) return { problems: sortRowProblems(problems) };
  const used = leaveOut(answers, ignored);
  const relevant = assumed.filter((id) => !contradictions.includes(id));
  const isSafety = (id: string) => questionnaire.questions.some((one) => one.id === id && one.safety);
  const withoutSafety = relevant.some(isSafety) ? leaveOut(used, assumed.filter(isSafety)) : undefined;
  const end = { ended: row.answers.ended, isStopped: row.isStopped };
  const score = (changed: Answers) => rowResultOf(compiled, { answers: changed, withoutSafety, ...end }, rankMissing);
  const result = score(used);
  const own = [...row.own.keys()].filter((id) => used.values.has(id));
  return {
    result,
    assumed: relevant,
    implied: [...row.own.keys()].filter((id) => !readAlone.answers.values.has(id)),
    ignored,
    nearMisses: nearMisses ? missesOf(compiled, used, { own, end, result }) : [],
  };
}

/** Whether every option that the answer names or denies (or the answer itself) is as an unremarkable caller has it. */
function isAsBaseline({ callers }: CompiledPolicy, { values, unknownOptions }: Answers, id: string): boolean {
  const question = callers.questionnaire.questions.find((one) => one.id === id);
  const value = values.get(id);
  if (question?.kind.kind !== 'options') return value === question?.baseline;
  const known = question.kind.options.filter((option) => !unknownOptions.get(id)?.has(option));
  const has = (answer: typeof value, option: string) => typeof answer === 'object' && answer.includes(option);
  return known.every((option) => has(value, option) === has(question.baseline, option));
}

function leaveOut(answers: Answers, ids: readonly string[]): Answers {
  const [values, unknownOptions] = [new Map(answers.values), new Map(answers.unknownOptions)];
  for (const id of ids) {
    values.delete(id);
    unknownOptions.delete(id);
  }
  return { ...answers, values, unknownOptions };
}

function missesOf(
  compiled: CompiledPolicy,
  used: Answers,
  {
    own,
    end,
    result,
  }: {
    readonly own: readonly string[];
    readonly end: Pick<AnsweredRow, 'ended' | 'isStopped'>;
    readonly result: RowResult;
  },
): readonly string[] {
  const settledLevel = (answers: Answers) => {
    const { status, lowest } = rowResultOf(compiled, { answers, withoutSafety: undefined, ...end }, false);
    return status === 'settled' ? lowest : undefined;
  };
  const from = result.status === 'settled' ? result.lowest : undefined;
  if (from === undefined) return [];
  return compiled.callers.questionnaire.questions
    .filter(({ id, changeable }) => changeable && own.includes(id))
    .flatMap((question) =>
      otherAnswers(compiled, question, used).flatMap(({ value, answers }) => {
        const to = settledLevel(answers);
        return to === undefined || to === from ? [] : [`${question.id} ${value} ${from} ${to}`];
      }),
    );
}

function addedCells({ columns, dialect }: BlockPlan, result: RowResult): string {
  const delimiter = String.fromCharCode(dialect.delimiter);
  const quote = dialect.quote === undefined ? undefined : String.fromCharCode(dialect.quote);
  return columns
    .map((column) => {
      const cell = cellText(column, result);
      if (!cell.includes(delimiter)) return delimiter + cell;
      return delimiter + (quote === undefined ? cell.split(delimiter).join('|') : quote + cell + quote);
    })
    .join('');
}

function cellText(column: ResultColumn, result: RowResult): string {
  const rules = result.rules.join(';');
  switch (column) {
    case 'level':
      return result.status === 'settled' ? (result.lowest ?? '') : '';
    case 'level_at_least':
      return result.lowest ?? '';
    case 'level_at_most':
      return result.highest ?? '';
    case 'status':
      return result.status;
    case 'disposition':
      return result.disposition ?? '';
    case 'first_step':
      return result.firstSteps.join(';');
    case 'first_step_possible':
      return result.firstStepsPossible.join(';');
    case 'fallback':
      return result.fallback;
    case 'rules':
      return result.oneOf ? `one-of:${rules}` : rules;
    case 'missing':
      return result.missing.slice(0, 3).join(';');
    case 'missing_count':
      return String(result.missing.length);
    case 'safety_open':
      return String(result.safetyOpen);
  }
}

const LISTS: readonly ResultColumn[] = ['first_step', 'first_step_possible', 'missing', 'rules'];

function jsonRow({ names, columns }: BlockPlan, inputs: readonly (string | number)[], result: RowResult): string {
  const results = columns.map((column) => {
    const text = cellText(column, result);
    if (column === 'missing_count' || column === 'safety_open') return Number(text);
    if (column === 'rules' && result.oneOf) return [text];
    if (LISTS.includes(column)) return text === '' ? [] : text.split(';');
    return text === '' ? null : text;
  });
  const members = [...inputs, ...results].map((value, place) => [names[place] ?? '', value] as const);
  // Written member by member: an object would put names that look like numbers first.
  const json = `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}\n`;
  return Buffer.from(json.replace(/[\u007f-\u009f\u202e]/g, escaped), 'utf8').toString('latin1');
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
