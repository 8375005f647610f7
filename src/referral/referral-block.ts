/** Whom to call for the level: the only one possible or, while the call is open, the lowest as "at least". */

import type { Level } from '../policy/care-lists.ts';
import { choosePrograms } from './choose-programs.ts';
import { lineCards } from './line-cards.ts';
import type { Wanted } from './match.ts';
import type { Needs } from './needs.ts';
import { noProgramOffer, programOffer, unmatchedCard } from './offer.ts';
import type { Outcome } from './outcome.ts';
import type { LevelBlock, Offer, ReferralBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { inSentence } from './wording.ts';

/** The referral for the level. Null where there is no level to refer to, or where the fallback residential referral is it. */
export function referralBlock(
  input: SummaryInput,
  outcome: Outcome,
  level: LevelBlock,
  needs: Needs,
): ReferralBlock | null {
  if (outcome.minor || outcome.emergency || outcome.ending !== undefined) return null;
  if (level.kind === 'too-early') return tooEarlyReferral(input);
  if (level.kind === 'silent' || level.kind === 'silent-or') return silentReferral(input);
  if (level.id === null || level.id === 'residential') return null;
  const { name } = input.care.levels[level.id];
  const title =
    level.kind === 'at-least' ? `While the call is open, for at least ${inSentence(name)}` : `For ${inSentence(name)}`;
  return { title, ...offerFor(level.id, input, needs, level.kind) };
}

const NO_PROGRAM = {
  settled: 'No program is needed',
  chosen: 'No program was chosen',
} as const satisfies Partial<Record<LevelBlock['kind'], string>>;

function offerFor(level: Level, input: SummaryInput, needs: Needs, kind: LevelBlock['kind']): Offer {
  if (level === 'information') {
    const isDecided = kind === 'settled' || kind === 'chosen';
    const need = isDecided ? NO_PROGRAM[kind] : 'Whether a program is needed is still open';
    return noProgramOffer(input, [`${need}; these lines and this finder are open to anyone.`]);
  }
  if (level === 'inpatient') return { ...noProgramOffer(input, [wayIn(needs)]), lines: [], locator: null };
  const choice = choosePrograms(input.directory, { ...wantedBy(input, needs), level, strict: false });
  const offer = programOffer(input, choice, needs);
  if (offer.primary !== null) return offer;
  const none = noProgramOffer(input, [
    'The directory has no program that fits this caller; the line, the finder and the insurer can tell of one.',
    ...offer.says,
  ]);
  return { ...none, ruledOut: offer.ruledOut };
}

/** A hospital bed is not called for like a program; which door leads there depends on what has to be done first. */
function wayIn({ firstSteps }: Needs): string {
  const forBody = firstSteps.some((step) => step === 'medical-check-today' || step.startsWith('withdrawal-management'));
  const forMind = firstSteps.includes('crisis-assessment-today');
  if (forBody && forMind) return 'Reached through an emergency department, today.';
  if (forMind)
    return 'Reached through mobile crisis or a psychiatric emergency service; an emergency department where neither comes today.';
  return 'Reached through an emergency department, or a doctor who can admit today.';
}

/** Nobody is sent anywhere on so little; but no call may end without numbers. */
function tooEarlyReferral(input: SummaryInput): ReferralBlock {
  const { directory, emergency, today, language } = input;
  const offer = noProgramOffer(input, ['Give these numbers and agree when to go on; no program yet.']);
  const urgent = lineCards(directory, emergency.lines, today, language);
  const others = offer.lines.filter(({ id }) => !emergency.lines.includes(id));
  return { title: 'If the call has to end now', ...offer, lines: [...urgent, ...others] };
}

function silentReferral(input: SummaryInput): ReferralBlock {
  const { policy, directory } = input;
  const program = directory.programs.find(({ id }) => id === policy.program);
  const offer = noProgramOffer(input, ['This page names no place for this caller; ask a licensed counselor.']);
  if (program === undefined) return { title: 'For advice', ...offer };
  return { title: 'For advice', ...offer, primary: unmatchedCard(program), lines: [] };
}

/** What any search for a program has in common. */
export function wantedBy(input: SummaryInput, needs: Needs): Omit<Wanted, 'level' | 'strict'> {
  const { today, directory, policy } = input;
  return { needs, today, staleAfterDays: directory.staleAfterDays, preferred: policy.program };
}
