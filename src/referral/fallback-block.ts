/** The fallback residential referral in words, with what to do now and while waiting. */

import type { Program } from '../directory/model.ts';
import type { Support } from '../policy/care-lists.ts';
import { type FallbackStatus, type FallbackTarget, fallbackStatus, fallbackTarget, isAboveIop } from './fallback.ts';
import { lineCards } from './line-cards.ts';
import type { Needs } from './needs.ts';
import { emptyOffer, noProgramOffer, programOffer, unmatchedCard } from './offer.ts';
import type { Outcome } from './outcome.ts';
import { wantedBy } from './referral-block.ts';
import type { FallbackBlock, LineCard, Offer, StepBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { capitalized, inSentence } from './wording.ts';
import { type Words, wordsIn } from './words/words.ts';

/** Supports that already help while a bed is being waited for. */
const HELP_WHILE_WAITING = [
  'safety-plan',
  'naloxone',
  'dv-advocate',
  'peer-support',
] as const satisfies readonly Support[];

/** What is said where none is due. */
export const NO_FALLBACK: FallbackBlock = {
  status: 'no',
  place: 'none',
  title: null,
  offer: null,
  now: [],
  waiting: [],
};

/** The fallback where an IOP is ruled out, or would be in some outcomes; nothing for information and outpatient. */
export function fallbackBlock(
  input: SummaryInput,
  outcome: Outcome,
  needs: Needs,
  steps: readonly StepBlock[],
): FallbackBlock {
  const status = statusOf(outcome);
  if (status === 'no') return NO_FALLBACK;
  const place = placeOf(status, outcome);
  const target = fallbackTarget(input.policy, input.directory, wantedBy(input, needs));
  const offer = offerOf(target, input, needs);
  const { offers } = wordsIn(input.language);
  return {
    status,
    place,
    title: titleOf(place, input, outcome),
    offer,
    ...(isAboutSomebodyElse(outcome)
      ? { now: [offers.keepForLater], waiting: [] }
      : { now: whatNow(place, offer, callFor(target, offer, offers), offers), waiting: whileWaiting(input, steps) }),
  };
}

/** A call that ends without a level, though levels are open: the person concerned is not on the line. */
function isAboutSomebodyElse({ ending, emergency }: Outcome): boolean {
  return ending !== undefined && !emergency;
}

function statusOf({ levels, chosen, ending, minor, emergency }: Outcome): FallbackStatus {
  if (minor) return 'no';
  // The choice of a lower level takes nothing of what the rules leave possible away.
  const status = chosen !== undefined && isAboveIop(chosen.level) ? 'yes' : fallbackStatus(levels);
  // A third party's answers settle no level, so they rule nothing out either.
  return ending !== undefined && !emergency && status === 'yes' ? 'possible' : status;
}

function placeOf(status: FallbackStatus, { levels, chosen }: Outcome): FallbackBlock['place'] {
  if (status === 'possible') return 'if';
  if (isBelowRules(chosen)) return 'beside';
  const lowest = chosen?.level ?? levels[0];
  if (lowest === 'emergency' || lowest === 'inpatient') return 'afterwards';
  return lowest === 'residential' ? 'call-now' : 'beside';
}

/** The rules rule an IOP out, and the counselor chose one, or less. */
function isBelowRules(chosen: Outcome['chosen']): boolean {
  return chosen !== undefined && !isAboveIop(chosen.level);
}

function titleOf(place: FallbackBlock['place'], { care, language }: SummaryInput, { levels, chosen }: Outcome): string {
  const { offers } = wordsIn(language);
  const residential = inSentence(care.levels.residential.name);
  if (place === 'beside' && isBelowRules(chosen)) return offers.byTheRules(residential);
  if (chosen !== undefined && place !== 'afterwards')
    return place === 'call-now' ? offers.chosen(residential) : offers.asFallback(residential);
  if (place === 'afterwards') return offers.afterwards(residential);
  if (place !== 'if') return offers.iopRuledOut(residential);
  // Help in an emergency is no level that one is referred to: what follows it is residential care.
  const above = levels.filter((id) => isAboveIop(id) && id !== 'emergency');
  return offers.ifNeeded(above.length === 0 ? [residential] : above.map((id) => inSentence(care.levels[id].name)));
}

function offerOf(target: FallbackTarget, input: SummaryInput, needs: Needs): Offer {
  const { offers } = wordsIn(input.language);
  switch (target.kind) {
    case 'network':
      return networkOffer(target.program, input, needs);
    case 'state-unknown':
      return noProgramOffer(input, [offers.stateNotKnown(postalHint(needs))]);
    case 'none-here': {
      const { ruledOut } = target.choice;
      return emptyOffer(input, { ruledOut, level: 'residential', says: offers.noneHere(needs.state?.label), needs });
    }
    case 'programs':
      return programOffer(input, target.choice, needs);
    default:
      return target satisfies never;
  }
}

/** Where the ZIP code lies is a reason to ask, and no answer. */
function postalHint({ postalCode, postalState }: Needs): { readonly zip: string; readonly state: string } | undefined {
  return postalCode === undefined || postalState === undefined
    ? undefined
    : { zip: postalCode, state: postalState.label };
}

/** The page refers within a network that we do not know; so the program is called and no facility is picked. */
function networkOffer(program: Program | undefined, input: SummaryInput, needs: Needs): Offer {
  const { offers } = wordsIn(input.language);
  const where = needs.state === undefined ? [] : [offers.askForCenter(needs.state.label)];
  const says = [offers.callNetwork(program?.name ?? input.policy.title), ...where].join(' ');
  const offer = noProgramOffer(input, [says]);
  // The program's own hours are those of its IOP, not of the center that it refers to.
  return program === undefined
    ? offer
    : { ...offer, primary: unmatchedCard({ ...program, week: undefined }, input.language), lines: [] };
}

/** The call to make, as the second half of a sentence. */
function callFor(target: FallbackTarget, { primary }: Offer, offers: Words['offers']): string {
  if (primary === null) return offers.search;
  if (target.kind === 'network') return offers.callNetworkTogether(primary.name);
  const isFull = target.kind === 'programs' && target.choice.chosen[0]?.isFull === true;
  return isFull ? offers.callFull(primary.name) : offers.callTogether(primary.name);
}

function whatNow(
  place: FallbackBlock['place'],
  { alternatives }: Offer,
  call: string,
  offers: Words['offers'],
): readonly string[] {
  const full = alternatives.length === 0 ? [] : [offers.ifFull];
  switch (place) {
    case 'call-now':
    case 'beside':
      return [capitalized(call), ...full];
    case 'afterwards':
      return [offers.onceClinicianAgrees(call), ...full];
    case 'if':
      return [offers.ifItTurnsOut(call), ...full];
    case 'none':
      return [];
    default:
      return place satisfies never;
  }
}

function whileWaiting(input: SummaryInput, steps: readonly StepBlock[]): readonly string[] {
  const { care, decision, directory, emergency, today, language } = input;
  const { offers } = wordsIn(language);
  const meanwhile = steps.flatMap((step) =>
    step.certainty === 'certain' && step.meanwhile !== null ? [step.meanwhile] : [],
  );
  const supports = HELP_WHILE_WAITING.filter((id) => decision.supports[id] === 'certain').map((id) =>
    inSentence(care.supports[id].name),
  );
  const numbers = lineCards(directory, emergency.lines, today, language).map(numberWithName);
  return [
    ...meanwhile,
    ...(supports.length === 0 ? [] : [offers.helpAtOnce(supports)]),
    offers.agreeOnNextCall,
    ...(numbers.length === 0 ? [] : [offers.ifDangerous(numbers)]),
  ];
}

/** A number of three digits is known by itself. */
function numberWithName({ name, number }: LineCard): string {
  return number.length <= 3 ? number : `${name} ${number}`;
}
