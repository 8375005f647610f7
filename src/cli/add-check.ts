/** `intakeline check` in the command tree. */

import type { Command } from 'commander';
import type { SiteInForce } from '../site/settings.ts';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import { formatOption, path, questionnaireOption, savedPath } from './options.ts';

export interface CheckOptions {
  readonly questionnaire?: string;
  readonly format: 'text' | 'json' | 'github';
  readonly mutate?: boolean;
  readonly witnesses?: string;
  readonly color: boolean;
  /** What is in force at the site. */
  readonly site?: SiteInForce;
}

/** Adds the command. */
export function addCheck(program: Command, perform: Perform): void {
  program
    .command('check')
    .summary("check a questionnaire's files, run its cases and prove its properties")
    .description(
      "Checks a questionnaire's files for every possible caller and runs the worked cases, or checks answers files or mappings.",
    )
    .argument(
      '[paths...]',
      "a questionnaire's folder, an answers file or a mapping, or several; `-` for standard input",
      (given: string, before: readonly string[] | undefined) => [...(before ?? []), path(given)],
    )
    .addOption(questionnaireOption())
    .option('--mutate', 'also break every rule in every small way, and list what no case and no property notices')
    .option(
      '--witnesses <folder>',
      'save the callers who show findings as answers files, readable by you only',
      savedPath,
    )
    .addOption(formatOption(['json', 'github']))
    .addHelpText(
      'after',
      examplesHelp([
        ['check', 'the shipped questionnaire'],
        ['check my-site/', 'a questionnaire of your own'],
        [
          'check my-site/ --witnesses callers/',
          'the same, with each caller who shows a finding as a file for `decide`',
        ],
        ['check my-site/ --format github', 'annotations beside the lines of a change, in GitHub Actions'],
        ['check caller.yaml --questionnaire my-site/', 'answers that were given to it'],
        ['check site.yaml', 'a mapping, which says what the columns of an export mean'],
      ]),
    )
    .action((paths: readonly string[], _local: unknown, command: Command) =>
      perform(async () => (await import('./check.ts')).check(paths, command.optsWithGlobals<CheckOptions>())),
    );
}
