/** Which replies are no longer scored until they are given, or confirmed, afresh: what they were about may be other than it was. */

import type { Question } from '../questionnaire/model.ts';
import type { Use } from '../questionnaire/schema.ts';
import { isThirdParty } from '../questionnaire/used-answers.ts';
import { panelNamed, stopsNamed } from './alarm.ts';
import type { Call, Given } from './model.ts';
import { asAnswers, questionWith, type Replies, scoredReply } from './replies.ts';
import { shownBy } from './shown-by.ts';
import { standingOf } from './standing.ts';

type Again = Replies['again'];

/** Who somebody is and where they are: another person has another age and another place. */
const OF_A_PERSON: readonly Use[] = ['age', 'location', 'state', 'postal_code'];

/** What is asked afresh where danger may be other than it was: of the replies that pass, those about safety, those that stop and those that call for the panel. */
export function dangerAfresh(call: Call, replies: Replies, passes: (given: Given) => boolean): Again {
  return withGiven(
    call,
    replies,
    (question, { reply, at }) =>
      passes({ reply, at }) &&
      (question.safety || stopsNamed(question, reply).length > 0 || panelNamed(question, reply).length > 0),
  );
}

/** What is asked afresh of somebody who was away: of the replies that pass, where they are and whether they can talk. */
export function whereaboutsAfresh(call: Call, replies: Replies, passes: (given: Given) => boolean): Again {
  const talk = endingAtOnce(call);
  return withGiven(
    call,
    replies,
    ({ id, uses }, given) => passes(given) && (uses.includes('location') || talk.has(id)),
  );
}

/**
 * What is asked afresh after a change of replies. A safety question that no longer applies was asked about other
 * circumstances; and while a call had to end at once, because somebody listened or sat at the wheel, nobody could answer
 * any of them freely. When it turns out that somebody calls about another person, or does not, those worded for each were
 * asked about the wrong one, and so were age and place.
 */
export function askedAfresh(call: Call, before: Replies, changed: Replies, replied: string | undefined): Again {
  const { applies } = standingOf(call, changed);
  const isSwitched = concernsOther(call, before) !== concernsOther(call, changed);
  const lapses = (which: (question: Question) => boolean, replies: Replies): Again =>
    withGiven(call, replies, (question) => question.id !== replied && which(question));
  const again = lapses(
    (question) => (question.safety && applies.get(question.id) === 'no') || (isSwitched && isOfPerson(question)),
    changed,
  );
  const isFreed = isFreeToTalk(call, before, { given: changed.given, again });
  return isFreed ? lapses(({ safety }) => safety, { given: changed.given, again }) : again;
}

/**
 * Whether a reply that is not scored may be confirmed instead of given anew. Nothing about danger may, nor what tells
 * whether somebody can talk: that has to be heard.
 */
export function mayConfirm(call: Call, id: string): boolean {
  const question = questionWith(call, id);
  if (question === undefined || endingAtOnce(call).has(id)) return false;
  return !question.safety && question.stop.length === 0 && question.panel === undefined;
}

/** Adds the questions that pass and whose reply is scored; the very same set where there are none. */
function withGiven(call: Call, replies: Replies, passes: (question: Question, given: Given) => boolean): Again {
  const added = [...replies.given].filter(([id, given]) => {
    const question = scoredReply(replies, id) === undefined ? undefined : questionWith(call, id);
    return question !== undefined && passes(question, given);
  });
  return added.length === 0 ? replies.again : new Set([...replies.again, ...added.map(([id]) => id)]);
}

function isOfPerson({ safety, sayForOther, uses }: Question): boolean {
  return (safety && sayForOther !== undefined) || uses.some((use) => OF_A_PERSON.includes(use));
}

function concernsOther(call: Call, replies: Replies): boolean {
  const { applies } = standingOf(call, replies);
  const counted = asAnswers(call, replies, (id) => applies.get(id) !== 'no');
  return isThirdParty(call.compiled.callers.questionnaire, counted);
}

/** Questions that tell whether a call has to end at once. */
function endingAtOnce({ compiled }: Call): ReadonlySet<string> {
  const { questionnaire } = compiled.callers;
  const atOnce = questionnaire.dispositions.filter(({ ends }) => ends === 'at-once');
  return new Set(atOnce.flatMap((disposition) => shownBy(questionnaire, disposition)));
}

/** Whether a call that had to end at once no longer has to. */
function isFreeToTalk(call: Call, before: Replies, changed: Replies): boolean {
  const now = mustEndAtOnce(call, changed);
  return mustEndAtOnce(call, before).some((id) => !now.includes(id));
}

function mustEndAtOnce(call: Call, replies: Replies): readonly string[] {
  const certain = standingOf(call, replies).dispositions.filter(({ certainty }) => certainty === 'certain');
  const { dispositions } = call.compiled.callers.questionnaire;
  const isAtOnce = (id: string) => dispositions.some((one) => one.id === id && one.ends === 'at-once');
  return certain.map(({ id }) => id).filter(isAtOnce);
}
