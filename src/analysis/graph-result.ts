/** What follows from one caller's answers, as the last group of a picture: facts, rules, and the level in the words of the summary. */

import { readIds } from '../conditions/reads.ts';
import { OTHERWISE } from '../decision/compile.ts';
import type { Rule } from '../policy/model.ts';
import { levelNode } from './graph-level.ts';
import type { GraphEdge, GraphNode, Mark } from './graph-model.ts';
import { elsewhereNode, factNode, nodeIdIn, readingEdges } from './graph-nodes.ts';
import { ruleNode } from './graph-policy.ts';
import type { GroupParts } from './graph-questions.ts';
import { cameOut, type IsCertain, type PathView } from './graph-told.ts';

/** The id of the group. */
export const RESULT = 'result ';

/** Facts and answers that rules read, the rules that held or may decide, the level, and in one node what else may hold. */
export function resultParts(view: PathView, certainty: IsCertain): GroupParts {
  const holding = new Set(view.decision.holding);
  const deciding = decidingIds(view);
  const rules = view.compiled.rules.map(({ rule }) => rule).filter(({ id }) => holding.has(id) || deciding.has(id));
  const read = [...new Set(rules.flatMap(({ when }) => [...readIds(when)]))];
  const level = levelNode(view, RESULT);
  const others = otherwiseNode(view, deciding);
  return {
    nodes: [
      ...read.map((id) => readNode(id, view, certainty)),
      ...rules.map((rule) =>
        ruleOf(rule, { isHolding: holding.has(rule.id), isDeciding: deciding.has(rule.id) }, view),
      ),
      ...others,
      level,
      ...pendingNode(view, deciding),
    ],
    edges: [
      ...rules.flatMap((rule) => readEdges(rule, view)),
      ...rules.flatMap((rule) => levelEdge(rule, level, view)),
      ...others.map(({ id }): GraphEdge => ({ from: id, to: level.id, kind: 'reads', label: '' })),
    ],
  };
}

/** Those to which the level is owed; none where an answer or the counselor ended the call, whatever the rules say. */
function decidingIds({ decision, result: { why, emergency } }: PathView): ReadonlySet<string> {
  const isStopped = emergency !== null && decision.emergency !== 'certain';
  return new Set(isStopped ? [] : why.reasons.map(({ rule }) => rule));
}

function readEdges(rule: Rule, view: PathView): readonly GraphEdge[] {
  const edges = readingEdges(rule.when, `rule ${rule.id}`, (id) => nodeIdIn(RESULT, id), view);
  return edges.map((edge) => ({ ...edge, label: '' }));
}

/** Early in a call half of all rules may still hold: they are named, and `explain` says what each waits for. */
function pendingNode({ decision }: PathView, deciding: ReadonlySet<string>): readonly GraphNode[] {
  const ids = decision.pending.map(({ rule }) => rule).filter((id) => !deciding.has(id));
  if (ids.length === 0) return [];
  const heading = ids.length === 1 ? 'one more rule may hold' : `${ids.length} more rules may hold`;
  return [
    {
      id: 'pending ',
      kind: 'rule',
      group: RESULT,
      heading,
      text: 'It depends on answers that are not there.',
      details: [ids.join(', ')],
      marks: ['possible'],
      weight: 'possible',
    },
  ];
}

function readNode(id: string, view: PathView, certainty: IsCertain): GraphNode {
  const fact = view.questionnaire.facts.find((one) => one.id === id);
  const node = fact === undefined ? elsewhereNode(id, RESULT, view) : factNode(fact, RESULT, view.language);
  return { ...node, details: cameOut(node, view, certainty) ?? [] };
}

interface Part {
  readonly isHolding: boolean;
  readonly isDeciding: boolean;
}

function ruleOf(rule: Rule, { isHolding, isDeciding }: Part, view: PathView): GraphNode {
  const node = ruleNode(rule, RESULT, view);
  const marks: readonly Mark[] = [
    ...(isDeciding ? (['decides'] as const) : []),
    ...(isHolding ? [] : (['possible'] as const)),
  ];
  const floor = rule.atLeast === undefined ? [] : [`at least: ${view.care.levels[rule.atLeast].name}`];
  const waitsFor = view.decision.pending.find((one) => one.rule === rule.id)?.waitsFor ?? [];
  const held = isDeciding ? 'strong' : 'usual';
  return {
    ...node,
    details: [...floor, ...node.details, ...(waitsFor.length === 0 ? [] : [`waits for ${waitsFor.join(', ')}`])],
    marks,
    weight: isHolding ? held : 'possible',
  };
}

/** What the policy says where no rule does, if that decides here or may. */
function otherwiseNode({ policy, decision }: PathView, deciding: ReadonlySet<string>): readonly GraphNode[] {
  if (!deciding.has(OTHERWISE)) return [];
  const isCertain = decision.deciding.kind === 'otherwise';
  return [
    {
      id: `rule ${OTHERWISE}`,
      kind: 'rule',
      group: RESULT,
      heading: OTHERWISE,
      text: policy.otherwise.because,
      details: [],
      marks: isCertain ? ['decides'] : ['decides', 'possible'],
      weight: isCertain ? 'strong' : 'possible',
    },
  ];
}

/** A rule leads to the level where it has a say in it. */
function levelEdge(rule: Rule, level: GraphNode, { care, result }: PathView): readonly GraphEdge[] {
  if (rule.atLeast === undefined || result.level.kind === 'none') return [];
  return [{ from: `rule ${rule.id}`, to: level.id, kind: 'reads', label: care.levels[rule.atLeast].name }];
}
