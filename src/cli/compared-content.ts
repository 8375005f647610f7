/** The policies that a comparison is about, with the content that they belong to. */

import type { Policy } from '../policy/model.ts';
import { outcomeOf } from '../problems/outcome.ts';
import type { LoadedContent } from './call-ground.ts';
import { findPolicy } from './decide-caller.ts';
import { type Ready, ready, readyFrom } from './ready.ts';

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
