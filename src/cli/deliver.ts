/**
 * The one boundary over which results and notes leave: everything is made visible here, and nowhere else. But for the rows that
 * `score` writes, which go to their sink as they came, byte for byte (`score-files.ts`), also what a terminal would obey.
 */

import { writeErr, writeOut } from '../io/output.ts';
import { PLAIN } from '../io/palette.ts';
import { visible, visibleJson } from '../io/visible.ts';
import type { CommandResult, Outcome, Output } from './outcome.ts';

/** Writes what a command handed back; a result that could not be written is a command that could not run. */
export async function deliver(result: CommandResult): Promise<Outcome> {
  await writeErr(visible(result.notes));
  if (result.output === undefined) return result.outcome;
  const { isWritten, notes } = await write(result.output);
  await writeErr(visible(notes + (result.closing ?? '')));
  return isWritten ? result.outcome : 'could-not-run';
}

/** Says something while a command still runs. */
export async function announce(notes: string): Promise<void> {
  await writeErr(visible(notes));
}

/** How writing went, with what is to be said about it. */
interface Written {
  readonly isWritten: boolean;
  readonly notes: string;
}

async function write(output: Output): Promise<Written> {
  const content =
    output.kind === 'json' ? visibleJson(output.content) : (output.palette ?? PLAIN).finish(output.content);
  if (output.saveAs !== undefined) return save(output.saveAs, content, output.isPublic === true);
  const fault = await writeOut(content);
  return fault === undefined
    ? { isWritten: true, notes: '' }
    : { isWritten: false, notes: `intakeline: cannot write to standard output (${fault.cause})\n` };
}

async function save(path: string, content: string, isPublic: boolean): Promise<Written> {
  const { isPresent, OWNER_ONLY, READABLE_BY_ALL, saveFile } = await import('../io/save-file.ts');
  const { explainSaveFault } = await import('./save-faults.ts');
  const verb = isPresent(path) ? 'replaced' : 'saved to';
  const fault = saveFile(path, content, isPublic ? READABLE_BY_ALL : OWNER_ONLY);
  return fault === undefined
    ? { isWritten: true, notes: `${verb} \`${path}\`${isPublic ? '' : ', readable by you only'}\n` }
    : { isWritten: false, notes: explainSaveFault(path, fault) };
}
