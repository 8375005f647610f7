/** Nodes that several pictures show: questions and facts, and those that lie elsewhere. */

import type { Condition } from '../conditions/model.ts';
import { type Test, visitTests } from '../conditions/reads.ts';
import { askedSentence } from '../questionnaire/asked-sentence.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { DerivedFact, Question } from '../questionnaire/model.ts';
import type { GraphEdge, GraphNode, Mark } from './graph-model.ts';
import { conditionInWords, type Speaking, testInWords } from './graph-words.ts';

/** A question with its number in the script. */
export function questionNode(question: Question, group: string, { language }: Speaking): GraphNode {
  return {
    id: `question ${question.id}`,
    kind: 'question',
    group,
    heading: numbered(question),
    text: askedSentence(inLanguage(question.say, language)),
    details: [],
    marks: marksOf(question),
    weight: 'usual',
  };
}

/** The number and the id of a question: `17 · substances`. */
export function numbered({ index, id }: Question): string {
  return `${index + 1} · ${id}`;
}

/** What is said of a question in a word each. */
export function marksOf({ safety, stop, restricted }: Question): readonly Mark[] {
  return [
    ...(safety ? (['safety'] as const) : []),
    ...(stop.length > 0 ? (['stop'] as const) : []),
    ...(restricted ? (['restricted'] as const) : []),
  ];
}

/** A derived fact, with the ids that its definition reads. */
export function factNode(fact: DerivedFact, group: string, language: string): GraphNode {
  const [only, second] = fact.values;
  const values = second === undefined ? [only ?? ''] : fact.values;
  return {
    id: nodeIdIn(group, fact.id),
    kind: 'fact',
    group,
    heading: fact.id,
    text: inLanguage(fact.title, language),
    details: [`is ${values.join(' or ')}`, `worked out from ${shortened(readByFact(fact)).join(', ')}`],
    marks: [],
    weight: 'usual',
  };
}

/** More ids than these nobody reads in a box. */
const MOST_NAMED = 6;

function shortened(ids: readonly string[]): readonly string[] {
  return ids.length <= MOST_NAMED + 1 ? ids : [...ids.slice(0, MOST_NAMED), `and ${ids.length - MOST_NAMED} more`];
}

/** Ids of the questions and facts that the definition of a fact reads, in the order in which it names them. */
export function readByFact(fact: DerivedFact): readonly string[] {
  const ids = new Set<string>();
  for (const { when } of fact.branches) visitTests(when, (test) => ids.add(test.id));
  return [...ids];
}

/** What lies elsewhere, known by its id alone: a question with its number, or a fact. */
export function elsewhereNode(id: string, group: string, { questionnaire }: Speaking): GraphNode {
  const question = questionnaire.questions.find((one) => one.id === id);
  return {
    id: nodeIdIn(group, id),
    kind: 'elsewhere',
    group,
    heading: question === undefined ? id : numbered(question),
    text: '',
    details: [],
    marks: [],
    weight: 'usual',
  };
}

/** The id of what stands in a group for something that may stand in other groups, too. */
export function nodeIdIn(group: string, id: string): string {
  return `${id} in ${group}`;
}

/** The tests of a condition by the id that they read. */
export function testsById(condition: Condition): ReadonlyMap<string, readonly Test[]> {
  const tests = new Map<string, Test[]>();
  visitTests(condition, (test) => tests.set(test.id, [...(tests.get(test.id) ?? []), test]));
  return tests;
}

/**
 * An arrow to a node from each question and fact that its condition reads, labelled with what it wants of it; `nodeFor` says which
 * node stands for an id.
 */
export function readingEdges(
  condition: Condition,
  to: string,
  nodeFor: (id: string) => string,
  speaking: Speaking,
): readonly GraphEdge[] {
  return [...testsById(condition)].map(([id, tests]) => ({
    from: nodeFor(id),
    to,
    kind: 'reads',
    label: [...new Set(tests.map((test) => testInWords(test, speaking)))].join('; '),
  }));
}

/** The condition in words where arrows do not tell it: what all arrows together mean is plain only where all must hold. */
export function conditionDetail(condition: Condition, word: string, speaking: Speaking): readonly string[] {
  return isPlain(condition) ? [] : [`${word} ${conditionInWords(condition, speaking)}`];
}

function isPlain(condition: Condition): boolean {
  if ('id' in condition) return true;
  if (condition.kind !== 'all') return false;
  const ids = condition.of.map((part) => ('id' in part ? part.id : ''));
  return !ids.includes('') && new Set(ids).size === ids.length;
}
