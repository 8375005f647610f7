/** Random tables over random small questionnaires, and what they say of every state, listed one by one. */

import fc from 'fast-check';
import { holds } from '../../src/conditions/evaluate.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { LEVELS } from '../../src/policy/care-lists.ts';
import type { Table } from '../../src/policy/table-model.ts';
import { type Listed, listCallers } from './listing.ts';
import { small } from './small-policies.ts';

/** A table whose rules are those of a random policy: three levels, so that rules often give the same one. */
export const randomTable: fc.Arbitrary<Table> = fc
  .tuple(
    small,
    fc.constantFrom('first' as const, 'all' as const),
    fc.option(fc.constantFrom(...LEVELS.slice(0, 3)), { nil: undefined }),
    fc.array(fc.nat({ max: 2 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([{ questionnaire, policy }, hit, otherwise, levels]) => {
    const [group, ...rest] = policy.rules;
    const rules = rest.length === 0 || group === undefined ? policy.rules : rest;
    return {
      id: 'random',
      title: 'random',
      hit,
      levels: LEVELS.slice(0, 3),
      questionnaire,
      rules: rules.map(({ id, when }, index) => ({ id, when, level: LEVELS[levels[index] ?? 0] ?? 'information' })),
      otherwise,
      groups: group === undefined ? [] : [{ id: 'group', title: 'a group', when: group.when }],
    };
  });

/** One way of answering all questions that apply, and the places of the rules that hold then. */
export interface State {
  readonly answers: ReadonlyMap<string, FactValue>;
  readonly holding: readonly number[];
  readonly inGroup: boolean;
  readonly caller: Listed;
}

/** Every state of the table, once: callers who differ only in answers to questions that do not apply are one. */
export function listStates({ questionnaire, rules, groups }: Table): readonly State[] {
  const states = new Map<string, State>();
  for (const caller of listCallers(questionnaire, NO_RULES)) {
    const answers = new Map(
      questionnaire.questions.flatMap(({ id }) => {
        const value = caller.read(id);
        return value === undefined ? [] : [[id, value] as const];
      }),
    );
    const holding = rules.flatMap(({ when }, index) => (holds(when, caller.read) ? [index] : []));
    const inGroup = groups.some(({ when }) => holds(when, caller.read));
    states.set(JSON.stringify([...answers]), { answers, holding, inGroup, caller });
  }
  return [...states.values()];
}

const NO_RULES = {
  id: 'none',
  version: '1',
  date: '2026-01-01',
  title: 'none',
  about: 'none',
  reviewedBy: undefined,
  program: undefined,
  network: false,
  otherwise: { level: 'information', silent: false, because: 'b', cites: [] },
  rules: [],
} as const;
