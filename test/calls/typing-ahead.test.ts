import { expect, test } from 'vitest';
import { isSearched, optionKey } from '../../src/interview/field-options.ts';
import type { Reply } from '../../src/interview/model.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { ctrl, KEY } from '../io/virtual-terminal.ts';
import { callerOf, optionsOf, questionnaire, questionOf } from './callers.ts';
import { eventsOf } from './events.ts';
import { type TakenCall, takeCall } from './take-call.ts';

const DRINKER = callerOf('moderate-drinker');

/** The keys of a whole answer, Enter among them. */
function keysOf(question: Question, reply: Reply): string {
  if ('unknown' in reply) return ctrl(reply.unknown === 'unsure' ? 'u' : 'r');
  const { said } = reply;
  const ids = [...optionsOf(question).keys()];
  const keyOf = (id: string): string => optionKey(ids.indexOf(id));
  if (typeof said === 'object') return `${said.length === 0 ? '0' : said.map(keyOf).join('')}${KEY.enter}`;
  const isOption = ids.includes(String(said));
  const isLong = isSearched({
    kind: 'one',
    options: ids.map((id) => ({ id, label: id, synonyms: [] })),
    kept: undefined,
  });
  return `${isOption && !isLong ? keyOf(String(said)) : String(said)}${KEY.enter}`;
}

const burstOf = (ids: readonly string[]): string => ids.map((id) => keysOf(questionOf(id), DRINKER(id))).join('');

const answersIn = (call: TakenCall): readonly (readonly [string, Reply])[] =>
  call.journal().flatMap(({ event }) => (event.kind === 'answered' ? [[event.question, event.reply] as const] : []));

/** The questions of this caller's call in the order in which they are asked. */
const ASKED = eventsOf(DRINKER).flatMap(({ event }) => (event.kind === 'answered' ? [event.question] : []));

const isSafety = (id: string | undefined): boolean => id !== undefined && questionOf(id).safety;

test('the answers to three ordinary questions in one burst are taken in order', async () => {
  const from = ASKED.findIndex((_, index) => index > 0 && !ASKED.slice(index - 1, index + 4).some(isSafety));
  const burst = ASKED.slice(from, from + 3);
  const call = await takeCall();
  await call.talk(DRINKER, (question) => question === burst[0]);
  await call.press(burstOf(burst));
  expect(answersIn(call).slice(from)).toEqual(burst.map((id) => [id, DRINKER(id)]));
  expect(call.question()?.id).toBe(ASKED[from + 3]);
});

test('everything after the last safety question fits into one burst', async () => {
  const from = ASKED.findLastIndex(isSafety) + 1;
  expect(ASKED.length - from).toBeGreaterThan(25);
  const call = await takeCall();
  await call.talk(DRINKER, (question) => question === ASKED[from]);
  const review = await call.press(burstOf(ASKED.slice(from)));
  expect(answersIn(call).map(([id]) => id)).toEqual(ASKED);
  expect(review).toMatch(/possible: IOP$/m);
});

test('a burst that runs into a safety question stops before it, and the question stays without an answer', async () => {
  const safety = ASKED.findIndex((id, index) => index > 1 && isSafety(id));
  const call = await takeCall();
  await call.talk(DRINKER, (question) => question === ASKED[safety - 2]);
  const screen = await call.press(burstOf(ASKED.slice(safety - 2)));
  expect(answersIn(call).map(([id]) => id)).toEqual(ASKED.slice(0, safety));
  expect(call.question()?.id).toBe(ASKED[safety]);
  expect(screen).not.toMatch(/^> |\[x\]|\[\?\]/m);
});

test('of two answers in one burst every safety question takes its own and leaves the other', async () => {
  const call = await takeCall();
  const safety = questionnaire.questions.filter((question) => question.safety).map(({ id }) => id);
  for (const id of safety) {
    await call.talk(DRINKER, (question) => question === id);
    const before = answersIn(call).length;
    await call.press(burstOf([id]) + burstOf([id]));
    expect(answersIn(call).slice(before)).toContainEqual([id, DRINKER(id)]);
    if (isSafety(call.question()?.id)) expect(answersIn(call).length).toBe(before + 1);
  }
  expect(safety.length).toBeGreaterThan(5);
});
