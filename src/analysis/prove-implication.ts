/** `implies` and `never`: what every caller of some kind gets, or none of them. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import type { Statement } from './model.ts';
import { resultRegion } from './result-region.ts';
import { judge, type Violators } from './violators.ts';

type Implication = Extract<Statement, { readonly kind: 'implies' | 'never' }>;

/** The callers whose result is not as it must be. */
export function violatorsOfImplication(statement: Implication, compiled: CompiledPolicy): readonly Violators[] {
  const { forest } = compiled.callers;
  const passing = resultRegion(compiled, statement.result);
  const wrong = statement.kind === 'never' ? passing : forest.not(passing);
  const region = forest.and(meant(statement, compiled), wrong);
  return region === FALSE ? [] : [{ region, tell: (caller) => ({ kind: 'result', witness: judge(compiled, caller) }) }];
}

/** The callers of whom the statement speaks. */
export function meant({ when, scoredOnly }: Implication, { callers, scored }: CompiledPolicy): Node {
  const region = callers.region(when);
  return scoredOnly ? callers.forest.and(region, scored) : region;
}
