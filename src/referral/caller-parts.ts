/**
 * The caller's own copy: what to do, whom to call, what a week looks like. Others at home may read it, so that it gives no reasons,
 * names no needs and says nothing of danger from others or of how the caller is reached.
 */

import type { FirstStep } from '../policy/care-lists.ts';
import type { DocumentLine, DocumentPart } from './care-document.ts';
import { type DocumentGround, namesLevel } from './document-ground.ts';
import { bulleted, dial, headed, part, plain, strong, under } from './document-lines.ts';
import { helpLines, lineCards } from './line-cards.ts';
import type { HardCondition } from './matching/finding.ts';
import type { Offer, ProgramCard, StepBlock } from './summary.ts';

/** A safe place is looked for where home is none: whoever makes it unsafe must not read of it. */
const NOT_ON_PAPER: readonly FirstStep[] = ['safe-place'];

/** What is said until then speaks of harm. */
const WITHOUT_MEANWHILE: readonly FirstStep[] = ['crisis-assessment-today'];

/** Everybody knows by heart what such a number is for. */
const KNOWN_NUMBER = 3; // digits

/** The parts of the caller's copy, in reading order. */
export function callerParts(ground: DocumentGround): readonly DocumentPart[] {
  const { words, summary } = ground;
  const isNamed = namesLevel(ground);
  return [
    ...part('level', words, levelLines(ground), summary.emergency !== null),
    ...part('steps', words, isNamed ? summary.firstSteps.flatMap(stepLines) : []),
    ...part('call', words, isNamed && summary.emergency === null ? callLines(ground) : []),
    ...part('week', words, isNamed ? weekLines(ground) : []),
    ...part('lines', words, numberLines(ground)),
  ];
}

function levelLines(ground: DocumentGround): readonly DocumentLine[] {
  const { summary, words, release } = ground;
  const { headline, sentence, kind } = summary.level;
  if (!namesLevel(ground)) {
    const isOpen = release.withheld.length === 0 && summary.ending === null;
    return [plain(isOpen ? words.documents.noLevelYet : words.documents.noLevel)];
  }
  return [
    strong(headline),
    ...(sentence === null ? [] : [plain(sentence)]),
    ...(kind === 'at-least' ? [plain(words.documents.noLevelYet)] : []),
  ];
}

function stepLines({ id, name, sentence, meanwhile, certainty }: StepBlock): readonly DocumentLine[] {
  if (certainty !== 'certain' || NOT_ON_PAPER.includes(id)) return [];
  const until = meanwhile === null || WITHOUT_MEANWHILE.includes(id) ? [] : [under(meanwhile)];
  return [strong(name), under(sentence), ...until];
}

/** The call that the counselor makes now; a program and its numbers, and not why it. */
function callLines(ground: DocumentGround): readonly DocumentLine[] {
  const { summary, words } = ground;
  const { referral, fallback } = summary;
  const offers: readonly (Offer | null)[] =
    fallback.place === 'call-now' || fallback.place === 'afterwards'
      ? [fallback.offer]
      : fallback.place === 'beside'
        ? [referral, fallback.offer]
        : [referral];
  const primary = offers.find((offer) => offer?.primary != null)?.primary;
  const cards = offers.flatMap((offer) => (offer === null ? [] : cardsOf(offer)));
  const locator = offers.map((offer) => offer?.locator ?? null).find((one) => one !== null);
  return [
    ...cards.flatMap((card) => [...cardLines(card), ...(card === primary ? askLines(card, ground) : [])]),
    ...(locator == null ? [] : [plain(words.documents.finder(locator.name, locator.address))]),
  ];
}

function cardsOf({ primary, alternatives }: Offer): readonly ProgramCard[] {
  return primary === null ? alternatives : [primary, ...alternatives];
}

function cardLines({ name, phones, place }: ProgramCard): readonly DocumentLine[] {
  return [strong(name), ...phones.map(({ number }) => dial(number)), ...(place === null ? [] : [under(place)])];
}

/** Conditions that say nothing of the caller's health: others at home may read what is to be asked. */
const ASKED_ON_PAPER: readonly string[] = ['state', 'payment', 'language'] satisfies readonly HardCondition[];

const MOST_ASKED = 2;

/** What the caller has to ask of the first program, since its directory entry does not say it. */
function askLines({ hard }: ProgramCard, { words }: DocumentGround): readonly DocumentLine[] {
  const open = hard.filter(({ condition, outcome }) => outcome === 'unknown' && ASKED_ON_PAPER.includes(condition));
  return open.slice(0, MOST_ASKED).map(({ says }) => under(words.documents.askThem(says)));
}

function weekLines({ summary, words }: DocumentGround): readonly DocumentLine[] {
  const { week } = summary;
  if (week === null) return [];
  const { hours, days, length } = words.documents;
  const facts = [
    week.hours === null ? [] : [hours(week.hours)],
    week.days === null ? [] : [days(week.days)],
    week.length === null ? [] : [length(week.length)],
  ];
  return [headed(week.title), ...facts.flat().map(plain), ...week.week.map(bulleted)];
}

/** The same for every caller: the short numbers of the panel, and the lines that are no part of it. */
function numberLines({ input }: DocumentGround): readonly DocumentLine[] {
  const { directory, emergency, today, language } = input;
  const short = lineCards(directory, emergency.lines, today, language).filter(
    ({ number }) => number.length <= KNOWN_NUMBER,
  );
  const other = helpLines(directory, emergency.lines, today, language).filter(
    ({ id }) => !emergency.lines.includes(id),
  );
  return [...short, ...other].map(({ name, number }) => strong(name.startsWith(number) ? name : `${number} · ${name}`));
}
