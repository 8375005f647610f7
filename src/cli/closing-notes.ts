/** What is said when a call was left: where it is saved, how to look at it again, and how to go on. */

import type { Leave } from '../interview/dialogue-model.ts';
import type { SessionFault } from '../io/session-fault.ts';
import type { InterviewOptions } from './add-interview.ts';
import type { PreparedCall } from './prepared-call.ts';
import { sessionRemedy, writingFault } from './session-faults.ts';

const LEFT: Readonly<Record<Leave, string>> = {
  over: 'the call is saved as',
  paused: 'the call is paused and saved as',
  'hung-up': 'the call was cut off; it is saved as',
  interrupted: 'interrupted; the call is saved as',
};

/** Lines for standard error, apart from what stood there last; none after an example call. */
export function closingNotes({ recorder, coach }: PreparedCall, leave: Leave, options: InterviewOptions): string {
  if (coach !== undefined) return '';
  const fault = recorder.unsaved();
  const id = recorder.id();
  if (id === undefined || fault !== undefined) return unsavedNotes(id, fault);
  const goOn = `intakeline interview --resume ${id}${elsewhere(options)}\n`;
  const ways =
    leave === 'over'
      ? `  look again: intakeline calls show ${id}${elsewhere(options)}\n  correct or go on: ${goOn}`
      : `  go on: ${goOn}`;
  return `\n${LEFT[leave]} ${id}\n${ways}`;
}

/** What the journal does not know of how the call was taken, and resuming or showing it needs again. */
function elsewhere({ questionnaire, policy, resume }: InterviewOptions): string {
  const folder = questionnaire === undefined ? '' : ` --questionnaire ${inQuotes(questionnaire)}`;
  const isOther = policy !== undefined && resume !== undefined; // the policy of a new call is in its journal
  return isOther ? `${folder} --policy ${policy}` : folder;
}

/** A path as a shell takes it for one word. */
function inQuotes(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function unsavedNotes(id: string | undefined, fault: SessionFault | undefined): string {
  const why = fault === undefined ? '' : `: ${writingFault(fault)}`;
  const remedy = fault === undefined ? '' : `  ${sessionRemedy(fault)}\n`;
  const isLost = id === undefined || fault?.kind === 'lost';
  const kept = isLost
    ? '  nothing of it can be gone back to: keep the summary, and write down what it leaves out\n'
    : `  what was said before is in call ${id}; keep the summary, and write down what it leaves out\n`;
  return `\nintakeline: the call is not saved as a whole${why}\n${remedy}${kept}`;
}
