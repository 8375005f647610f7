/** One caller's way through the script as a picture: what was asked and what was not, and what followed from the answers. */

import { readIds } from '../conditions/reads.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { OTHERWISE } from '../decision/compile.ts';
import { knownCaller } from '../decision/known-caller.ts';
import type { Certainty, Decision } from '../decision/model.ts';
import type { Rule } from '../policy/model.ts';
import { answerInWords, inLanguage } from '../questionnaire/in-words.ts';
import type { Answers, DerivedFact, Question } from '../questionnaire/model.ts';
import type { Graph, GraphEdge, GraphNode, Mark } from './graph-model.ts';
import { nodeIdIn, numbered, readingEdges } from './graph-nodes.ts';
import { type PolicyView, ruleNode } from './graph-policy.ts';
import { type GroupParts, questionsGraph } from './graph-questions.ts';
import { conditionInWords } from './graph-words.ts';

/** A caller whose answers contradict nothing, with what the compiled policy made of them. */
export interface PathView extends PolicyView {
  readonly compiled: CompiledPolicy;
  readonly answers: Answers;
  readonly decision: Decision;
}

const RESULT = 'result ';

/** The script with one caller's answers in it, and a last group: facts that came out, rules that held, the level. */
export function pathGraph(view: PathView): Graph {
  const script = questionsGraph({ ...view, section: undefined });
  const { certainty } = knownCaller(view.compiled, view.answers);
  const sections = new Set(view.questionnaire.sections.map(({ id }) => id));
  const stop = firstStop(view);
  const questions = new Map(view.questionnaire.questions.map((question) => [`question ${question.id}`, question]));
  const shown = (node: GraphNode): readonly GraphNode[] => {
    const question = questions.get(node.id);
    if (question === undefined) return sections.has(node.group) ? [withValue(node, view, certainty)] : [];
    const applies = certainty(view.compiled.callers.applies(question.id));
    return [asAnswered(node, question, { ...view, applies, isAfterStop: stop !== undefined && question.index > stop })];
  };
  const result = resultParts(view, certainty);
  const nodes = script.nodes.flatMap(shown);
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    ...script,
    title: `A call under ${view.policy.title}`,
    about:
      'Questions stand in the order of the script, each with the answer. What is drawn faintly was not asked. The last group shows what followed from the answers.',
    nodes: [...nodes, ...result.nodes],
    edges: [...script.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)), ...result.edges],
    groups: [
      ...script.groups.filter(({ id }) => sections.has(id)),
      { id: RESULT, title: 'What follows', isOrdered: true },
    ],
  };
}

/** The place in the script of the question whose answer stopped the call; undefined where none did. */
function firstStop({ decision, questionnaire }: PathView): number | undefined {
  const stopping = new Set(decision.stops.map(({ question }) => question));
  return questionnaire.questions.find(({ id }) => stopping.has(id))?.index;
}

type Told = PathView & { readonly applies: Certainty; readonly isAfterStop: boolean };

/** A question of the script with what became of it. */
function asAnswered(node: GraphNode, question: Question, told: Told): GraphNode {
  const { answers, decision, language } = told;
  const stopped = decision.stops.some((stop) => stop.question === question.id);
  const value = answers.values.get(question.id);
  if (value !== undefined && told.applies !== 'no') {
    const answer = isIdentifying(question)
      ? 'answered, not shown here'
      : `answer: ${answerInWords(question, value, language)}`;
    return {
      ...node,
      details: [answer, ...unsureDetail(question, told)],
      marks: stopped ? ['stop'] : [],
      weight: stopped ? 'strong' : 'usual',
    };
  }
  return { ...node, ...unanswered(question, told) };
}

/** Texts, dates and telephone numbers say who a caller is. */
function isIdentifying({ kind }: Question): boolean {
  return kind.kind === 'unreadable';
}

function unsureDetail({ id, options }: Question, { answers, language }: PathView): readonly string[] {
  const unsure = answers.unknownOptions.get(id);
  if (unsure === undefined) return [];
  const labels = options.filter((option) => unsure.has(option.id)).map(({ label }) => inLanguage(label, language));
  return [`not known: ${labels.join('; ')}`];
}

const WHY_UNKNOWN = { unsure: 'answer: not sure', declined: 'answer: declined', 'not-asked': 'not answered' } as const;

function unanswered(question: Question, told: Told): Pick<GraphNode, 'details' | 'marks' | 'weight'> {
  const { answers, applies } = told;
  if (applies === 'no')
    return {
      details: [`only if ${conditionInWords(question.askIf, told)}, which does not hold`],
      marks: ['not asked'],
      weight: 'faint',
    };
  const why = answers.unknown.get(question.id);
  if (why === 'unsure' || why === 'declined') return { details: [WHY_UNKNOWN[why]], marks: ['open'], weight: 'usual' };
  if (told.isAfterStop) return { details: ['the call had stopped'], marks: ['not asked'], weight: 'faint' };
  const detail = applies === 'possible' ? 'whether it is asked is open' : WHY_UNKNOWN['not-asked'];
  return { details: [detail], marks: ['open'], weight: 'usual' };
}

/** What a question or fact that lies elsewhere came out as. */
function withValue(node: GraphNode, view: PathView, certainty: IsCertain): GraphNode {
  const fact = view.questionnaire.facts.find(({ id }) => nodeIdIn(node.group, id) === node.id);
  if (fact !== undefined) return { ...node, details: [`is ${valuesOf(fact, view, certainty).join(' or ')}`] };
  const question = view.questionnaire.questions.find(({ id }) => nodeIdIn(node.group, id) === node.id);
  if (question !== undefined) return { ...node, details: sourceDetail(question, view, certainty) };
  const isReached = view.decision.stops.some(({ question: id }) => isIn(id, node.group, view));
  return { ...node, weight: isReached ? 'strong' : 'faint' };
}

function isIn(id: string, section: string, { questionnaire }: PathView): boolean {
  return questionnaire.questions.some((question) => question.id === id && question.section === section);
}

function sourceDetail(question: Question, view: PathView, certainty: IsCertain): readonly string[] {
  const value = view.answers.values.get(question.id);
  if (certainty(view.compiled.callers.applies(question.id)) === 'no') return ['not asked'];
  if (value === undefined) return ['not known'];
  return isIdentifying(question) ? ['answered'] : [answerInWords(question, value, view.language)];
}

type IsCertain = (region: ReturnType<CompiledPolicy['callers']['applies']>) => Certainty;

/** The values that a fact may have for the caller: one where it is certain. */
function valuesOf(fact: DerivedFact, { compiled }: PathView, certainty: IsCertain): readonly string[] {
  return fact.values.filter((value) => certainty(compiled.callers.factRegion(fact.id, value)) !== 'no');
}

/** Facts and answers that rules read, the rules that held or may decide, the level, and in one node what else may hold. */
function resultParts(view: PathView, certainty: IsCertain): GroupParts {
  const holding = new Set(view.decision.holding);
  const deciding = new Set(decidingIds(view));
  const rules = view.compiled.rules.map(({ rule }) => rule).filter(({ id }) => holding.has(id) || deciding.has(id));
  const read = [...new Set(rules.flatMap(({ when }) => [...readIds(when)]))];
  const level = levelNode(view);
  const others = otherwiseNode(view);
  return {
    nodes: [
      ...read.map((id) => readNode(id, view, certainty)),
      ...rules.map((rule) => heldNode(rule, holding.has(rule.id), view)),
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
      weight: 'faint',
    },
  ];
}

function readNode(id: string, view: PathView, certainty: IsCertain): GraphNode {
  const fact = view.questionnaire.facts.find((one) => one.id === id);
  const question = view.questionnaire.questions.find((one) => one.id === id);
  const details =
    fact === undefined
      ? question === undefined
        ? []
        : sourceDetail(question, view, certainty)
      : [`is ${valuesOf(fact, view, certainty).join(' or ')}`];
  return {
    id: nodeIdIn(RESULT, id),
    kind: fact === undefined ? 'elsewhere' : 'fact',
    group: RESULT,
    heading: question === undefined ? id : numbered(question),
    text: fact?.title ?? '',
    details,
    marks: [],
    weight: 'usual',
  };
}

function heldNode(rule: Rule, isHolding: boolean, view: PathView): GraphNode {
  const node = ruleNode(rule, RESULT, view);
  const isDeciding = decidingIds(view).includes(rule.id);
  const marks: readonly Mark[] = [
    ...(isDeciding ? (['decides'] as const) : []),
    ...(isHolding ? [] : (['possible'] as const)),
  ];
  const floor = rule.atLeast === undefined ? [] : [`at least: ${view.care.levels[rule.atLeast].name}`];
  const waitsFor = view.decision.pending.find((one) => one.rule === rule.id)?.waitsFor ?? [];
  return {
    ...node,
    details: [...floor, ...node.details, ...(waitsFor.length === 0 ? [] : [`waits for ${waitsFor.join(', ')}`])],
    marks,
    weight: isDeciding ? 'strong' : isHolding ? 'usual' : 'faint',
  };
}

function decidingIds({ decision: { deciding } }: PathView): readonly string[] {
  if (deciding.kind === 'otherwise') return [OTHERWISE];
  return deciding.kind === 'none' ? [] : deciding.rules;
}

/** What the policy says where no rule does, if that decides here. */
function otherwiseNode(view: PathView): readonly GraphNode[] {
  if (!decidingIds(view).includes(OTHERWISE)) return [];
  const { because } = view.policy.otherwise;
  return [
    {
      id: `rule ${OTHERWISE}`,
      kind: 'rule',
      group: RESULT,
      heading: OTHERWISE,
      text: because,
      details: [],
      marks: ['decides'],
      weight: 'strong',
    },
  ];
}

/** A rule leads to the level where it has a say in it. */
function levelEdge(rule: Rule, level: GraphNode, { care }: PathView): readonly GraphEdge[] {
  if (rule.atLeast === undefined) return [];
  return [{ from: `rule ${rule.id}`, to: level.id, kind: 'reads', label: care.levels[rule.atLeast].name }];
}

function levelNode({ decision, care, questionnaire }: PathView): GraphNode {
  const { levels, dispositions, settled } = decision;
  const endings = dispositions.flatMap(({ id, certainty }) =>
    questionnaire.dispositions
      .filter((one) => one.id === id)
      .map(({ title }) => (certainty === 'certain' ? title : `perhaps: ${title}`)),
  );
  const names = levels.map((level) => care.levels[level].name);
  const isOpen = !settled && names.length > 1;
  return {
    id: 'level ',
    kind: 'level',
    group: RESULT,
    heading: names.length === 0 ? (endings[0] ?? 'no level') : isOpen ? `At least: ${names[0]}` : (names[0] ?? ''),
    text: isOpen ? `At most: ${names.at(-1)}` : '',
    details: names.length === 0 ? endings.slice(1) : endings,
    marks: settled ? [] : ['open'],
    weight: 'strong',
  };
}
