/** What a document is made from. Of the caller it knows what was released, and nothing else. */

import type { Recipient } from './recipients.ts';
import type { Release } from './release.ts';
import type { Summary } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import type { Words } from './words/words.ts';

export interface DocumentGround {
  readonly for: Recipient;
  readonly release: Release;
  /** The released answers, and what was decided of these alone. */
  readonly input: SummaryInput;
  /** The summary of the released answers. */
  readonly summary: Summary;
  readonly words: Words;
}

/** Whether there is one level, and it may be named: a guess is worse than none. */
export function namesLevel({ release, summary }: DocumentGround): boolean {
  const { kind } = summary.level;
  if (kind === 'settled' || kind === 'chosen') return true;
  return release.withheld.length === 0 && kind === 'at-least';
}
