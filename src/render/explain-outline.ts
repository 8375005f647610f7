/** An explanation as an outline: the one order and wording that text and Markdown share. */

import type { Explanation, RuleBlock } from '../analysis/explanation.ts';
import { aimItems, countOf, NAMED, nearMissItems, whyNotItems } from './explain-others.ts';
import { answerBullets, reasonedItems, ruleItems, rulesOf } from './explain-rules.ts';
import { numberAndName } from './offer-items.ts';
import { bullet, type Item, line, more, type Outline, type Section } from './outline.ts';
import { emergencySection, levelItems } from './summary-card.ts';

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
    section('Why not', 'Why not another level', 'details', whyNotItems(explanation)),
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
    ...(few.length === 0 ? [] : countOf(rules.length - few.length)),
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
  const ids = new Set<string>([
    ...named.flatMap(({ rules }) => rules),
    ...higher.flatMap(({ giving }) => giving.map(({ rule }) => rule)),
  ]);
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
