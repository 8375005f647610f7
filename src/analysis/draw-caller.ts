/** A caller drawn from marginals: nobody's answers. */

import type { FactValue } from '../conditions/model.ts';
import { stepsFrom } from '../conditions/number-test.ts';
import type { Answers, Question, Questionnaire } from '../questionnaire/model.ts';
import { type Marginals, type Shares, WHOLE } from './marginals.ts';
import type { Random } from './random.ts';

/**
 * Draws an answer to every question whose answers are parts of a whole, each apart from the others, be it that the question applies or
 * not: only those that are asked are heard. Text, dates and phone numbers are not made up; they stay unanswered.
 */
export function drawCaller(questionnaire: Questionnaire, marginals: Marginals, random: Random): Answers {
  const values = new Map<string, FactValue>();
  for (const question of questionnaire.questions) {
    const shares = marginals.questions.get(question.id)?.shares;
    const value =
      shares === undefined ? otherwise(question, marginals.others, random) : drawn(question, shares, random);
    if (value !== undefined) values.set(question.id, value);
  }
  return { questionnaire: questionnaire.id, values, unknown: new Map(), unknownOptions: new Map() };
}

function drawn({ kind }: Question, shares: Shares, random: Random): FactValue | undefined {
  if (shares.kind === 'options')
    return [...shares.parts].filter(([, parts]) => random(WHOLE) < parts).map(([id]) => id);
  if (shares.kind === 'values') return pick([...shares.parts], ([, parts]) => parts, random)?.[0];
  const range = pick(shares.ranges, ({ parts }) => parts, random);
  if (range === undefined || kind.kind !== 'number') return undefined;
  const count = Math.round((range.to - range.from) / kind.step) + 1;
  return stepsFrom(range.from, random(count), kind);
}

/** What the marginals take of a question that they do not name. */
function otherwise(question: Question, others: Marginals['others'], random: Random): FactValue | undefined {
  const { kind, baseline } = question;
  if (others === 'baseline') return baseline;
  if (kind.kind === 'values') return kind.values[random(kind.values.length)];
  if (kind.kind === 'options') return kind.options.filter(() => random(2) === 1);
  if (kind.kind !== 'number') return undefined;
  return stepsFrom(kind.min, random(Math.round((kind.max - kind.min) / kind.step) + 1), kind);
}

/** One of several, as often as its parts of the whole. */
function pick<T>(all: readonly T[], partsOf: (one: T) => number, random: Random): T | undefined {
  let left = random(WHOLE);
  return all.find((one) => {
    left -= partsOf(one);
    return left < 0;
  });
}
