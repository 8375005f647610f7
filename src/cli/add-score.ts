/** What may be written after `intakeline score`. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { LineEnd } from '../batch/dialect.ts';
import { RESULT_COLUMNS, type ResultColumn } from '../batch/row-result.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import {
  type ContentOptions,
  DEFAULT_POLICY,
  date,
  names,
  outPath,
  path,
  questionnaireOption,
  savedPath,
} from './options.ts';

export interface ScoreOptions extends Pick<ContentOptions, 'questionnaire' | 'site'> {
  /** Id of a shipped mapping, or a file; without one, headers are ids of questions. */
  readonly mapping?: string;
  readonly policy: string;
  readonly format: 'csv' | 'jsonl';
  readonly out?: string;
  readonly rejects?: string;
  readonly onlyNewColumns?: true;
  /** Names of the columns of an input that has no header. */
  readonly columns?: readonly string[];
  /** False where `--no-header` says that the first line is a record. */
  readonly header: boolean;
  readonly add?: readonly ResultColumn[];
  /** Bytes. */
  readonly delimiter?: number;
  readonly quote?: number | 'none';
  readonly lineEnd?: LineEnd;
  readonly encoding?: string;
  readonly rankMissing?: true;
  readonly failFast?: true;
  readonly report?: string;
  readonly draftMapping?: string;
  readonly checkLines?: true;
  readonly threads?: number;
  readonly today?: string;
  readonly color: boolean;
}

const FILES = `
A result is written in the order of the input, each record as it stood with the
new columns behind it. Rejected records go to NAME.rejects.csv as they stood, and
why to NAME.problems.csv, both readable by you only. Interrupted, it saves nothing.`;

/** Adds `score` to the tree. */
export function addScore(program: Command, perform: Perform): void {
  const command = program
    .command('score')
    .summary('score exported intakes, row by row')
    .description('Scores exported intakes (CSV): a level of care, what is still open and why, for every row.')
    .argument('<exports...>', 'exports with the same header, plain or gzip, or `-` for standard input', exportPath);
  addMeaning(command);
  addForm(command);
  addDialect(command);
  addRunning(command);
  command
    .addHelpText('after', FILES)
    .addHelpText(
      'after',
      examplesHelp([
        ['score intakes.csv --mapping teds-a --out scored.csv', 'a year of intakes from another system'],
        ['score calls.csv --mapping intakeline --report calls.html', 'our own export, with a page of charts'],
        ['score new.csv --draft-mapping new.yaml', 'a first mapping for an export that has none'],
        ['score - --no-header --columns age,role < rows.csv', 'as a filter for programs that split files'],
      ]),
    )
    .action((exports: readonly string[], _local: unknown, own: Command) =>
      perform(async () => (await import('./score.ts')).score(exports, own.optsWithGlobals<ScoreOptions>())),
    );
}

/** What the rows mean. */
function addMeaning(command: Command): void {
  command
    .option('--mapping <mapping>', 'what columns and codes mean: a shipped mapping, or a file', path)
    .option('--policy <id>', 'policy to decide by', DEFAULT_POLICY)
    .addOption(questionnaireOption())
    .option('--today <date>', 'day of the run, as YYYY-MM-DD (default: today)', date);
}

/** What is written, and where. */
function addForm(command: Command): void {
  command
    .addOption(new Option('--format <format>', 'form of the result').choices(['csv', 'jsonl']).default('csv'))
    .option('--out <file>', 'save the result, readable by you only, instead of printing it', outPath)
    .option('--rejects <name>', 'where rejects go: NAME.rejects.csv and NAME.problems.csv', savedPath)
    .option('--report <file>', 'also save a page (HTML) with the counts of the run', savedPath)
    .option('--only-new-columns', 'leave out the columns of the input; `line` says which row is meant')
    .option('--add <columns>', 'new columns to add, separated by commas (default: all)', resultColumns)
    .option('--rank-missing', 'name the missing answers that settle most first');
}

/** How the input is written. */
export function addDialect(command: Command): void {
  command
    .option('--no-header', 'the first line is a record; `--columns` names its columns')
    .option('--columns <names>', 'names of the columns, separated by commas', names)
    .option('--delimiter <character>', 'what stands between fields: a character, or `tab`', delimiter)
    .option('--quote <character>', 'what stands around fields: a character, or `none`', quote)
    .addOption(new Option('--line-end <end>', 'what ends a record').choices(['lf', 'crlf', 'cr', 'mixed']))
    .option('--encoding <name>', 'encoding of the input, such as utf-8 or windows-1252');
}

/** How it is done, and what is done instead. */
function addRunning(command: Command): void {
  command
    .option('--fail-fast', 'stop at the first row that cannot be scored')
    .option('--threads <number>', 'threads that score (default: one per processor, at most 8)', threads)
    .option('--draft-mapping <file>', 'score nothing; write a first mapping for this export', savedPath)
    .option('--check-lines', 'score nothing; say whether every record is one line');
}

/** Paths add up. */
function exportPath(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), path(text)];
}

/** In the order in which they are asked for. */
function resultColumns(text: string): readonly ResultColumn[] {
  const added = names(text);
  if (added.includes('')) throw new InvalidArgumentError('a name is missing beside a comma.');
  const wrong = added.find((name) => !isResultColumn(name));
  if (wrong !== undefined) {
    const remedy = suggest(wrong, RESULT_COLUMNS) ?? `one of ${RESULT_COLUMNS.join(', ')}`;
    throw new InvalidArgumentError(`\`${wrong}\` is no new column; ${remedy}${remedy.endsWith('?') ? '' : '.'}`);
  }
  return [...new Set(added.filter(isResultColumn))];
}

function isResultColumn(name: string): name is ResultColumn {
  return RESULT_COLUMNS.some((column) => column === name);
}

/** Words for characters that a shell makes hard to type. */
const NAMED: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' };

function delimiter(text: string): number {
  const byte = asciiByte(NAMED[text] ?? text);
  if (byte === undefined) throw new InvalidArgumentError('a delimiter is one ASCII character, or `tab`.');
  return byte;
}

function quote(text: string): number | 'none' {
  if (text === 'none') return text;
  const byte = asciiByte(text);
  if (byte === undefined) throw new InvalidArgumentError('a quote is one ASCII character, or `none`.');
  return byte;
}

/** One character that can stand beside others; what words are made of, line ends and NUL cannot. */
function asciiByte(text: string): number | undefined {
  return /^[\t\x20-\x7e]$/.test(text) && !/\w/.test(text) ? text.charCodeAt(0) : undefined;
}

/** More threads than this gain nothing: one thread reads for all of them. */
const MOST_THREADS = 64;

function threads(text: string): number {
  const number = /^[0-9]{1,2}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > MOST_THREADS) {
    throw new InvalidArgumentError(`a number of threads is a whole number from 1 to ${MOST_THREADS}.`);
  }
  return number;
}
