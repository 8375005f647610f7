/** Programs as a summary names them. */

import type { Program } from '../directory/model.ts';
import type { Choice } from './choose-programs.ts';
import { helpLines } from './line-cards.ts';
import type { Match } from './match.ts';
import type { Needs } from './needs.ts';
import type { Offer, ProgramCard } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { counted } from './wording.ts';

/** How many programs are named beside the first: more cannot be read out in half a minute. */
const ALTERNATIVES = 2;

/** More programs of other states than this are counted, not named. */
const NAMED_ELSEWHERE = 2;

/** Offers the chosen programs, the best one first, and says what ruled the others out. */
export function programOffer(input: SummaryInput, choice: Choice, needs: Needs): Offer {
  const [primary, ...others] = choice.chosen;
  const elsewhere = choice.ruledOut.filter(({ program }) => isElsewhere(program, needs));
  const named =
    elsewhere.length > NAMED_ELSEWHERE ? choice.ruledOut.filter((one) => !elsewhere.includes(one)) : choice.ruledOut;
  return {
    says: named === choice.ruledOut ? [] : [`${counted(elsewhere.length, 'program')} in other states left out.`],
    primary: primary === undefined ? null : programCard(primary),
    alternatives: others.slice(0, ALTERNATIVES).map(programCard),
    more: Math.max(0, others.length - ALTERNATIVES),
    ruledOut: named.map(({ program, disqualifies }) => ({ name: program.name, because: disqualifies })),
    lines: [],
    locator: input.directory.locator ?? null,
  };
}

function isElsewhere({ states }: Program, { state }: Needs): boolean {
  return states !== undefined && state !== undefined && !states.includes(state.id);
}

/** Says that nothing fits, with the national lines and the place to look. */
export function noProgramOffer(input: SummaryInput, says: readonly string[]): Offer {
  const { directory, emergency, today, language } = input;
  return {
    says,
    primary: null,
    alternatives: [],
    more: 0,
    ruledOut: [],
    lines: helpLines(directory, emergency.lines, today, language),
    locator: directory.locator ?? null,
  };
}

/** One program with what speaks for it and what does not. */
export function programCard({ program, fits, ask, lowers }: Match): ProgramCard {
  return {
    id: program.id,
    name: program.name,
    organization: program.organization ?? null,
    place: placeOf(program),
    phones: program.phones.map((phone) => ({ number: phone.number, for: phone.for ?? null })),
    week: program.week ?? null,
    fits,
    ask,
    lowers,
    notStated: program.notStated,
    source: program.source,
    verifiedOn: program.verifiedOn,
  };
}

/** A program that is named for its own sake, without being matched against a caller. */
export function unmatchedCard(program: Program): ProgramCard {
  return programCard({ program, verdict: 'fits', fits: [], ask: [], lowers: [], disqualifies: [] });
}

function placeOf({ address, city, states, postalCode }: Program): string | null {
  const region = [states?.join(', '), postalCode].filter((part) => part !== undefined).join(' ');
  const parts = [address, city, region].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}
