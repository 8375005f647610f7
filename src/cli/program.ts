/** The command tree, and the meeting point with the library that parses it. */

import { Command, CommanderError } from 'commander';
import { packageVersion } from '../io/installed.ts';
import { DOCTOR } from './add-doctor.ts';
import { ADD_COMMAND, type Perform } from './commands.ts';
import { examplesHelp, exitStatusHelp } from './help.ts';
import { path } from './options.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';

/** Output is the same everywhere, so that it can be printed ahead and compared. */
const HELP_WIDTH = 80;

const EXAMPLES = [
  ['interview', 'take a call'],
  ['interview --example iop', 'see how a call goes, with an example caller'],
  ['decide caller.yaml', 'the referral summary for the answers in a file'],
  ['calls --help', 'what can be done with saved calls'],
  ['check', 'check the shipped questionnaire and run its cases'],
] as const;

/** Performs a command line; wrong usage is a result like any other. */
export async function performCommand(argv: readonly string[]): Promise<CommandResult> {
  const written = { out: '', err: '' };
  let result: CommandResult | undefined;
  const program = createProgram(written, async (start) => {
    result ??= await start();
  }).hook('preAction', async (_program, command) => {
    result = await complaintAbout(command);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return {
      output: written.out === '' ? undefined : { content: written.out, kind: 'text' },
      notes: written.err,
      outcome: error.exitCode === 0 ? 'fine' : 'could-not-run',
    };
  }
  if (result === undefined) throw new Error('a command without a result');
  return result;
}

/** Puts the settings of environment and site in their places; what is wrong with them stops every command but the one that looks into it. */
async function complaintAbout(command: Command): Promise<CommandResult | undefined> {
  const { settle } = await import('./site-settings.ts');
  const { problems } = await settle(command);
  if (problems.length === 0 || command.name() === DOCTOR) return undefined;
  const { renderProblems } = await import('../render/problems.ts');
  return couldNotRun(renderProblems(problems));
}

/** The tree of all commands; what it writes itself, such as help, is added to `written`. */
export function createProgram(written: { out: string; err: string }, perform: Perform): Command {
  const program = new Command('intakeline')
    .description('Takes a phone intake, decides a level of care and prints a referral summary.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .option('--no-color', 'never use colour')
    .option('--config <file>', 'settings of the site (default: the nearest intakeline.config.yaml)', path)
    .option('--no-config', 'take no settings of a site')
    .option('--debug', 'on a fault of this program, say where it happened')
    .addHelpText('after', examplesHelp(EXAMPLES))
    .addHelpText('afterAll', exitStatusHelp())
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        written.out += text;
      },
      writeErr: (text) => {
        written.err += text;
      },
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  for (const add of Object.values(ADD_COMMAND)) add(program, perform);
  return program;
}
