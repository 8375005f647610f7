/** The first screen of a summary: what to do now, the level, the first step, whom to call. */

import type { EmergencyBlock, EndingBlock, LineCard, Offer, ProgramCard, Summary } from '../referral/summary.ts';
import { bullet, type Item, line, more, type Section, step } from './outline.ts';

/** The sections that must be seen without scrolling. */
export function cardSections(summary: Summary): readonly Section[] {
  const { emergency, ending } = summary;
  const sections = [
    ...(emergency === null ? [] : [emergencySection(emergency)]),
    ...(ending === null ? [] : [endingSection(ending)]),
    card('Do now', 'Do now', summary.now.length > 1 ? summary.now.map((text) => bullet(text)) : summary.now.map((text) => line(text))),
    card('Level', 'Level of care', levelItems(summary)),
    card('First', 'First step', stepItems(summary)),
    card('Call', 'Whom to call', callItems(summary)),
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function card(label: string, title: string, items: readonly Item[]): Section {
  return { label, title, place: 'card', alarm: false, items };
}

function emergencySection({ title, actions, lines, where }: EmergencyBlock): Section {
  const items = [
    line(title, 'alarm'),
    ...actions.map(({ says }) => step(says)),
    ...lines.map((one) => line(lineInShort(one), 'strong')),
    ...(where.length === 0 ? [] : [line(`Where the caller is: ${where.join(', ')}`)]),
  ];
  return { label: 'Emergency', title: 'Emergency', place: 'card', alarm: true, items };
}

function endingSection({ title, says, steps, lines }: EndingBlock): Section {
  const items = [
    line(title, 'strong'),
    line(`“${says}”`),
    ...steps.map((text) => bullet(text)),
    ...lines.flatMap((one) => [line(lineInShort(one), 'strong'), more(one.for)]),
  ];
  return { label: 'This call', title: 'This call', place: 'card', alarm: false, items };
}

function levelItems({ level, emergency }: Summary): readonly Item[] {
  if (level.kind === 'none') return [];
  const sentence = level.sentence === null || emergency !== null ? [] : [line(`“${level.sentence}”`)];
  const until = level.untilAsked === null ? [] : [line(level.untilAsked, 'caution')];
  return [line(level.headline, emergency === null ? 'good' : 'alarm'), ...until, ...sentence];
}

function stepItems({ firstSteps, emergency }: Summary): readonly Item[] {
  const certain = firstSteps.filter(({ certainty }) => certainty === 'certain');
  return certain.flatMap(({ name, sentence }) => [
    line(name, 'strong'),
    ...(emergency === null ? [more(`“${sentence}”`, 'plain')] : []),
  ]);
}

function callItems({ referral, fallback, emergency }: Summary): readonly Item[] {
  const isCall = emergency === null && (fallback.place === 'call-now' || fallback.place === 'beside');
  return [
    ...(referral === null ? [] : offerInShort(referral, referral.title)),
    ...(isCall && fallback.offer !== null ? offerInShort(fallback.offer, fallback.title ?? '') : []),
  ];
}

function offerInShort({ says, primary, lines, locator }: Offer, title: string): readonly Item[] {
  if (primary !== null) return [...programInShort(primary), more(title)];
  const finder = locator === null ? [] : [more(`${locator.name}: ${locator.address}`, 'plain')];
  return [...says.slice(0, 1).map((text) => line(text)), ...lines.map((one) => more(lineInShort(one), 'strong')), ...finder];
}

/** Name, numbers and place of a program: what one needs to dial. */
export function programInShort({ name, phones, place }: ProgramCard): readonly Item[] {
  const numbers = phones.map(({ number, for: reason }) => (reason === null ? number : `${number} (${reason})`));
  return [line(name, 'strong'), more(numbers.join(' · '), 'strong'), ...(place === null ? [] : [more(place, 'plain')])];
}

/** A line's number before its name, as one dials before one greets. */
export function lineInShort({ name, number, also, stale }: LineCard): string {
  const extras = [also, stale].filter((part) => part !== null);
  return `${number}  ${name}${extras.length === 0 ? '' : ` (${extras.join('; ')})`}`;
}
