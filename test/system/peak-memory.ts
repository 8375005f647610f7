/** How much memory a process takes at most. */

import { readFileSync } from 'node:fs';
import { pause } from './scoring-program.ts';

const OFTEN = 20; // milliseconds

/** The highest resident set of a process until it ends, in bytes, as Linux keeps it; it is looked at until the process is gone. */
export async function peakMemory(pid: number): Promise<number> {
  let peak = 0;
  for (;;) {
    const now = peakSoFar(pid);
    if (now === undefined) return peak;
    peak = Math.max(peak, now);
    await pause(OFTEN);
  }
}

/** Undefined once the process has ended. */
function peakSoFar(pid: number): number | undefined {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found === null ? undefined : Number(found[1]) * 1024;
  } catch {
    return undefined;
  }
}
