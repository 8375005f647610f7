/** What is said when a call was left: where it is saved, and how to go on. */

import type { Leave } from '../interview/dialogue-model.ts';
import type { PreparedCall } from './prepared-call.ts';
import { sessionFault, sessionRemedy } from './session-faults.ts';

const LEFT: Readonly<Record<Leave, string>> = {
  over: 'the call is saved as',
  paused: 'the call is paused and saved as',
  'hung-up': 'the call was cut off; it is saved as',
  interrupted: 'interrupted; the call is saved as',
};

/** Lines for standard error, apart from what stood there last; none after an example call. */
export function closingNotes({ id, recorder, coach }: PreparedCall, leave: Leave): string {
  if (coach !== undefined) return '';
  const fault = recorder.unsaved();
  if (id === undefined || fault !== undefined) return unsavedNotes(id, fault);
  const verb = leave === 'over' ? 'correct or go on' : 'go on';
  return `\n${LEFT[leave]} ${id}\n  ${verb}: intakeline interview --resume ${id}\n`;
}

function unsavedNotes(id: string | undefined, fault: ReturnType<PreparedCall['recorder']['unsaved']>): string {
  const why = fault === undefined ? '' : `: ${sessionFault(fault)}`;
  const remedy = fault === undefined ? '' : `  ${sessionRemedy(fault)}\n`;
  const kept =
    id === undefined
      ? '  nothing of it can be gone back to: keep the summary, and write down what it leaves out\n'
      : `  what was said before is in call ${id}; keep the summary, and write down what it leaves out\n`;
  return `\nintakeline: the call is not saved as a whole${why}\n${remedy}${kept}`;
}
