/** `equivalent_to` and `at_least_as_protective_as`: what one policy says beside another. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { lowerThan } from '../diagram/lower.ts';
import { FIRST_STEPS, type FirstStep, INCLUDED_IN } from '../policy/care-lists.ts';
import { careShown } from './care.ts';
import type { Statement } from './model.ts';
import { statementsOf } from './statements.ts';
import { judge, type Violators } from './violators.ts';

type Comparison = Extract<Statement, { readonly kind: 'equivalent-to' | 'at-least-as-protective-as' }>;

/** The callers of whom the policy says something else than the other one, or to whom it shows less care. */
export function violatorsOfComparison(
  statement: Comparison,
  compiled: CompiledPolicy,
  other: CompiledPolicy,
): readonly Violators[] {
  const { forest, region: meant } = compiled.callers;
  const wrong = statement.kind === 'equivalent-to' ? differing(compiled, other) : lessProtective(compiled, other);
  const region = forest.and(meant(statement.when), wrong);
  if (region === FALSE) return [];
  return [
    { region, tell: (caller) => ({ kind: 'policies', witness: judge(compiled, caller), other: judge(other, caller) }) },
  ];
}

/** Callers of whom two policies say different things: level or disposition, silence, first steps, supports or actions. */
export function differing(one: CompiledPolicy, other: CompiledPolicy): Node {
  const { forest } = one.callers;
  const lower = lowerThan(forest);
  const theirs = statementsOf(other);
  return statementsOf(one).reduce((found, mine, place) => {
    const their = theirs[place] ?? mine;
    return forest.or(found, forest.or(lower(mine, their), lower(their, mine)));
  }, FALSE);
}

/**
 * Callers to whom a policy shows less care than another one: a lower level, where no level (a disposition, "this page does not
 * say") is lower than any; or one of the other's first steps is missing. A step is not missing where one that includes it is there.
 */
export function lessProtective(one: CompiledPolicy, other: CompiledPolicy): Node {
  const { forest } = one.callers;
  const lost = (step: FirstStep): Node => {
    const including = INCLUDED_IN[step];
    const kept = including === undefined ? FALSE : one.firstSteps[including];
    return forest.and(other.firstSteps[step], forest.not(forest.or(one.firstSteps[step], kept)));
  };
  return FIRST_STEPS.map(lost).reduce(forest.or, lowerThan(forest)(careShown(one), careShown(other)));
}
