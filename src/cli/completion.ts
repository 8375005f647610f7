/** `intakeline completion`: the script of a shell, or the values that it offers. */

import type { Command } from 'commander';
import type { Listed } from '../render/command-tree.ts';
import { completionBash } from '../render/completion-bash.ts';
import { completionFish } from '../render/completion-fish.ts';
import { completionZsh } from '../render/completion-zsh.ts';
import type { CompletionOptions, Shell } from './add-completion.ts';
import { commandTree } from './command-tree.ts';
import { listValues } from './list-values.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';

const SCRIPT = { bash: completionBash, zsh: completionZsh, fish: completionFish } as const satisfies Record<
  Shell,
  unknown
>;

/** Prints the script of a shell, or with `--list` a value a line, with what it is behind a colon. */
export async function completion(
  shell: Shell | undefined,
  options: CompletionOptions,
  program: Command,
): Promise<CommandResult> {
  if (shell !== undefined && options.list !== undefined)
    return couldNotRun('intakeline: a shell and `--list` do not go together\n  leave one of them out\n');
  if (options.list !== undefined) return printed(await listing(options.list, options));
  if (shell === undefined)
    return couldNotRun(
      'intakeline: no shell is named\n  one of bash, zsh and fish, as in `intakeline completion bash`\n',
    );
  return printed(SCRIPT[shell](commandTree(program)));
}

function printed(content: string): CommandResult {
  return { output: { kind: 'text', content, isPublic: true }, notes: '', outcome: 'fine' };
}

/** Shells take what they offer for words of a command line: nothing that means something to one is listed. */
const SAFE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

async function listing(kind: Listed, options: CompletionOptions): Promise<string> {
  const values = await listValues(kind, options);
  return values
    .filter(({ value }) => SAFE.test(value))
    .map(({ value, says }) => `${value}: ${says.replace(/\s+/g, ' ')}\n`)
    .join('');
}
