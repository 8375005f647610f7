/** What may be written after `intakeline init`. */

import { type Command, InvalidArgumentError } from 'commander';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import { path } from './options.ts';

/** What is asked of `init`. */
export interface InitOptions {
  readonly name?: string;
}

/** Adds `init` to the tree. */
export function addInit(program: Command, perform: Perform): void {
  program
    .command('init')
    .summary('begin a site of its own in a folder')
    .description(
      'Begins a site of its own: settings, a questionnaire that extends the shipped one with an added question and a changed rule, worked callers, and what an editor completes. Nothing that is there is overwritten.',
    )
    .argument('[folder]', 'folder of the site; made where it is missing', path, '.')
    .option('--name <name>', 'what the site is called (default: the name of the folder)', siteName)
    .addHelpText('after', examplesHelp([['init my-site --name "Harbor intake"', 'a site in a new folder']]))
    .action((folder: string, _local: unknown, own: Command) =>
      perform(async () => (await import('./init.ts')).init(folder, own.optsWithGlobals<InitOptions>())),
    );
}

function siteName(text: string): string {
  const name = text.trim();
  if (name === '' || name.length > 60) throw new InvalidArgumentError('a name has 1 to 60 characters.');
  if (/[\p{C}\u2028\u2029]/u.test(name)) throw new InvalidArgumentError('a name has no invisible characters.');
  return name;
}
