/** The tables from which the result of a row is read: what the walks of a batch and a query in a warehouse have in common. */

import { type Combination, FALSE, type Forest, type Node } from '../diagram/forest.ts';
import { boundTable, type Table } from '../diagram/table.ts';
import { CANNOT_WAIT, FIRST_STEPS, type FirstStep, LEVELS } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import type { CompiledPolicy } from './compile.ts';

/** One walk over each gives the bounds of a row over all its completions. */
export interface RowTables {
  /**
   * The least and the greatest result: ranks of levels, then LEVELS.length + i for the i-th disposition. The least is the lowest
   * level unless it is a disposition; equal ones are the only result.
   */
  readonly outcome: { readonly lowest: Table; readonly highest: Table };
  /** Rank of the highest level over the completions that get one; it says nothing where the least outcome is a disposition. */
  readonly highestLevel: Table;
  readonly firstSteps: Readonly<Record<FirstStep, Certainties>>;
  /** `Decision.silent`. */
  readonly silent: Certainties;
  /** What row-endings.ts says. */
  readonly endings: {
    /** For each disposition 1 where the answers show it for certain. */
    readonly certain: readonly Table[];
    /** Ranks; LEVELS.length where there is no level, and the highest then says nothing. */
    readonly lowestIfScored: Table;
    readonly highestIfScored: Table;
    readonly silentIfScored: Certainties;
    /** 1 where some rule asks for the step in every completion. */
    readonly cannotWait: Readonly<Record<(typeof CANNOT_WAIT)[number], Table>>;
  };
}

/** 1 where something holds in every completion, and where it holds in some. */
export interface Certainties {
  readonly certain: Table;
  readonly possible: Table;
}

/**
 * The tables of a policy, one by one.
 * @throws BudgetExceeded where the forest would outgrow its budget
 */
export function rowTables(compiled: CompiledPolicy): RowTables {
  const { forest } = compiled.callers;
  const table = (root: Node, bound: Combination): Table => boundTable(forest, root, bound);
  const certainties = (root: Node): Certainties => ({ certain: table(root, 'min'), possible: table(root, 'max') });
  const whole: Joinery = { forest, take: (root) => root };
  return {
    outcome: { lowest: table(compiled.outcome, 'min'), highest: table(compiled.outcome, 'max') },
    highestLevel: table(scoredLevel(forest, compiled.scored, compiled.level), 'max'),
    firstSteps: forEachId(FIRST_STEPS, (id) => certainties(compiled.firstSteps[id])),
    silent: certainties(compiled.silent),
    endings: {
      certain: compiled.dispositions.map(({ shown }) => table(shown, 'min')),
      lowestIfScored: table(compiled.shownLevel, 'min'),
      highestIfScored: table(scoredLevel(forest, compiled.helped, compiled.level), 'max'),
      silentIfScored: certainties(silentIfScored(compiled, whole)),
      cannotWait: forEachId(CANNOT_WAIT, (id) => table(askedFor(compiled, id, whole), 'min')),
    },
  };
}

/** The level of those who get one, and the lowest rank of all for the others: its greatest terminal is that of the levels. */
export function scoredLevel(forest: Forest, scored: Node, level: Node): Node {
  return forest.choose(scored, level, FALSE);
}

/** Where diagrams are put together: a forest, and a diagram of the policy as one of its own. */
export interface Joinery {
  readonly forest: Pick<Forest, 'and' | 'or'>;
  readonly take: (root: Node) => Node;
}

/** Those of whom only the policy's "this page does not say" speaks, if whoever's disposition shows levels as open is scored too. */
export function silentIfScored({ policy, helped, unreached }: CompiledPolicy, { forest, take }: Joinery): Node {
  return policy.otherwise.silent ? forest.and(take(helped), take(unreached)) : FALSE;
}

/** Those for whom some rule asks for a first step, whatever way the call ends. */
export function askedFor({ rules }: CompiledPolicy, step: FirstStep, { forest, take }: Joinery): Node {
  const asking = rules.filter(({ rule }) => rule.first.includes(step));
  return asking.reduce((all, { region }) => forest.or(all, take(region)), FALSE);
}

/** Whether an outcome is a level. */
export function isLevel(outcome: number): boolean {
  return outcome < LEVELS.length;
}

/** For each variable whether some row may know it: those of the questions named, by default all. */
export function knownVariables({ callers }: CompiledPolicy, questions?: ReadonlySet<string>): readonly boolean[] {
  return callers.encoding.variables.map(({ question }) => questions?.has(question.id) ?? true);
}
