import { expect, test } from 'vitest';
import { answersOf } from '../../src/interview/answers-of.ts';
import { askOf } from '../../src/interview/ask.ts';
import { isPanelUsed } from '../../src/interview/call-status.ts';
import type { CallState } from '../../src/interview/model.ts';
import { standingOf } from '../../src/interview/standing.ts';
import { transition } from '../../src/interview/transition.ts';
import { choice, choices, ending, fact, is, names, number, rule, text, within, yesNo } from '../decision/given.ts';
import {
  CLOSED,
  callOf,
  ended,
  isRefused,
  jumped,
  kept,
  logged,
  on,
  PANEL,
  PAUSED,
  played,
  RESUMED,
  REVIEWED,
  said,
  unsure,
  WENT_ON,
  where,
} from './play.ts';

const call = callOf(
  [
    yesNo('danger', { safety: true, stop: ['yes'] }),
    choice('role', ['self', 'other'], { uses: ['third_party'] }),
    number('age', 0, 99, { uses: ['age'] }),
    choice('talk', ['alone', 'driving', 'listened-to']),
    { ...text('place'), uses: ['location'] },
    choice('state', ['here', 'there'], { uses: ['state'] }),
    { ...text('code'), uses: ['postal_code'] },
    choices('harm', ['thoughts', 'plan'], { safety: true, stop: ['plan'], sayForOther: { en: 'Do they?' } }),
    yesNo('drinks'),
    yesNo('home'),
  ],
  [
    rule('danger', is('danger', 'yes'), { atLeast: 'emergency' }),
    rule('plan', names('harm', 'plan'), { atLeast: 'emergency' }),
    rule('thoughts', names('harm', 'thoughts'), { atLeast: 'residential' }),
    rule('drinks', is('drinks', 'yes'), { atLeast: 'iop' }),
  ],
  {
    facts: [fact('hushed', [['yes', is('talk', 'driving', 'listened-to')]], 'no')],
    dispositions: [
      ending('cannot-talk', is('hushed', 'yes'), { ends: 'at-once' }),
      ending('youth', within('age', 0, 17)),
      ending('dropped', undefined, { level: 'open' }),
    ],
  },
);

const known = [said('age', 40), said('talk', 'alone'), said('place', 'a street'), said('state', 'here')];
const toHarm = [said('danger', 'no'), said('role', 'self'), ...known, said('code', 'a code')];
const atDrinks = played(call, ...toHarm, said('harm', []));
const DAY = 24 * 60 * 60 * 1000;

/** What is asked afresh, in script order. */
function afresh(state: CallState): readonly string[] {
  return call.compiled.callers.questionnaire.questions.map(({ id }) => id).filter((id) => state.again.has(id));
}

/** The answers to every question on the way kept where they may be, and harmless where not, until `end` is on screen. */
function confirmedUpTo(end: string, start: CallState): { readonly state: CallState; readonly kept: readonly string[] } {
  let state = start;
  const confirmed: string[] = [];
  while (where(state) !== end) {
    const ask = askOf(call, state);
    if (ask.kind !== 'question') throw new Error('no question');
    if (ask.mayKeep) confirmed.push(ask.id);
    state = on(call, state, ask.mayKeep ? kept(ask.id) : said(ask.id, HARMLESS[ask.id] ?? []));
  }
  return { state, kept: confirmed };
}

const HARMLESS: Readonly<Record<string, string>> = { danger: 'no', talk: 'alone' };

test('when it turns out that somebody else is meant, age and place are another person’s until they are confirmed', () => {
  const other = on(call, atDrinks, said('role', 'other'));
  expect(afresh(other)).toEqual(['age', 'place', 'state', 'code', 'harm']);
  expect(where(other)).toBe('age');
  expect([...answersOf(call, other).values.keys()]).toEqual(['danger', 'role', 'talk']);
  expect(other.given).not.toBe(atDrinks.given);
  expect([...other.given.keys()].sort()).toEqual([...atDrinks.given.keys()].sort());
  expect(askOf(call, other)).toEqual({ kind: 'question', id: 'age', earlier: { said: 40 }, mayKeep: true });
  const { state, kept: confirmed } = confirmedUpTo('drinks', other);
  expect(confirmed).toEqual(['age', 'place', 'state', 'code']);
  expect(state.again.size).toBe(0);
  expect(Object.fromEntries(answersOf(call, state).values)).toMatchObject({ age: 40, place: 'a street', harm: [] });
});

test('a son of sixteen is not scored with the years of the mother who calls', () => {
  const other = on(call, atDrinks, said('drinks', 'yes'), said('role', 'other'));
  expect(standingOf(call, other).dispositions).toContainEqual({ id: 'youth', certainty: 'possible' });
  const told = on(call, other, said('age', 16));
  expect(standingOf(call, told).dispositions).toContainEqual({ id: 'youth', certainty: 'certain' });
  expect(where(confirmedUpTo('ends youth', told).state)).toBe('ends youth');
});

test('a switch back asks once more, and a role that stays the same asks nothing', () => {
  const other = confirmedUpTo('drinks', on(call, atDrinks, said('role', 'other'))).state;
  expect(afresh(on(call, other, said('role', 'self')))).toEqual(['age', 'place', 'state', 'code', 'harm']);
  expect(on(call, other, said('role', 'other')).again.size).toBe(0);
  expect(on(call, atDrinks, said('home', 'no')).again.size).toBe(0);
});

test('a later question makes way for what is asked afresh, wherever the counselor stood', () => {
  const early = played(call, said('danger', 'no'), said('role', 'self'), ...known);
  expect(where(early)).toBe('code');
  expect(where(on(call, early, said('role', 'other')))).toBe('age');
});

test('no answer about danger is kept when it is asked afresh', () => {
  const other = on(call, atDrinks, said('role', 'other'));
  const atHarm = on(call, other, jumped('harm'));
  expect(askOf(call, atHarm)).toMatchObject({ id: 'harm', earlier: { said: [] }, mayKeep: false });
  expect(isRefused(call, atHarm, kept('harm'))).toBe(true);
  const gone = on(call, atDrinks, said('harm', ['plan']), WENT_ON);
  expect(isRefused(call, gone, kept('danger'))).toBe(true);
});

test('a call that was over asks afresh what may be otherwise now: danger, whether they can talk, where they are', () => {
  for (const left of [on(call, atDrinks, ended('dropped')), on(call, atDrinks, PANEL, logged('911 called'), ended())]) {
    const back = on(call, left, RESUMED);
    expect(afresh(back)).toEqual(['danger', 'talk', 'place', 'harm']);
    const { state, kept: confirmed } = confirmedUpTo('drinks', back);
    expect(confirmed).toEqual(['place']);
    expect(answersOf(call, state).values).toEqual(answersOf(call, atDrinks).values);
  }
  const reviewed = on(call, atDrinks, said('drinks', 'no'), said('home', 'yes'), REVIEWED);
  expect(where(on(call, reviewed, RESUMED))).toBe('review');
});

test('a call that ended because somebody listened takes nothing for granted that was said before', () => {
  const hushed = played(call, said('danger', 'no'), said('role', 'self'), said('age', 40), said('talk', 'listened-to'));
  expect(where(hushed)).toBe('ends cannot-talk');
  const back = on(call, hushed, ended('cannot-talk'), RESUMED);
  expect([where(back), afresh(back)]).toEqual(['danger', ['danger', 'talk']]);
  const atTalk = on(call, back, said('danger', 'no'));
  expect(askOf(call, atTalk)).toEqual({
    kind: 'question',
    id: 'talk',
    earlier: { said: 'listened-to' },
    mayKeep: false,
  });
  expect(isRefused(call, atTalk, kept('talk'))).toBe(true);
  expect(where(on(call, atTalk, said('talk', 'alone')))).toBe('place'); // as in any call
  expect(where(on(call, atTalk, said('talk', 'driving')))).toBe('ends cannot-talk');
});

test('a day later each reply about danger, talking and place is stale, a second earlier none is', () => {
  const times = new Map([...atDrinks.given].map(([id, { at }]) => [id, at]));
  const at = (id: string): number => times.get(id) ?? 0;
  const back = (time: number): CallState => transition(call, on(call, atDrinks, PAUSED), RESUMED, time)[0];
  expect(afresh(back(at('danger') + DAY))).toEqual([]);
  expect(afresh(back(at('danger') + DAY + 1))).toEqual(['danger']);
  expect(afresh(back(at('talk') + DAY + 1))).toEqual(['danger', 'talk']);
  expect(afresh(back(at('place') + DAY + 1))).toEqual(['danger', 'talk', 'place']);
  expect(afresh(back(at('drinks') + 3 * DAY))).toEqual(['danger', 'talk', 'place', 'harm']);
});

test('what was said later than now, by a clock that was wrong, is stale: nobody knows when it was said', () => {
  const FIVE_MINUTES = 5 * 60_000; // by so much a clock may be set back
  const latest = Math.max(...[...atDrinks.given.values()].map(({ at }) => at));
  const back = (time: number): CallState => transition(call, on(call, atDrinks, PAUSED), RESUMED, time)[0];
  expect(afresh(back(latest - FIVE_MINUTES))).toEqual([]);
  expect(afresh(back(latest - FIVE_MINUTES - 1))).toHaveLength(1);
  const early = back(atDrinks.startedAt - FIVE_MINUTES - 1);
  expect(afresh(early)).toEqual(['danger', 'talk', 'place', 'harm']);
  const again = transition(call, early, said('danger', 'no'), early.lastAt + 1000)[0];
  expect(afresh(transition(call, again, RESUMED, again.lastAt + 1000)[0])).toEqual(['talk', 'place', 'harm']);
});

test('a place that was confirmed is known as of then', () => {
  const late = transition(call, atDrinks, RESUMED, 2 * DAY)[0];
  const { state } = confirmedUpTo('drinks', late);
  expect(state.given.get('place')).toMatchObject({ reply: { said: 'a street' } });
  expect(afresh(transition(call, state, RESUMED, state.lastAt + DAY / 2)[0])).toEqual([]);
});

test('a pause within the day changes nothing but the time away', () => {
  for (const state of [atDrinks, played(call, said('danger', 'no')), on(call, atDrinks, PANEL, logged('988 called'))]) {
    const [back] = transition(call, state, RESUMED, state.lastAt + 60_000);
    expect(back).toEqual({ ...state, away: 60_000, lastAt: state.lastAt + 60_000 });
  }
});

test('what was said while somebody listened or at the wheel is asked afresh once they can talk', () => {
  for (const talk of ['driving', 'listened-to']) {
    const hushed = played(call, said('danger', 'no'), said('role', 'self'), said('age', 40), said('talk', talk));
    expect(hushed.again.size).toBe(0);
    const free = on(call, hushed, said('talk', 'alone'));
    expect([where(free), afresh(free)]).toEqual(['danger', ['danger']]);
    expect(answersOf(call, free).values.has('danger')).toBe(false);
    expect(where(on(call, free, said('danger', 'no')))).toBe('place');
    expect(afresh(on(call, hushed, said('talk', 'driving')))).toEqual([]);
    expect(afresh(on(call, hushed, unsure('talk')))).toEqual(['danger']);
  }
  const later = on(call, atDrinks, said('talk', 'driving'), said('talk', 'alone'));
  expect(afresh(later)).toEqual(['danger', 'harm']);
});

test('leaving the panel after something was done there asks every safety question afresh', () => {
  const used = on(call, atDrinks, PANEL, logged('Call 911'), CLOSED);
  expect([used.isPanelOpen, isPanelUsed(used)]).toEqual([false, false]);
  expect([where(used), afresh(used)]).toEqual(['danger', ['danger', 'harm']]);
  expect(used.panelLog).toHaveLength(1);
  expect(where(on(call, used, said('danger', 'no'), said('harm', [])))).toBe('drinks');
  const [resumed] = transition(call, on(call, atDrinks, PANEL, logged('Call 911'), PAUSED), RESUMED, DAY / 2);
  expect(askOf(call, resumed)).toEqual({ kind: 'panel' });
  expect(where(on(call, resumed, CLOSED))).toBe('danger');
});

test('leaving a panel in which nothing was done changes nothing, whatever was done in one before', () => {
  expect(on(call, atDrinks, PANEL, CLOSED)).toEqual({ ...atDrinks, lastAt: atDrinks.lastAt + 2000 });
  const used = on(call, atDrinks, PANEL, logged('Call 911'), CLOSED, said('danger', 'no'), said('harm', []));
  expect(on(call, used, PANEL, CLOSED)).toEqual({ ...used, lastAt: used.lastAt + 2000 });
  const stopped = on(call, atDrinks, said('harm', ['plan']), logged('Call 911'));
  expect(isPanelUsed(stopped)).toBe(false);
  expect(on(call, stopped, PANEL, logged('988 called'), CLOSED)).toMatchObject({
    place: stopped.place,
    isPanelOpen: false,
  });
});

test('a panel left after use over an unanswered safety question asks it again', () => {
  const unknown = played(call, unsure('danger'));
  expect(where(on(call, unknown, PANEL, logged('988 called'), CLOSED))).toBe('danger');
});
