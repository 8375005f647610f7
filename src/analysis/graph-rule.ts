/** One rule as a picture: its whole condition, down to the questions on which it rests. */

import type { Condition } from '../conditions/model.ts';
import type { Test } from '../conditions/reads.ts';
import type { Rule } from '../policy/model.ts';
import type { DerivedFact, Question } from '../questionnaire/model.ts';
import type { Graph, GraphEdge, GraphNode } from './graph-model.ts';
import { factNode, questionNode } from './graph-nodes.ts';
import { type PolicyView, ruleNode } from './graph-policy.ts';
import { conditionInWords, sumInWords, testInWords } from './graph-words.ts';

const GROUP = 'rule ';

interface Tree {
  readonly view: PolicyView;
  readonly nodes: Map<string, GraphNode>;
  readonly edges: GraphEdge[];
  /** How many branches of a fact's definition are there already. */
  readonly grown: Map<string, number>;
}

/** The condition of a rule, the definitions of the facts that it reads, and of those that these read. */
export function ruleGraph(rule: Rule, view: PolicyView): Graph {
  const tree: Tree = { view, nodes: new Map(), edges: [], grown: new Map() };
  const { details, ...node } = ruleNode(rule, GROUP, view);
  const floor = rule.atLeast === undefined ? [] : [`at least: ${view.care.levels[rule.atLeast].name}`];
  tree.nodes.set(node.id, { ...node, weight: 'strong', details: [...floor, ...details.filter(isNoCondition)] });
  grow(tree, rule.when, { to: node.id, place: rule.id, suffix: '' });
  return {
    title: `${view.policy.title}: ${rule.id}`,
    about: 'Arrows lead to the rule from what has to hold, and to that from what it rests on.',
    language: view.language,
    nodes: [...tree.nodes.values()],
    edges: tree.edges,
    groups: [{ id: GROUP, title: '', isOrdered: false }],
    isSequence: false,
  };
}

/** Here the picture tells the condition. */
function isNoCondition(detail: string): boolean {
  return !detail.startsWith('if ');
}

/** Where a condition hangs, where it stands in its definition, and what is said besides at its arrow. */
interface Branch {
  readonly to: string;
  readonly place: string;
  readonly suffix: string;
}

function grow(tree: Tree, condition: Condition, branch: Branch): void {
  const { to, place, suffix } = branch;
  if ('id' in condition) {
    const from = growSource(tree, condition);
    tree.edges.push({ from, to, kind: 'reads', label: `${testInWords(condition, tree.view)}${suffix}` });
    return;
  }
  const id = `junction ${place}`;
  tree.nodes.set(id, junction(id, condition));
  tree.edges.push({ from: id, to, kind: 'reads', label: suffix.trim() });
  for (const [index, part] of partsOf(condition).entries())
    grow(tree, part.when, { to: id, place: `${place}.${index}`, suffix: part.suffix });
}

function partsOf(condition: Exclude<Condition, { id: string }>): readonly { when: Condition; suffix: string }[] {
  if ('of' in condition) return condition.of.map((when) => ({ when, suffix: '' }));
  return condition.terms.map(({ when, points }) => ({ when, suffix: points === 1 ? '' : ` (${points} points)` }));
}

function junction(id: string, condition: Exclude<Condition, { id: string }>): GraphNode {
  return {
    id,
    kind: 'junction',
    group: GROUP,
    heading: wordFor(condition),
    text: '',
    details: [],
    marks: [],
    weight: 'usual',
  };
}

function wordFor(condition: Exclude<Condition, { id: string }>): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.length === 0 ? 'always' : 'all of these';
    case 'any':
      return condition.of.length === 0 ? 'never' : 'any of these';
    case 'none':
      return condition.of.length === 1 ? 'not this' : 'none of these';
    case 'sum':
      return sumInWords(condition);
    default:
      return condition satisfies never;
  }
}

/** The node of a question or fact that is tested, with as much of a fact's definition as the test depends on. */
function growSource(tree: Tree, { id, ...test }: Test): string {
  const { questionnaire } = tree.view;
  const question = questionnaire.questions.find((one) => one.id === id);
  if (question !== undefined) tree.nodes.set(`question ${id}`, sourceQuestion(question, tree.view));
  const fact = questionnaire.facts.find((one) => one.id === id);
  if (fact === undefined) return `question ${id}`;
  const node = { ...factNode(fact, GROUP, tree.view.language), details: [definitionOf(fact)] };
  tree.nodes.set(node.id, node);
  const grown = tree.grown.get(id) ?? 0;
  const needed = branchesNeeded(fact, test.kind === 'is' ? test.values : fact.values);
  tree.grown.set(id, Math.max(grown, needed));
  for (const [index, { value, when }] of fact.branches.slice(0, needed).entries())
    if (index >= grown) grow(tree, when, { to: node.id, place: `${id}.${index}`, suffix: ` → ${value}` });
  return node.id;
}

/** A question that was not asked holds nothing, so that whoever reads the rule must know when it is asked. */
function sourceQuestion(question: Question, view: PolicyView): GraphNode {
  const isAlways = question.askIf.kind === 'all' && question.askIf.of.length === 0;
  const details = isAlways ? [] : [`asked only if ${conditionInWords(question.askIf, view)}`];
  return { ...questionNode(question, GROUP, view), details };
}

/** The first branch that holds gives the value, so that those behind the last one with a wanted value do not matter. */
function branchesNeeded({ branches, otherwise }: DerivedFact, wanted: readonly string[]): number {
  if (wanted.includes(otherwise)) return branches.length;
  return branches.findLastIndex(({ value }) => wanted.includes(value)) + 1;
}

function definitionOf({ branches, otherwise }: DerivedFact): string {
  const values = [...new Set(branches.map(({ value }) => value))];
  return `${values.length > 1 ? `the first that holds of ${values.join(', ')}` : values.join('')}; else ${otherwise}`;
}
