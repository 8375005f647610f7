/** Options that several commands share, and what may be written for them. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../directory/days.ts';
import type { Recipient } from '../referral/recipients.ts';
import type { SiteInForce } from '../site/settings.ts';

/** The default policy of the shipped questionnaires. */
export const DEFAULT_POLICY = 'intake-line';

/** Where the content comes from. */
export interface ContentOptions {
  readonly questionnaire?: string;
  /** Directories of programs, instead of the questionnaire's own. */
  readonly directory?: readonly string[];
  /** What is in force at the site; site-settings.ts gives it to every command. */
  readonly site?: SiteInForce;
}

/** How a summary is printed, and for which day it is made. */
export interface SummaryOptions {
  readonly out?: string;
  readonly today?: string;
  readonly width?: number;
  readonly color: boolean;
}

/** For whom a document is made, and what is written down about giving it to them. */
export interface DocumentOptions {
  readonly for?: Recipient;
  readonly to?: string;
  readonly by?: string;
  readonly because?: string;
}

/** Who a document can be for; the compiler holds the list to that of the domain, whose code `--help` need not load. */
const DOCUMENTS_FOR = {
  caller: true,
  program: true,
  emergency: true,
  chart: true,
} as const satisfies Record<Recipient, true>;

/** `--for`, `--to`, `--by` and `--because`. */
export function addDocumentOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--for <recipient>', 'a document that may be given to them, instead of the summary').choices(
        Object.keys(DOCUMENTS_FOR),
      ),
    )
    .option('--to <name>', 'with `--for`: who receives it, with where they work', written)
    .option('--by <name>', 'with `--for`: who gives it', written)
    .option('--because <reason>', 'with `--for`: what for; of an emergency, what it is', written);
}

/** The longest that is written down of a disclosure. */
const LONGEST_WRITTEN = 300; // characters

/** What hides, reorders or commands, line ends among it; the joiners that some scripts write words with are none of it. */
const UNSHOWN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Text that is kept as it was typed, and so holds nothing that does not show. */
export function shownText(text: string): string {
  if (UNSHOWN.test(text)) throw new InvalidArgumentError('it holds a character that does not show, or a line end.');
  return text;
}

function written(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('leave the option out to fill it in by hand.');
  if (text.length > LONGEST_WRITTEN) throw new InvalidArgumentError(`at most ${LONGEST_WRITTEN} characters.`);
  return shownText(text);
}

/** `--questionnaire`, the same for every command. */
export function questionnaireOption(): Option {
  return new Option(
    '--questionnaire <folder>',
    'folder of the questionnaire (default: the shipped adult-intake)',
  ).argParser(path);
}

/** `--directory`, the same for every command that refers. */
export function directoryOption(): Option {
  return new Option(
    '--directory <file>',
    'directory of programs, instead of the one beside the questionnaire; may be given several times',
  ).argParser((given: string, before: readonly string[] | undefined) => [...(before ?? []), path(given)]);
}

/** `--format` with `text` first, which is the default. */
export function formatOption(others: readonly string[]): Option {
  return new Option('--format <format>', 'form of the result').choices(['text', ...others]).default('text');
}

/** `--out`, `--today` and `--width`; what `--today` is by default differs. */
export function addSummaryOptions(command: Command, usualDay = 'today'): Command {
  return command
    .option('--out <file>', 'save the result, readable by you only, instead of printing it', outPath)
    .option('--today <date>', `day to decide for, as YYYY-MM-DD (default: ${usualDay})`, date)
    .option('--width <columns>', 'width of the text (default: that of the terminal, at most 100)', width);
}

/** A path that is not empty. */
export function path(text: string): string {
  if (text === '') throw new InvalidArgumentError('a path is not empty.');
  return text;
}

/** Where a result is saved. What is printed needs no name. */
export function outPath(text: string): string {
  if (text === '-') throw new InvalidArgumentError('`-` is standard input; leave `--out` out to print.');
  return path(text);
}

/** Where something is saved that is never printed. */
export function savedPath(text: string): string {
  if (text === '-') throw new InvalidArgumentError('`-` is standard input; name a file to save to.');
  return path(text);
}

/** A day of the calendar. */
export function date(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError('a date is written YYYY-MM-DD.');
  if (!isDay(text)) throw new InvalidArgumentError('that day does not exist.');
  return text;
}

const NAME = /(?:\s*"((?:[^"]|"")*)"\s*|([^,]*)),/gy;

/** Names with commas between them, as in a header: one that holds a comma stands in quotes, with the quotes inside it doubled. */
export function names(text: string): readonly string[] {
  if (text.trim() === '') throw new InvalidArgumentError('names are separated by commas.');
  return [...`${text},`.matchAll(NAME)].map(([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare.trim());
}

function width(text: string): number {
  const columns = /^[0-9]{1,4}$/.test(text) ? Number(text) : 0;
  if (columns < 40 || columns > 1000) throw new InvalidArgumentError('a width is a whole number from 40 to 1000.');
  return columns;
}

/** A whole number of days. */
export function days(text: string): number {
  if (!/^[0-9]{1,5}$/.test(text)) throw new InvalidArgumentError('a number of days is a whole number.');
  return Number(text);
}

/** How many callers to draw: more would tell nothing new. */
export function callers(text: string): number {
  const count = /^[0-9]{1,6}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > 100_000)
    throw new InvalidArgumentError('a number of callers is a whole number from 1 to 100000.');
  return count;
}

/** What the drawing of callers begins with. */
export function seed(text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw new InvalidArgumentError('a seed is a whole number of at most nine digits.');
  return Number(text);
}
