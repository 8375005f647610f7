/** How much memory scoring takes, as the test and the benchmark of it measure it. */

import { peakMemory } from './peak-memory.ts';
import { type ScoringEnd, startScoring } from './scoring-program.ts';

export const MEGABYTE = 1e6;
/** What a process may take (design, section 6). */
export const MOST = 200 * MEGABYTE;

/** Scores an export into out.csv of a folder, by two threads under the policy that people run; its peak in bytes. */
export async function scoreMeasured(folder: string, input: string): Promise<ScoringEnd & { readonly peak: number }> {
  const { child, ended } = startScoring(folder, [
    ...[input, '--out', 'out.csv'],
    ...['--threads', '2', '--policy', 'intake-line'],
  ]);
  const peak = await peakMemory(child.pid ?? 0);
  return { ...(await ended), peak };
}
