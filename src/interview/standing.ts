/** What follows from the replies that are scored: results still possible, and the questions to come. */

import type { Certainty } from '../decision/model.ts';
import { terminalsIn } from '../diagram/walk.ts';
import { FIRST_STEPS, LEVELS } from '../policy/care-lists.ts';
import type { Answers, Disposition, Question } from '../questionnaire/model.ts';
import type { Call, Standing } from './model.ts';
import { asAnswers, type Replies, scoredReply } from './replies.ts';
import { resultRoots } from './result-roots.ts';
import { type Walks, walksWith } from './walks.ts';

type Again = Replies['again'];

/** Standings by what they follow from, so that states which differ only in place or notes share one. Gone with the states. */
const known = new WeakMap<Call, WeakMap<Replies['given'], WeakMap<Again, Standing>>>();

/** What follows from a call's replies; worked out when first asked for. */
export function standingOf(call: Call, { given, again }: Replies): Standing {
  const byGiven = known.get(call) ?? new WeakMap<Replies['given'], WeakMap<Again, Standing>>();
  const byAgain = byGiven.get(given) ?? new WeakMap<Again, Standing>();
  const standing = byAgain.get(again) ?? workOut(call, { given, again });
  known.set(call, byGiven.set(given, byAgain.set(again, standing)));
  return standing;
}

/** The disposition with which the call ends as things stand: the first certain one, unless it is an emergency. */
export function endingOf(
  call: Call,
  standing: Pick<Standing, 'dispositions' | 'isEmergency'>,
): Disposition | undefined {
  const first = standing.dispositions.find((one) => one.certainty === 'certain');
  if (standing.isEmergency || first === undefined) return undefined;
  return call.compiled.callers.questionnaire.dispositions.find((one) => one.id === first.id);
}

/** Whether a question applies, the replies put in; its gate alone is walked. */
export function appliesNow(call: Call, replies: Replies, id: string): Certainty {
  return walkWith(call, everyReply(call, replies)).certainty(call.compiled.callers.applies(id));
}

/** All replies but those to be asked afresh. Those to questions that do not apply are no trouble: no diagram reads them. */
function everyReply(call: Call, replies: Replies): Answers {
  return asAnswers(call, replies, () => true);
}

/** What the diagrams say with answers put in: by walking them, unless the call was given a faster way to the same. */
export function walkWith({ compiled, walks }: Call, answers: Answers): Walks {
  return walks?.(answers) ?? walksWith(compiled, answers);
}

function workOut(call: Call, replies: Replies): Standing {
  const { compiled } = call;
  const { questions } = compiled.callers.questionnaire;
  const answers = everyReply(call, replies);
  const walks = walkWith(call, answers);
  const { reached, certainty } = walks;
  const results = terminalsIn(reached(compiled.outcome)).map((terminal) => LEVELS[terminal]); // none for a disposition
  const isEmergency = results.every((level) => level === 'emergency');
  const dispositions = compiled.dispositions.flatMap(({ id, shown }) => {
    const is = certainty(shown);
    return is === 'no' ? [] : [{ id, certainty: is }];
  });
  const applies = new Map(questions.map(({ id }) => [id, certainty(compiled.callers.applies(id))]));
  const isScored = ({ id }: Question) => scoredReply(replies, id) !== undefined;
  const mayApply = questions.filter(({ id }) => applies.get(id) !== 'no');
  const unanswered = mayApply.filter((question) => !isScored(question));
  const needless = call.brief ? needlessAmong(call, unanswered, walks) : new Set<string>();
  const toAsk = unanswered.filter(({ id }) => !needless.has(id));
  let firstSteps: Standing['firstSteps'] | undefined; // for the head of a screen: no emergency waits for it
  return {
    levels: results.flatMap((level) => level ?? []),
    dispositions,
    get firstSteps() {
      firstSteps ??= FIRST_STEPS.filter((id) => certainty(compiled.firstSteps[id]) === 'certain');
      return firstSteps;
    },
    isEmergency,
    applies,
    open: ids(upTo(toAsk, endingOf(call, { dispositions, isEmergency }))),
    leftOut: ids(unanswered.filter(({ id }) => needless.has(id))),
    setAside: ids(questions.filter(({ id }) => replies.given.has(id) && applies.get(id) === 'no')),
    counted: ids(mayApply.filter(isScored)),
  };
}

const ids = (questions: readonly Question[]): readonly string[] => questions.map((question) => question.id);

/** A call that ends with a disposition still asks what stands before the last safety question, or nothing more. */
function upTo(questions: readonly Question[], ending: Disposition | undefined): readonly Question[] {
  if (ending === undefined) return questions;
  const last = questions.reduce((found, question, place) => (question.safety ? place : found), -1);
  return ending.ends === 'at-once' ? [] : questions.slice(0, last + 1);
}

/**
 * The questions on which nothing of the result depends any more (result-roots.ts); never one that serves safety or a use, or can
 * stop the call or open the panel, and none that tells whether one of those applies. Diagrams with the replies put in are exact: a walk that only
 * looks for tests on its way would keep questions whose answers all lead to the same.
 *
 * Why a brief call ends as the whole one would, for every caller. Take both calls with the same caller. (1) What a diagram does not
 * depend on with some replies put in, it does not depend on with more of them: a question that is left out stays left out, and
 * so does each that only applies after some answer to it, because a test on that one reads the gate as well. (2) So when the two calls
 * have the same replies but for questions that were left out, every diagram of the result gives the same with either, and so does every
 * gate of a question that serves: both come next to the same such question, in script order, and stop, or end with a disposition,
 * after the same reply. (3) At the end of the brief call no diagram of the result depends on anything unanswered. What it gives is
 * then what it gives for every completion: for the replies of the whole call, too. Since the gates are among the diagrams, no
 * question is asked that a whole call would not ask. test/laws/brief.test.ts lists every caller of small questionnaires, and
 * `interview --simulate` takes both calls with thousands of drawn ones.
 */
function needlessAmong(call: Call, questions: readonly Question[], walks: Walks): ReadonlySet<string> {
  const { callers } = call.compiled;
  const serves = ({ safety, uses, stop, panel = [] }: Question) =>
    safety || uses.length > 0 || stop.length + panel.length > 0;
  const roots = [...resultRoots(call.compiled), ...questions.filter(serves).map(({ id }) => callers.applies(id))];
  const tested = walks.dependsOn(roots);
  const isNeeded = ({ id }: Question) =>
    (callers.encoding.ofQuestion.get(id) ?? []).some((variable) => (tested & (1n << BigInt(variable))) !== 0n);
  return new Set(ids(questions.filter((question) => !serves(question) && !isNeeded(question))));
}
