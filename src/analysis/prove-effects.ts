/** `every_effect_counts`: which effects of a policy's rules nobody would miss. */

import type { CompiledPolicy } from '../decision/compile.ts';
import { FALSE, type Node } from '../diagram/forest.ts';
import { terminalRegion } from '../diagram/terminal-region.ts';
import { type FirstStep, INCLUDED_IN, LEVELS, type Level, type Support } from '../policy/care-lists.ts';
import type { Rule } from '../policy/model.ts';

/**
 * The effects of a policy's rules, those of the policies that it extends included, that change nothing of what any caller is told:
 * the level with the rules that are the reason for it, the first steps, the supports, what to do in an emergency. A reason counts as
 * told: two lines may ask for the same level (an overdose last month, and the need that follows from it), and a caller is told why.
 */
export function* idleEffects(compiled: CompiledPolicy): Generator<string> {
  for (const rule of compiled.policy.rules) {
    for (const { effect, missedBy } of effectsOf(rule, compiled)) {
      if (missedBy() === FALSE) yield `\`${effect}\` of the rule \`${rule.id}\``;
    }
  }
}

interface Effect {
  readonly effect: string;
  /** The callers who would be told something else without it. */
  readonly missedBy: () => Node;
}

function effectsOf(rule: Rule, compiled: CompiledPolicy): readonly Effect[] {
  const { forest } = compiled.callers;
  const { atLeast, first, add, do: actions } = rule;
  const alone = (gives: (one: Rule) => boolean): Node => givenByNoOther(rule, gives, compiled);
  const without = (region: Node, other: Node): Node => forest.and(region, forest.not(other));
  return [
    ...(atLeast === undefined
      ? []
      : [{ effect: `at_least: ${atLeast}`, missedBy: () => decidedBy(rule, atLeast, compiled) }]),
    ...first.map((step) => ({
      effect: `first: ${step}`,
      missedBy: () =>
        without(
          alone((one) => one.first.includes(step)),
          includedFor(step, compiled),
        ),
    })),
    ...add.map((support) => ({
      effect: `add: ${support}`,
      missedBy: () =>
        without(
          alone((one) => one.add.includes(support)),
          endedWith(support, compiled),
        ),
    })),
    ...actions.map((action) => ({
      effect: `do: ${action}`,
      missedBy: () => alone((one) => one.do.includes(action)),
    })),
  ];
}

/**
 * The callers to whom the rule is the reason for their level: it holds, and none with a higher floor does. Where what the policy says
 * otherwise is an emergency, also those who would get it, whatever their disposition.
 */
function decidedBy(rule: Rule, floor: Level, compiled: CompiledPolicy): Node {
  const { forest } = compiled.callers;
  const above = compiled.atLeast[LEVELS.indexOf(floor) + 1] ?? FALSE;
  const decided = forest.and(heldAndHelped(rule, compiled), forest.not(above));
  if (compiled.policy.otherwise.level !== 'emergency') return decided;
  const reached = anyOther(rule, (one) => one.atLeast !== undefined, compiled);
  return forest.or(decided, forest.and(regionOf(rule, compiled), forest.not(reached)));
}

/** The callers who are helped and for whom the rule holds, and no other one that gives the same. */
function givenByNoOther(rule: Rule, gives: (one: Rule) => boolean, compiled: CompiledPolicy): Node {
  const { forest } = compiled.callers;
  return forest.and(heldAndHelped(rule, compiled), forest.not(anyOther(rule, gives, compiled)));
}

/** The callers for whom another rule holds that passes. */
function anyOther(rule: Rule, passes: (one: Rule) => boolean, { callers, rules }: CompiledPolicy): Node {
  return rules
    .filter((one) => one.rule !== rule && passes(one.rule))
    .map(({ region }) => region)
    .reduce(callers.forest.or, FALSE);
}

function heldAndHelped(rule: Rule, compiled: CompiledPolicy): Node {
  return compiled.callers.forest.and(compiled.helped, regionOf(rule, compiled));
}

function regionOf(rule: Rule, { rules }: CompiledPolicy): Node {
  return rules.find((one) => one.rule === rule)?.region ?? FALSE;
}

/** The callers who are told of a first step that includes this one. */
function includedFor(step: FirstStep, { firstSteps }: CompiledPolicy): Node {
  const including = INCLUDED_IN[step];
  return including === undefined ? FALSE : firstSteps[including];
}

/** The callers whose disposition gives a support whatever the rules say. */
function endedWith(support: Support, { callers, outcome }: CompiledPolicy): Node {
  const ends = callers.questionnaire.dispositions.map((one) => one.supports.includes(support));
  const terminals = ends.reduce((set, gives, index) => (gives ? set | (1 << (LEVELS.length + index)) : set), 0);
  return terminalRegion(callers.forest, outcome, terminals);
}
