/** A folder that cannot be listed, as a problem. */

import type { Listing } from '../io/list-files.ts';
import { fileProblem } from '../problems/file-problem.ts';
import type { Problem } from '../problems/problem.ts';

/** What stands against a folder: it is missing, no folder, or cannot be read. */
export function listingProblem(folder: string, { fault }: Extract<Listing, { ok: false }>): Problem {
  return fileProblem(folder, fault.kind === 'not-a-directory' ? { kind: 'unreadable', cause: 'not a folder' } : fault);
}
