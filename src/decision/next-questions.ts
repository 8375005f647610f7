/** What to ask next: the questions on which the result still depends, the most telling first. */

import type { Node } from '../diagram/forest.ts';
import { reachable, reachableByValue, type TerminalSet, terminalsIn, UNKNOWN } from '../diagram/walk.ts';
import { FIRST_STEPS } from '../policy/care-lists.ts';
import type { KnownCaller } from './known-caller.ts';
import type { NextQuestion } from './model.ts';

/**
 * Every unanswered question on which the level, the disposition or a first step still depends, by the mean number of results
 * left over its answers, then by the largest, then by the script. The answers of a yes-no, choice or banded number question
 * are its values; of a `choices` question each open option named on its own, and none of the open ones.
 */
export function nextQuestions(caller: KnownCaller): readonly NextQuestion[] {
  const { compiled, forest } = caller;
  const outcome = caller.left(compiled.outcome);
  const byValue = reachableByValue(forest, outcome);
  const places = new Map(compiled.callers.questionnaire.questions.map((question) => [question.id, question.index]));
  return caller
    .waitsFor(compiled.outcome, ...FIRST_STEPS.map((id) => compiled.firstSteps[id]))
    .map((question) => rate(question, resultsByAnswer(caller, { question, outcome, byValue })))
    .sort(
      (left, right) =>
        left.expected - right.expected ||
        left.worst - right.worst ||
        (places.get(left.question) ?? 0) - (places.get(right.question) ?? 0),
    );
}

function rate(question: string, results: readonly TerminalSet[]): NextQuestion {
  const counts = results.map((set) => terminalsIn(set).length);
  const sum = counts.reduce((total, count) => total + count, 0);
  return { question, expected: sum / counts.length, worst: Math.max(...counts) };
}

interface Asked {
  readonly question: string;
  readonly outcome: Node;
  readonly byValue: readonly (readonly TerminalSet[])[];
}

/** What remains possible after each answer to the question. */
function resultsByAnswer({ compiled, forest, known }: KnownCaller, asked: Asked): readonly TerminalSet[] {
  const { encoding } = compiled.callers;
  const open = (encoding.ofQuestion.get(asked.question) ?? []).filter((variable) => known[variable] === UNKNOWN);
  const [first] = open;
  if (first === undefined) return [];
  if (encoding.variables[first]?.kind !== 'option') return asked.byValue[first] ?? [];
  const none = known.map((value, variable) => (open.includes(variable) ? 0 : value));
  return [...open.map((variable) => asked.byValue[variable]?.[1] ?? 0), reachable(forest, asked.outcome, none)];
}
