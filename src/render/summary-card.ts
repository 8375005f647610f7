/** The first screen of a summary: what to do now, the level, the first step, whom to call. */

import type { EmergencyBlock, EndingBlock, Summary } from '../referral/summary.ts';
import { numberAndName, offerInShort, uncapitalized } from './offer-items.ts';
import { bullet, type Item, line, more, type Section, step } from './outline.ts';

/** The sections that must be seen without scrolling. */
export function cardSections(summary: Summary): readonly Section[] {
  const { emergency, ending, now } = summary;
  const sections = [
    ...(emergency === null ? [] : [emergencySection(emergency, summary.level.headline)]),
    card(
      'Do now',
      'Do now',
      now.map((text) => (now.length > 1 ? bullet(text) : line(text))),
    ),
    ...(ending === null || emergency !== null ? [] : [card('This call', 'This call', endingItems(ending))]),
    card('Level', 'Level of care', levelItems(summary)),
    emergency === null ? card('First', 'First step', stepItems(summary)) : card('Then', 'Then', stepItems(summary)),
    card('Call', 'Whom to call', callItems(summary)),
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function card(label: string, title: string, items: readonly Item[]): Section {
  return { label, title, place: 'card', alarm: false, items };
}

/** Numbers stand first: whoever reads no further can still dial. */
function emergencySection({ actions, steps, lines, where }: EmergencyBlock, headline: string): Section {
  const toDo = actions.length > 0 ? actions.map(({ says }) => says) : steps;
  const items = [
    line(headline, 'alarm'),
    ...lines.map((one) => more(numberAndName(one), 'strong')),
    ...(where.length === 0 ? [] : [line(`Where, as far as it was said: ${where.join('; ')}`)]),
    ...toDo.map(step),
  ];
  return { label: 'Emergency', title: 'Emergency', place: 'card', alarm: true, items };
}

/** How a call ends without a level: below the first screen where an emergency takes it. */
export function endingItems({ title, says, steps, lines }: EndingBlock): readonly Item[] {
  return [
    line(title, 'strong'),
    line(`“${says}”`),
    ...steps.map((text) => bullet(text)),
    ...lines.map((one) => more(numberAndName(one), 'strong')),
  ];
}

function levelItems({ level, emergency }: Summary): readonly Item[] {
  if (level.kind === 'none' || emergency !== null) return [];
  return [
    line(level.headline, 'strong'),
    ...(level.kind === 'too-early' ? [line(stillPossible(level))] : []),
    ...(level.untilAsked === null ? [] : [line(level.untilAsked, 'caution')]),
    ...(level.sentence === null || level.untilAsked !== null ? [] : [line(`“${level.sentence}”`)]),
  ];
}

/** The highest is what matters where the lowest means nothing yet. */
function stillPossible({ possible }: Summary['level']): string {
  const highest = possible.at(-1);
  return `Anything up to ${highest === undefined ? 'an emergency' : uncapitalized(highest.name)} is still possible.`;
}

/** The sentence of a single step is read out here; of several, only the names, and the sentences below. */
function stepItems(summary: Summary): readonly Item[] {
  const certain = summary.firstSteps.filter(({ certainty }) => certainty === 'certain');
  const aloud = stepIsReadOut(summary);
  return certain.flatMap(({ name, sentence }) => [line(name, 'strong'), ...(aloud ? [line(`“${sentence}”`)] : [])]);
}

/** Whether the first screen has the sentence of the step: not in an emergency, and not where its person is not on the line. */
export function stepIsReadOut({ firstSteps, emergency, ending }: Summary): boolean {
  return (
    emergency === null && ending === null && firstSteps.filter(({ certainty }) => certainty === 'certain').length === 1
  );
}

function callItems(summary: Summary): readonly Item[] {
  const { referral, fallback, emergency, level } = summary;
  if (emergency !== null) return [];
  if (referral !== null && level.kind === 'too-early') return offerInShort(referral, referral.title);
  const residential = fallbackIsOnCard(summary) ? fallback.offer : null;
  const title = level.untilAsked === null ? fallback.title : 'Until the safety questions are asked';
  // The lines and the finder of two offers without a program are the same: they are said once.
  const without = residential?.primary === null && referral?.primary === null;
  const toFallback =
    residential === null
      ? []
      : offerInShort(without ? { ...residential, lines: [], locator: null } : residential, title);
  if (referral === null || !referralIsOnCard(summary)) return toFallback;
  const toProgram = offerInShort(referral, level.kind === 'settled' && residential === null ? null : referral.title);
  return fallback.place === 'beside' ? [...toProgram, ...toFallback] : [...toFallback, ...toProgram];
}

/** Whether the referral is on the first screen: advice that names no program gives way to a bed until safety is clear. */
export function referralIsOnCard({
  referral,
  fallback,
  level,
}: Pick<Summary, 'referral' | 'fallback' | 'level'>): boolean {
  const bedFirst = level.untilAsked !== null && level.kind !== 'too-early' && fallback.offer?.primary != null;
  return referral !== null && !(bedFirst && referral.primary === null);
}

/** Whether the fallback is a call to make now: an IOP is ruled out, or a safety answer is withheld. */
export function fallbackIsOnCard({
  fallback,
  emergency,
  level,
}: Pick<Summary, 'fallback' | 'emergency' | 'level'>): boolean {
  if (emergency !== null || level.kind === 'too-early') return false;
  return (
    fallback.place === 'call-now' ||
    fallback.place === 'beside' ||
    (fallback.place === 'if' && level.untilAsked !== null)
  );
}
