/** What the counselor does in the next minute. */

import type { Outcome } from './outcome.ts';
import type { FallbackBlock, LevelBlock, Offer, OpenBlock, ReferralBlock, SafetyBlock, StepBlock } from './summary.ts';
import { askedSentence, firstSentence } from './wording.ts';

interface Known {
  readonly outcome: Outcome;
  readonly level: LevelBlock;
  readonly safety: SafetyBlock | null;
  readonly steps: readonly StepBlock[];
  readonly open: OpenBlock | null;
  readonly referral: ReferralBlock | null;
  readonly fallback: FallbackBlock;
}

/** Safety first, then what must happen before the level, then what to ask; in an emergency its own steps say it all. */
export function whatNow({ outcome, level, safety, steps, open, referral, fallback }: Known): readonly string[] {
  if (outcome.emergency) return [];
  const certain = steps.filter(({ certainty }) => certainty === 'certain');
  const lines = [
    ...(safety === null ? [] : [safety.says]),
    ...certain.map(({ meanwhile, sentence }) => firstSentence(meanwhile ?? sentence)),
    ...(open?.next == null || outcome.ending !== undefined ? [] : [`Ask next: “${askedSentence(open.next.says)}”`]),
  ];
  if (lines.length > 0 || outcome.ending !== undefined) return lines;
  return [nothingFirst(level, referral ?? fallback.offer)];
}

function nothingFirst({ kind, id }: LevelBlock, offer: Offer | null): string {
  if (kind === 'silent') return 'Talk it over with a licensed counselor before anything is recommended.';
  if (id === 'information') return 'Read the recommendation out, and say that the caller can always call again.';
  const place = offer?.primary == null ? 'look for a place together' : 'make the call together';
  return `Nothing has to happen first. Read the recommendation out, then ${place}.`;
}
