/** Two-valued meaning of a condition for one complete caller: slow, obvious, and what everything faster must agree with. */

import type { Condition, FactValue } from './model.ts';

/** Reads a fact of one complete caller; undefined where the question does not apply to that caller. */
export type ReadFact = (id: string) => FactValue | undefined;

/** Whether the condition holds. A test on a question that does not apply is false. */
export function holds(condition: Condition, read: ReadFact): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(part, read));
    case 'any':
      return condition.of.some((part) => holds(part, read));
    case 'none':
      return !condition.of.some((part) => holds(part, read));
    case 'sum': {
      const points = condition.terms.reduce((sum, term) => sum + (holds(term.when, read) ? term.points : 0), 0);
      return points >= condition.atLeast && points <= condition.atMost;
    }
    case 'is': {
      const value = read(condition.id);
      return typeof value === 'string' && condition.values.includes(value);
    }
    case 'names': {
      const named = namedOptions(read(condition.id));
      if (named === undefined) return false;
      return condition.every
        ? condition.options.every((option) => named.includes(option))
        : condition.options.some((option) => named.includes(option));
    }
    case 'names-none':
      return namedOptions(read(condition.id))?.length === 0;
    case 'within': {
      const value = read(condition.id);
      return typeof value === 'number' && value >= condition.from && value <= condition.to;
    }
    default:
      return condition satisfies never;
  }
}

function namedOptions(value: FactValue | undefined): readonly string[] | undefined {
  return typeof value === 'object' ? value : undefined;
}
