/** One caller's way through the script as a picture: what was asked and what was not, and what followed from the answers. */

import { knownCaller } from '../decision/known-caller.ts';
import type { Certainty } from '../decision/model.ts';
import { answerSoFarInWords } from '../questionnaire/in-words.ts';
import type { Question } from '../questionnaire/model.ts';
import type { Graph, GraphNode, Weight } from './graph-model.ts';
import { questionsGraph } from './graph-questions.ts';
import { RESULT, resultParts } from './graph-result.ts';
import { cameOut, type IsCertain, isIdentifying, type PathView } from './graph-told.ts';
import { conditionInWords } from './graph-words.ts';

/** The script with one caller's answers in it, and a last group: facts that came out, rules that held, the level. */
export function pathGraph(view: PathView): Graph {
  const script = questionsGraph({ ...view, section: undefined });
  const { certainty } = knownCaller(view.compiled, view.answers);
  const sections = new Set(view.questionnaire.sections.map(({ id }) => id));
  const stop = firstStop(view);
  const isAfterStop = (question: Question): boolean => stop !== undefined && question.index > stop;
  const questions = new Map(view.questionnaire.questions.map((question) => [`question ${question.id}`, question]));
  const shown = (node: GraphNode): readonly GraphNode[] => {
    const question = questions.get(node.id);
    if (question === undefined) return sections.has(node.group) ? [asCameOut(node)] : [];
    const applies = certainty(view.compiled.callers.applies(question.id));
    return [asAnswered(node, question, { ...view, applies, isAfterStop: isAfterStop(question) })];
  };
  const asCameOut = (node: GraphNode): GraphNode => {
    const details = cameOut(node, view, certainty);
    if (details !== undefined) return { ...node, details };
    const stopping = view.questionnaire.questions.filter(({ section }) => section === node.group);
    return {
      ...node,
      weight: stopWeight(
        stopping.filter((one) => !isAfterStop(one)),
        view,
        certainty,
      ),
    };
  };
  const result = resultParts(view, certainty);
  const nodes = script.nodes.flatMap(shown);
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    ...script,
    title: `A call under ${view.policy.title}`,
    about:
      'Questions stand in the order of the script, each with the answer. What is drawn faintly was not asked. Dots surround what may still come about. The last group shows what followed from the answers.',
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
      : `answer: ${answerSoFarInWords(question, answers, language)}`;
    const isOpen = answers.unknownOptions.has(question.id);
    return {
      ...node,
      details: [answer],
      marks: [...(stopped ? (['stop'] as const) : []), ...(isOpen ? (['open'] as const) : [])],
      weight: stopped ? 'strong' : 'usual',
    };
  }
  return { ...node, ...unanswered(question, told) };
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

/** Whether the call stopped at one of these questions, or an answer that is not there could still stop it. */
function stopWeight(questions: readonly Question[], view: PathView, certainty: IsCertain): Weight {
  const stopping = new Set(view.decision.stops.map(({ question }) => question));
  if (questions.some(({ id }) => stopping.has(id))) return 'strong';
  return questions.some((question) => mayStop(question, view, certainty)) ? 'possible' : 'faint';
}

function mayStop({ id, stop }: Question, { answers, compiled }: PathView, certainty: IsCertain): boolean {
  if (stop.length === 0 || certainty(compiled.callers.applies(id)) === 'no') return false;
  const unknown = answers.unknownOptions.get(id);
  return !answers.values.has(id) || stop.some((option) => unknown?.has(option));
}
