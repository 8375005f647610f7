/** The one boundary over which results and notes leave: everything is made visible here, and nowhere else. */

import { writeErr, writeOut } from '../io/output.ts';
import { PLAIN } from '../io/palette.ts';
import { visible, visibleJson } from '../io/visible.ts';
import type { CommandResult, Outcome, Output } from './outcome.ts';

/** Writes what a command handed back; a result that could not be written is a command that could not run. */
export async function deliver(result: CommandResult): Promise<Outcome> {
  await writeErr(visible(result.notes));
  if (result.output === undefined) return result.outcome;
  const complaint = await write(result.output);
  if (complaint === undefined) return result.outcome;
  await writeErr(visible(complaint));
  return 'could-not-run';
}

/** Says something while a command still runs. */
export async function announce(notes: string): Promise<void> {
  await writeErr(visible(notes));
}

async function write(output: Output): Promise<string | undefined> {
  const content =
    output.kind === 'json' ? visibleJson(output.content) : (output.palette ?? PLAIN).finish(output.content);
  if (output.saveAs === undefined) {
    const fault = await writeOut(content);
    return fault && `intakeline: cannot write to standard output (${fault.cause})\n`;
  }
  const { saveFile } = await import('../io/save-file.ts');
  const { explainSaveFault } = await import('./save-faults.ts');
  const fault = saveFile(output.saveAs, content);
  return fault && explainSaveFault(output.saveAs, fault);
}
