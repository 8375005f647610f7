/** Programs to call and lines to offer, in short for the first screen and in full below it. */

import type { LineCard, Offer, ProgramCard } from '../referral/summary.ts';
import { bullet, type Item, line, more } from './outline.ts';
import { layoutWordsIn, type Words } from './words/words.ts';

/** What one needs to dial: the first program, or what to say and the lines where there is none. */
export function offerInShort({ says, primary, lines, locator }: Offer, title: string | null): readonly Item[] {
  const heading = title === null ? [] : [line(title, 'heading')];
  if (primary !== null) return [...heading, ...programInShort(primary)];
  const finder = locator === null ? [] : [more(`${locator.name}: ${locator.address}`, 'strong')];
  return [
    ...heading,
    ...says.slice(0, 1).map((text) => line(text)),
    ...lines.map((one) => more(numberAndName(one), 'strong')),
    ...finder,
  ];
}

/** What an offer is shown with. */
export interface Shown {
  /** The first screen has said the first program, or where there is none the lines, already. */
  readonly dialled: boolean;
  /** An offer that stands above: its lines and its finder are not said again. */
  readonly said: Offer | null;
  readonly language: string;
}

/** Everything of an offer that has not been said yet. */
export function offerItems(offer: Offer, { dialled, said, language }: Shown): readonly Item[] {
  const { primary, alternatives, more: others, says, locator } = offer;
  const labels = layoutWordsIn(language).offers;
  const isNew = ({ id }: LineCard): boolean => said?.lines.some((one) => one.id === id) !== true;
  const finder =
    locator === null || (dialled && primary === null) || said?.locator != null
      ? []
      : [line(labels.morePlaces(locator.name, locator.address))];
  return [
    ...(dialled && primary === null ? says.slice(1) : says).map((text) => line(text)),
    ...(primary === null ? [] : primaryItems(primary, dialled, labels)),
    ...alternatives.flatMap((card) => alternativeItems(card, primary, labels)),
    ...(others === 0 ? [] : [line(labels.moreFit(others), 'faint')]),
    ...ruledOutItems(offer, labels),
    ...offer.lines.filter(isNew).flatMap((one) => [line(numberAndName(one), 'strong'), more(one.for, 'plain')]),
    ...finder,
  ];
}

type Labels = Words['offers'];

/** A few are named with all that rules them out; of many it is counted what did, and the nearest to fitting are named. */
function ruledOutItems({ ruledOut, ruledOutBy: { named, conditions } }: Offer, labels: Labels): readonly Item[] {
  const byReason = new Map<string, string[]>();
  for (const { name, because } of ruledOut) {
    const reason = because.join('; ');
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  return [
    ...(named || conditions.length === 0 ? [] : [line(labels.leftOut(conditions.map(({ says }) => says)), 'faint')]),
    ...[...byReason].map(([reason, names]) => line(labels.ruledOut(names.join(', '), reason), 'faint')),
  ];
}

function primaryItems(card: ProgramCard, dialled: boolean, labels: Labels): readonly Item[] {
  const { hard, preferences, week, notStated } = card;
  return [
    ...(dialled ? [line(card.name, 'strong')] : programInShort(card)),
    ...metItems(saying(hard, 'met'), labels.needed),
    ...metItems(saying(preferences, 'met'), labels.wished),
    ...(week === null ? [] : [more(labels.ownHours(uncapitalized(week)), 'plain')]),
    ...saying(hard, 'unknown').map((text) => bullet(labels.ask(text))),
    ...wishes(saying(preferences, 'unknown'), labels).map((text) => bullet(text)),
    ...saying(preferences, 'not-met').map((text) => bullet(labels.note(text))),
    ...(notStated.length === 0 ? [] : [bullet(labels.notKnown(notStated.map(uncapitalized).join('; ')))]),
  ];
}

function metItems(says: readonly string[], label: (says: string) => string): readonly Item[] {
  return says.length === 0 ? [] : [more(label(says.join('; ')), 'plain')];
}

/** What is only wished for is asked in one breath. */
function wishes(says: readonly string[], labels: Labels): readonly string[] {
  return says.length === 0 ? [] : [labels.askForWishes(says.join('; '))];
}

function saying(
  findings: ProgramCard['hard'] | ProgramCard['preferences'],
  wanted: ProgramCard['hard'][number]['outcome'],
): readonly string[] {
  return findings.flatMap(({ outcome, says }) => (outcome === wanted ? [says] : []));
}

/** Only what tells it from the first program, and why it stands behind it. */
function alternativeItems(card: ProgramCard, primary: ProgramCard | null, labels: Labels): readonly Item[] {
  const isNew = (text: string): boolean => primary?.ask.includes(text) !== true;
  return [
    ...programInShort(card),
    ...(card.behind === null ? [] : [more(labels.behind(card.behind))]),
    ...saying(card.hard, 'unknown')
      .filter(isNew)
      .map((text) => more(labels.ask(text))),
    ...wishes(saying(card.preferences, 'unknown').filter(isNew), labels).map((text) => more(text)),
    ...card.lowers.map((text) => more(labels.note(text))),
  ];
}

function programInShort({ name, phones, place, distance }: ProgramCard): readonly Item[] {
  const numbers = phones.map(({ number, for: reason, doubtful }) => {
    const marks = [reason, doubtful].filter((mark) => mark !== null);
    return more([number, ...marks].join(' · '), 'strong');
  });
  const where = [place, distance].filter((part) => part !== null).join(' · ');
  return [line(name, 'strong'), ...numbers, ...(where === '' ? [] : [more(where, 'plain')])];
}

/** A line's number before its name, as one dials before one greets. */
export function numberAndName({ name, number, stale }: LineCard): string {
  const both = name.startsWith(number) ? name : `${number} · ${name}`;
  return stale === null ? both : `${both} (${stale})`;
}

/** Begins a name with a small letter inside a sentence, unless it is written in capitals. */
export function uncapitalized(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
