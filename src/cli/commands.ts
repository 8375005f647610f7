/** The commands: what may be written after `intakeline`. A command's own code is loaded only when it runs. */

import type { Command } from 'commander';
import { addCalls } from './add-calls.ts';
import { addExplain } from './add-explain.ts';
import { addInterview } from './add-interview.ts';
import { addSchema } from './add-schema.ts';
import { addScore } from './add-score.ts';
import { addSql } from './add-sql.ts';
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
import type { CommandResult } from './outcome.ts';

/** Runs the code of a command and keeps its result. */
export type Perform = (start: () => Promise<CommandResult>) => Promise<void>;

export interface DecideOptions extends ContentOptions, SummaryOptions {
  readonly policy: string;
  readonly format: 'text' | 'json' | 'markdown';
}

export interface CheckOptions {
  readonly questionnaire?: string;
  readonly format: 'text' | 'json';
  readonly color: boolean;
}

/** Adds each command to the tree, in the order of the help. */
export const ADD_COMMAND = {
  interview: addInterview,
  decide: addDecide,
  explain: addExplain,
  score: addScore,
  sql: addSql,
  calls: addCalls,
  check: addCheck,
  schema: addSchema,
} as const satisfies Record<string, (program: Command, perform: Perform) => void>;

function addDecide(program: Command, perform: Perform): void {
  const command = program
    .command('decide')
    .summary('decide the level of care for saved answers')
    .description('Decides the level of care for saved answers and prints the referral summary.')
    .argument('<answers>', 'answers file (YAML or JSON), or `-` for standard input', path)
    .option('--policy <id>', 'policy to decide by', DEFAULT_POLICY)
    .addOption(questionnaireOption())
    .addOption(directoryOption())
    .addOption(formatOption(['json', 'markdown']));
  addSummaryOptions(command)
    .addHelpText(
      'after',
      examplesHelp([
        ['decide caller.yaml', 'the referral summary of one caller'],
        ['decide caller.yaml --policy inspire-recovery', 'what another policy makes of the same answers'],
        ['decide - --format json < caller.yaml', 'the summary for another program'],
      ]),
    )
    .action((answers: string, _local: unknown, own: Command) =>
      perform(async () => (await import('./decide.ts')).decide(answers, own.optsWithGlobals<DecideOptions>())),
    );
}

function addCheck(program: Command, perform: Perform): void {
  program
    .command('check')
    .summary("check a questionnaire's files and run its cases")
    .description("Checks a questionnaire's files and runs the worked cases, or checks one answers file or one mapping.")
    .argument('[path]', "a questionnaire's folder, an answers file or a mapping; `-` for standard input", path)
    .addOption(questionnaireOption())
    .addOption(formatOption(['json']))
    .addHelpText(
      'after',
      examplesHelp([
        ['check', 'the shipped questionnaire'],
        ['check my-site/', 'a questionnaire of your own'],
        ['check caller.yaml --questionnaire my-site/', 'answers that were given to it'],
        ['check site.yaml', 'a mapping, which says what the columns of an export mean'],
      ]),
    )
    .action((path: string | undefined, _local: unknown, command: Command) =>
      perform(async () => (await import('./check.ts')).check(path, command.optsWithGlobals<CheckOptions>())),
    );
}
