/** The first screen of a summary: what to do now, the level, the first step, whom to call. */

import type { CallBackBlock, EmergencyBlock, EndingBlock, LineCard, Summary } from '../referral/summary.ts';
import { numberAndName, offerInShort, uncapitalized } from './offer-items.ts';
import { bullet, type Item, line, more, type Section, step } from './outline.ts';
import { layoutWordsIn, type Words } from './words/words.ts';

/** What fits on a line of 66 cells behind `Counselor’s note: `. */
const SHORT = 48;

type SectionName = Words['sections'][keyof Words['sections']];

/** The sections that must be seen without scrolling. */
export function cardSections(summary: Summary): readonly Section[] {
  const { emergency, ending, now } = summary;
  const { sections: names } = layoutWordsIn(summary.language);
  const sections = [
    ...(emergency === null ? [] : [emergencySection(emergency, summary)]),
    ...toldSections(summary),
    ...(emergency === null ? [card(names.safety, panelAnswerItems(summary))] : []),
    card(
      names.now,
      now.map((text) => (now.length > 1 ? bullet(text) : line(text))),
    ),
    ...(ending === null || emergency !== null ? [] : [card(names.ending, endingsOnCard(summary))]),
    card(names.level, levelItems(summary)),
    card(emergency === null ? names.firstStep : names.afterwards, stepItems(summary)),
    card(names.call, callItems(summary)),
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function card([label, title]: SectionName, items: readonly Item[]): Section {
  return { label, title, place: 'card', alarm: false, items };
}

/** Numbers stand first: whoever reads no further can still dial. Of a caller who is gone it is theirs. */
export function emergencySection(
  { actions, steps, lines, where }: EmergencyBlock,
  summary: Pick<Summary, 'callBack' | 'level' | 'call' | 'language'>,
): Section {
  const { callBack, level, call, language } = summary;
  const words = layoutWordsIn(language);
  const log = call?.log ?? [];
  const toDo = actions.length > 0 ? actions.map(({ says }) => says) : steps;
  const items = [
    line(level.headline, 'alarm'),
    ...(callBack === null ? [] : callBackItems(callBack, words)),
    ...lines.map((one) => more(numberAndName(one), 'strong')),
    ...(callBack !== null || where.length === 0 ? [] : [whereItem(where, words)]),
    ...(callBack === null ? [] : [line(words.whenReached, 'heading')]),
    ...toDo.map(step),
    ...(log.length === 0 ? [] : [line(words.whatWasDone, 'heading')]),
    ...log.map(({ clock, done }) => line(`${clock} ${done}`)),
  ];
  return { ...card(words.sections.emergency, items), alarm: true };
}

function callBackItems({ says, number, notes, where }: CallBackBlock, words: Words): readonly Item[] {
  const call = number === null ? words.noCallBack : words.callBack(number);
  return [
    line(says, 'caution'),
    line([call, ...notes].join(' '), 'strong'),
    ...(where.length === 0 ? [] : [whereItem(where, words)]),
  ];
}

function whereItem(where: readonly string[], words: Words): Item {
  return line(words.where(where));
}

/** What was told and not asked again since; in an emergency its own numbers and steps stand above. */
function toldSections({ told, callBack, emergency, language }: Summary): readonly Section[] {
  if (told === null) return [];
  const words = layoutWordsIn(language);
  const numbers = told.lines.map(({ number, name }) => (number.length <= 3 ? number : `${name} ${number}`));
  const isUrgent = told.isEmergency && emergency === null;
  const items = [
    ...told.says.map((text) => line(text, told.isEmergency ? 'alarm' : 'caution')),
    ...(isUrgent ? [line(numbers.join(' · '), 'strong')] : []),
    ...(isUrgent && callBack !== null ? callBackItems(callBack, words).slice(1) : []),
  ];
  return [{ ...card(words.sections.told, items), alarm: told.isEmergency }];
}

/** Answers that want the emergency panel: on the first screen, or in an emergency below what is done about it anyway. */
export function panelAnswerItems({ panelAnswers }: Pick<Summary, 'panelAnswers'>): readonly Item[] {
  return panelAnswers.map(({ says }) => line(says, 'caution'));
}

/** How many steps at the end of a call have room beside a first step or a withheld safety answer. */
const STEPS_BESIDE = 2;

/** Whether the first screen has what the counselor does at the end of the call, and not only what is said. */
export function stepsAreOnCard({ ending, endingByAnswers, emergency, firstSteps, safety, told }: Summary): boolean {
  if (ending === null || endingByAnswers !== null || told !== null || emergency !== null) return false;
  const isAnythingElse = safety?.urgent === true || firstSteps.some(({ certainty }) => certainty === 'certain');
  return ending.steps.length <= STEPS_BESIDE || !isAnythingElse;
}

/** Both endings where there are two; a line that both offer stands once. */
function endingsOnCard(summary: Summary): readonly Item[] {
  const { ending, endingByAnswers } = summary;
  if (ending === null) return [];
  if (endingByAnswers === null) return endingItems(ending, stepsAreOnCard(summary));
  const isNew = ({ id }: LineCard): boolean => !ending.lines.some((one) => one.id === id);
  return [
    ...endingItems(ending, false),
    ...endingItems({ ...endingByAnswers, lines: endingByAnswers.lines.filter(isNew) }, false),
  ];
}

/** How a call ends without a level: below the first screen where an emergency takes it. */
export function endingItems({ title, says, steps, lines }: EndingBlock, withSteps: boolean): readonly Item[] {
  return [
    line(title, 'strong'),
    line(`“${says}”`),
    ...(withSteps ? steps.map((text) => bullet(text)) : []),
    ...lines.map((one) => more(numberAndName(one), 'strong')),
  ];
}

/** The level with the counselor's choice, where there is one, and what to treat the caller as until a safety question is asked. */
export function levelItems({
  level,
  emergency,
  override,
  language,
}: Pick<Summary, 'level' | 'emergency' | 'override' | 'language'>): readonly Item[] {
  const words = layoutWordsIn(language);
  if ((level.kind === 'none' && level.untilAsked === null) || emergency !== null) return [];
  return [
    line(level.headline, 'strong'),
    ...(override === null ? [] : [line(override.says), ...shortNote(override.note, words)]),
    ...(level.kind === 'too-early' ? [line(stillPossible(level, words))] : []),
    ...(level.untilAsked === null ? [] : [line(level.untilAsked, 'caution')]),
    ...(level.sentence === null || level.untilAsked !== null ? [] : [line(`“${level.sentence}”`)]),
  ];
}

/** A note as long as a line stands here; a longer one below. */
function shortNote(note: string | null, words: Words): readonly Item[] {
  return note === null || !isShort(note) ? [] : [line(words.note(note))];
}

/** Whether a note takes no more than a line of the first screen. */
export function isShort(note: string): boolean {
  return note.length <= SHORT && !/[\r\n]/.test(note);
}

/** The highest is what matters where the lowest means nothing yet. */
function stillPossible({ possible }: Summary['level'], words: Words): string {
  const highest = possible.at(-1);
  return words.possibleUpTo(highest === undefined ? words.anEmergency : uncapitalized(highest.name));
}

/** The sentence of a single step is read out here; of several, only the names, and the sentences below. */
function stepItems(summary: Summary): readonly Item[] {
  const certain = summary.firstSteps.filter(({ certainty }) => certainty === 'certain');
  const aloud = stepIsReadOut(summary);
  return certain.flatMap(({ name, sentence }) => [line(name, 'strong'), ...(aloud ? [line(`“${sentence}”`)] : [])]);
}

/** Whether the first screen has the sentence of the step: not in an emergency, not where its person is not on the line, not beside two levels. */
export function stepIsReadOut({ firstSteps, emergency, ending, override }: Summary): boolean {
  const isCrowded = emergency !== null || ending !== null || override !== null;
  return !isCrowded && firstSteps.filter(({ certainty }) => certainty === 'certain').length === 1;
}

function callItems(summary: Summary): readonly Item[] {
  const { referral, fallback, emergency, level, language } = summary;
  if (emergency !== null) return [];
  if (referral !== null && level.kind === 'too-early') return offerInShort(referral, referral.title);
  const residential = fallbackIsOnCard(summary) ? fallback.offer : null;
  const title = level.untilAsked === null ? fallback.title : layoutWordsIn(language).untilSafetyIsAsked;
  // The lines and the finder of two offers without a program are the same: they are said once.
  const without = residential?.primary === null && referral?.primary === null;
  const toFallback =
    residential === null
      ? []
      : offerInShort(without ? { ...residential, lines: [], locator: null } : residential, title);
  if (referral === null || !referralIsOnCard(summary)) return toFallback;
  const toProgram = offerInShort(
    referral,
    (level.kind === 'settled' || level.kind === 'chosen') && residential === null ? null : referral.title,
  );
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

/** Whether the fallback is a call to make now: an IOP is ruled out, or a safety answer is withheld. Beside two levels there is no room for two offers. */
export function fallbackIsOnCard({ fallback, emergency, ending, safety, level, override, told }: Summary): boolean {
  if (emergency !== null || level.kind === 'too-early' || told?.isEmergency === true) return false;
  return (
    fallback.place === 'call-now' ||
    (fallback.place === 'beside' && override === null) ||
    (fallback.place === 'if' && level.untilAsked !== null && (ending === null || safety?.urgent === true))
  );
}
