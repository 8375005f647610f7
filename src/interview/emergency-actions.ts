/** What the rules say to do in an emergency, known before anybody has said a word. */

import { encodeAnswers } from '../callers/encoding.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { TRUE } from '../diagram/forest.ts';
import { reachable } from '../diagram/walk.ts';
import { ACTIONS, type Action } from '../policy/care-lists.ts';
import type { Answers, Question } from '../questionnaire/model.ts';
import { answersOf } from './answers-of.ts';
import type { Call, CallState } from './model.ts';

/** Each option that stops a call, as `question.option`, with what is to be done whatever else the caller would say. */
export type StopActions = ReadonlyMap<string, readonly Action[]>;

/** Works the actions of every stop option out ahead, so that a stop shows them without working anything out. */
export function stopActions(compiled: CompiledPolicy): StopActions {
  const { questions } = compiled.callers.questionnaire;
  return new Map(
    questions.flatMap((question) =>
      question.stop.map((option) => [`${question.id}.${option}`, certainActions(compiled, saying(question, option))]),
    ),
  );
}

/** What is to be done once the answers add up to an emergency. */
export function actionsNow(call: Call, state: CallState): readonly Action[] {
  return certainActions(call.compiled, answersOf(call, state));
}

function certainActions(compiled: CompiledPolicy, answers: Answers): readonly Action[] {
  const { encoding, forest } = compiled.callers;
  const known = encodeAnswers(encoding, answers);
  return ACTIONS.filter((action) => reachable(forest, compiled.actions[action], known) === 1 << TRUE);
}

/** Somebody of whom nothing is known but that one option was named; of the others nothing was said. */
function saying(question: Question, option: string): Answers {
  const others = question.options.filter(({ id }) => id !== option).map(({ id }) => [id, 'not-asked'] as const);
  const isList = question.type === 'choices';
  return {
    questionnaire: '',
    values: new Map([[question.id, isList ? [option] : option]]),
    unknown: new Map(),
    unknownOptions: isList ? new Map([[question.id, new Map(others)]]) : new Map(),
  };
}
