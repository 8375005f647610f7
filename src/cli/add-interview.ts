/** What may be written after `intakeline interview`. */

import { type Command, Option } from 'commander';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import {
  addSummaryOptions,
  type ContentOptions,
  DEFAULT_POLICY,
  directoryOption,
  formatOption,
  questionnaireOption,
  type SummaryOptions,
} from './options.ts';

/** How a call is performed and its result printed, however it began. */
export interface CallOptions extends ContentOptions, SummaryOptions {
  /** Undefined where none was named: the default one, or that of the call which goes on. */
  readonly policy?: string;
  readonly language?: string;
  readonly plain?: true;
  readonly format: 'text' | 'json' | 'markdown' | 'answers';
}

export interface InterviewOptions extends CallOptions {
  readonly resume?: string;
  readonly brief?: true;
  readonly example?: string;
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
  addCallOptions(command)
    .addHelpText(
      'after',
      examplesHelp([
        ['interview', 'take a call'],
        ['interview --example iop', 'see how a call goes'],
        ['interview --format json > call.json', 'questions on the terminal, the result in a file'],
        ['interview --resume 1122-7k3f', 'go on with a call that was paused or cut off'],
      ]),
    )
    .action((_local: unknown, own: Command) =>
      perform(async () => (await import('./interview.ts')).interview(own.optsWithGlobals<InterviewOptions>())),
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
    .addOption(formatOption(['json', 'markdown', 'answers']));
  return addSummaryOptions(command);
}
