/** Processes told apart over time: a number alone is used again as soon as its process has ended. */

import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { kill, pid as ownPid } from 'node:process';
import { errorCode } from './error-code.ts';

export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks from the boot of the machine until it began. Linux only. */
  readonly start: string | undefined;
}

/** A process as every machine and container can name it. */
export interface PlacedProcess extends ProcessIdentity {
  readonly host: string;
  /** Where its number and its start count. Linux only. */
  readonly place: ProcessPlace | undefined;
}

export interface ProcessPlace {
  /** Of the id that each boot of a machine has, the first 12 digits: with the rest, a lock would take a block of the disk. */
  readonly boot: string;
  /** Containers on one machine count processes apart. */
  readonly namespace: string;
}

/** Who we are. */
export function ownProcess(): PlacedProcess {
  const start = seenIn(ownPid)?.start;
  return { pid: ownPid, start, host: hostname(), place: start === undefined ? undefined : ownPlace() };
}

/** Whether that very process may still run: of one in another container, or on another machine, nobody here can say. */
export function mayRun(other: PlacedProcess): boolean {
  const { host, place } = ownProcess();
  if (place === undefined || other.place === undefined) return other.host !== host || isRunning(other);
  if (other.place.boot === place.boot) return other.place.namespace !== place.namespace || isRunning(other);
  return other.host !== host; // this machine was started anew since
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
    return { start: `${fields[19]}`, hasEnded: fields[0] === 'Z' || fields[0] === 'X' };
  } catch (error) {
    errorCode(error);
    return undefined;
  }
}

function ownPlace(): ProcessPlace | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').replaceAll('-', '').slice(0, 12);
    const namespace = readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
    return { boot, namespace };
  } catch (error) {
    errorCode(error);
    return undefined;
  }
}

/** The version of Node that runs this program, such as `20.19.1`. */
export function nodeVersion(): string {
  return process.versions.node;
}
