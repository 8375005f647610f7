/** What is said of a run that did not come to its end. */

import { REJECT_CODES } from '../batch/reject-codes.ts';
import type { BrokenInput } from '../io/broken-input.ts';
import type { BrokenOutput } from '../io/result-sink.ts';
import { isPresent } from '../io/save-file.ts';
import { grouped, numbered } from '../render/grouped.ts';
import { explainInputFault, shownInput } from './input-faults.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { explainSaveFault } from './save-faults.ts';
import type { ScoreOutputs } from './score-outputs.ts';
import type { RunState } from './take-piece.ts';

/** Somebody ended it. */
export function interruptedResult(state: RunState, outputs: ScoreOutputs): CommandResult {
  const notes = `intakeline: interrupted after ${doneText(state)}\n  ${leftText(outputs)}\n`;
  return { output: undefined, notes, outcome: 'interrupted' };
}

/** An export could not be read to its end. */
export function brokenInputResult({ fault }: BrokenInput, state: RunState, outputs: ScoreOutputs): CommandResult {
  return couldNotRun(`${explainInputFault(state.path, fault)}  ${doneText(state)} before that; ${leftText(outputs)}\n`);
}

/** A result could not be written, or not put under its name; `saved` are the files that are. */
export function brokenOutputResult(
  { path, reason, isCut }: BrokenOutput,
  state: RunState,
  saved: readonly string[],
): CommandResult {
  const fault =
    path === undefined
      ? `intakeline: cannot write to standard output (${reason})\n`
      : explainSaveFault(path, { kind: 'unwritable', cause: reason });
  return couldNotRun(`${fault}  ${doneText(state)} before that${isCut ? CUT : ''}; ${savedText(saved)}\n`);
}

/** `--fail-fast` found what it looks for. */
export function rejectedResult(state: RunState, outputs: ScoreOutputs, header: readonly string[]): CommandResult {
  const { firstReject: reject } = state;
  const lines = (reject?.problems ?? []).map(({ code, column }) => {
    const place = column === undefined ? '' : `column \`${header[column] ?? ''}\`: `;
    return `${shownInput(reject?.path ?? '')}, line ${grouped(reject?.line ?? 0)}: ${place}${REJECT_CODES[code].message} [${code}]\n  remedy: ${REJECT_CODES[code].remedy}\n`;
  });
  const urgent = reject?.urgency === 'yes' ? 'the record names an answer that stops a call: look at it first\n' : '';
  const notes = `${lines.join('')}${urgent}stopped there, after ${doneText(state)}; ${leftText(outputs)}\n`;
  return { output: undefined, notes, outcome: 'found-something' };
}

/** How many records were dealt with. */
export function doneText({ tally: { scored, rejected } }: RunState): string {
  return `${numbered(scored + rejected, 'record')} (${grouped(scored)} scored, ${grouped(rejected)} rejected)`;
}

const CUT = ', perhaps more, and the last record that was written may be cut';

function savedText(saved: readonly string[]): string {
  const names = saved.map((path) => `\`${path}\``).join(', ');
  return saved.length === 0 ? 'no file was saved' : `only ${names} ${saved.length === 1 ? 'was' : 'were'} saved`;
}

/** What is left of a run that did not come to its end. */
function leftText({ out }: ScoreOutputs): string {
  if (out === undefined) return 'what was written is whole records, in order; no file was saved';
  return `nothing was saved to \`${out}\`${isPresent(out) ? ': what is there is of an earlier run' : ''}`;
}
