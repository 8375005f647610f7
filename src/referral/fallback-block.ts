/** The fallback residential referral in words, with what to do now and while waiting. */

import type { Program } from '../directory/model.ts';
import type { Support } from '../policy/care-lists.ts';
import { type FallbackStatus, type FallbackTarget, fallbackStatus, fallbackTarget, isAboveIop } from './fallback.ts';
import { lineCards } from './line-cards.ts';
import type { Needs } from './needs.ts';
import { noProgramOffer, programOffer, unmatchedCard } from './offer.ts';
import type { Outcome } from './outcome.ts';
import { wantedBy } from './referral-block.ts';
import type { FallbackBlock, LineCard, Offer, StepBlock } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { capitalized, inSentence, listed } from './wording.ts';

/** Supports that already help while a bed is being waited for. */
const HELP_WHILE_WAITING = [
  'safety-plan',
  'naloxone',
  'dv-advocate',
  'peer-support',
] as const satisfies readonly Support[];

const KEEP_FOR_LATER = 'Keep this for when the person calls or agrees; nothing is arranged without them.';

const NO_FALLBACK: FallbackBlock = { status: 'no', place: 'none', title: null, offer: null, now: [], waiting: [] };

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
  return {
    status,
    place,
    title: titleOf(place, input, outcome),
    offer,
    ...(isAboutSomebodyElse(outcome)
      ? { now: [KEEP_FOR_LATER], waiting: [] }
      : { now: whatNow(place, offer, target.kind === 'network'), waiting: whileWaiting(input, steps) }),
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

function titleOf(place: FallbackBlock['place'], { care }: SummaryInput, { levels, chosen }: Outcome): string {
  const residential = inSentence(care.levels.residential.name);
  if (place === 'beside' && isBelowRules(chosen)) return `By the rules, which rule an IOP out: ${residential}`;
  if (chosen !== undefined && place !== 'afterwards')
    return place === 'call-now' ? `Chosen: ${residential}` : `As the fallback: ${residential}`;
  if (place === 'afterwards') return `Afterwards: ${residential}`;
  if (place !== 'if') return `IOP is ruled out: ${residential}`;
  // Help in an emergency is no level that one is referred to: what follows it is residential care.
  const above = levels.filter((id) => isAboveIop(id) && id !== 'emergency');
  const names = above.length === 0 ? [residential] : above.map((id) => inSentence(care.levels[id].name));
  return `If ${listed(names, 'or')} turns out to be needed`;
}

function offerOf(target: FallbackTarget, input: SummaryInput, needs: Needs): Offer {
  const finder = 'the finder and the national lines can help.';
  switch (target.kind) {
    case 'network':
      return networkOffer(target.program, input, needs);
    case 'state-unknown':
      return noProgramOffer(input, [
        `The caller’s state is not known, so no facility is named. Ask for it; until then ${finder}`,
      ]);
    case 'none-here': {
      const { ruledOut, says } = programOffer(input, target.choice, needs);
      const where = needs.state?.label ?? 'this state';
      const none = `The directory has no licensed residential program in ${where} that fits this caller; ${finder}`;
      return { ...noProgramOffer(input, [none, ...says]), ruledOut };
    }
    case 'programs':
      return programOffer(input, target.choice, needs);
    default:
      return target satisfies never;
  }
}

/** The page refers within a network that we do not know; so the program is called and no facility is picked. */
function networkOffer(program: Program | undefined, input: SummaryInput, needs: Needs): Offer {
  const name = program?.name ?? input.policy.title;
  const where = needs.state === undefined ? '' : ` Ask for a center in ${needs.state.label}.`;
  const offer = noProgramOffer(input, [`Call ${name}: they refer within their network.${where}`]);
  // The program's own hours are those of its IOP, not of the center that it refers to.
  return program === undefined
    ? offer
    : { ...offer, primary: unmatchedCard({ ...program, week: undefined }), lines: [] };
}

function whatNow(place: FallbackBlock['place'], { primary, alternatives }: Offer, network: boolean): readonly string[] {
  const search = 'look for an open bed together until one is found or the next call is agreed.';
  const aim = network ? 'a center in their network' : 'the first open bed';
  const call = primary === null ? search : `call ${primary.name} with the caller on the line and ask for ${aim}.`;
  const full = alternatives.length === 0 ? [] : ['If it is full, try the next one and stay on the waiting list.'];
  switch (place) {
    case 'call-now':
    case 'beside':
      return [capitalized(call), ...full];
    case 'afterwards':
      return [`Once help has come and a clinician agrees, ${call}`, ...full];
    case 'if':
      return [`Ask what is still open first. If it turns out so, ${call}`, ...full];
    case 'none':
      return [];
    default:
      return place satisfies never;
  }
}

function whileWaiting(input: SummaryInput, steps: readonly StepBlock[]): readonly string[] {
  const { care, decision, directory, emergency, today, language } = input;
  const meanwhile = steps.flatMap((step) =>
    step.certainty === 'certain' && step.meanwhile !== null ? [step.meanwhile] : [],
  );
  const supports = HELP_WHILE_WAITING.filter((id) => decision.supports[id] === 'certain').map((id) =>
    inSentence(care.supports[id].name),
  );
  const numbers = lineCards(directory, emergency.lines, today, language).map(numberWithName);
  return [
    ...meanwhile,
    ...(supports.length === 0 ? [] : [`Help that can begin at once: ${listed(supports, 'and')}.`]),
    'Agree on the next call before this one ends, at least once a day until there is a bed.',
    ...(numbers.length === 0 ? [] : [`If anything turns dangerous: ${numbers.join(' · ')}.`]),
  ];
}

/** A number of three digits is known by itself. */
function numberWithName({ name, number }: LineCard): string {
  return number.length <= 3 ? number : `${name} ${number}`;
}
