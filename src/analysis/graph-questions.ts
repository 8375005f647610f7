/** The script as a picture: its sections in order, and what decides whether a question is asked. */

import { ALWAYS, type Condition } from '../conditions/model.ts';
import { readIds } from '../conditions/reads.ts';
import { inLanguage } from '../questionnaire/in-words.ts';
import type { Disposition, Question, Section } from '../questionnaire/model.ts';
import type { Graph, GraphEdge, GraphGroup, GraphNode } from './graph-model.ts';
import {
  conditionDetail,
  elsewhereNode,
  factNode,
  nodeIdIn,
  questionNode,
  readByFact,
  readingEdges,
} from './graph-nodes.ts';
import { type Speaking, testInWords } from './graph-words.ts';

/** The group of the ways in which a call ends without a level. */
const ENDINGS = 'endings ';

export interface QuestionsView extends Speaking {
  /** Id of the one section to show, with the answers that each of its questions takes; all of them where undefined. */
  readonly section?: string | undefined;
}

/** What a group of a picture is made of. */
export interface GroupParts {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The flow of the script, by section; then the ways in which a call ends without a level. */
export function questionsGraph(view: QuestionsView): Graph {
  const { questionnaire, language, section: only } = view;
  const sections = questionnaire.sections.filter(({ id }) => only === undefined || id === only);
  const shown = sections.flatMap((section) => shownSection(section, view));
  const endings = only === undefined ? shownEndings(view) : [];
  const all = [...shown, ...endings];
  const title = inLanguage(questionnaire.title, language);
  return {
    title: only === undefined ? title : `${title}: ${sectionTitle(only, view)}`,
    about:
      'A thick arrow leads from each question that everybody is asked to the next one of them. A question to which thin arrows lead is asked only if what they say holds.',
    language,
    nodes: all.flatMap(({ nodes }) => nodes),
    edges: all.flatMap(({ edges }) => edges),
    groups: all.map(({ group }) => group),
    isSequence: true,
  };
}

type ShownGroup = GroupParts & { readonly group: GraphGroup };

function sectionTitle(id: string, { questionnaire, language }: Speaking): string {
  const section = questionnaire.sections.find((one) => one.id === id);
  return section === undefined ? id : inLanguage(section.title, language);
}

function shownSection(section: Section, view: QuestionsView): readonly ShownGroup[] {
  const questions = view.questionnaire.questions.filter((question) => question.section === section.id);
  if (questions.length === 0) return [];
  const place = view.questionnaire.sections.findIndex(({ id }) => id === section.id) + 1;
  const group = { id: section.id, title: `${place}. ${inLanguage(section.title, view.language)}`, isOrdered: true };
  return [{ group, ...sectionParts(questions, section.id, view) }];
}

/** The questions of a section, what their gates read, the order, and where a call stops. */
export function sectionParts(questions: readonly Question[], group: string, view: QuestionsView): GroupParts {
  const inside = new Set(questions.map(({ id }) => id));
  const nodeFor = (id: string): string => (inside.has(id) ? `question ${id}` : nodeIdIn(group, id));
  const gates = questions.flatMap(({ askIf }) => [...readIds(askIf)]);
  const sources = [...new Set(gates)].filter((id) => !inside.has(id)).map((id) => sourceNode(id, group, view));
  const stops = questions.filter(({ stop }) => stop.length > 0);
  return {
    nodes: [...inReadingOrder(questions, sources, group, view), ...(stops.length > 0 ? [stopNode(group)] : [])],
    edges: [
      ...thenEdges(questions),
      ...sources.flatMap((node) => factEdges(node, inside, view)),
      ...questions.flatMap((question) => readingEdges(question.askIf, `question ${question.id}`, nodeFor, view)),
      ...stops.map((question) => stopEdge(question, group, view)),
    ],
  };
}

/** Each source stands before the first question whose gate reads it. */
function inReadingOrder(
  questions: readonly Question[],
  sources: readonly GraphNode[],
  group: string,
  view: QuestionsView,
): readonly GraphNode[] {
  const left = new Map(sources.map((node) => [node.id, node]));
  return questions.flatMap((question) => {
    const before = [...readIds(question.askIf)].flatMap((id) => {
      const node = left.get(nodeIdIn(group, id));
      left.delete(nodeIdIn(group, id));
      return node === undefined ? [] : [node];
    });
    return [...before, shownQuestion(question, group, view)];
  });
}

function shownQuestion(question: Question, group: string, view: QuestionsView): GraphNode {
  const node = questionNode(question, group, view);
  const answers = view.section === undefined ? [] : [answersOf(question, view)];
  return { ...node, details: [...answers, ...conditionDetail(question.askIf, 'only if', view)] };
}

function sourceNode(id: string, group: string, view: Speaking): GraphNode {
  const fact = view.questionnaire.facts.find((one) => one.id === id);
  return fact === undefined ? elsewhereNode(id, group, view) : factNode(fact, group, view.language);
}

/** A fact hangs on the questions of the section that its definition names; what else it reads is said in words. */
function factEdges(node: GraphNode, inside: ReadonlySet<string>, { questionnaire }: Speaking): readonly GraphEdge[] {
  const fact = questionnaire.facts.find(({ id }) => nodeIdIn(node.group, id) === node.id);
  const read = fact === undefined ? [] : readByFact(fact);
  return read
    .filter((id) => inside.has(id))
    .map((id) => ({ from: `question ${id}`, to: node.id, kind: 'reads', label: '' }));
}

/** From each question that everybody is asked to the next one of them. */
function thenEdges(questions: readonly Question[]): readonly GraphEdge[] {
  const always = questions.filter(({ askIf }) => isAlways(askIf));
  return always.slice(1).map((question, index) => ({
    from: `question ${always[index]?.id}`,
    to: `question ${question.id}`,
    kind: 'then',
    label: '',
  }));
}

function isAlways(condition: Condition): boolean {
  return condition === ALWAYS || (condition.kind === 'all' && condition.of.length === 0);
}

function stopNode(group: string): GraphNode {
  return {
    id: nodeIdIn(group, 'stop '),
    kind: 'ending',
    group,
    heading: 'Emergency steps',
    text: 'The call stops at once.',
    details: [],
    marks: [],
    weight: 'strong',
  };
}

function stopEdge({ id, options, stop }: Question, group: string, view: Speaking): GraphEdge {
  const isAny = options.length > 2 && options.length === stop.length;
  const label = isAny ? 'any of these' : testInWords({ kind: 'names', id, options: stop, every: false }, view);
  return { from: `question ${id}`, to: nodeIdIn(group, 'stop '), kind: 'reads', label };
}

/** Lists longer than this are counted. */
const MOST_ANSWERS = 12;

/** The answers that a question takes, on one line. */
function answersOf({ type, kind, options }: Question, { language }: Speaking): string {
  if (kind.kind === 'number') return `a number, ${kind.min} to ${kind.max}`;
  if (kind.kind === 'unreadable') return `a ${type === 'phone' ? 'telephone number' : type}`;
  if (options.length > MOST_ANSWERS) return `${type === 'choices' ? 'any' : 'one'} of ${options.length} answers`;
  const labels = options.map(({ label }) => inLanguage(label, language));
  return labels.length === 0 ? type : `${type === 'choices' ? 'any of: ' : ''}${labels.join(' / ')}`;
}

function shownEndings(view: Speaking): readonly ShownGroup[] {
  const { dispositions } = view.questionnaire;
  if (dispositions.length === 0) return [];
  const ids = [...new Set(dispositions.flatMap(({ when }) => (when === undefined ? [] : [...readIds(when)])))];
  return [
    {
      group: { id: ENDINGS, title: 'Calls that end without a level', isOrdered: true },
      nodes: [
        ...ids.map((id) => elsewhereNode(id, ENDINGS, view)),
        ...dispositions.map((one) => endingNode(one, view)),
      ],
      edges: dispositions.flatMap(({ id, when }) =>
        when === undefined ? [] : readingEdges(when, `ending ${id}`, (read) => nodeIdIn(ENDINGS, read), view),
      ),
    },
  ];
}

function endingNode({ id, title, when }: Disposition, view: Speaking): GraphNode {
  return {
    id: `ending ${id}`,
    kind: 'ending',
    group: ENDINGS,
    heading: inLanguage(title, view.language),
    text: '',
    details: when === undefined ? ['the counselor ends the call so'] : conditionDetail(when, 'if', view),
    marks: [],
    weight: 'usual',
  };
}
