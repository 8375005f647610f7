/** Rules and the answers behind them, as lines. */

import type { AnswerBlock, Explanation, FactBlock, RuleBlock } from '../analysis/explanation.ts';
import type { AskedQuestion } from '../referral/summary.ts';
import { citationNames } from './citations.ts';
import { bullet, type Item, line, more } from './outline.ts';

/** More open questions than this are counted. */
const NAMED = 3;

/** Looks rules up by their ids. */
export function rulesOf(explanation: Explanation, ids: readonly string[]): readonly RuleBlock[] {
  return explanation.rules.filter(({ rule }) => ids.includes(rule));
}

/** A rule in full: its sentence, its sources, the facts and answers by which it holds, or what it waits for. */
export function ruleItems(block: RuleBlock): readonly Item[] {
  return [ruleItem(block), ...becauseItems(block), ...waitingItems(block)];
}

/** A rule's sentence with its sources. */
export function ruleItem({ because, cites, note }: RuleBlock): Item {
  return bullet(because, [...citationNames(cites), ...(note === null ? [] : [note])]);
}

/** The facts through which a rule holds; the answers beside them where they are not behind a fact. */
function becauseItems({ facts, answers }: RuleBlock): readonly Item[] {
  const behindFacts = new Set(facts.flatMap((fact) => fact.answers.map(({ question }) => question)));
  const others = answers.filter(({ question }) => !behindFacts.has(question));
  return [...facts.flatMap(factItems), ...answerItems(others)];
}

function factItems({ title, says, answers }: FactBlock): readonly Item[] {
  const isOrdinary = answers.length > 0 && !answers.some(({ remarkable }) => remarkable);
  if (isOrdinary) return [more(`${title}: ${says} (${ordinaryAnswers(answers.length, 0)})`, 'plain')];
  return [more(`${title}: ${says}`, 'plain'), ...answerItems(answers)];
}

/** Answers, those that are out of the ordinary in full; the others only keep something graver out, and are counted. */
function answerItems(answers: readonly AnswerBlock[]): readonly Item[] {
  return answerLines(answers).map((text) => more(`– ${text}`));
}

/** The same as a list of its own. */
export function answerBullets(answers: readonly AnswerBlock[]): readonly Item[] {
  return answerLines(answers).map((text) => bullet(text));
}

function answerLines(answers: readonly AnswerBlock[]): readonly string[] {
  const remarkable = answers.filter((one) => one.remarkable);
  const ordinary = answers.length - remarkable.length;
  return [
    ...remarkable.map(({ says, answer }) => `“${says}” ${answer}`),
    ...(ordinary === 0 ? [] : [ordinaryAnswers(ordinary, remarkable.length)]),
  ];
}

function ordinaryAnswers(count: number, besides: number): string {
  const beside = besides === 0 ? '' : 'and ';
  return count === 1
    ? `${beside}an ordinary answer to one ${besides === 0 ? '' : 'more '}question`
    : `${beside}ordinary answers to ${count} ${besides === 0 ? '' : 'more '}questions`;
}

function waitingItems({ waitsFor }: RuleBlock): readonly Item[] {
  return waitsFor.length === 0 ? [] : [more(`waits for ${questionNames(waitsFor)}`)];
}

/** Questions by what they ask; beyond a few they are counted. */
export function questionNames(questions: readonly AskedQuestion[]): string {
  const named = questions.slice(0, NAMED).map(({ says }) => `“${says}”`);
  const others = questions.length - named.length;
  return `${named.join(' ')}${others === 0 ? '' : ` and ${others} more`}`;
}

/** A heading that names something, with all the rules behind it. */
export function reasonedItems(name: string, rules: readonly RuleBlock[], said: Set<string>): readonly Item[] {
  return [
    line(name, 'strong'),
    ...(rules.length === 0 ? [line('with the way in which the call ends')] : []),
    ...rules.flatMap((block) => {
      if (said.has(block.rule)) return [bullet(block.because)];
      said.add(block.rule);
      return ruleItems(block);
    }),
  ];
}
