/** What to say when a saved call cannot be opened, written or erased. */

import { CALL_WORDS, type Words } from '../interview/words/words.ts';
import type { SessionFault } from '../io/session-fault.ts';

/** One clause without a full stop; the program's own messages are in English. */
export function sessionFault(fault: SessionFault, says: Words['saving'] = CALL_WORDS.en.saving): string {
  switch (fault.kind) {
    case 'wrong-id':
      return says.wrongId;
    case 'missing':
      return says.missing;
    case 'no-home':
      return says.noHome;
    case 'in-use':
      return says.inUse(fault.pid, fault.host);
    case 'not-a-file':
      return says.notAFile;
    case 'foreign-folder':
      return says.foreignFolder;
    case 'too-large':
      return says.tooLarge(fault.limit);
    case 'not-utf8':
      return says.notUtf8(fault.line);
    case 'lost':
      return says.lost[fault.why];
    case 'failed':
      return says.failed(fault.cause);
    default:
      return fault satisfies never;
  }
}

/** The same about a call that was open when it could not be written any more. */
export function writingFault(fault: SessionFault, says: Words['saving'] = CALL_WORDS.en.saving): string {
  return fault.kind === 'too-large' ? says.full(fault.limit) : sessionFault(fault, says);
}

/** What to do about it. */
export function sessionRemedy(fault: SessionFault): string {
  switch (fault.kind) {
    case 'wrong-id':
    case 'missing':
      return '`intakeline calls list` names all';
    case 'no-home':
      return 'name a folder with XDG_STATE_HOME';
    case 'in-use':
      return `go on there; if that machine is gone for good, delete \`${fault.lock}\``;
    case 'not-a-file':
    case 'too-large':
    case 'not-utf8':
      return 'look at the file, or erase it';
    case 'foreign-folder':
      return 'choose a folder of your own with XDG_STATE_HOME';
    case 'lost':
      return 'find out who changes the folder of the calls';
    case 'failed':
      return 'check the permissions of the folder and the space on the disk';
    default:
      return fault satisfies never;
  }
}

/** The clause about a call, and what to do, for standard error. */
export function explainSession(id: string, fault: SessionFault): string {
  return `intakeline: cannot open call \`${id}\`: ${sessionFault(fault)}\n  ${sessionRemedy(fault)}\n`;
}

/** The same about the folder of the calls. */
export function explainFolder(folder: string | undefined, fault: SessionFault): string {
  const where = folder === undefined ? '' : ` in \`${folder}\``;
  return `intakeline: cannot read the saved calls${where}: ${sessionFault(fault)}\n  ${sessionRemedy(fault)}\n`;
}

/** That there are no calls with these ids. */
export function missingCalls(ids: readonly string[]): string {
  const named = ids.map((id) => `\`${id}\``).join(', ');
  return `intakeline: there is no saved call ${named}\n  ${sessionRemedy({ kind: 'missing' })}\n`;
}
