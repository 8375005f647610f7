/** What a summary says below its first screen. */

import type { Offer, ProgramCard, Reason, Summary } from '../referral/summary.ts';
import { bullet, type Item, line, more, type Section, step } from './outline.ts';
import { lineInShort, programInShort } from './summary-card.ts';

/** More safety questions and reasons than this are counted. */
const NAMED = 4;

/** Everything below the card, in the order in which a counselor needs it. */
export function detailSections(summary: Summary): readonly Section[] {
  return [
    details('Panel', 'What to do in an emergency', panelItems(summary)),
    details('Until then', 'Until the first step is done', meanwhileItems(summary)),
    details('Why', 'Why', whyItems(summary)),
    details('Open', 'Still open', openItems(summary)),
    details('Safety', 'Safety questions without an answer', safetyItems(summary)),
    details('Programs', 'Programs', summary.referral === null ? [] : offerItems(summary.referral)),
    details('Fallback', 'Fallback', fallbackItems(summary)),
    details('The week', 'What the week looks like', weekItems(summary)),
    details('Barriers', 'Barriers', summary.barriers.flatMap(({ says, answer }) => [bullet(says), more(answer, 'plain')])),
    details('Would change', 'What would change it', summary.changes.map(({ says }) => bullet(says))),
    details('Supports', 'Supports', supportItems(summary)),
    details('Aftercare', 'Aftercare', aftercareItems(summary)),
    details('Follow-up', 'Follow-up', followUpItems(summary)),
    details('Sources', 'Where the sources differ', disagreementItems(summary)),
  ].filter(({ items }) => items.length > 0);
}

function details(label: string, title: string, items: readonly Item[]): Section {
  return { label, title, place: 'details', alarm: false, items };
}

function panelItems({ emergency }: Summary): readonly Item[] {
  if (emergency === null) return [];
  return [...emergency.steps.map((text) => step(text)), ...emergency.notices.map((text) => line(text, 'faint'))];
}

function meanwhileItems({ firstSteps }: Summary): readonly Item[] {
  return firstSteps.flatMap(({ certainty, meanwhile }) => (certainty === 'certain' && meanwhile !== null ? [bullet(meanwhile)] : []));
}

function whyItems({ why, firstSteps }: Summary): readonly Item[] {
  const said = new Set(why.reasons.map(({ rule }) => rule));
  const forSteps = firstSteps.flatMap(({ reasons }) => reasons).filter(({ rule }) => !said.has(rule) && said.add(rule));
  return [...(why.says === null ? [] : [line(why.says)]), ...[...why.reasons, ...forSteps].flatMap(reasonItems)];
}

function reasonItems({ because, cites, note }: Reason): readonly Item[] {
  return [bullet(because, cites.map(({ name }) => name)), ...(note === null ? [] : [more(note)])];
}

function openItems({ open }: Summary): readonly Item[] {
  if (open === null) return [];
  const next = open.next === null ? [] : [line(`Ask next: “${open.next.says}”`, 'strong')];
  const further = open.further === 0 ? [] : [line(`${open.further} more could still matter.`, 'faint')];
  return [...open.says.map((text) => line(text)), ...next, ...further];
}

const WHY_UNKNOWN = { unsure: 'unsure', declined: 'declined', 'not-asked': 'not asked yet' } as const;

function safetyItems({ safety }: Summary): readonly Item[] {
  if (safety === null) return [];
  const named = safety.questions.slice(0, NAMED).map(({ says, because }) => bullet(`“${says}”`, [WHY_UNKNOWN[because]]));
  return [...named, ...countOf(safety.questions.length - named.length)];
}

function offerItems(offer: Offer): readonly Item[] {
  const { primary, alternatives, more: others, ruledOut, says, lines, locator } = offer;
  return [
    ...says.map((text) => line(text)),
    ...(primary === null ? [] : primaryItems(primary)),
    ...alternatives.flatMap((card) => alternativeItems(card, primary)),
    ...(others === 0 ? [] : [line(`${others} more in the directory.`, 'faint')]),
    ...ruledOut.map(({ name, because }) => line(`Ruled out: ${name} (${because.join('; ')})`, 'faint')),
    ...lines.flatMap((one) => [line(lineInShort(one), 'strong'), more(one.for)]),
    ...(locator === null ? [] : [line(`More places: ${locator.name}, ${locator.address}`)]),
  ];
}

function primaryItems(card: ProgramCard): readonly Item[] {
  const { fits, ask, lowers, week, notStated } = card;
  return [
    ...programInShort(card),
    ...(fits.length === 0 ? [] : [more(`Speaks for it: ${fits.join('; ')}.`, 'plain')]),
    ...(week === null ? [] : [more(`Its own hours: ${week}.`, 'plain')]),
    ...ask.map((text) => bullet(`Ask ${text}.`)),
    ...lowers.map((text) => bullet(`Note: ${text}.`)),
    ...(notStated.length === 0 ? [] : [more(`Its page leaves open: ${notStated.join('; ')}.`)]),
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

function fallbackItems({ fallback, firstSteps }: Summary): readonly Item[] {
  const { title, offer, now, waiting } = fallback;
  if (offer === null || title === null) return [];
  const alreadySaid = new Set(firstSteps.map(({ meanwhile }) => meanwhile));
  return [
    line(title, 'heading'),
    ...offerItems(offer),
    ...(now.length === 0 ? [] : [line('Now', 'heading'), ...now.map((text) => bullet(text))]),
    line('While waiting', 'heading'),
    ...waiting.filter((text) => !alreadySaid.has(text)).map((text) => bullet(text)),
  ];
}

function weekItems({ week }: Summary): readonly Item[] {
  if (week === null) return [];
  const facts = [week.hours, week.days, week.length].filter((part) => part !== null);
  const therapies = week.therapies.length === 0 ? [] : [line(`${capital(week.therapies.join(', '))}.`)];
  return [
    line(week.title, 'heading', week.cites.map(({ name }) => name)),
    ...facts.map((text) => line(`${capital(text)}.`)),
    ...therapies,
    ...week.week.map((text) => bullet(text)),
  ];
}

function supportItems({ supports }: Summary): readonly Item[] {
  const certain = supports.filter(({ certainty }) => certainty === 'certain');
  const possible = supports.filter(({ certainty }) => certainty === 'possible').map(({ name }) => name);
  return [
    ...certain.map(({ name, sentence }) => bullet(`${name}: ${sentence}`)),
    ...(possible.length === 0 ? [] : [line(`Perhaps: ${possible.join(', ')}.`, 'faint')]),
  ];
}

function aftercareItems({ aftercare }: Summary): readonly Item[] {
  if (aftercare === null) return [];
  const names = aftercare.cites.map(({ name }) => name);
  return aftercare.lines.map((text, index) => bullet(text, index === aftercare.lines.length - 1 ? names : []));
}

function followUpItems({ followUp, consent }: Summary): readonly Item[] {
  const date = followUp?.date == null ? [] : [line(`Call again on ${followUp.date}.`, 'strong')];
  const callback = followUp?.callback == null ? [] : [line(`Call-back number: ${followUp.callback}`, 'strong')];
  const notes = followUp?.notes ?? [];
  return [...date, ...callback, ...notes.map((text) => line(text)), ...(consent === null ? [] : [line(consent)])];
}

function disagreementItems({ disagreements }: Summary): readonly Item[] {
  const certain = disagreements.filter(({ certainty }) => certainty === 'certain');
  const possible = disagreements.length - certain.length;
  const points = possible === 1 ? 'One more point' : `${possible} points`;
  return [
    ...certain.map(({ says, for: pro, against }) => bullet(says, [...pro, ...against].map(({ name }) => name))),
    ...(possible === 0 ? [] : [line(`${points} on which the sources differ may matter, depending on open answers.`, 'faint')]),
  ];
}

function countOf(count: number): readonly Item[] {
  return count > 0 ? [line(`and ${count} more`, 'faint')] : [];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
