/** The policies that a comparison is about, with the content that they belong to. */

import { shownPath } from '../io/installed.ts';
import type { Policy } from '../policy/model.ts';
import { outcomeOf } from '../problems/outcome.ts';
import { renderProblems } from '../render/problems.ts';
import { contentFor, type LoadedContent } from './call-ground.ts';
import { contentFiles } from './content-files.ts';
import { findPolicy } from './decide-caller.ts';
import { listingProblem } from './listing-problem.ts';
import { notReady, type Ready, ready, readyFrom } from './ready.ts';

export interface ComparedContent extends LoadedContent {
  /** In the order in which they were named. */
  readonly policies: readonly Policy[];
}

/** The policies with these ids, or all where there are none. */
export function policiesFor(ids: readonly string[], { content, place }: LoadedContent): Ready<readonly Policy[]> {
  if (ids.length === 0) return ready(content.policies);
  const policies: Policy[] = [];
  for (const id of ids) {
    const found = readyFrom(findPolicy(id, content, place));
    if (!found.ok) return found;
    policies.push(found.value);
  }
  return readyFrom(outcomeOf(policies, []));
}

/** The content of another version; a folder that is not there is one fault. */
export async function contentBefore(folder: string): Promise<Ready<LoadedContent>> {
  const listing = contentFiles().list(folder, '.yaml');
  if (!listing.ok) return notReady(renderProblems([listingProblem(shownPath(folder), listing)]));
  return readyFrom(await contentFor({ questionnaire: folder }));
}
