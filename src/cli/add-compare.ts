/** What may be written after `intakeline compare`. */

import type { Command } from 'commander';
import { addDialect, type ScoreOptions } from './add-score.ts';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import { type ContentOptions, date, formatOption, outPath, path, questionnaireOption, savedPath } from './options.ts';

export interface CompareOptions
  extends Pick<ContentOptions, 'questionnaire'>,
    Pick<ScoreOptions, 'columns' | 'header' | 'delimiter' | 'quote' | 'lineEnd' | 'encoding'> {
  /** The folder of another version of the questionnaire. */
  readonly before?: string;
  /** The id of the policy in that folder, where it has another one. */
  readonly beforePolicy?: string;
  /** Answers of one caller. */
  readonly caller?: string;
  readonly over?: string;
  readonly mapping?: string;
  readonly marginals?: string;
  readonly out?: string;
  readonly rejects?: string;
  readonly witnesses?: string;
  readonly today?: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly color: boolean;
}

const ABOUT = `
Without --caller and --over, every possible caller is compared: shares of all
combinations of answers, and of those that are no emergency under either policy.
A policy that says nothing of a caller is silent: that is never less care.`;

/** Adds `compare` to the tree. */
export function addCompare(program: Command, perform: Perform): void {
  const command = program
    .command('compare')
    .summary('set policies side by side, or a policy before and after an edit')
    .description('Compares what policies say: of every possible caller, of one caller, or of the rows of an export.')
    .argument('[policies...]', 'ids of policies (default: all of the questionnaire)')
    .addOption(questionnaireOption())
    .option(
      '--before <folder>',
      "compare with the same policies in another version of the questionnaire's folder",
      path,
    )
    .option('--before-policy <id>', 'what the policy is called there, if it has another id')
    .option('--caller <answers>', 'compare for one caller: an answers file, or `-` for standard input', path)
    .option('--over <export>', 'compare for the rows of an export (CSV), as `score` reads it', path)
    .option('--mapping <mapping>', 'with --over: what columns and codes mean: a shipped mapping, or a file', path)
    .option('--out <file>', 'with --over: save the rows that differ; else save the result', outPath)
    .option('--rejects <name>', 'with --over: where rejects go: NAME.rejects.csv and NAME.problems.csv', savedPath)
    .option('--today <date>', 'with --over: day of the run, as YYYY-MM-DD (default: today)', date)
    .option('--marginals <file>', 'also weigh callers by how often answers are given', path)
    .option('--witnesses <folder>', 'save the callers who show the differences, as answers files', path)
    .addOption(formatOption(['json', 'markdown']));
  addDialect(command);
  command
    .addHelpText('after', ABOUT)
    .addHelpText(
      'after',
      examplesHelp([
        ['compare intake-line cautious-guide', 'where two policies differ, and who shows it'],
        ['compare intake-line --before ../last-year', 'who changes level by an edit'],
        ['compare intake-line pride-institute --caller caller.yaml', 'two policies on one caller'],
        ['compare intake-line iop-explainer --over intakes.csv --out rows.csv', 'and on the rows of an export'],
      ]),
    )
    .action((policies: readonly string[], _local: unknown, own: Command) =>
      perform(async () => (await import('./compare.ts')).compare(policies, own.optsWithGlobals<CompareOptions>())),
    );
}
