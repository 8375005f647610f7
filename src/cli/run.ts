/** The way in: performs one command line and leaves the exit status. The only place that catches what nobody expected. */

import { readBuilt } from '../io/installed.ts';
import { Interrupted } from '../io/interrupted.ts';
import { setExitStatus, writeErr } from '../io/output.ts';
import { visible } from '../io/visible.ts';
import { deliver } from './deliver.ts';
import { type CommandResult, EXIT_STATUSES, type Outcome } from './outcome.ts';

/** Performs a command line, given without the name of the program. */
export async function run(argv: readonly string[]): Promise<void> {
  setExitStatus(EXIT_STATUSES[await outcomeOf(argv)]);
}

async function outcomeOf(argv: readonly string[]): Promise<Outcome> {
  try {
    return await deliver(printed(argv) ?? (await perform(argv)));
  } catch (error) {
    if (error instanceof Interrupted) return 'interrupted';
    if (isOverBudget(error)) {
      await writeErr(TOO_LARGE);
      return 'could-not-run';
    }
    await writeErr(visible(fault(error, argv.includes('--debug'))));
    return 'our-fault';
  }
}

const TOO_LARGE =
  'intakeline: what was asked for needs larger diagrams than this program makes\n  `intakeline check` names the rules that are too large, where there are such; else ask for less at once\n';

/** Told by its name: nothing of diagrams is loaded for commands that need none. */
function isOverBudget(error: unknown): boolean {
  return error instanceof Error && error.name === 'BudgetExceeded';
}

async function perform(argv: readonly string[]): Promise<CommandResult> {
  const { performCommand } = await import('./program.ts');
  return performCommand(argv);
}

/**
 * What the build has printed ahead: `--help` and `--version` are answered before anything else is loaded.
 * Measured: 1.2 to 1.3 times the start of bare Node; loading the command tree makes it 1.4 and more.
 */
function printed(argv: readonly string[]): CommandResult | undefined {
  const [word, ...rest] = argv;
  if (word === undefined || rest.length > 0) return undefined;
  const texts = readBuilt('printed.json');
  if (typeof texts !== 'object' || texts === null) return undefined;
  const text = Object.entries(texts).find(([words]) => words === word)?.[1];
  return typeof text === 'string' ? { output: { content: text, kind: 'text' }, notes: '', outcome: 'fine' } : undefined;
}

/** The message of an error may hold what a caller said; its kind and the places in our code do not. */
function fault(error: unknown, withStack: boolean): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const lines = [`intakeline: a fault of this program (${kind}), not of your files`];
  if (withStack) lines.push(...places(error));
  else lines.push('  run the same command with `--debug` to see where it happened, and report it without any answers');
  return `${lines.join('\n')}\n`;
}

function places(error: unknown): readonly string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack.split('\n').filter((line) => /^\s+at /.test(line));
}
