/** What a caller's answers, and the facts that are worked out from them, came out as. */

import type { CompiledPolicy } from '../decision/compile.ts';
import type { Certainty, Decision } from '../decision/model.ts';
import { answerSoFarInWords } from '../questionnaire/in-words.ts';
import type { Answers, Question } from '../questionnaire/model.ts';
import type { Summary } from '../referral/summary.ts';
import type { GraphNode } from './graph-model.ts';
import { nodeIdIn } from './graph-nodes.ts';
import type { PolicyView } from './graph-policy.ts';

/** What a summary says of the result, with everything that it warns of. */
export type ShownResult = Pick<
  Summary,
  'emergency' | 'ending' | 'endingByAnswers' | 'level' | 'override' | 'why' | 'open'
>;

/** A caller whose answers contradict nothing, with what the compiled policy made of them and what is said of that. */
export interface PathView extends PolicyView {
  readonly compiled: CompiledPolicy;
  readonly answers: Answers;
  readonly decision: Decision;
  readonly result: ShownResult;
}

/** Whether a statement holds for the caller. */
export type IsCertain = (region: ReturnType<CompiledPolicy['callers']['applies']>) => Certainty;

/** What the question or fact came out as for which a node stands; undefined where it stands for something else. */
export function cameOut(node: GraphNode, view: PathView, certainty: IsCertain): readonly string[] | undefined {
  const { facts, questions } = view.questionnaire;
  const isMeant = ({ id }: { readonly id: string }): boolean => nodeIdIn(node.group, id) === node.id;
  const fact = facts.find(isMeant);
  if (fact !== undefined) {
    const { factRegion } = view.compiled.callers;
    const values = fact.values.filter((value) => certainty(factRegion(fact.id, value)) !== 'no');
    return [`is ${values.join(' or ')}`];
  }
  const question = questions.find(isMeant);
  return question && [answered(question, view, certainty)];
}

function answered(question: Question, { answers, compiled, language }: PathView, certainty: IsCertain): string {
  if (certainty(compiled.callers.applies(question.id)) === 'no') return 'not asked';
  if (!answers.values.has(question.id)) return 'not known';
  return isIdentifying(question) ? 'answered' : answerSoFarInWords(question, answers, language);
}

/** Texts, dates and telephone numbers say who a caller is. */
export function isIdentifying({ kind }: Question): boolean {
  return kind.kind === 'unreadable';
}
