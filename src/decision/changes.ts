/** What would have to be different for another level to be possible. */

import type { Target, Way } from '../callers/cheapest.ts';
import type { Variable } from '../callers/encoding.ts';
import { nearestChanges, notApplying } from '../callers/nearest-change.ts';
import type { FactValue } from '../conditions/model.ts';
import { stepsFrom } from '../conditions/number-test.ts';
import { BudgetExceeded } from '../diagram/budget.ts';
import type { Node } from '../diagram/forest.ts';
import { type Assignment, reachable, terminalsIn, UNKNOWN } from '../diagram/walk.ts';
import { LEVELS, type Level } from '../policy/care-lists.ts';
import type { CompiledPolicy } from './compile.ts';
import type { KnownCaller } from './known-caller.ts';
import type { Change } from './model.ts';

/** How many changes a decision names at most. */
const MOST = 5;

/**
 * The smallest changes of known answers after which a level is possible that is not possible now: first the smallest among
 * those of changeable circumstances alone, then the smallest of all. None where the call gets no level at all, and none where it
 * would take too much to find them: a decision does not fail for want of advice.
 */
export function changesFor(caller: KnownCaller, levels: readonly Level[]): readonly Change[] {
  if (levels.length === 0) return [];
  try {
    return changesInto(caller, otherLevels(caller.compiled, levels));
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return [];
  }
}

/**
 * The smallest changes that lead into a region of callers who get a level, at most five: of circumstances, then of any answer. Where a
 * change of any answer is smaller than those of circumstances alone, the first such change keeps a place. @throws BudgetExceeded
 */
export function changesInto({ compiled, known }: KnownCaller, target: Target): readonly Change[] {
  const { callers } = compiled;
  const circumstances = nearestChanges(callers, known, target, { changeableOnly: true, most: MOST });
  const any = nearestChanges(callers, known, target, { changeableOnly: false, most: MOST });
  const isSmaller = circumstances !== undefined && any !== undefined && any.changes < circumstances.changes;
  const ways = [...(circumstances?.ways ?? []).slice(0, isSmaller ? MOST - 1 : MOST), ...(any?.ways ?? [])];
  const distinct = new Map(ways.map((way) => [JSON.stringify(way), way]));
  return [...distinct.values()]
    .slice(0, MOST)
    .map((way) => describeChange(compiled, { known, way, root: target.root }));
}

/** Callers who get one of the levels that are not possible now. */
function otherLevels(compiled: CompiledPolicy, levels: readonly Level[]): Target {
  const goals = LEVELS.reduce((set, level, rank) => (levels.includes(level) ? set : set | (1 << rank)), 0);
  return { root: compiled.outcome, goals };
}

/** A way from a caller's answers, and the diagram of which the results after it are read. */
export interface ChangedCaller {
  readonly known: Assignment;
  readonly way: Way;
  readonly root: Node;
}

/** The answers after a change. */
export function afterWay(known: Assignment, way: Way): Assignment {
  const values = new Map(way.map(({ variable, value }) => [variable, value]));
  return known.map((value, variable) => values.get(variable) ?? value);
}

/** Says what a way changes: the answers themselves, what is asked then, and the levels that are possible then. */
export function describeChange(compiled: CompiledPolicy, { known, way, root }: ChangedCaller): Change {
  const { callers } = compiled;
  const after = afterWay(known, way);
  const changed = callers.questionnaire.questions.flatMap(({ id }) => {
    const own = way.filter((one) => callers.encoding.variables[one.variable]?.question.id === id);
    const value = own.length === 0 ? undefined : changedValue(compiled, id, { known, after });
    return value === undefined ? [] : [{ question: id, value }];
  });
  const before = new Set(notApplying(callers, known));
  const stillNot = new Set(notApplying(callers, after));
  return {
    changed,
    changeable: way.every((one) => callers.encoding.variables[one.variable]?.question.changeable),
    newlyAsked: [...before].filter((id) => !stillNot.has(id)),
    levels: terminalsIn(reachable(callers.forest, root, after)).flatMap((terminal) => LEVELS[terminal] ?? []),
  };
}

/** The changed answer: for a number the nearest one that is far enough, for `choices` all options named then. */
function changedValue(
  compiled: CompiledPolicy,
  id: string,
  { known, after }: { known: Assignment; after: Assignment },
): FactValue {
  const { encoding } = compiled.callers;
  const own = encoding.ofQuestion.get(id) ?? [];
  const options: string[] = [];
  for (const number of own) {
    const variable = encoding.variables[number];
    const value = after[number] ?? UNKNOWN;
    if (variable?.kind === 'value') return variable.values[value] ?? '';
    if (variable?.kind === 'band') return nearestNumber(variable, known[number] ?? UNKNOWN, value);
    if (variable?.kind === 'option' && value === 1) options.push(variable.option);
  }
  return options;
}

function nearestNumber(variable: Extract<Variable, { kind: 'band' }>, from: number, to: number): number {
  const { starts, question } = variable;
  const next = starts[to + 1];
  if (to > from || next === undefined || question.kind.kind !== 'number') return starts[to] ?? 0;
  return stepsFrom(next, -1, question.kind);
}
