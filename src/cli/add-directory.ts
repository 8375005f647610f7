/** What may be written after `intakeline directory`. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { DIRECTORY_FORMS, MEDICINES, type Medicine, PAYMENTS, type Payment } from '../directory/lists.ts';
import type { SiteInForce } from '../site/settings.ts';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import { date, days, formatOption, outPath, path, questionnaireOption, savedPath } from './options.ts';

/** What is looked for by `--level`. */
const SEARCHED_LEVELS = ['outpatient', 'iop', 'php', 'residential', 'inpatient'] as const;

/** What is asked of `directory import`. */
export interface ImportOptions {
  readonly from: (typeof DIRECTORY_FORMS)[number];
  /** Id of a shipped mapping, or a file. */
  readonly mapping?: string;
  readonly id?: string;
  readonly title?: string;
  readonly source?: string;
  readonly verifiedOn?: string;
  readonly today?: string;
  readonly report?: string;
  readonly out: string;
}

/** Which directories are read, as of which day, and where the result goes. */
export interface DirectoryPlace {
  readonly questionnaire?: string;
  /** What is in force at the site. */
  readonly site?: SiteInForce;
  readonly today?: string;
  readonly out?: string;
}

/** What is asked of `directory check`. */
export interface CheckDirectoryOptions extends DirectoryPlace {
  readonly format: 'text' | 'json';
}

/** What is asked of `directory stale`. */
export interface StaleOptions extends DirectoryPlace {
  readonly days?: number;
  readonly format: 'text' | 'json' | 'csv';
}

/** What is asked of `directory search`. */
export interface SearchOptions extends DirectoryPlace {
  readonly state?: string;
  readonly level?: (typeof SEARCHED_LEVELS)[number];
  readonly city?: string;
  readonly county?: string;
  readonly zip?: string;
  /** Five digits. */
  readonly near?: string;
  readonly name?: string;
  readonly pregnant?: true;
  readonly children?: true;
  readonly detox?: true;
  readonly dualDiagnosis?: true;
  readonly affirming?: true;
  readonly telehealth?: true;
  readonly evenings?: true;
  readonly age?: number;
  readonly payment?: Payment;
  readonly medicine?: Medicine;
  readonly language?: string;
  readonly sure?: true;
  readonly details?: true;
  readonly limit: number;
  readonly format: 'text' | 'json' | 'csv';
}

/** Adds `directory` and what can be done with one to the tree. */
export function addDirectory(program: Command, perform: Perform): void {
  const directory = program
    .command('directory')
    .summary('import, check and search directories of programs')
    .description('Imports, checks and searches directories of programs.')
    .addHelpText(
      'after',
      examplesHelp([
        ['directory import facilities.csv --mapping california-dhcs --out california.json', 'from a table'],
        ['directory import listing.json --out local.yaml', 'from FindTreatment.gov or an HSDS export'],
        ['directory search california.json --state CA --level residential --pregnant --detox', 'for a caller'],
        ['directory stale', 'whom to phone to see whether the entry still holds'],
        ['decide caller.yaml --directory california.json', 'a referral into it'],
      ]),
    );
  for (const add of [addImport, addCheckDirectory, addSearch, addStale]) add(directory, perform);
}

function addImport(directory: Command, perform: Perform): void {
  directory
    .command('import')
    .summary('make a directory of what others publish')
    .description(
      'Makes a directory of HSDS 3 (a data package or JSON), of FindTreatment.gov, or of any table with a mapping. What a source does not say stays unknown; every record that becomes no program is reported.',
    )
    .argument('<files...>', 'a data package (datapackage.json), JSON, or a table (CSV)', several)
    .addOption(new Option('--from <form>', 'form of the files').choices(DIRECTORY_FORMS).default('auto'))
    .option('--mapping <mapping>', 'what columns and terms mean: a shipped mapping, or a file', path)
    .option('--id <id>', 'id of the directory (default: that of the mapping or of the form)', id)
    .option('--title <text>', 'what the directory holds', words)
    .option('--source <text>', 'where the entries are from, with the license of the data', words)
    .option('--verified-on <date>', 'day on which the source was compared with the programs, as YYYY-MM-DD', date)
    .option('--today <date>', 'day of the import, as YYYY-MM-DD (default: today)', date)
    .option('--report <file>', 'save every reported record with its place, code and message as CSV', savedPath)
    .requiredOption('--out <file>', 'where to save it: YAML, or JSON where the name ends in `.json`', savedPath)
    .addHelpText('after', '\nWhat becomes of each term, and what a mapping says: docs/directory.md')
    .action((files: readonly string[], _local: unknown, own: Command) =>
      perform(async () =>
        (await import('./directory-import.ts')).importDirectory(files, own.optsWithGlobals<ImportOptions>()),
      ),
    );
}

function addCheckDirectory(directory: Command, perform: Perform): void {
  directory
    .command('check')
    .summary('what is wrong in a directory, and what is doubtful')
    .description(
      'Checks directories: form and ids, telephone numbers, licenses on the day, entries that nobody has compared lately, programs without a level.',
    )
    .argument('[files...]', 'directories (default: the one in force)', several)
    .addOption(questionnaireOption())
    .option('--today <date>', 'day to check for, as YYYY-MM-DD (default: today)', date)
    .addOption(formatOption(['json']))
    .action((files: readonly string[] | undefined, _local: unknown, own: Command) =>
      perform(async () =>
        (await import('./directory-check.ts')).checkDirectories(
          files ?? [],
          own.optsWithGlobals<CheckDirectoryOptions>(),
        ),
      ),
    );
}

function addSearch(directory: Command, perform: Perform): void {
  directory
    .command('search')
    .summary('programs that may be right for a caller')
    .description(
      'Lists the programs that nothing rules out, those first of which most is known. What a directory does not know is no "no": it is shown as something to ask.',
    )
    .argument('[files...]', 'directories (default: the one in force)', several)
    .addOption(questionnaireOption())
    .addOption(new Option('--level <level>', 'level of care').choices(SEARCHED_LEVELS))
    .option('--state <letters>', 'in this state, by its two letters', letters)
    .option('--city <text>', 'in this city', words)
    .option('--county <text>', 'in this county', words)
    .option('--zip <digits>', 'in ZIP codes that begin so', zip)
    .option('--near <zip>', 'the nearest to this ZIP code first, as the crow flies', wholeZip)
    .option('--name <text>', 'with this in its name or that of its organization', words)
    .option('--detox', 'does withdrawal management itself')
    .option('--pregnant', 'for somebody who is pregnant')
    .option('--children', 'children may come along')
    .option('--age <years>', 'for somebody of this age', age)
    .option('--dual-diagnosis', 'treats mental health and substance use together')
    .option('--affirming', 'LGBTQ+-affirming, where a source says so')
    .addOption(new Option('--payment <kind>', 'how it is paid').choices(PAYMENTS))
    .addOption(new Option('--medicine <name>', 'goes on with this medicine').choices(MEDICINES))
    .option('--language <code>', 'treats in this language, by its ISO 639 code', language)
    .option('--telehealth', 'also at a distance')
    .option('--evenings', 'in the evening')
    .option('--sure', 'only programs of which everything asked for is known')
    .option('--details', 'all that is known of each')
    .option('--limit <number>', 'how many to show at most', count, 20)
    .option('--today <date>', 'day on which licenses must hold, as YYYY-MM-DD (default: today)', date)
    .addOption(formatOption(['json', 'csv']))
    .option('--out <file>', 'save the result, readable by you only, instead of printing it', outPath)
    .addHelpText(
      'after',
      examplesHelp([
        ['directory search --state CA --level residential --detox', 'in the directory in force'],
        ['directory search ca.json --level residential --detox --near 94612', 'the nearest first'],
        ['directory search ca.json --level residential --pregnant --county alameda --details', 'all about a few'],
        ['directory search ca.json fl.json --name "harbor light" --format csv', 'for a spreadsheet'],
      ]),
    )
    .action((files: readonly string[] | undefined, _local: unknown, own: Command) =>
      perform(async () =>
        (await import('./directory-search.ts')).searchDirectories(files ?? [], own.optsWithGlobals<SearchOptions>()),
      ),
    );
}

function addStale(directory: Command, perform: Perform): void {
  directory
    .command('stale')
    .summary('entries to compare with their programs again')
    .description(
      'Lists entries that were verified longer ago than their directory allows, the oldest first, with the number to call; and what programs said of openings that holds no longer.',
    )
    .argument('[files...]', 'directories (default: the one in force)', several)
    .addOption(questionnaireOption())
    .option('--days <days>', 'verified longer ago than so many days', days)
    .option('--today <date>', 'day to count from, as YYYY-MM-DD (default: today)', date)
    .addOption(formatOption(['json', 'csv']))
    .option('--out <file>', 'save the result, readable by you only, instead of printing it', outPath)
    .action((files: readonly string[] | undefined, _local: unknown, own: Command) =>
      perform(async () =>
        (await import('./directory-stale.ts')).staleEntries(files ?? [], own.optsWithGlobals<StaleOptions>()),
      ),
    );
}

function several(given: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), path(given)];
}

function id(text: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(text)) throw new InvalidArgumentError('an id is letters, digits and `-`.');
  return text;
}

function words(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('a text is not empty.');
  return text.trim();
}

function letters(text: string): string {
  if (!/^[A-Za-z]{2}$/.test(text)) throw new InvalidArgumentError('a state is two letters, such as CA.');
  return text.toUpperCase();
}

function zip(text: string): string {
  if (!/^[0-9]{1,5}$/.test(text)) throw new InvalidArgumentError('the first digits of a ZIP code, at most five.');
  return text;
}

function wholeZip(text: string): string {
  if (!/^[0-9]{5}$/.test(text)) throw new InvalidArgumentError('a ZIP code is five digits.');
  return text;
}

function language(text: string): string {
  if (!/^[a-z]{2,3}$/.test(text)) throw new InvalidArgumentError('a language is an ISO 639 code, such as es.');
  return text;
}

function age(text: string): number {
  const years = /^[0-9]{1,3}$/.test(text) ? Number(text) : 121;
  if (years > 120) throw new InvalidArgumentError('an age is a whole number of years.');
  return years;
}

function count(text: string): number {
  const number = /^[0-9]{1,6}$/.test(text) ? Number(text) : 0;
  if (number < 1) throw new InvalidArgumentError('a number of programs is a whole number from 1.');
  return number;
}
