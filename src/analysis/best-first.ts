/** A call that asks the most telling question first: for comparison only, because the order of the script is never changed. */

import { encodeAnswers } from '../callers/encoding.ts';
import { knownAs } from '../decision/known-caller.ts';
import { nextQuestions } from '../decision/next-questions.ts';
import type { Forest } from '../diagram/forest.ts';
import { createRests, type Most } from '../diagram/rests.ts';
import { stopsNamed } from '../interview/alarm.ts';
import { stepMaker } from '../interview/answer-step.ts';
import type { Call, CallState, Reply } from '../interview/model.ts';
import { asAnswers, questionWith, replyIn } from '../interview/replies.ts';
import { standingOf } from '../interview/standing.ts';
import { FIRST_STEPS } from '../policy/care-lists.ts';
import type { Answers } from '../questionnaire/model.ts';
import { isOneResult } from './call-outcome.ts';

export interface BestFirst {
  readonly questions: number;
  /** How many were asked until level and first steps were certain; all of them where they never were. */
  readonly untilSettled: number;
}

type Replies = Pick<CallState, 'given' | 'again'>;
type Ranking = (answers: Answers) => readonly string[];

/**
 * Counts what a brief call would ask if it began with the questions about danger, in script order, then took the next best question
 * that surely applies (`Decision.ask`) until level and first steps are certain, and then what is left in script order: what supports
 * wait for, and what has a use. `most` says how much is kept from one caller to the next.
 */
export function bestFirstOf(call: Call, most?: Most): (answers: Answers) => BestFirst {
  const rank = ranking(call, most);
  return (answers) => {
    const told = (id: string): Reply => replyIn(answers, id) ?? { unknown: 'declined' };
    let replies: Replies = { given: new Map(), again: new Set() };
    let untilSettled: number | undefined;
    for (;;) {
      const ranked = rank(asAnswers(call, replies, () => true));
      const next = nextOf(call, replies, ranked);
      if (ranked.length === 0) untilSettled ??= replies.given.size;
      if (next === undefined)
        return { questions: replies.given.size, untilSettled: untilSettled ?? replies.given.size };
      replies = { ...replies, given: new Map([...replies.given, [next, { reply: told(next), at: 0 }]]) };
    }
  };
}

/** What the call asks next, of the questions that are open in it; nothing in an emergency. */
function nextOf(call: Call, replies: Replies, ranked: readonly string[]): string | undefined {
  const { open, applies, isEmergency } = standingOf(call, replies);
  if (isEmergency || isStopped(call, replies)) return undefined;
  const best = ranked.find((id) => open.includes(id) && applies.get(id) === 'certain');
  return open.find((id) => isAboutDanger(call, id)) ?? best ?? open[0];
}

function isAboutDanger(call: Call, id: string): boolean {
  const question = questionWith(call, id);
  return question !== undefined && (question.safety || question.stop.length > 0 || question.panel !== undefined);
}

function isStopped(call: Call, { given }: Replies): boolean {
  return [...given].some(([id, { reply }]) => {
    const question = questionWith(call, id);
    return question !== undefined && stopsNamed(question, reply).length > 0;
  });
}

/** The questions on which level and first steps still depend, best first: found once for all callers of whom the same is left. */
function ranking({ compiled }: Call, most: Most | undefined): Ranking {
  const { callers, firstSteps, outcome } = compiled;
  const restOf = createRests(callers.forest, [outcome, ...FIRST_STEPS.map((id) => firstSteps[id])], most);
  const stepOf = stepMaker(compiled);
  // A node's number means something in its own forest only, and what is left is forgotten with it now and then.
  const knownIn = new WeakMap<Forest, Map<string, readonly string[]>>();
  return (answers) => {
    const { nodes, reached, forest } = restOf([...answers.values.keys()].flatMap((id) => stepOf(id, answers) ?? []));
    const [level = 0, ...others] = nodes.map(reached);
    if (isOneResult(level, others)) return [];
    const known = knownIn.get(forest) ?? new Map<string, readonly string[]>();
    knownIn.set(forest, known);
    const left = nodes.join(' ');
    const ranked =
      known.get(left) ??
      nextQuestions(knownAs(compiled, encodeAnswers(callers.encoding, answers))).map(({ question }) => question);
    known.set(left, ranked);
    return ranked;
  };
}
