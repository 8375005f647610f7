/** Whom to call for the level: the only one possible or, while the call is open, the lowest as "at least". */

import type { Level } from '../policy/care-lists.ts';
import { choosePrograms } from './choose-programs.ts';
import { lineCards } from './line-cards.ts';
import type { Wanted } from './matching/finding.ts';
import { isPostalCodeElsewhere, type Needs } from './needs.ts';
import { emptyOffer, noProgramOffer, programOffer, unmatchedCard } from './offer.ts';
import type { Outcome } from './outcome.ts';
import type { LevelBlock, Offer, ReferralBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { inSentence } from './wording.ts';
import { type Words, wordsIn } from './words/words.ts';

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
  const { offers } = wordsIn(input.language);
  const title = level.kind === 'at-least' ? offers.whileOpen(inSentence(name)) : offers.forLevel(inSentence(name));
  return { title, ...offerFor(level.id, input, needs, level.kind) };
}

function offerFor(level: Level, input: SummaryInput, needs: Needs, kind: LevelBlock['kind']): Offer {
  const { offers } = wordsIn(input.language);
  if (level === 'information') {
    const why = kind === 'settled' || kind === 'chosen' ? kind : 'open';
    return noProgramOffer(input, [offers.openToAnyone(offers.noProgram[why])]);
  }
  if (level === 'inpatient') return { ...noProgramOffer(input, [wayIn(needs, offers)]), lines: [], locator: null };
  const choice = choosePrograms(input.directory, { ...wantedBy(input, needs), level, strict: false });
  if (choice.chosen.length > 0) return programOffer(input, choice, needs);
  return emptyOffer(input, { ruledOut: choice.ruledOut, level, says: offers.noneFits, needs });
}

/** A hospital bed is not called for like a program; which door leads there depends on what has to be done first. */
function wayIn({ firstSteps }: Needs, { reachedThrough }: Words['offers']): string {
  const forBody = firstSteps.some((step) => step === 'medical-check-today' || step.startsWith('withdrawal-management'));
  const forMind = firstSteps.includes('crisis-assessment-today');
  if (forBody && forMind) return reachedThrough.both;
  return forMind ? reachedThrough.mind : reachedThrough.otherwise;
}

/** Nobody is sent anywhere on so little; but no call may end without numbers. */
function tooEarlyReferral(input: SummaryInput): ReferralBlock {
  const { directory, emergency, today, language } = input;
  const { offers } = wordsIn(language);
  const offer = noProgramOffer(input, [offers.tooEarly]);
  const urgent = lineCards(directory, emergency.lines, today, language);
  const others = offer.lines.filter(({ id }) => !emergency.lines.includes(id));
  return { title: offers.ifCallEnds, ...offer, lines: [...urgent, ...others] };
}

function silentReferral(input: SummaryInput): ReferralBlock {
  const { policy, directory } = input;
  const program = directory.programs.find(({ id }) => id === policy.program);
  const { offers } = wordsIn(input.language);
  const offer = noProgramOffer(input, [offers.pageNamesNone]);
  if (program === undefined) return { title: offers.forAdvice, ...offer };
  return { title: offers.forAdvice, ...offer, primary: unmatchedCard(program, input.language), lines: [] };
}

/** What any search for a program has in common. A ZIP code of another state than the one that was named tells no distance. */
export function wantedBy(input: SummaryInput, needs: Needs): Omit<Wanted, 'level' | 'strict'> {
  const { today, directory, policy, placeOfCode } = input;
  const isTrusted = needs.postalCode !== undefined && !isPostalCodeElsewhere(needs);
  const { staleAfterDays, availabilityHoldsDays } = directory;
  return {
    needs: isTrusted ? needs : { ...needs, postalCode: undefined },
    ...{ today, staleAfterDays, availabilityHoldsDays },
    preferred: policy.program,
    from: isTrusted && needs.postalCode !== undefined ? placeOfCode?.(needs.postalCode) : undefined,
    placeOfCode: (postalCode) => placeOfCode?.(postalCode),
  };
}
