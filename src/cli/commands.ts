/** The commands: what may be written after `intakeline`. A command's own code is loaded only when it runs. */

import type { Command } from 'commander';
import { addCalls } from './add-calls.ts';
import { addCheck } from './add-check.ts';
import { addCompare } from './add-compare.ts';
import { addCompletion } from './add-completion.ts';
import { addDirectory } from './add-directory.ts';
import { addDoctor } from './add-doctor.ts';
import { addExplain } from './add-explain.ts';
import { addGraph } from './add-graph.ts';
import { addInit } from './add-init.ts';
import { addInterview } from './add-interview.ts';
import { addSchema } from './add-schema.ts';
import { addScore } from './add-score.ts';
import { addSql } from './add-sql.ts';
import { examplesHelp } from './help.ts';
import {
  addDocumentOptions,
  addSummaryOptions,
  type ContentOptions,
  DEFAULT_POLICY,
  type DocumentOptions,
  directoryOption,
  formatOption,
  path,
  questionnaireOption,
  type SummaryOptions,
} from './options.ts';
import type { CommandResult } from './outcome.ts';

/** Runs the code of a command and keeps its result. */
export type Perform = (start: () => Promise<CommandResult>) => Promise<void>;

export interface DecideOptions extends ContentOptions, DocumentOptions, SummaryOptions {
  readonly policy: string;
  readonly language?: string;
  readonly format: 'text' | 'json' | 'markdown' | 'html' | 'fhir';
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
  compare: addCompare,
  graph: addGraph,
  directory: addDirectory,
  schema: addSchema,
  completion: addCompletion,
  init: addInit,
  doctor: addDoctor,
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
    .option('--language <code>', "language of the summary (default: the questionnaire's first)")
    .addOption(formatOption(['json', 'markdown', 'html', 'fhir']));
  addDocumentOptions(addSummaryOptions(command))
    .addHelpText(
      'after',
      examplesHelp([
        ['decide caller.yaml', 'the referral summary of one caller'],
        ['decide caller.yaml --policy inspire-recovery', 'what another policy makes of the same answers'],
        ['decide caller.yaml --language es', 'the summary in Spanish'],
        ['decide - --format json < caller.yaml', 'the summary for another program'],
      ]),
    )
    .action((answers: string, _local: unknown, own: Command) =>
      perform(async () => (await import('./decide.ts')).decide(answers, own.optsWithGlobals<DecideOptions>())),
    );
}
