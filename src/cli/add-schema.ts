/** What may be written after `intakeline schema`. */

import { Argument, type Command } from 'commander';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import { type ContentOptions, path, questionnaireOption, savedPath } from './options.ts';
import { type SchemaKind, schemaKinds } from './schema-kinds.ts';

export interface SchemaOptions extends Pick<ContentOptions, 'questionnaire'> {
  /** Ids are left open: for files of a questionnaire that is not there yet. */
  readonly anyIds?: true;
  readonly out?: string;
  /** A folder for the schemas of all kinds. */
  readonly into?: string;
}

/** Adds `schema` to the tree. */
export function addSchema(program: Command, perform: Perform): void {
  program
    .command('schema')
    .summary('JSON Schema of each kind of file, for editors')
    .description(
      'Prints the JSON Schema of a kind of file, with the ids of the questionnaire: an editor then completes questions, options, facts and citations, says what each is, and marks what is wrong.',
    )
    .addArgument(new Argument('[kind]', 'kind of file; without one, the kinds are listed').choices(schemaKinds()))
    .addOption(questionnaireOption())
    .option('--any-ids', 'leave ids open: for a questionnaire that is not there yet')
    .option('--out <file>', 'save the schema, instead of printing it', savedPath)
    .option('--into <folder>', 'save the schemas of all kinds there, each as KIND.json', path)
    .addHelpText(
      'after',
      examplesHelp([
        ['schema policy --out policy.json', 'the schema of a policy'],
        ['schema --into my-site/schemas --questionnaire my-site', 'all of them, with the ids of your questionnaire'],
      ]),
    )
    .action((kind: SchemaKind | undefined, _local: unknown, command: Command) =>
      perform(async () => (await import('./schema.ts')).schema(kind, command.optsWithGlobals<SchemaOptions>())),
    );
}
