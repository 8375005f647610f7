/** Properties that hold whatever a policy says, so that they protect nobody. */

import type { Callers } from '../callers/callers.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { FALSE } from '../diagram/forest.ts';
import { LEVELS } from '../policy/care-lists.ts';
import type { Question } from '../questionnaire/model.ts';
import type { ResultTest, Statement } from './model.ts';
import { meant } from './prove-implication.ts';

/**
 * Why a statement can never be broken under a policy, as a clause; undefined where it can. Vacuous are: an implication or a
 * comparison of which no caller is meant; an implication whose test every result passes (with `never`, none); a policy compared
 * with itself; pairs of answers where no question named has two that could be compared; `asked_before` that names no question.
 */
export function vacuity(statement: Statement, compiled: CompiledPolicy): string | undefined {
  const { callers, policy } = compiled;
  switch (statement.kind) {
    case 'implies':
    case 'never':
      if (meant(statement, compiled) === FALSE) return 'no caller meets its condition';
      return idleTest(statement, callers);
    case 'equivalent-to':
    case 'at-least-as-protective-as':
      if (statement.policy === policy.id) return 'the policy is compared with itself';
      return callers.region(statement.when) === FALSE ? 'no caller meets its condition' : undefined;
    case 'monotone':
    case 'unaffected-by': {
      const isComparable = statement.kind === 'monotone' ? hasWorseAnswer : hasOtherAnswer;
      const named = callers.questionnaire.questions.filter(({ id }) => statement.questions.includes(id));
      return named.some(isComparable) ? undefined : 'no question that it names has two answers to compare';
    }
    case 'asked-before':
      return statement.questions.length === 0 ? 'it names no question' : undefined;
    case 'every-effect-counts':
    case 'total':
    case 'unknown-removes-nothing':
      return undefined;
    default:
      return statement satisfies never;
  }
}

/** A place that a result can have: a level, `silent`, or a disposition. */
type Place = { readonly rank: number } | 'silent' | { readonly disposition: string };

function idleTest(
  { kind, result, scoredOnly }: Extract<Statement, { readonly kind: 'implies' | 'never' }>,
  { questionnaire }: Callers,
): string | undefined {
  const ended = questionnaire.dispositions.map(({ id }): Place => ({ disposition: id }));
  const all: readonly Place[] = [...LEVELS.map((_, rank): Place => ({ rank })), 'silent', ...(scoredOnly ? [] : ended)];
  if (kind === 'never')
    return all.some((place) => passesAt(place, result)) ? undefined : 'no result could pass its test';
  const asksMore = [result.firstAny, result.supportsAny, result.supportsAll, result.actionsAll];
  if (result.actionAny || asksMore.some((one) => one !== undefined)) return undefined;
  return all.every((place) => passesAt(place, result)) ? 'every result passes its test' : undefined;
}

/** Whether the place of a result passes what a test says of level, silence and disposition, and may pass what it says of actions. */
function passesAt(place: Place, test: ResultTest): boolean {
  const { levelAtLeast, levelAtMost, levelIn, dispositionIn, silent } = test;
  // A rule that says what to do at once is one of an emergency, and nothing stands above that.
  const asksActions = test.actionAny || test.actionsAll !== undefined;
  const rank = typeof place === 'object' && 'rank' in place ? place.rank : undefined;
  const disposition = typeof place === 'object' && 'disposition' in place ? place.disposition : undefined;
  const isAtMost = (most: number): boolean => place === 'silent' || (rank !== undefined && rank <= most);
  return (
    (levelAtLeast === undefined || (rank !== undefined && rank >= LEVELS.indexOf(levelAtLeast))) &&
    (levelAtMost === undefined || isAtMost(LEVELS.indexOf(levelAtMost))) &&
    (levelIn === undefined || levelIn.some((level) => LEVELS.indexOf(level) === rank)) &&
    (dispositionIn === undefined || (disposition !== undefined && dispositionIn.includes(disposition))) &&
    (!silent || place === 'silent') &&
    (!asksActions || rank === LEVELS.indexOf('emergency'))
  );
}

/** Whether one answer to a question is worse than another. */
function hasWorseAnswer({ order, ...question }: Question): boolean {
  if (order.kind === 'ranks') return new Set(order.ranks.values()).size > 1;
  return (order.kind === 'more' || order.kind === 'less') && hasOtherAnswer(question);
}

/** Whether a condition could tell two answers to a question apart. */
function hasOtherAnswer({ kind }: Pick<Question, 'kind'>): boolean {
  switch (kind.kind) {
    case 'values':
      return kind.values.length > 1;
    case 'options':
      return kind.options.length > 0;
    case 'number':
      return kind.max > kind.min;
    case 'unreadable':
      return false;
    default:
      return kind satisfies never;
  }
}
