/** Citations set behind a sentence. */

import type { Citation } from '../referral/summary.ts';

/** One entry a source, with its facts: `Page P1, P2`. */
export function citationNames(cites: readonly Citation[]): readonly string[] {
  const factsBySource = new Map<string, readonly string[]>();
  for (const { source, fact } of cites) {
    factsBySource.set(source, [...(factsBySource.get(source) ?? []), ...(fact === null ? [] : [fact])]);
  }
  return [...factsBySource].map(([source, facts]) => `${source} ${facts.join(', ')}`.trim());
}
