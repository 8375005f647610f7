/** What a summary says below its first screen. */

import type { AskedQuestion, EndingBlock, Reason, Summary } from '../referral/summary.ts';
import { citationNames } from './citations.ts';
import { numberAndName, offerItems } from './offer-items.ts';
import { bullet, type Item, line, more, type Section, step } from './outline.ts';
import {
  endingItems,
  fallbackIsOnCard,
  isShort,
  panelAnswerItems,
  referralIsOnCard,
  stepIsReadOut,
  stepsAreOnCard,
} from './summary-card.ts';
import { layoutWordsIn, type Words } from './words/words.ts';

/** More safety questions and supports than this are counted. */
const NAMED = 4;

/** Of rules that only together decide, and of points on which the sources differ, more than this cannot be listened to. */
const NAMED_TOGETHER = 3;

/** Everything below the card, in the order in which a counselor needs it. */
export function detailSections(summary: Summary): readonly Section[] {
  const { ending } = summary;
  const { sections: names } = layoutWordsIn(summary.language);
  return [
    details(names.panel, panelItems(summary)),
    details(names.ending, ending === null ? [] : restOfEndings(ending, summary)),
    details(names.safety, [
      ...saidItems(summary),
      ...(summary.emergency === null ? [] : panelAnswerItems(summary)),
      ...safetyItems(summary),
    ]),
    details(names.screens, screenItems(summary)),
    details(names.meanwhile, meanwhileItems(summary)),
    details(names.why, whyItems(summary)),
    details(names.open, openItems(summary)),
    programSection(summary),
    details(names.fallback, fallbackItems(summary)),
    details([summary.handOffs?.title ?? '', summary.handOffs?.title ?? ''], handOffItems(summary)),
    details(names.week, weekItems(summary)),
    details(
      names.barriers,
      summary.barriers.flatMap(({ says, answer }) => [bullet(says), more(answer, 'plain')]),
    ),
    details(
      names.changes,
      summary.changes.map(({ says }) => bullet(says)),
    ),
    details(names.supports, supportItems(summary)),
    details(names.aftercare, aftercareItems(summary)),
    details(names.followUp, followUpItems(summary)),
    details(names.notes, noteItems(summary)),
    details(names.theCall, callItems(summary)),
    details(names.sources, disagreementItems(summary)),
  ].filter(({ items }) => items.length > 0);
}

function details([label, title]: Words['sections'][keyof Words['sections']], items: readonly Item[]): Section {
  return { label, title, place: 'details', alarm: false, items };
}

/** Where no program is named, what is left are numbers. */
function programSection(summary: Summary): Section {
  const { referral, language } = summary;
  const { programs, numbers } = layoutWordsIn(language).sections;
  const name = referral === null || referral.primary !== null ? programs : numbers;
  const dialled = referralIsOnCard(summary);
  return details(name, referral === null ? [] : offerItems(referral, { dialled, said: null, language }));
}

/** What the first screen leaves out of how the call ends: all of it in an emergency, else at most the steps. */
function restOfEndings(ending: EndingBlock, summary: Summary): readonly Item[] {
  const { emergency, endingByAnswers } = summary;
  const endings = [ending, ...(endingByAnswers === null ? [] : [endingByAnswers])];
  if (emergency !== null) return endings.flatMap((one) => endingItems(one, true));
  if (stepsAreOnCard(summary)) return [];
  const isNamed = endings.length > 1;
  return endings.flatMap(({ title, steps }) => [
    ...(isNamed && steps.length > 0 ? [line(title, 'heading')] : []),
    ...steps.map((text) => bullet(text)),
  ]);
}

function panelItems({ emergency }: Summary): readonly Item[] {
  if (emergency === null) return [];
  const steps = emergency.actions.length > 0 ? emergency.steps : [];
  return [...steps.map(step), ...emergency.notices.map((text) => line(text, 'faint'))];
}

function meanwhileItems(summary: Summary): readonly Item[] {
  const { firstSteps, emergency, ending, language } = summary;
  const certain = firstSteps.filter(({ certainty }) => certainty === 'certain');
  const isAbsent = ending !== null && emergency === null && certain.length > 0;
  const steps = certain.flatMap(({ name, sentence, meanwhile }) => [
    ...(stepIsReadOut(summary) ? [] : [line(name, 'strong'), line(`“${sentence}”`)]),
    ...(meanwhile === null ? [] : [line(`“${meanwhile}”`)]),
  ]);
  return isAbsent ? [line(layoutWordsIn(language).forPersonConcerned, 'faint'), ...steps] : steps;
}

function whyItems({ why, firstSteps, level, override, language }: Summary): readonly Item[] {
  const words = layoutWordsIn(language);
  const room = level.kind === 'too-early' ? 0 : NAMED_TOGETHER;
  const named = why.kind === 'one-of' ? why.reasons.slice(0, room) : why.reasons;
  const others = named.length === 0 ? 0 : why.reasons.length - named.length;
  const said = new Set(why.reasons.map(({ rule }) => rule));
  const forSteps = firstSteps.flatMap(({ reasons }) => reasons).filter(({ rule }) => !said.has(rule) && said.add(rule));
  return [
    ...(override === null || override.note === null || isShort(override.note)
      ? []
      : [line(words.noteOnLevel(override.note))]),
    ...(why.says === null ? [] : [line(why.says)]),
    ...named.map(reasonItem),
    ...(others === 0 ? [] : [line(words.otherRules(others), 'faint')]),
    ...forSteps.map(reasonItem),
  ];
}

function reasonItem({ because, cites, note }: Reason): Item {
  return bullet(because, [...citationNames(cites), ...(note === null ? [] : [note])]);
}

function openItems({ open, safety, now, language }: Summary): readonly Item[] {
  if (open === null) return [];
  const words = layoutWordsIn(language);
  const script = open.next?.says ?? '';
  const listed = safety?.questions.slice(0, NAMED).some(({ id }) => id === open.next?.question) === true;
  const next =
    open.next === null || listed || now.some((text) => text.includes(script))
      ? []
      : [line(words.wouldSettleMost(script))];
  const further = open.further === 0 ? [] : [line(words.couldChange(open.further), 'faint')];
  return [...open.says.map((text) => line(text)), ...next, ...further];
}

function saidItems({ said }: Summary): readonly Item[] {
  return said.map(({ says }) => line(says, 'caution'));
}

function screenItems({ screens }: Summary): readonly Item[] {
  return screens.map(({ title, says }) => bullet(`${title}: ${says}`));
}

function safetyItems({ safety, emergency, level, call, language }: Summary): readonly Item[] {
  if (safety === null || emergency !== null) return [];
  const words = layoutWordsIn(language);
  const isAfresh = (id: string): boolean => call?.askAgain.some(({ question }) => question === id) === true;
  const named = safety.questions
    .slice(0, NAMED)
    .map(({ id, says, because }) => bullet(`“${says}”`, [isAfresh(id) ? words.askedAfresh : words.unknown[because]]));
  // Too early to name anything, the same numbers stand on the first screen.
  const lines = level.kind === 'too-early' ? [] : safety.lines;
  const numbers = lines.map((one) => more(numberAndName(one), 'strong'));
  const danger = numbers.length === 0 ? [] : [line(words.ifDanger), ...numbers];
  return [...named, ...countOf(safety.questions.length - named.length, words), ...danger];
}

function fallbackItems(summary: Summary): readonly Item[] {
  const { fallback, firstSteps, level, language } = summary;
  const words = layoutWordsIn(language);
  const { title, offer, now, waiting } = fallback;
  if (offer === null || title === null) return [];
  const alreadySaid = new Set(firstSteps.map((step) => step.meanwhile));
  const meanwhile = level.kind === 'too-early' ? [] : waiting.filter((text) => !alreadySaid.has(text));
  return [
    line(title, 'heading'),
    ...offerItems(offer, { dialled: fallbackIsOnCard(summary), said: summary.referral, language }),
    ...(now.length === 0 ? [] : [line(words.nowHeading, 'heading'), ...now.map((text) => bullet(text))]),
    ...(meanwhile.length === 0 ? [] : [line(words.whileWaiting, 'heading'), ...meanwhile.map((text) => bullet(text))]),
  ];
}

function weekItems({ week, language }: Summary): readonly Item[] {
  if (week === null) return [];
  const words = layoutWordsIn(language);
  const facts = [
    week.hours === null ? null : words.hours(week.hours),
    week.days === null ? null : words.days(week.days),
    week.length === null ? null : words.length(week.length),
    week.therapies.length === 0 ? null : words.therapies(week.therapies),
  ];
  return [
    line(week.title, 'heading', citationNames(week.cites)),
    ...facts.flatMap((text) => (text === null ? [] : [line(text)])),
    ...week.week.map((text) => bullet(text)),
  ];
}

function supportItems({ supports, language }: Summary): readonly Item[] {
  const certain = supports.filter(({ certainty }) => certainty === 'certain');
  const possible = supports.filter(({ certainty }) => certainty === 'possible').map(({ name }) => name);
  return [
    ...certain.map(({ name, sentence }) => bullet(`${name}: ${sentence}`)),
    ...(possible.length === 0 ? [] : [line(possibleSupports(possible, layoutWordsIn(language)), 'faint')]),
  ];
}

function possibleSupports(names: readonly string[], words: Words): string {
  return names.length > NAMED ? words.manySupports(names.length) : words.perhaps(names);
}

function aftercareItems({ aftercare }: Summary): readonly Item[] {
  if (aftercare === null) return [];
  const last = aftercare.lines.length - 1;
  return aftercare.lines.map((text, index) => bullet(text, index === last ? citationNames(aftercare.cites) : []));
}

function followUpItems({ followUp, consent, language }: Summary): readonly Item[] {
  const words = layoutWordsIn(language);
  const date = followUp?.day == null ? [] : [line(words.callAgainOn(followUp.day), 'strong')];
  const callback = followUp?.callback == null ? [] : [line(words.callBackNumber(followUp.callback), 'strong')];
  const notes = followUp?.notes ?? [];
  return [...date, ...callback, ...notes.map((text) => line(text)), ...(consent === null ? [] : [line(consent)])];
}

function handOffItems({ handOffs }: Summary): readonly Item[] {
  return (handOffs?.handOffs ?? []).map(({ says, more: rest }) => bullet(says, rest));
}

function noteItems({ notes, language }: Summary): readonly Item[] {
  const { noteTo } = layoutWordsIn(language);
  return notes.map(({ about, text }) => bullet(text, about === null ? [] : [noteTo(about)]));
}

function callItems({ call, emergency, language }: Summary): readonly Item[] {
  if (call === null) return [];
  const words = layoutWordsIn(language);
  const { id, from, until, minutes, state, log, setAside, askAgain, toldBefore, unusedOverride } = call;
  // In an emergency the log stands below the steps.
  const done = emergency !== null ? [] : log.map(({ clock, done: what }) => bullet(`${clock} ${what}`));
  return [
    line(words.times(from, until, minutes, words.states[state])),
    ...(done.length === 0 ? [] : [line(words.onPanel), ...done]),
    ...toldBefore.map((text) => line(text)),
    ...questionsItem(words.notUsedAskedAfresh, askAgain),
    ...questionsItem(words.notUsedAnyMore, setAside),
    ...(unusedOverride === null ? [] : [line(unusedOverride)]),
    line(words.callId(id), 'faint'),
  ];
}

function questionsItem(inWords: (questions: string) => string, questions: readonly AskedQuestion[]): readonly Item[] {
  return questions.length === 0 ? [] : [line(inWords(questions.map(({ says }) => `“${says}”`).join(' ')))];
}

/** The points that matter most, as they are ordered; of somebody of whom little is known every point may matter. */
function disagreementItems({ disagreements, level, language }: Summary): readonly Item[] {
  const words = layoutWordsIn(language);
  const named = level.kind === 'too-early' ? [] : disagreements.slice(0, NAMED_TOGETHER);
  const others = disagreements.length - named.length;
  const points = named.length === 0 ? words.pointsMayMatter(others) : words.morePoints(others);
  return [
    ...named.map(({ says, certainty, for: pro, against }) =>
      bullet(certainty === 'certain' ? says : words.perhapsSays(says), citationNames([...pro, ...against])),
    ),
    ...(others === 0 ? [] : [line(points, 'faint')]),
  ];
}

function countOf(count: number, words: Words): readonly Item[] {
  return count > 0 ? [line(words.more(count), 'faint')] : [];
}
