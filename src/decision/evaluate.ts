/** What a policy says of one complete caller: two-valued, slow, obvious. The diagrams must agree with this. */

import { holds, type ReadFact } from '../conditions/evaluate.ts';
import {
  type Action,
  type FirstStep,
  INCLUDED_IN,
  LEVELS,
  type Level,
  SUPPORTS,
  type Support,
} from '../policy/care-lists.ts';
import type { Policy, Rule } from '../policy/model.ts';
import type { Questionnaire } from '../questionnaire/model.ts';

/** One level or one disposition. */
export type Result =
  | { readonly kind: 'level'; readonly level: Level; readonly silent: boolean }
  | { readonly kind: 'disposition'; readonly disposition: string };

export interface Verdict {
  readonly result: Result;
  /** The level if the caller were scored in spite of a disposition. */
  readonly levelIfScored: Level;
  readonly firstSteps: ReadonlySet<FirstStep>;
  readonly supports: ReadonlySet<Support>;
  readonly actions: ReadonlySet<Action>;
  /** Ids of the rules that hold. */
  readonly rules: ReadonlySet<string>;
}

/**
 * The verdict on a complete caller, read through `read`. The level is the highest floor among the rules that hold, or
 * what the policy says otherwise; an emergency stands before any disposition, a disposition before any other level, and
 * the first of several dispositions names the call. A disposition adds its own supports. One that shows the level as open
 * (somebody calls about another) keeps the first steps, supports and actions of the answers; any other has none of them.
 */
export function evaluate(questionnaire: Questionnaire, policy: Policy, read: ReadFact): Verdict {
  const held = policy.rules.filter((rule) => holds(rule.when, read));
  const floors = held.flatMap((rule) => rule.atLeast ?? []);
  const level = floors.length > 0 ? highest(floors) : policy.otherwise.level;
  const shown = questionnaire.dispositions.find((one) => one.when !== undefined && holds(one.when, read));
  const disposition = level === 'emergency' ? undefined : shown;
  const given = disposition?.level === 'none' ? [] : held;
  const own = SUPPORTS.filter((support) => disposition?.supports.includes(support));
  return {
    result:
      disposition === undefined
        ? { kind: 'level', level, silent: floors.length === 0 && policy.otherwise.silent }
        : { kind: 'disposition', disposition: disposition.id },
    levelIfScored: level,
    firstSteps: firstSteps(given),
    supports: new Set([...given.flatMap((rule) => rule.add), ...own]),
    actions: new Set(given.flatMap((rule) => rule.do)),
    rules: new Set(held.map((rule) => rule.id)),
  };
}

function highest(levels: readonly Level[]): Level {
  return LEVELS[Math.max(...levels.map((level) => LEVELS.indexOf(level)))] ?? 'emergency';
}

function firstSteps(held: readonly Rule[]): ReadonlySet<FirstStep> {
  const named = new Set(held.flatMap((rule) => rule.first));
  return new Set([...named].filter((step) => !isIncluded(step, named)));
}

function isIncluded(step: FirstStep, named: ReadonlySet<FirstStep>): boolean {
  const including = INCLUDED_IN[step];
  return including !== undefined && named.has(including);
}
