/** What was told in an emergency, in words, from the replies as they are: nothing is worked out for it. */

import { askedSentence } from '../../questionnaire/asked-sentence.ts';
import { inLanguage } from '../../questionnaire/in-words.ts';
import type { Question } from '../../questionnaire/model.ts';
import { scriptFor } from '../../questionnaire/used-answers.ts';
import { stopsNamed } from '../alarm.ts';
import type { Dialogue } from '../dialogue-model.ts';
import type { CallState, Reply, StopCause } from '../model.ts';
import { replyInWords } from '../reply-in-words.ts';
import { wholeLog } from './emergency-log.ts';
import { questionOf } from './scripts.ts';
import { concernsOther } from './whereabouts.ts';

/** What stopped the call: everything that was ticked, the stops first; of yes and no, the question too. */
export function causeInWords(dialogue: Dialogue, by: StopCause): string {
  const words = dialogue.setting.words.emergency;
  if (by.kind === 'rules') return words.byRules;
  const question = questionOf(dialogue, by.question);
  const reply = dialogue.state.given.get(by.question)?.reply;
  if (question === undefined || reply === undefined) return words.byAnswer;
  const told = toldInWords(dialogue, question, reply);
  return concernsOther(dialogue) ? words.saidOfOther(told) : words.said(told);
}

type Log = CallState['panelLog'];

/** More entries of the log than these do not fit beside a question; the last ones count most. */
const MOST_DONE = 3;

/** What stopped the call earlier and was done then, until the questions that it came from are answered afresh; or nothing. */
export function earlierEmergency(dialogue: Dialogue): readonly string[] {
  const { again, given } = dialogue.state;
  if (again.size === 0) return [];
  const panelLog = wholeLog(dialogue);
  const asked = [...given].flatMap(([id, one]) => {
    const question = again.has(id) ? questionOf(dialogue, id) : undefined;
    return question === undefined ? [] : [{ question, ...one }];
  });
  const told = asked
    .filter(({ question, reply }) => stopsNamed(question, reply).length > 0)
    .sort((left, right) => left.at - right.at)
    .flatMap(({ question, reply, at }, index, stops) => [
      dialogue.setting.words.emergency.stoppedAt(timeOf(dialogue, at), toldInWords(dialogue, question, reply)),
      ...doneThen(dialogue, loggedBetween(panelLog, at, stops[index + 1]?.at)),
    ]);
  if (told.length > 0) return [told.join('; ')];
  return asked.some(({ question }) => question.safety) ? doneThen(dialogue, panelLog) : [];
}

/** What was done about a stop: what was logged after it, up to the next one. */
function loggedBetween(log: Log, from: number, to = Number.POSITIVE_INFINITY): Log {
  return log.filter(({ at }) => at >= from && at < to);
}

function doneThen(dialogue: Dialogue, log: Log): readonly string[] {
  if (log.length === 0) return [];
  const last = log.slice(-MOST_DONE).map(({ done, at }) => `${done} ${timeOf(dialogue, at)}`);
  const words = dialogue.setting.words.emergency;
  const done = last.join('; ');
  return [log.length > MOST_DONE ? words.lastDone(MOST_DONE, log.length, done) : words.done(done)];
}

function timeOf({ setting }: Dialogue, at: number): string {
  return setting.clock(at);
}

function toldInWords(dialogue: Dialogue, question: Question, reply: Reply): string {
  const { language, words: said } = dialogue.setting;
  const words = replyInWords(question, stopsFirst(question, reply), language);
  if (question.type !== 'yes-no') return words;
  return said.emergency.to(words, askedSentence(inLanguage(scriptFor(question, concernsOther(dialogue)), language)));
}

function stopsFirst(question: Question, reply: Reply): Reply {
  if (!('said' in reply) || typeof reply.said !== 'object') return reply;
  const stops = stopsNamed(question, reply);
  return { ...reply, said: [...stops, ...reply.said.filter((option) => !stops.includes(option))] };
}
