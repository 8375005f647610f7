/** What may be written after `intakeline completion`. */

import { Argument, type Command, Option } from 'commander';
import { LISTED, type Listed } from '../render/command-tree.ts';
import type { Perform } from './commands.ts';
import { questionnaireOption } from './options.ts';

/** Shells for which there is a script. */
const SHELLS = ['bash', 'zsh', 'fish'] as const;
/** One of them. */
export type Shell = (typeof SHELLS)[number];

/** What is asked of `completion`. */
export interface CompletionOptions {
  readonly list?: Listed;
  readonly questionnaire?: string;
}

const INSTALL = `
Install it once:
  bash   intakeline completion bash > ~/.local/share/bash-completion/completions/intakeline
  zsh    intakeline completion zsh > "\${fpath[1]}/_intakeline"
  fish   intakeline completion fish > ~/.config/fish/completions/intakeline.fish
or try it for one session of bash:
  source <(intakeline completion bash)`;

/** Adds `completion` to the tree. */
export function addCompletion(program: Command, perform: Perform): void {
  program
    .command('completion')
    .summary('completion of command lines for bash, zsh or fish')
    .description('Prints the script with which a shell completes commands, options and their values.')
    .addArgument(new Argument('[shell]', 'the shell').choices(SHELLS))
    .addOption(
      new Option('--list <kind>', 'instead, list values with what they are, as the scripts do').choices(LISTED),
    )
    .addOption(questionnaireOption())
    .addHelpText('after', INSTALL)
    .action((shell: Shell | undefined, _local: unknown, own: Command) =>
      perform(async () =>
        (await import('./completion.ts')).completion(shell, own.optsWithGlobals<CompletionOptions>(), program),
      ),
    );
}
