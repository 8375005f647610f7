/** What may be written after `intakeline explain`. */

import type { Command } from 'commander';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import {
  addSummaryOptions,
  type ContentOptions,
  DEFAULT_POLICY,
  directoryOption,
  formatOption,
  path,
  questionnaireOption,
  type SummaryOptions,
} from './options.ts';

export interface ExplainOptions extends ContentOptions, SummaryOptions {
  readonly policy: string;
  /** A level by id or name. */
  readonly to?: string;
  readonly format: 'text' | 'json' | 'markdown';
}

/** Adds `explain`. */
export function addExplain(program: Command, perform: Perform): void {
  const command = program
    .command('explain')
    .summary('explain why saved answers get their level, and what would change it')
    .description(
      'Explains the level of saved answers: the rules and answers it rests on, why it is no other level, what would change it, ' +
        'on which single answers it hangs, and what is still open.',
    )
    .argument('<answers>', 'answers file (YAML or JSON), or `-` for standard input', path)
    .option('--to <level>', 'level to reach, by id or name: shows the smallest changes of answers that reach it')
    .option('--policy <id>', 'policy to decide by', DEFAULT_POLICY)
    .addOption(questionnaireOption())
    .addOption(directoryOption())
    .addOption(formatOption(['json', 'markdown']));
  addSummaryOptions(command)
    .addHelpText(
      'after',
      examplesHelp([
        ['explain caller.yaml', 'why this level and no other'],
        ['explain caller.yaml --to iop', 'what would have to be different for an IOP'],
        ['explain caller.yaml --policy pride-institute', 'the same under another policy'],
      ]),
    )
    .action((answers: string, _local: unknown, own: Command) =>
      perform(async () =>
        (await import('./explain.ts')).explainAnswers(answers, own.optsWithGlobals<ExplainOptions>()),
      ),
    );
}
