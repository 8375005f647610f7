/** An explanation as an outline: the one order and wording that text and Markdown share. */

import type { ChangedBlock, Explanation, LevelReasonBlock, NearMissBlock, RuleBlock } from '../analysis/explanation.ts';
import type { Named } from '../referral/summary.ts';
import { answerBullets, reasonedItems, ruleItem, ruleItems, rulesOf } from './explain-rules.ts';
import { numberAndName, uncapitalized } from './offer-items.ts';
import { bullet, type Item, line, more, type Outline, type Section } from './outline.ts';
import { emergencySection, levelItems } from './summary-card.ts';

/** More than this of one kind is counted: nobody reads on. */
const NAMED = 5;

/** Puts an explanation into reading order. */
export function explanationOutline(explanation: Explanation): Outline {
  const said = new Set<string>();
  const { emergency, policy, date, notices } = explanation;
  const sections = [
    ...(emergency === null ? [] : [emergencySection(emergency, { ...explanation, callBack: null, call: null })]),
    ...[endingSection(explanation)],
    section('Level', 'Level of care', 'card', levelItems(explanation)),
    section('Why', 'Why this level', 'details', whyItems(explanation, said)),
    section('First', 'First steps', 'details', stepItems(explanation, said)),
    section('Supports', 'Supports', 'details', supportItems(explanation, said)),
    section('Only possible', 'Only possible', 'details', possibleItems(explanation, said)),
    section('Still open', 'Still open', 'details', openItems(explanation)),
    section('To reach', 'What would reach the level asked for', 'details', aimItems(explanation)),
    section(
      'Why not',
      'Why not another level',
      'details',
      alike(explanation.levels).flatMap((levels) => whyNotItems(levels, explanation)),
    ),
    section('One away', 'One answer away', 'details', nearMissItems(explanation)),
  ];
  return {
    title: 'Explanation',
    about: `${policy.title} ${policy.version} · ${date}`,
    sections: sections.filter(({ items }) => items.length > 0),
    notices,
  };
}

function section(label: string, title: string, place: Section['place'], items: readonly Item[]): Section {
  return { label, title, place, alarm: false, items };
}

function endingSection({ ending, endingByAnswers, emergency }: Explanation): Section {
  const endings = [ending, endingByAnswers].flatMap((one) => one ?? []);
  const items = endings.flatMap(({ title, says, lines }) => [
    line(title, 'strong'),
    ...(emergency === null ? [line(`“${says}”`), ...lines.map((one) => more(numberAndName(one), 'strong'))] : []),
  ]);
  return section('This call', 'This call', 'card', items);
}

function whyItems(explanation: Explanation, said: Set<string>): readonly Item[] {
  const { why, level } = explanation;
  const rules = rulesOf(explanation, why.rules);
  const room = level.kind === 'too-early' ? 0 : NAMED;
  const few = why.kind === 'one-of' ? rules.slice(0, room) : rules;
  for (const { rule } of few) said.add(rule);
  const isAtLeast = level.id !== null && isNews(why, few);
  return [
    ...(why.says === null ? [] : [line(why.says)]),
    ...few.flatMap(ruleItems),
    ...countOf(rules.length - few.length),
    ...(isAtLeast
      ? [line('Whatever else is answered, these answers alone ask for no less:'), ...answerBullets(why.answers)]
      : []),
    ...(OTHER_WAYS.includes(why.kind) ? answerBullets(why.answers) : []),
  ];
}

/** The results to which no rule leads. */
const OTHER_WAYS: readonly Explanation['why']['kind'][] = ['ended', 'stopped'];

/** Whether other answers carry the level than those of a rule that was named. */
function isNews(why: Explanation['why'], rules: readonly RuleBlock[]): boolean {
  if (why.answers.length === 0 || OTHER_WAYS.includes(why.kind)) return false;
  const questions = (answers: RuleBlock['answers']): string => answers.map(({ question }) => question).join();
  return !rules.some(({ answers }) => questions(answers) === questions(why.answers));
}

function stepItems(explanation: Explanation, said: Set<string>): readonly Item[] {
  const certain = explanation.firstSteps.filter(({ certainty }) => certainty === 'certain');
  return certain.flatMap(({ name, rules }) => reasonedItems(name, rulesOf(explanation, rules), said));
}

function supportItems(explanation: Explanation, said: Set<string>): readonly Item[] {
  const certain = explanation.supports.filter(({ certainty }) => certainty === 'certain');
  return certain.flatMap(({ name, rules }) => reasonedItems(name, rulesOf(explanation, rules), said));
}

/** What may still be asked for: steps, supports, and rules that would raise the level. */
function possibleItems(explanation: Explanation, said: Set<string>): readonly Item[] {
  if (explanation.emergency !== null) return []; // nothing waits for them now
  const named = [...explanation.firstSteps, ...explanation.supports].filter(
    ({ certainty }) => certainty === 'possible',
  );
  const higher = explanation.levels.filter(({ standing }) => standing === 'possible').slice(1);
  const ids = new Set([...named.flatMap(({ rules }) => rules), ...higher.flatMap(({ giving }) => giving)]);
  const rules = explanation.rules.filter(
    ({ rule, certainty }) => certainty === 'possible' && ids.has(rule) && !said.has(rule),
  );
  const few = rules.slice(0, NAMED);
  return [
    ...(named.length === 0 ? [] : [line(`Perhaps: ${named.map(({ name }) => name).join('; ')}.`)]),
    ...few.flatMap(ruleItems),
    ...countOf(rules.length - few.length),
  ];
}

function openItems({ open, safety, emergency }: Explanation): readonly Item[] {
  if (emergency !== null) return [];
  const asked = open?.ask.slice(0, NAMED) ?? [];
  return [
    ...(safety === null ? [] : [line(safety.says, safety.urgent ? 'caution' : 'plain')]),
    ...(open?.says ?? []).map((text) => line(text)),
    ...(asked.length === 0 ? [] : [line(`Best next, of ${open?.results ?? 0} results left:`)]),
    ...asked.map(({ says, expected, worst }) =>
      bullet(`“${says}”`, [`leaves ${inTenths(expected)} on average, ${worst} at worst`]),
    ),
    ...countOf((open?.ask.length ?? 0) - asked.length),
  ];
}

function inTenths(number: number): string {
  return number.toFixed(1).replace(/\.0$/, '');
}

function aimItems({ to }: Explanation): readonly Item[] {
  if (to === null) return [];
  return [line(to.name, 'strong'), line(to.says), ...to.changes.map(changedItem)];
}

function changedItem(change: ChangedBlock): Item {
  return bullet(change.says, [
    change.changeable ? 'circumstances' : 'not only circumstances',
    ...(change.levels.length > 1 ? [`then possible: ${names(change.levels)}`] : []),
  ]);
}

/** Neighbouring levels of which the same is to be said stand together. */
function alike(levels: readonly LevelReasonBlock[]): readonly (readonly LevelReasonBlock[])[] {
  const groups: LevelReasonBlock[][] = [];
  for (const one of levels) {
    const last = groups.at(-1);
    if (last !== undefined && saysOf(last[0]) === saysOf(one)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function saysOf(one: LevelReasonBlock | undefined): string {
  return JSON.stringify([one?.says, one?.against, one?.nearest?.says]);
}

function whyNotItems(levels: readonly LevelReasonBlock[], explanation: Explanation): readonly Item[] {
  const [one] = levels;
  if (one === undefined || one.standing === 'result' || one.standing === 'no-level') return [];
  const against = one.standing === 'ruled-out' ? rulesOf(explanation, one.against) : [];
  const few = against.slice(0, NAMED);
  return [
    line(levels.map(({ name }) => name).join('; '), 'strong'),
    line(one.says),
    ...few.map(ruleItem),
    ...countOf(against.length - few.length),
    ...nearestItems(one),
  ];
}

/** The nearest change, with the sentences of the rules that would hold then. */
function nearestItems({ nearest, giving }: LevelReasonBlock): readonly Item[] {
  if (nearest === null) return [];
  const sentences = giving.filter(({ rule }) => nearest.by.includes(rule)).map(({ because }) => because);
  return [bullet(nearest.says), ...sentences.slice(0, 1).map((text) => more(`then: ${text}`))];
}

function nearMissItems({ nearMisses }: Explanation): readonly Item[] {
  const groups = new Map<string, NearMissBlock[]>();
  for (const one of nearMisses) {
    const name = names(one.levels);
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups].flatMap(([name, misses]) => [
    line(name, 'strong'),
    ...misses.slice(0, NAMED).map(nearMissItem),
    ...countOf(misses.length - NAMED),
  ]);
}

function nearMissItem({ says, now, then, newlyAsked }: NearMissBlock): Item {
  const further = newlyAsked.length === 0 ? [] : [`${newlyAsked.length} more to ask then`];
  return bullet(`“${says}” ${inShort(then)} (now: ${now})`, further);
}

/** Answers any of which would do; what would only be added to a list is said to be so once. */
function inShort(answers: readonly string[]): string {
  const few = answers.slice(0, NAMED);
  const isAdded = few.length > 1 && few.every((text) => text.startsWith(ADDED));
  const words = isAdded ? few.map((text) => text.slice(ADDED.length)) : few;
  const others = answers.length - few.length;
  return `${isAdded ? ADDED : ''}${words.join(' or ')}${others === 0 ? '' : ` or ${others} others`}`;
}

const ADDED = 'also ';

/** Two levels by their names, more of them as a span. */
function names(levels: readonly Named<string>[]): string {
  const all = levels.map(({ name }) => name);
  return all.length > 2 ? `${all[0]} up to ${uncapitalized(all.at(-1) ?? '')}` : all.join(' or ');
}

function countOf(count: number): readonly Item[] {
  return count > 0 ? [line(`and ${count} more, which --format json names`, 'faint')] : [];
}
