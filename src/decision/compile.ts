/** A policy compiled: one yes/no diagram for each statement that is made about a caller, all in one forest. */

import { type Callers, createCallers } from '../callers/callers.ts';
import type { Condition } from '../conditions/model.ts';
import { readIds } from '../conditions/reads.ts';
import { BudgetExceeded } from '../diagram/budget.ts';
import { type Budget, FALSE, type Node, TRUE } from '../diagram/forest.ts';
import { type Growth, type GrowthMeter, growthMeter } from '../diagram/growth.ts';
import { boundTable, type Table } from '../diagram/table.ts';
import {
  ACTIONS,
  type Action,
  FIRST_STEPS,
  type FirstStep,
  INCLUDED_IN,
  LEVELS,
  SUPPORTS,
  type Support,
} from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import type { Policy, Rule } from '../policy/model.ts';
import type { Questionnaire } from '../questionnaire/model.ts';

/** Id under which the policy's `otherwise` stands among deciding rules; no rule may be called so. */
export const OTHERWISE = 'otherwise';

export interface CompiledRule {
  readonly rule: Rule;
  /** Callers for whom the rule's condition holds. */
  readonly region: Node;
}

export interface CompiledPolicy {
  readonly policy: Policy;
  readonly callers: Callers;
  /** Highest floor first, then by id; rules without a floor last. */
  readonly rules: readonly CompiledRule[];
  /** `atLeast[k]`: callers whose level, if scored, is LEVELS[k] or higher. All for k = 0. */
  readonly atLeast: readonly Node[];
  /** Terminal k where the level, if scored, is LEVELS[k]. */
  readonly level: Node;
  /** Terminal k where LEVELS[k] is the result; LEVELS.length + i where the i-th disposition is. */
  readonly outcome: Node;
  /** Callers for whom each of the other conditions holds that were compiled along, in their order. */
  readonly others: readonly Node[];
  /** Callers who get a level. */
  readonly scored: Node;
  /** Callers who get a level, or whose disposition shows levels as open. */
  readonly helped: Node;
  /** Callers for whom no rule with a floor holds. */
  readonly unreached: Node;
  /** Callers whose level is only the policy's "this page does not say". */
  readonly silent: Node;
  /** Terminal k where LEVELS[k] may be shown, be it as still open; LEVELS.length where no level is. */
  readonly shownLevel: Node;
  /** Callers for whom each disposition's own condition holds, in order of precedence. */
  readonly dispositions: readonly { readonly id: string; readonly shown: Node }[];
  readonly firstSteps: Readonly<Record<FirstStep, Node>>;
  readonly supports: Readonly<Record<Support, Node>>;
  readonly actions: Readonly<Record<Action, Node>>;
}

export interface CompileOptions {
  /** Conditions that will be asked about in the same space: properties, disagreements, other policies' rules. */
  readonly others?: readonly Condition[];
  readonly budget?: Budget;
  readonly order?: readonly string[];
}

/** What was being compiled when the budget ran out, and what had grown the forest most until then. */
export interface OverBudget {
  readonly limit: number;
  readonly what: 'nodes' | 'memo';
  /** Rules (or other statements) by what they added of what ran out, most first; at most five. */
  readonly grewBy: readonly Growth[];
}

export type Compilation =
  | { readonly ok: true; readonly value: CompiledPolicy }
  | { readonly ok: false; readonly over: OverBudget };

/**
 * How large one policy may grow that is to decide: some ten times what the shipped ones need. Somebody waits for the answer, be it
 * that it is too large, and whoever decides works with diagrams of that size while a caller is on the line.
 */
export const DECIDING_BUDGET: Budget = { nodes: 500_000, memo: 2_000_000 };

/** Compiles a policy over all callers of a questionnaire; within the budget, or names what outgrew it. */
export function compilePolicy(questionnaire: Questionnaire, policy: Policy, options: CompileOptions = {}): Compilation {
  return compilePolicyIn(
    createCallers(questionnaire, conditionsOf(policy, options.others), { budget: DECIDING_BUDGET, ...options }),
    policy,
    options.others,
  );
}

/**
 * Compiles a policy over callers whose space was made for its conditions, so that several policies, or two versions of one, share
 * a forest: the same diagram is then the same node.
 */
export function compilePolicyIn(callers: Callers, policy: Policy, others: readonly Condition[] = []): Compilation {
  const { measured, largest } = growthMeter(callers.forest);
  try {
    return { ok: true, value: compileWithin(callers, policy, { others, measured }) };
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return { ok: false, over: { limit: error.limit, what: error.what, grewBy: largest(error.what, 5) } };
  }
}

/** The conditions that are compiled beside those of the questionnaire. */
export function conditionsOf(policy: Policy, others: readonly Condition[] = []): readonly Condition[] {
  return [...policy.rules.map((rule) => rule.when), ...others];
}

function compileWithin(
  callers: Callers,
  policy: Policy,
  { others, measured }: { readonly others: readonly Condition[]; readonly measured: GrowthMeter['measured'] },
): CompiledPolicy {
  const { forest } = callers;
  const anyOf = (nodes: readonly Node[]): Node => nodes.reduce(forest.or, FALSE);
  measureQuestionnaire(callers, measured);
  const rules = rulesInOrder(policy).map((rule) => ({
    rule,
    region: measured(`rule \`${rule.id}\``, () => callers.region(rule.when)),
  }));
  const levels = compileLevels(callers, policy, { rules, measured });
  const dispositions = callers.questionnaire.dispositions.map((one) => ({
    id: one.id,
    shown:
      one.when === undefined
        ? FALSE
        : measured(`disposition \`${one.id}\``, () => callers.region(one.when ?? { kind: 'any', of: [] })),
  }));
  const { scored, helped } = measured('the dispositions together', () => {
    const emergency = levels.atLeast[LEVELS.indexOf('emergency')] ?? FALSE;
    const scored = forest.or(emergency, forest.not(anyOf(dispositions.map((one) => one.shown))));
    const endedOpen = dispositionRegions(callers, scored, dispositions, (one) => one.level === 'open');
    return { scored, helped: forest.or(scored, anyOf(endedOpen)) }; // a call about someone else keeps what has to happen first for them
  });
  const named = (gives: (rule: Rule) => boolean): Node =>
    forest.and(helped, anyOf(rules.filter(({ rule }) => gives(rule)).map(({ region }) => region)));
  const outcome = measured('the result', () => compileOutcome(callers, levels.level, scored, dispositions));
  const endedWith = (support: string): Node =>
    anyOf(dispositionRegions(callers, scored, dispositions, (one) => one.supports.includes(support)));
  return {
    policy,
    callers,
    rules,
    ...levels,
    outcome,
    others: others.map((condition, index) =>
      measured(`condition ${index + 1} beside the policy`, () => callers.region(condition)),
    ),
    scored,
    helped,
    dispositions,
    silent: measured('whom the policy says nothing of', () =>
      policy.otherwise.silent ? forest.and(scored, levels.unreached) : FALSE,
    ),
    shownLevel: measured('the level that is shown', () =>
      forest.choose(
        anyOf(dispositionRegions(callers, scored, dispositions, (one) => one.level === 'none')),
        LEVELS.length,
        levels.level,
      ),
    ),
    firstSteps: measured('the first steps', () => compileFirstSteps(callers, named)),
    supports: measured('the supports', () =>
      forEachId(SUPPORTS, (id) =>
        forest.or(
          named((rule) => rule.add.includes(id)),
          endedWith(id),
        ),
      ),
    ),
    actions: measured('the actions', () => forEachId(ACTIONS, (id) => named((rule) => rule.do.includes(id)))),
  };
}

/** The rules of a policy, highest floor first, then by id; rules without a floor last. */
export function rulesInOrder(policy: Policy): readonly Rule[] {
  const floor = (rule: Rule) => (rule.atLeast === undefined ? -1 : LEVELS.indexOf(rule.atLeast));
  return [...policy.rules].sort((left, right) => floor(right) - floor(left) || (left.id < right.id ? -1 : 1));
}

/**
 * What every rule may read: each gate in the order of the script, each fact as soon as all that it reads is there. So nothing is
 * blamed for what stands behind it.
 */
function measureQuestionnaire(
  { questionnaire, applies, factRegion }: Callers,
  measured: GrowthMeter['measured'],
): void {
  const there = new Set<string>();
  let waiting = questionnaire.facts.map((fact) => ({
    ...fact,
    reads: fact.branches.flatMap(({ when }) => [...readIds(when)]),
  }));
  const isReady = ({ id, otherwise, reads }: (typeof waiting)[number]): boolean => {
    if (!reads.every((read) => there.has(read))) return false;
    measured(`fact \`${id}\``, () => factRegion(id, otherwise));
    there.add(id); // earlier facts come first, so that one pass is enough
    return true;
  };
  for (const { id } of questionnaire.questions) {
    measured(`the gate of \`${id}\``, () => applies(id));
    there.add(id);
    waiting = waiting.filter((fact) => !isReady(fact));
  }
}

/**
 * Each rule raises those for whom it holds, the rules with higher floors before it. Diagrams that are small one by one may be
 * large together: so it is measured what each rule adds to those before it.
 */
function compileLevels(
  callers: Callers,
  policy: Policy,
  { rules, measured }: { readonly rules: readonly CompiledRule[]; readonly measured: GrowthMeter['measured'] },
) {
  const { forest } = callers;
  const raised = LEVELS.map((): Node => FALSE);
  let reached: Node = FALSE;
  for (const { rule, region } of rules) {
    if (rule.atLeast === undefined) continue;
    reached = measured(`rule \`${rule.id}\` beside the others`, () => forest.or(reached, region));
    raised[LEVELS.indexOf(rule.atLeast)] = reached;
  }
  return measured('the level', () => {
    const unreached = forest.not(reached);
    const lowest = LEVELS.indexOf(policy.otherwise.level);
    const atLeast = LEVELS.map((_, rank) => {
      const region = raised.slice(rank).find((one) => one !== FALSE) ?? FALSE;
      if (rank === 0) return TRUE; // every caller
      return lowest >= rank ? forest.or(region, unreached) : region;
    });
    const level = atLeast.reduce((node, region, rank) => forest.choose(region, rank, node), 0);
    return { atLeast, level, unreached };
  });
}

/** Each disposition is a terminal above the levels'; the schema of the questionnaire keeps them below the number there is. */
function compileOutcome(
  callers: Callers,
  level: Node,
  scored: Node,
  dispositions: CompiledPolicy['dispositions'],
): Node {
  const { forest } = callers;
  const ended = dispositions.reduceRight(
    (node, { shown }, index) => forest.choose(shown, LEVELS.length + index, node),
    0,
  );
  return forest.choose(scored, level, ended);
}

/** The callers whose call ends with one of the dispositions that pass. */
function dispositionRegions(
  callers: Callers,
  scored: Node,
  dispositions: CompiledPolicy['dispositions'],
  passes: (one: Callers['questionnaire']['dispositions'][number]) => boolean,
): readonly Node[] {
  const { forest } = callers;
  let left = forest.not(scored);
  return dispositions.flatMap(({ shown }, index) => {
    const here = forest.and(left, shown);
    left = forest.and(left, forest.not(shown));
    const disposition = callers.questionnaire.dispositions[index];
    return disposition !== undefined && passes(disposition) ? [here] : [];
  });
}

function compileFirstSteps(
  callers: Callers,
  named: (gives: (rule: Rule) => boolean) => Node,
): Readonly<Record<FirstStep, Node>> {
  const { forest } = callers;
  const alone = forEachId(FIRST_STEPS, (id) => named((rule) => rule.first.includes(id)));
  return forEachId(FIRST_STEPS, (id) => {
    const including = INCLUDED_IN[id];
    return including === undefined ? alone[id] : forest.and(alone[id], forest.not(alone[including]));
  });
}

/**
 * The tables that bound the level of a row over all its completions, were it scored. Levels are ordered; dispositions are
 * not, so rows that get one are told apart by the outcome diagram, not by these.
 */
export function levelTables(compiled: CompiledPolicy): { readonly lowest: Table; readonly highest: Table } {
  const { forest } = compiled.callers;
  return { lowest: boundTable(forest, compiled.level, 'min'), highest: boundTable(forest, compiled.level, 'max') };
}
