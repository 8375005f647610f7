/** What two versions of the content say of every caller, set side by side. */

import type { Callers } from '../callers/callers.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { askedFor, silentIfScored } from '../decision/row-tables.ts';
import { FALSE, type Forest, MIXED, type Node, TERMINALS, TRUE } from '../diagram/forest.ts';
import { children } from '../diagram/walk.ts';
import { ACTIONS, CANNOT_WAIT, FIRST_STEPS, LEVELS, SUPPORTS } from '../policy/care-lists.ts';

/** Where two versions of a policy differ, as regions of callers. */
export interface Differences {
  /** In what is said: result, first steps, supports, actions, silence, dispositions. */
  readonly results: Node;
  /** In the rules that hold, and so perhaps in the reasons that are named. */
  readonly reasons: Node;
}

/** Compares two versions of a policy that were compiled in one forest. */
export function policyDifferences(before: CompiledPolicy, after: CompiledPolicy): Differences {
  const { forest } = after.callers;
  return {
    results: differing(forest, statements(before), statements(after)),
    reasons: differing(forest, reasons(before, after), reasons(after, before)),
  };
}

/** The callers whom two versions of a questionnaire ask different questions. */
export function askedDifferently(before: Callers, after: Callers): Node {
  const gates = ({ applies }: Callers) => before.questionnaire.questions.map(({ id }) => applies(id));
  return differing(after.forest, gates(before), gates(after));
}

/** Everything that is said of a caller, always in the same order. */
function statements(compiled: CompiledPolicy): readonly Node[] {
  const whole = { forest: compiled.callers.forest, take: (root: Node) => root };
  return [
    compiled.outcome,
    compiled.shownLevel,
    compiled.silent,
    silentIfScored(compiled, whole),
    ...FIRST_STEPS.map((id) => compiled.firstSteps[id]),
    ...CANNOT_WAIT.map((id) => askedFor(compiled, id, whole)),
    ...SUPPORTS.map((id) => compiled.supports[id]),
    ...ACTIONS.map((id) => compiled.actions[id]),
    ...compiled.dispositions.map(({ shown }) => shown),
  ];
}

/** Where each rule of either version holds, with the level for which it may be named; one that is not there holds nowhere. */
function reasons(of: CompiledPolicy, other: CompiledPolicy): readonly Node[] {
  const named = ({ rule }: CompiledPolicy['rules'][number]): string => `${rule.id} ${rule.atLeast ?? ''}`;
  const all = [...new Set([...of.rules, ...other.rules].map(named))].sort();
  const regions = new Map(of.rules.map((one) => [named(one), one.region]));
  return [otherwise(of), ...all.map((id) => regions.get(id) ?? FALSE)];
}

/** Whom the policy leaves to its `otherwise`, told apart by the level that stands there. */
function otherwise({ callers, policy, unreached }: CompiledPolicy): Node {
  return callers.forest.choose(unreached, LEVELS.indexOf(policy.otherwise.level) + 1, FALSE);
}

function differing(forest: Forest, before: readonly Node[], after: readonly Node[]): Node {
  return before.reduce((all, one, index) => {
    const other = after[index] ?? FALSE;
    return one === other ? all : forest.or(all, unequal(forest, one, other));
  }, FALSE);
}

/** The callers whom two diagrams lead to different terminals. */
function unequal(forest: Forest, left: Node, right: Node): Node {
  const compared = forest.combine('same', left, right);
  const memo = new Map<Node, Node>();
  const go = (node: Node): Node => {
    if (node < TERMINALS) return node === MIXED ? TRUE : FALSE;
    const before = memo.get(node);
    if (before !== undefined) return before;
    const made = forest.make(forest.variable(node), children(forest, node).map(go));
    memo.set(node, made);
    return made;
  };
  return go(compared);
}
