/** The lines on what a caller does not get: other levels, what would reach one, and how near they are. */

import type { ChangedBlock, Explanation, LevelReasonBlock, NearMissBlock } from '../analysis/explanation.ts';
import type { Named } from '../referral/summary.ts';
import { ruleItem, rulesOf } from './explain-rules.ts';
import { uncapitalized } from './offer-items.ts';
import { bullet, type Item, line, more } from './outline.ts';

/** More than this of one kind is counted: nobody reads on. */
export const NAMED = 5;

/** The changes that reach the level asked for. */
export function aimItems({ to }: Explanation): readonly Item[] {
  if (to === null) return [];
  return [line(to.name, 'strong'), line(to.says), ...to.changes.map(changedItem)];
}

function changedItem(change: ChangedBlock): Item {
  return bullet(change.says, [
    change.changeable ? 'circumstances' : 'not only circumstances',
    ...(change.levels.length > 1 ? [`then possible: ${names(change.levels)}`] : []),
  ]);
}

/** What stands against each other level, and what would reach it. */
export function whyNotItems(explanation: Explanation): readonly Item[] {
  return alike(explanation.levels).flatMap((levels) => levelsItems(levels, explanation));
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

function levelsItems(levels: readonly LevelReasonBlock[], explanation: Explanation): readonly Item[] {
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
  const then = nearest.certainty === 'certain' ? 'then' : 'then perhaps';
  return [bullet(nearest.says), ...sentences.slice(0, 1).map((text) => more(`${then}: ${text}`))];
}

/** The single answers on which the level hangs, by the levels that others would make possible. */
export function nearMissItems({ nearMisses }: Explanation): readonly Item[] {
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

function nearMissItem({ says, now, then, newlyAsked, askAgain }: NearMissBlock): Item {
  const further = [
    ...(askAgain ? ['only if it was recorded wrongly: ask again'] : []),
    ...(newlyAsked.length === 0 ? [] : [`${newlyAsked.length} more to ask then`]),
  ];
  return bullet(`“${says}” ${inShort(then)} (now: ${now})`, further);
}

/** Answers any of which would do; what would only be added to a list is said to be so once. */
function inShort(answers: readonly string[]): string {
  const few = answers.slice(0, NAMED);
  const isAdded = few.length > 1 && few.every((text) => text.startsWith(ADDED));
  const words = isAdded ? few.map((text) => text.slice(ADDED.length)) : few;
  const others = answers.length - few.length;
  return `${isAdded ? ADDED : ''}${words.join(' or ')}${others === 0 ? '' : ` or ${others === 1 ? 'one other' : `${others} others`}`}`;
}

const ADDED = 'also ';

/** Two levels by their names, more of them as a span. */
function names(levels: readonly Named<string>[]): string {
  const all = levels.map(({ name }) => name);
  return all.length > 2 ? `${all[0]} up to ${uncapitalized(all.at(-1) ?? '')}` : all.join(' or ');
}

/** How many are not named here. */
export function countOf(count: number): readonly Item[] {
  return count > 0 ? [line(`and ${count} more, which --format json names`, 'faint')] : [];
}
