/** What may be written after `intakeline interview`. */

import { type Command, Option } from 'commander';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import {
  addDocumentOptions,
  addSummaryOptions,
  type ContentOptions,
  callers,
  DEFAULT_POLICY,
  type DocumentOptions,
  directoryOption,
  formatOption,
  path,
  questionnaireOption,
  type SummaryOptions,
  seed,
} from './options.ts';

/** How a call is performed and its result printed, however it began. */
export interface CallOptions extends ContentOptions, DocumentOptions, SummaryOptions {
  /** Undefined where none was named: the default one, or that of the call which goes on. */
  readonly policy?: string;
  readonly language?: string;
  readonly plain?: true;
  readonly format: 'text' | 'json' | 'markdown' | 'html' | 'fhir' | 'answers';
}

export interface InterviewOptions extends CallOptions {
  readonly resume?: string;
  readonly brief?: true;
  readonly example?: string;
  /** How many callers to draw instead of taking a call. */
  readonly simulate?: number;
  readonly marginals?: string;
  readonly seed?: number;
}

/** Adds `interview` to the tree. */
export function addInterview(program: Command, perform: Perform): void {
  const command = program
    .command('interview')
    .summary('take a call: scripted questions, then the referral summary')
    .description(
      'Takes a call: asks the scripted questions, saves every answer before the next question, and prints the referral summary. Questions and notes go to standard error, the result to standard output.',
    )
    .option('--policy <id>', `policy to decide by (default: ${DEFAULT_POLICY})`)
    .option('--resume <id>', 'go on with a saved call')
    .addOption(
      new Option(
        '--brief',
        'leave out what can no longer change level, first step or support; never a safety question',
      ).conflicts('resume'),
    )
    .addOption(
      new Option(
        '--example <name>',
        'let an example caller answer, for training; nothing is saved (an unknown name lists them)',
      ).conflicts('resume'),
    );
  addSimulationOptions(command);
  addCallOptions(command)
    .addHelpText(
      'after',
      examplesHelp([
        ['interview', 'take a call'],
        ['interview --example iop', 'see how a call goes'],
        ['interview --format json > call.json', 'questions on the terminal, the result in a file'],
        ['interview --resume 1122-7k3f', 'go on with a call that was paused or cut off'],
        ['interview --simulate 1000', 'how long calls are, with 1,000 drawn callers'],
      ]),
    )
    .action((_local: unknown, own: Command) =>
      perform(async () => {
        const options = own.optsWithGlobals<InterviewOptions>();
        const isSimulated = [options.simulate, options.marginals, options.seed].some((one) => one !== undefined);
        return isSimulated
          ? (await import('./simulate.ts')).simulate(options)
          : (await import('./interview.ts')).interview(options);
      }),
    );
}

function addSimulationOptions(command: Command): void {
  command
    .addOption(
      new Option(
        '--simulate <count>',
        'take no call: draw so many callers and say how many questions each is asked, whole and with `--brief`',
      )
        .argParser(callers)
        .conflicts(['resume', 'example', 'brief', 'plain', 'directory']),
    )
    .addOption(
      new Option(
        '--marginals <file>',
        "how often each answer is given (default: the questionnaire's marginals.yaml)",
      ).argParser(path),
    )
    .addOption(
      new Option('--seed <number>', 'draws other callers; the same seed, the same callers (default: 1)').argParser(
        seed,
      ),
    );
}

/** The options with which a call is performed, be it new or resumed. */
export function addCallOptions(command: Command): Command {
  command
    .option('--plain', 'one line after the other and no redrawing, as for a screen reader')
    .option(
      '--language <code>',
      "language of the script (default: that of the resumed call, or the questionnaire's first)",
    )
    .addOption(questionnaireOption())
    .addOption(directoryOption())
    .addOption(formatOption(['json', 'markdown', 'html', 'fhir', 'answers']));
  return addDocumentOptions(addSummaryOptions(command));
}
