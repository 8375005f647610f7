/** Programs as a summary names them. */

import type { Phone, Program } from '../directory/model.ts';
import type { Level } from '../policy/care-lists.ts';
import type { Choice, RuledOut } from './choose-programs.ts';
import { helpLines } from './line-cards.ts';
import type { Match } from './match.ts';
import type { MatchOutcome, ProgramWords } from './matching/finding.ts';
import { differenceOf } from './matching/rank.ts';
import { isPostalCodeElsewhere, type Needs } from './needs.ts';
import type { Offer, ProgramCard } from './summary.ts';
import type { SummaryInput } from './summary-input.ts';
import { inSentence } from './wording.ts';
import { wordsIn } from './words/words.ts';

/** Offers the chosen programs, the best one first, and says what ruled the others out. */
export function programOffer(input: SummaryInput, choice: Choice, needs: Needs): Offer {
  const { programs } = wordsIn(input.language);
  const [primary, ...others] = choice.chosen;
  return {
    says: postalCodeNote(input, needs),
    primary: primary === undefined ? null : programCard(primary, programs),
    alternatives: others.map((one) => ({ ...programCard(one, programs), behind: behind(one, primary, programs) })),
    more: choice.more,
    ...ruledOutOf(choice.ruledOut, programs),
    lines: [],
    locator: input.directory.locator ?? null,
  };
}

/** Says that no program fits, and which condition emptied the list. */
export function emptyOffer(input: SummaryInput, { ruledOut, level, says, needs }: Emptied): Offer {
  const { programs } = wordsIn(input.language);
  return {
    ...noProgramOffer(input, [says, ...emptiedBy(input, ruledOut, level), ...postalCodeNote(input, needs)]),
    ...ruledOutOf(ruledOut, programs),
  };
}

interface Emptied {
  readonly ruledOut: RuledOut;
  readonly level: Level;
  /** The sentence that nothing fits. */
  readonly says: string;
  readonly needs: Needs;
}

/** Which single conditions keep programs out, fewest programs first; what can never be given up is said as that. */
function emptiedBy({ language, care }: SummaryInput, ruledOut: RuledOut, level: Level): readonly string[] {
  const { programs, offers } = wordsIn(language);
  if (ruledOut.count === 0) return [offers.noneOfLevel(ruledOut.otherLevels, inSentence(care.levels[level].name))];
  const sole = ruledOut.by
    .filter(({ alone }) => alone > 0)
    .map(({ condition, alone }) => ({ condition, count: alone }))
    .sort((a, b) => a.count - b.count);
  if (sole.length === 0) return [programs.noSoleReason];
  const isFixed = sole.some(({ condition }) => condition === 'state' || condition === 'license');
  return [[programs.soleReasons(sole), ...(isFixed ? [programs.neverGivenUp] : [])].join(' ')];
}

function postalCodeNote({ language }: SummaryInput, needs: Needs): readonly string[] {
  const { state, postalCode, postalState } = needs;
  if (!isPostalCodeElsewhere(needs) || postalCode === undefined) return [];
  const { offers } = wordsIn(language);
  return [offers.postalCodeElsewhere(postalCode, postalState?.label ?? '', state?.label ?? '')];
}

function ruledOutOf(ruledOut: RuledOut, words: ProgramWords): Pick<Offer, 'ruledOut' | 'ruledOutBy'> {
  return {
    ruledOut: ruledOut.named.map(({ program, hard }) => ({
      name: program.name,
      because: hard.filter(({ outcome }) => outcome === 'not-met').map(({ says }) => says(words)),
    })),
    ruledOutBy: {
      named: ruledOut.named.length === ruledOut.count,
      conditions: ruledOut.by.map((one) => ({ ...one, says: words.ruledOutBy(one.condition, one.count) })),
    },
  };
}

/** Says that no program is named, with the national lines and the place to look. */
export function noProgramOffer(input: SummaryInput, says: readonly string[]): Offer {
  const { directory, emergency, today, language } = input;
  return {
    says,
    primary: null,
    alternatives: [],
    more: 0,
    ruledOut: [],
    ruledOutBy: { named: true, conditions: [] },
    lines: helpLines(directory, emergency.lines, today, language),
    locator: directory.locator ?? null,
  };
}

/** One program with what speaks for it and what does not. */
function programCard({ program, hard, preferences, miles }: Match, words: ProgramWords): ProgramCard {
  const said = {
    hard: hard.map((one) => ({ ...one, says: one.says(words) })),
    preferences: preferences.map((one) => ({ ...one, says: one.says(words) })),
  };
  // How far it is stands on a line of its own; here only that it is too far, or not known.
  const both = [...said.hard, ...said.preferences.filter(({ preference }) => preference !== 'near')];
  const far = said.preferences.filter(({ preference, outcome }) => preference === 'near' && outcome !== 'met');
  const of = (wanted: MatchOutcome): readonly string[] =>
    [...both, ...far].filter(({ outcome }) => outcome === wanted).map(({ says }) => says);
  return {
    ...plainCard(program, words),
    distance: miles === undefined ? null : words.miles(miles),
    miles: miles === undefined ? null : Math.round(miles),
    opening: said.preferences.find(({ preference }) => preference === 'opening')?.says ?? null,
    ...said,
    fits: of('met'),
    ask: of('unknown'),
    lowers: of('not-met'),
  };
}

/** Why one program stands behind another; where only their ids differ there is nothing to say. */
function behind(one: Match, first: Match | undefined, words: ProgramWords): string | null {
  const difference = first === undefined ? undefined : differenceOf(first.rank, one.rank);
  return difference === undefined ? null : words.behind[difference];
}

/** A program that is named for its own sake, without being matched against a caller. */
export function unmatchedCard(program: Program, language: string): ProgramCard {
  return plainCard(program, wordsIn(language).programs);
}

function plainCard(program: Program, words: ProgramWords): ProgramCard {
  return {
    id: program.id,
    name: program.name,
    organization: program.organization ?? null,
    place: placeOf(program),
    distance: null,
    miles: null,
    opening: null,
    phones: program.phones.map((phone) => phoneCard(phone, words)),
    week: program.week ?? null,
    hard: [],
    preferences: [],
    fits: [],
    ask: [],
    lowers: [],
    behind: null,
    notStated: program.notStated,
    source: program.source,
    verifiedOn: program.verifiedOn,
  };
}

function phoneCard(phone: Phone, words: ProgramWords): ProgramCard['phones'][number] {
  const doubtful = phone.doubtful === undefined ? null : words.doubtful(phone.doubtful);
  return { number: phone.number, for: phone.for ?? null, doubtful };
}

function placeOf({ address, city, states, postalCode }: Program): string | null {
  const region = [states?.join(', '), postalCode].filter((part) => part !== undefined).join(' ');
  const parts = [address, city, region].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? null : parts.join(', ');
}
