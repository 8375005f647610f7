/** Random statements about small policies, and what they mean, caller by caller. */

import fc from 'fast-check';
import type { ResultTest, Statement } from '../../src/analysis/model.ts';
import { ALWAYS } from '../../src/conditions/model.ts';
import type { Verdict } from '../../src/decision/evaluate.ts';
import { type FirstStep, LEVELS, SUPPORTS } from '../../src/policy/care-lists.ts';
import type { Policy } from '../../src/policy/model.ts';
import type { Questionnaire } from '../../src/questionnaire/model.ts';
import { chance, type Draw, drawCondition, readableOf } from './small-policies.ts';

const STEPS: readonly FirstStep[] = ['withdrawal-management', 'withdrawal-management-24h', 'safe-place'];

/** `implies` or `never`, over some condition or over all callers. */
export function drawImplication(
  draw: Draw,
  questionnaire: Questionnaire,
): Extract<Statement, { kind: 'implies' | 'never' }> {
  return {
    kind: draw(fc.constantFrom('implies', 'never')),
    scoredOnly: chance(draw, 50),
    when: chance(draw, 20) ? ALWAYS : drawCondition(draw, readableOf(questionnaire), 2),
    result: drawResultTest(draw, questionnaire),
  };
}

function drawResultTest(draw: Draw, { dispositions }: Questionnaire): ResultTest {
  const maybe = <T>(percent: number, value: () => T): T | undefined => (chance(draw, percent) ? value() : undefined);
  const level = () => draw(fc.constantFrom(...LEVELS));
  const some = <T>(list: readonly T[]) => draw(fc.subarray([...list], { minLength: 1 }));
  const ends = dispositions.map(({ id }) => id);
  return {
    levelAtLeast: maybe(40, level),
    levelAtMost: maybe(40, level),
    levelIn: maybe(20, () => some(LEVELS)),
    firstAny: maybe(20, () => some(STEPS)),
    supportsAny: maybe(10, () => some(SUPPORTS.slice(0, 5))),
    supportsAll: maybe(10, () => some(SUPPORTS.slice(0, 3))),
    actionAny: chance(draw, 10),
    actionsAll: maybe(10, () => ['call-911'] as const),
    dispositionIn: ends.length === 0 ? undefined : maybe(15, () => some(ends)),
    silent: chance(draw, 10),
  };
}

/** Whether a verdict passes a test. */
export function passes({ result, firstSteps, supports, actions }: Verdict, test: ResultTest): boolean {
  // "This page does not say" lies below every level; a disposition is none.
  const rank = result.kind === 'level' ? (result.silent ? -1 : LEVELS.indexOf(result.level)) : undefined;
  const asked: readonly (boolean | undefined)[] = [
    test.levelAtLeast && rank !== undefined && rank >= LEVELS.indexOf(test.levelAtLeast),
    test.levelAtMost && rank !== undefined && rank <= LEVELS.indexOf(test.levelAtMost),
    test.levelIn?.some((level) => LEVELS.indexOf(level) === rank),
    test.firstAny?.some((step) => firstSteps.has(step)),
    test.supportsAny?.some((support) => supports.has(support)),
    test.supportsAll?.every((support) => supports.has(support)),
    test.actionAny ? actions.size > 0 : undefined,
    test.actionsAll?.every((action) => actions.has(action)),
    test.dispositionIn && result.kind === 'disposition' && test.dispositionIn.includes(result.disposition),
    test.silent ? rank === -1 : undefined,
  ];
  return asked.every((one) => one !== false);
}

/** Every result that some policy could give, as far as the test can tell them apart: each place with nothing and with everything. */
export function conceivable(questionnaire: Questionnaire, scoredOnly: boolean): readonly Verdict[] {
  const places: readonly Verdict['result'][] = [
    ...LEVELS.map((level) => ({ kind: 'level', level, silent: false }) as const),
    { kind: 'level', level: 'information', silent: true },
    ...(scoredOnly ? [] : questionnaire.dispositions).map(
      ({ id }) => ({ kind: 'disposition', disposition: id }) as const,
    ),
  ];
  return places.flatMap((result) =>
    [false, true].map((isFull) => ({
      result,
      levelIfScored: 'information' as const,
      firstSteps: new Set(isFull ? STEPS : []),
      supports: new Set(isFull ? SUPPORTS : []),
      // Only a rule that gives an emergency says what to do.
      actions: new Set(
        isFull && result.kind === 'level' && result.level === 'emergency' ? (['call-911'] as const) : [],
      ),
      rules: new Set<string>(),
    })),
  );
}

/** How much care is shown, as a number: 0 where no level is, be it because the policy is silent. */
export function careOf(
  { result, levelIfScored, rules }: Verdict,
  questionnaire: Questionnaire,
  policy: Policy,
): number {
  const isReached = policy.rules.some((rule) => rule.atLeast !== undefined && rules.has(rule.id));
  const end =
    result.kind === 'level' ? 'open' : questionnaire.dispositions.find(({ id }) => id === result.disposition)?.level;
  if (end !== 'open' || (policy.otherwise.silent && !isReached)) return 0;
  return LEVELS.indexOf(levelIfScored) + 1;
}
