/** Programs to call and lines to offer, in short for the first screen and in full below it. */

import type { LineCard, Offer, ProgramCard } from '../referral/summary.ts';
import { bullet, type Item, line, more } from './outline.ts';

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

/** Everything of an offer; `dialled` leaves out what the first screen has said already, `said` lines and finder that stand above. */
export function offerItems(offer: Offer, dialled: boolean, said: Offer | null = null): readonly Item[] {
  const { primary, alternatives, more: others, ruledOut, says, locator } = offer;
  const isNew = ({ id }: LineCard): boolean => said?.lines.some((one) => one.id === id) !== true;
  const finder =
    locator === null || (dialled && primary === null) || said?.locator != null
      ? []
      : [line(`More places: ${locator.name}, ${locator.address}`)];
  return [
    ...(dialled && primary === null ? says.slice(1) : says).map((text) => line(text)),
    ...(primary === null ? [] : primaryItems(primary, dialled)),
    ...alternatives.flatMap((card) => alternativeItems(card, primary)),
    ...(others === 0 ? [] : [line(`${others} more in the directory.`, 'faint')]),
    ...ruledOutItems(ruledOut),
    ...offer.lines.filter(isNew).flatMap((one) => [line(numberAndName(one), 'strong'), more(one.for, 'plain')]),
    ...finder,
  ];
}

/** More than this many with the same reason are counted, not named. */
const NAMED_RULED_OUT = 2;

function ruledOutItems(ruledOut: Offer['ruledOut']): readonly Item[] {
  const byReason = new Map<string, string[]>();
  for (const { name, because } of ruledOut) {
    const reason = because.join('; ');
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  return [...byReason].map(([reason, names]) =>
    line(
      `Ruled out: ${names.length > NAMED_RULED_OUT ? `${names.length} programs` : names.join(', ')} (${reason})`,
      'faint',
    ),
  );
}

function primaryItems(card: ProgramCard, dialled: boolean): readonly Item[] {
  const { fits, ask, lowers, week, notStated } = card;
  return [
    ...(dialled ? [line(card.name, 'strong')] : programInShort(card)),
    ...(fits.length === 0 ? [] : [more(`Speaks for it: ${fits.join('; ')}.`, 'plain')]),
    ...(week === null ? [] : [more(`Its own hours: ${week}.`, 'plain')]),
    ...ask.map((text) => bullet(`Ask ${text}.`)),
    ...lowers.map((text) => bullet(`Note: ${text}.`)),
    ...(notStated.length === 0 ? [] : [more(`Not known: ${notStated.map(uncapitalized).join('; ')}.`)]),
  ];
}

/** Only what tells it from the first program. */
function alternativeItems(card: ProgramCard, primary: ProgramCard | null): readonly Item[] {
  const ask = card.ask.filter((text) => primary?.ask.includes(text) !== true);
  return [
    ...programInShort(card),
    ...[...ask.map((text) => `Ask ${text}.`), ...card.lowers.map((text) => `Note: ${text}.`)].map((text) => more(text)),
  ];
}

function programInShort({ name, phones, place }: ProgramCard): readonly Item[] {
  const numbers = phones.map(({ number, for: reason }) =>
    more(reason === null ? number : `${number} · ${reason}`, 'strong'),
  );
  return [line(name, 'strong'), ...numbers, ...(place === null ? [] : [more(place, 'plain')])];
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
