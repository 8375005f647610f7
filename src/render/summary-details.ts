/** What a summary says below its first screen. */

import type { AskedQuestion, CallBlock, EndingBlock, Reason, Summary } from '../referral/summary.ts';
import { citationNames } from './citations.ts';
import { numberAndName, offerItems } from './offer-items.ts';
import { bullet, type Item, line, more, type Section, step } from './outline.ts';
import {
  endingItems,
  fallbackIsOnCard,
  isShort,
  referralIsOnCard,
  stepIsReadOut,
  stepsAreOnCard,
} from './summary-card.ts';

/** More safety questions and supports than this are counted. */
const NAMED = 4;

/** Of rules that only together decide, and of points on which the sources differ, more than this cannot be listened to. */
const NAMED_TOGETHER = 3;

/** Everything below the card, in the order in which a counselor needs it. */
export function detailSections(summary: Summary): readonly Section[] {
  const { ending } = summary;
  return [
    details('Panel', 'What to do in an emergency', panelItems(summary)),
    details('This call', 'This call', ending === null ? [] : restOfEndings(ending, summary)),
    details('Safety', 'Safety questions', [...saidItems(summary), ...safetyItems(summary)]),
    details('Until then', 'Until the first step is done', meanwhileItems(summary)),
    details('Why', 'Why', whyItems(summary)),
    details('Still open', 'Still open', openItems(summary)),
    programSection(summary),
    details('Fallback', 'Fallback', fallbackItems(summary)),
    details(summary.handOffs?.title ?? '', summary.handOffs?.title ?? '', handOffItems(summary)),
    details('The week', 'What the week looks like', weekItems(summary)),
    details(
      'Barriers',
      'Barriers',
      summary.barriers.flatMap(({ says, answer }) => [bullet(says), more(answer, 'plain')]),
    ),
    details(
      'Would change',
      'What would change it',
      summary.changes.map(({ says }) => bullet(says)),
    ),
    details('Supports', 'Supports', supportItems(summary)),
    details('Aftercare', 'Aftercare', aftercareItems(summary)),
    details('Follow-up', 'Follow-up', followUpItems(summary)),
    details('Notes', 'Notes', noteItems(summary)),
    details('The call', 'The call', callItems(summary)),
    details('Sources', 'Where the sources differ', disagreementItems(summary)),
  ].filter(({ items }) => items.length > 0);
}

function details(label: string, title: string, items: readonly Item[]): Section {
  return { label, title, place: 'details', alarm: false, items };
}

/** Where no program is named, what is left are numbers. */
function programSection(summary: Summary): Section {
  const { referral } = summary;
  const name = referral === null || referral.primary !== null ? 'Programs' : 'Numbers';
  return details(name, name, referral === null ? [] : offerItems(referral, referralIsOnCard(summary)));
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
  const { firstSteps, emergency, ending } = summary;
  const certain = firstSteps.filter(({ certainty }) => certainty === 'certain');
  const isAbsent = ending !== null && emergency === null && certain.length > 0;
  const steps = certain.flatMap(({ name, sentence, meanwhile }) => [
    ...(stepIsReadOut(summary) ? [] : [line(name, 'strong'), line(`“${sentence}”`)]),
    ...(meanwhile === null ? [] : [line(`“${meanwhile}”`)]),
  ]);
  return isAbsent ? [line('For the person concerned:', 'faint'), ...steps] : steps;
}

function whyItems({ why, firstSteps, level, override }: Summary): readonly Item[] {
  const room = level.kind === 'too-early' ? 0 : NAMED_TOGETHER;
  const named = why.kind === 'one-of' ? why.reasons.slice(0, room) : why.reasons;
  const others = named.length === 0 ? 0 : why.reasons.length - named.length;
  const said = new Set(why.reasons.map(({ rule }) => rule));
  const forSteps = firstSteps.flatMap(({ reasons }) => reasons).filter(({ rule }) => !said.has(rule) && said.add(rule));
  return [
    ...(override === null || override.note === null || isShort(override.note)
      ? []
      : [line(`Counselor’s note on the level: ${override.note}`)]),
    ...(why.says === null ? [] : [line(why.says)]),
    ...named.map(reasonItem),
    ...(others === 0 ? [] : [line(`and ${counted(others, 'other')}, depending on open answers`, 'faint')]),
    ...forSteps.map(reasonItem),
  ];
}

function reasonItem({ because, cites, note }: Reason): Item {
  return bullet(because, [...citationNames(cites), ...(note === null ? [] : [note])]);
}

function openItems({ open, safety, now }: Summary): readonly Item[] {
  if (open === null) return [];
  const script = open.next?.says ?? '';
  const listed = safety?.questions.slice(0, NAMED).some(({ id }) => id === open.next?.question) === true;
  const next =
    open.next === null || listed || now.some((text) => text.includes(script))
      ? []
      : [line(`Would settle most: “${script}”`)];
  const questions = open.further === 1 ? 'One more question' : `${open.further} more questions`;
  const further = open.further === 0 ? [] : [line(`${questions} could still change the result.`, 'faint')];
  return [...open.says.map((text) => line(text)), ...next, ...further];
}

const WHY_UNKNOWN = { unsure: 'unsure', declined: 'declined', 'not-asked': 'not asked yet' } as const;

function saidItems({ said }: Summary): readonly Item[] {
  return said.map(({ says }) => line(says, 'caution'));
}

function safetyItems({ safety, emergency, level, call }: Summary): readonly Item[] {
  if (safety === null || emergency !== null) return [];
  const isAfresh = (id: string): boolean => call?.askAgain.some(({ question }) => question === id) === true;
  const named = safety.questions
    .slice(0, NAMED)
    .map(({ id, says, because }) => bullet(`“${says}”`, [isAfresh(id) ? 'to be asked afresh' : WHY_UNKNOWN[because]]));
  // Too early to name anything, the same numbers stand on the first screen.
  const lines = level.kind === 'too-early' ? [] : safety.lines;
  const numbers = lines.map((one) => more(numberAndName(one), 'strong'));
  const danger = numbers.length === 0 ? [] : [line('If the answer shows danger:'), ...numbers];
  return [...named, ...countOf(safety.questions.length - named.length), ...danger];
}

function fallbackItems(summary: Summary): readonly Item[] {
  const { fallback, firstSteps, level } = summary;
  const { title, offer, now, waiting } = fallback;
  if (offer === null || title === null) return [];
  const alreadySaid = new Set(firstSteps.map((step) => step.meanwhile));
  const meanwhile = level.kind === 'too-early' ? [] : waiting.filter((text) => !alreadySaid.has(text));
  return [
    line(title, 'heading'),
    ...offerItems(offer, fallbackIsOnCard(summary), summary.referral),
    ...(now.length === 0 ? [] : [line('Now', 'heading'), ...now.map((text) => bullet(text))]),
    ...(meanwhile.length === 0 ? [] : [line('While waiting', 'heading'), ...meanwhile.map((text) => bullet(text))]),
  ];
}

function weekItems({ week }: Summary): readonly Item[] {
  if (week === null) return [];
  const facts = [
    ['Hours', week.hours],
    ['Days', week.days],
    ['Length', week.length],
    ['Therapies', week.therapies.length === 0 ? null : week.therapies.join(', ')],
  ] as const;
  return [
    line(week.title, 'heading', citationNames(week.cites)),
    ...facts.flatMap(([name, text]) => (text === null ? [] : [line(`${name}: ${text}`)])),
    ...week.week.map((text) => bullet(text)),
  ];
}

function supportItems({ supports }: Summary): readonly Item[] {
  const certain = supports.filter(({ certainty }) => certainty === 'certain');
  const possible = supports.filter(({ certainty }) => certainty === 'possible').map(({ name }) => name);
  return [
    ...certain.map(({ name, sentence }) => bullet(`${name}: ${sentence}`)),
    ...(possible.length === 0 ? [] : [line(possibleSupports(possible), 'faint')]),
  ];
}

function possibleSupports(names: readonly string[]): string {
  return names.length > NAMED
    ? `${names.length} supports may be added, depending on open answers.`
    : `Perhaps: ${names.join('; ')}.`;
}

function aftercareItems({ aftercare }: Summary): readonly Item[] {
  if (aftercare === null) return [];
  const last = aftercare.lines.length - 1;
  return aftercare.lines.map((text, index) => bullet(text, index === last ? citationNames(aftercare.cites) : []));
}

function followUpItems({ followUp, consent }: Summary): readonly Item[] {
  const date = followUp?.date == null ? [] : [line(`Call again on ${followUp.date}.`, 'strong')];
  const callback = followUp?.callback == null ? [] : [line(`Call-back number: ${followUp.callback}`, 'strong')];
  const notes = followUp?.notes ?? [];
  return [...date, ...callback, ...notes.map((text) => line(text)), ...(consent === null ? [] : [line(consent)])];
}

function handOffItems({ handOffs }: Summary): readonly Item[] {
  return (handOffs?.handOffs ?? []).map(({ says, more: rest }) => bullet(says, rest));
}

function noteItems({ notes }: Summary): readonly Item[] {
  return notes.map(({ about, text }) => bullet(text, about === null ? [] : [`to “${about}”`]));
}

const CALL_STATES = {
  open: 'not ended',
  stopped: 'stopped as an emergency',
  ended: 'ended without a level',
  done: 'finished',
} as const satisfies Record<CallBlock['state'], string>;

function callItems({ call, emergency }: Summary): readonly Item[] {
  if (call === null) return [];
  const { id, from, until, minutes, state, log, setAside, askAgain, toldBefore, unusedOverride } = call;
  // In an emergency the log stands below the steps.
  const done = emergency !== null ? [] : log.map(({ clock, done: what }) => bullet(`${clock} ${what}`));
  return [
    line(`From ${from} to ${until}, ${counted(minutes, 'minute')} on the line; ${CALL_STATES[state]}.`),
    ...(done.length === 0 ? [] : [line('On the emergency panel:'), ...done]),
    ...toldBefore.map((text) => line(text)),
    ...questionsItem('Asked afresh, earlier answers not used', askAgain),
    ...questionsItem('Not used, because they no longer apply', setAside),
    ...(unusedOverride === null ? [] : [line(unusedOverride)]),
    line(`Call ${id}`, 'faint'),
  ];
}

function questionsItem(what: string, questions: readonly AskedQuestion[]): readonly Item[] {
  return questions.length === 0 ? [] : [line(`${what}: ${questions.map(({ says }) => `“${says}”`).join(' ')}`)];
}

/** The points that matter most, as they are ordered; of somebody of whom little is known every point may matter. */
function disagreementItems({ disagreements, level }: Summary): readonly Item[] {
  const named = level.kind === 'too-early' ? [] : disagreements.slice(0, NAMED_TOGETHER);
  const others = disagreements.length - named.length;
  const points =
    named.length === 0 ? `${counted(others, 'point')} may matter, depending on open answers` : `${others} more`;
  return [
    ...named.map(({ says, certainty, for: pro, against }) =>
      bullet(certainty === 'certain' ? says : `Perhaps: ${says}`, citationNames([...pro, ...against])),
    ),
    ...(others === 0 ? [] : [line(`${points}: --format json shows them`, 'faint')]),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function countOf(count: number): readonly Item[] {
  return count > 0 ? [line(`and ${count} more`, 'faint')] : [];
}
