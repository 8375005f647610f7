/** A compiled policy kept for later, so that deciding one caller need not compile anything. */

import { createCallers } from '../callers/callers.ts';
import type { Condition } from '../conditions/model.ts';
import { FALSE, type Node, type StoredNodes } from '../diagram/forest.ts';
import { storeNodes } from '../diagram/store.ts';
import { ACTIONS, FIRST_STEPS, LEVELS, SUPPORTS } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import type { Policy } from '../policy/model.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { type CompiledPolicy, conditionsOf, rulesInOrder } from './compile.ts';

/** Everything of a compiled policy that its source does not say at once. */
export interface StoredPolicy {
  /** Order of testing: question ids. */
  readonly order: readonly string[];
  readonly nodes: StoredNodes;
  /** The roots of all its diagrams, in the order in which `diagramsOf` names them. */
  readonly roots: readonly Node[];
}

/** What a policy was compiled from: a stored one may only be restored from the very same. */
export interface PolicySources {
  readonly questionnaire: Questionnaire;
  readonly policy: Policy;
  readonly others: readonly Condition[];
}

/**
 * Everything on which the diagrams of a policy depend, as one text: equal texts, equal diagrams. Words to say, labels,
 * reasons and citations are not in it, so that an edit of those leaves a stored policy valid.
 */
export function meaningOf({ questionnaire, policy, others }: PolicySources): string {
  return JSON.stringify([
    questionnaire.questions.map(({ id, kind, askIf }) => [id, kind, askIf]),
    questionnaire.facts.map(({ id, values, branches, otherwise }) => [id, values, branches, otherwise]),
    questionnaire.dispositions.map(({ id, when, level, supports }) => [id, when ?? null, level, supports]),
    policy.rules.map(({ id, when, atLeast, first, add, do: actions }) => [
      id,
      when,
      atLeast ?? null,
      first,
      add,
      actions,
    ]),
    [policy.id, policy.otherwise.level, policy.otherwise.silent],
    others,
  ]);
}

/** Keeps the diagrams of a compiled policy, without what was made on the way to them. */
export function storePolicy(compiled: CompiledPolicy): StoredPolicy {
  const { callers } = compiled;
  const roots: Node[] = [];
  const shape = { questionnaire: callers.questionnaire, policy: compiled.policy, others: compiled.others };
  diagramsOf(shape, keepIn(compiled, roots));
  const { nodes, roots: renumbered } = storeNodes(callers.forest, roots);
  return { order: [...callers.encoding.ofQuestion.keys()], nodes, roots: renumbered };
}

/** The compiled policy that was stored. */
export function restorePolicy({ questionnaire, policy, others }: PolicySources, stored: StoredPolicy): CompiledPolicy {
  let read = 0;
  const restored = diagramsOf({ questionnaire, policy, others }, () => stored.roots[read++] ?? FALSE);
  const { gates, facts, ...diagrams } = restored;
  const options = { order: stored.order, stored: { nodes: stored.nodes, gates, facts } };
  return { policy, callers: createCallers(questionnaire, conditionsOf(policy, others), options), ...diagrams };
}

type Diagrams = Omit<CompiledPolicy, 'policy' | 'callers'>;

/** Which diagram of a compiled policy is meant. */
type Part = (compiled: CompiledPolicy) => Node;

function keepIn(compiled: CompiledPolicy, roots: Node[]): (part: Part) => Node {
  return (part) => {
    const node = part(compiled);
    roots.push(node);
    return node;
  };
}

/** Names every diagram of a compiled policy once, always in the same order, and puts together what `take` gives for them. */
function diagramsOf(
  {
    questionnaire,
    policy,
    others,
  }: Pick<PolicySources, 'questionnaire' | 'policy'> & { readonly others: readonly unknown[] },
  take: (part: Part) => Node,
): Diagrams & {
  readonly gates: ReadonlyMap<string, Node>;
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, Node>>;
} {
  return {
    rules: rulesInOrder(policy).map((rule, index) => ({
      rule,
      region: take(({ rules }) => rules[index]?.region ?? FALSE),
    })),
    atLeast: LEVELS.map((_, rank) => take(({ atLeast }) => atLeast[rank] ?? FALSE)),
    level: take(({ level }) => level),
    outcome: take(({ outcome }) => outcome),
    others: others.map((_, index) => take((compiled) => compiled.others[index] ?? FALSE)),
    scored: take(({ scored }) => scored),
    helped: take(({ helped }) => helped),
    unreached: take(({ unreached }) => unreached),
    silent: take(({ silent }) => silent),
    shownLevel: take(({ shownLevel }) => shownLevel),
    dispositions: questionnaire.dispositions.map(({ id }, index) => ({
      id,
      shown: take(({ dispositions }) => dispositions[index]?.shown ?? FALSE),
    })),
    firstSteps: forEachId(FIRST_STEPS, (id) => take(({ firstSteps }) => firstSteps[id])),
    supports: forEachId(SUPPORTS, (id) => take(({ supports }) => supports[id])),
    actions: forEachId(ACTIONS, (id) => take(({ actions }) => actions[id])),
    gates: new Map(questionnaire.questions.map(({ id }) => [id, take(({ callers }) => callers.applies(id))])),
    facts: new Map(
      questionnaire.facts.map(({ id, values }) => [
        id,
        new Map(values.map((value) => [value, take(({ callers }) => callers.factRegion(id, value))])),
      ]),
    ),
  };
}
