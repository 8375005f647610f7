/** The commands: what may be written after `intakeline`. A command's own code is loaded only when it runs. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { isDate } from './dates.ts';
import { examplesHelp } from './help.ts';
import type { CommandResult } from './outcome.ts';

/** Runs the code of a command and keeps its result. */
export type Perform = (start: () => Promise<CommandResult>) => Promise<void>;

/** The default policy of the shipped questionnaires. */
const DEFAULT_POLICY = 'intake-line';

export interface DecideOptions {
  readonly policy: string;
  readonly questionnaire?: string;
  readonly directory?: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly out?: string;
  readonly today?: string;
  readonly width?: number;
  readonly color: boolean;
}

export interface CheckOptions {
  readonly questionnaire?: string;
  readonly format: 'text' | 'json';
  readonly color: boolean;
}

/** Adds each command to the tree, in the order of the help. */
export const ADD_COMMAND = { decide: addDecide, check: addCheck } as const satisfies Record<
  string,
  (program: Command, perform: Perform) => void
>;

function addDecide(program: Command, perform: Perform): void {
  program
    .command('decide')
    .summary('decide the level of care for saved answers')
    .description('Decides the level of care for saved answers and prints the referral summary.')
    .argument('<answers>', 'answers file (YAML or JSON), or `-` for standard input', path)
    .option('--policy <id>', 'policy to decide by', DEFAULT_POLICY)
    .addOption(questionnaireOption())
    .option('--directory <file>', 'directory of programs, instead of the one beside the questionnaire', path)
    .addOption(
      new Option('--format <format>', 'form of the result').choices(['text', 'json', 'markdown']).default('text'),
    )
    .option('--out <file>', 'save the result, readable by you only, instead of printing it', path)
    .option('--today <date>', 'day to decide for, as YYYY-MM-DD (default: today)', date)
    .option('--width <columns>', 'width of the text (default: that of the terminal, at most 100)', width)
    .addHelpText(
      'after',
      examplesHelp([
        ['decide caller.yaml', 'the referral summary of one caller'],
        ['decide caller.yaml --policy inspire-recovery', 'what another policy makes of the same answers'],
        ['decide - --format json < caller.yaml', 'the summary for another program'],
      ]),
    )
    .action((answers: string, _local: unknown, command: Command) =>
      perform(async () => (await import('./decide.ts')).decide(answers, command.optsWithGlobals<DecideOptions>())),
    );
}

function addCheck(program: Command, perform: Perform): void {
  program
    .command('check')
    .summary("check a questionnaire's files and run its cases")
    .description("Checks a questionnaire's files, or one answers file, and runs the worked cases.")
    .argument('[path]', 'folder of a questionnaire, an answers file, or `-` for answers on standard input', path)
    .addOption(questionnaireOption())
    .addOption(new Option('--format <format>', 'form of the result').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      examplesHelp([
        ['check', 'the shipped questionnaire'],
        ['check my-site/', 'a questionnaire of your own'],
        ['check caller.yaml --questionnaire my-site/', 'answers that were given to it'],
      ]),
    )
    .action((path: string | undefined, _local: unknown, command: Command) =>
      perform(async () => (await import('./check.ts')).check(path, command.optsWithGlobals<CheckOptions>())),
    );
}

function questionnaireOption(): Option {
  return new Option(
    '--questionnaire <folder>',
    'folder of the questionnaire (default: the shipped adult-intake)',
  ).argParser(path);
}

function path(text: string): string {
  if (text === '') throw new InvalidArgumentError('a path is not empty.');
  return text;
}

function date(text: string): string {
  if (!isDate(text)) throw new InvalidArgumentError('a date is written YYYY-MM-DD.');
  return text;
}

function width(text: string): number {
  const columns = /^[0-9]{1,4}$/.test(text) ? Number(text) : 0;
  if (columns < 40 || columns > 1000) throw new InvalidArgumentError('a width is a whole number from 40 to 1000.');
  return columns;
}
