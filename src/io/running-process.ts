/** Processes told apart over time: a number alone is used again as soon as its process has ended. */

import { readFileSync } from 'node:fs';
import { kill, pid as ownPid } from 'node:process';
import { errorCode } from './error-code.ts';

export interface ProcessIdentity {
  readonly pid: number;
  /** When it began: the boot of the machine and the clock ticks since then. Linux only. */
  readonly start: string | undefined;
}

/** Who we are. */
export function ownProcess(): ProcessIdentity {
  return { pid: ownPid, start: seenIn(ownPid)?.start };
}

/** Whether that very process still runs. Where the system does not tell when it began, whether any of its number does. */
export function isRunning({ pid, start }: ProcessIdentity): boolean {
  if (!isTaken(pid)) return false;
  const seen = seenIn(pid);
  if (seen === undefined) return true;
  return !seen.hasEnded && (start === undefined || seen.start === start);
}

/** Signal 0 is not sent: the system only says whether it could be. */
function isTaken(pid: number): boolean {
  try {
    kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH'; // EPERM: it runs, as somebody else's
  }
}

/**
 * What Linux tells of a process in /proc/PID/stat (proc_pid_stat(5)): field 3 is its state, Z or X once it has ended and only
 * waits for its parent; field 22 is its start in ticks since the boot. Field 2, the name, stands in brackets and may hold any.
 */
function seenIn(pid: number): { readonly start: string; readonly hasEnded: boolean } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' '); // from field 3 on
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return { start: `${boot}/${fields[19]}`, hasEnded: fields[0] === 'Z' || fields[0] === 'X' };
  } catch (error) {
    errorCode(error);
    return undefined;
  }
}
