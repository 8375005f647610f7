import { expect, test } from 'vitest';
import { answersOf } from '../../src/interview/answers-of.ts';
import { askOf } from '../../src/interview/ask.ts';
import { backTarget, reachableQuestions } from '../../src/interview/reach.ts';
import { standingOf } from '../../src/interview/standing.ts';
import { choice, choices, fact, is, none, number, rule, text, yesNo } from '../decision/given.ts';
import {
  BACK,
  callOf,
  declined,
  isRefused,
  jumped,
  kept,
  noted,
  on,
  PANEL,
  played,
  REVIEWED,
  said,
  unsure,
  where,
} from './play.ts';

const call = callOf(
  [
    choices('drugs', ['alcohol', 'opioids']),
    number('drinks', 0, 10, { askIf: { kind: 'names', id: 'drugs', options: ['alcohol'], every: false } }),
    yesNo('shakes', { askIf: is('heavy', 'yes') }),
    yesNo('home'),
    text('town'),
  ],
  [
    rule('drinks', is('heavy', 'yes'), { atLeast: 'iop' }),
    rule('shakes', is('shakes', 'yes'), { atLeast: 'residential', first: ['withdrawal-management'] }),
    rule('no-home', is('home', 'no'), { atLeast: 'php' }),
  ],
  { facts: [fact('heavy', [['yes', { kind: 'within', id: 'drinks', from: 5, to: 10 }]], 'no')] },
);

test('a call begins with the first question and goes through all that apply, to the review and its end', () => {
  const stations = [
    played(call),
    played(call, said('drugs', ['alcohol'])),
    played(call, said('drugs', ['alcohol']), said('drinks', 7)),
    played(call, said('drugs', ['alcohol']), said('drinks', 7), said('shakes', 'no')),
    played(call, said('drugs', ['alcohol']), said('drinks', 7), said('shakes', 'no'), said('home', 'yes')),
  ];
  expect(stations.map(where)).toEqual(['drugs', 'drinks', 'shakes', 'home', 'town']);
  const review = on(call, stations[4] ?? played(call), said('town', 'a town'));
  expect(where(review)).toBe('review');
  expect(where(on(call, review, REVIEWED))).toBe('over reviewed');
});

test('questions that certainly do not apply are passed over, those that perhaps apply are asked', () => {
  expect(where(played(call, said('drugs', [])))).toBe('home');
  expect(where(played(call, unsure('drugs')))).toBe('drinks');
  expect(where(played(call, unsure('drugs'), unsure('drinks')))).toBe('shakes');
  expect(where(played(call, said('drugs', ['opioids'], 'alcohol')))).toBe('drinks');
});

test('unsure and declined are replies: the question is not asked again, and no value is made up', () => {
  const state = played(call, unsure('drugs'), declined('drinks'));
  expect(standingOf(call, state).counted).toEqual(['drugs', 'drinks']);
  expect(answersOf(call, state)).toEqual({
    questionnaire: 'invented',
    values: new Map(),
    unknown: new Map([
      ['drugs', 'unsure'],
      ['drinks', 'declined'],
    ]),
    unknownOptions: new Map(),
  });
  expect(answersOf(call, played(call, said('drugs', ['opioids'], 'alcohol')))).toMatchObject({
    values: new Map([['drugs', ['opioids']]]),
    unknownOptions: new Map([['drugs', new Map([['alcohol', 'unsure']])]]),
  });
});

test('a reply that the question does not take changes nothing', () => {
  const start = played(call);
  const refused = [
    said('drugs', 'alcohol'),
    said('drugs', ['tea']),
    said('drugs', ['alcohol', 'alcohol']),
    said('drugs', ['alcohol'], 'alcohol'),
    said('drugs', [], 'tea'),
    said('drugs', [], 'alcohol', 'alcohol'),
    said('home', 'maybe'),
    said('home', 'yes', 'no'),
    said('drinks', 11),
    said('nothing', 'yes'),
    said('town', ' '),
  ];
  expect(refused.filter((event) => !isRefused(call, start, event))).toEqual([]);
});

test('a reply is kept with its time, and every event that fits has one', () => {
  const state = played(call, said('drugs', []), said('home', 'yes'), noted('calm'));
  expect(state.given).toEqual(
    new Map([
      ['drugs', { reply: { said: [] }, at: 1000 }],
      ['home', { reply: { said: 'yes' }, at: 2000 }],
    ]),
  );
  expect(state.notes).toEqual([{ text: 'calm', at: 3000 }]);
  expect([state.startedAt, state.lastAt]).toEqual([0, 3000]);
});

test('back leads to the question before that applies, replied to or not; its reply may stand', () => {
  const atHome = played(call, said('drugs', ['alcohol']), said('drinks', 2));
  expect(where(atHome)).toBe('home');
  expect(backTarget(call, atHome)).toBe('drinks');
  const back = on(call, atHome, BACK);
  expect(askOf(call, back)).toEqual({ kind: 'question', id: 'drinks', earlier: { said: 2 }, mayKeep: true });
  expect(where(on(call, back, kept('drinks')))).toBe('home');
  expect(where(on(call, back, BACK))).toBe('drugs');
  expect(backTarget(call, on(call, back, BACK))).toBeUndefined();
  expect(isRefused(call, on(call, back, BACK), BACK)).toBe(true);
  const leapt = on(call, played(call, unsure('drugs')), jumped('home'), BACK);
  expect(askOf(call, leapt)).toEqual({ kind: 'question', id: 'shakes', earlier: undefined, mayKeep: false });
});

test('only the reply to the question on screen can be kept, and only where there is one', () => {
  const atHome = played(call, said('drugs', []));
  expect(isRefused(call, atHome, kept('home'))).toBe(true);
  expect(isRefused(call, atHome, kept('drugs'))).toBe(true);
});

test('after a changed answer the call goes on at the first question without a reply', () => {
  const far = played(call, said('drugs', []), said('home', 'yes'));
  const changed = on(call, far, BACK, BACK, said('drugs', ['alcohol']));
  expect(where(changed)).toBe('drinks');
  expect(where(on(call, changed, said('drinks', 1)))).toBe('town');
});

test('a jump goes to any question that applies, and the call then goes on at the first open one', () => {
  const start = played(call, said('drugs', ['alcohol']));
  expect(reachableQuestions(call, start)).toEqual(['drugs', 'drinks', 'shakes', 'home', 'town']);
  const there = on(call, start, jumped('town'));
  expect(where(there)).toBe('town');
  expect(where(on(call, there, said('town', 'a town')))).toBe('drinks');
  const dry = played(call, said('drugs', []));
  expect(reachableQuestions(call, dry)).toEqual(['drugs', 'home', 'town']);
  expect(isRefused(call, dry, jumped('drinks'))).toBe(true);
});

test('a correction of another question leaves the call where it stands while that still applies', () => {
  const atShakes = played(call, said('drugs', ['alcohol']), said('drinks', 7));
  expect(where(on(call, atShakes, said('drinks', 8)))).toBe('shakes');
  expect(where(on(call, atShakes, said('drinks', 1)))).toBe('home');
  const goneTo = on(call, atShakes, jumped('drugs'));
  expect(where(on(call, goneTo, said('home', 'yes')))).toBe('drugs');
  expect(isRefused(call, played(call, said('drugs', [])), said('drinks', 3))).toBe(true);
});

test('from the review, back leads to the last question with a reply, and a correction to what it opens', () => {
  const review = played(call, said('drugs', []), said('home', 'yes'), said('town', 'a town'));
  expect(where(on(call, review, BACK))).toBe('town');
  expect(where(on(call, review, jumped('drugs'), said('drugs', ['alcohol'])))).toBe('drinks');
  expect(where(on(call, review, said('drugs', ['alcohol'])))).toBe('drinks');
  expect(where(on(call, review, said('home', 'no')))).toBe('review');
});

test('a reply whose question no longer applies is set aside, not scored, and in force again when the branch returns', () => {
  const heavy = played(call, said('drugs', ['alcohol']), said('drinks', 7), said('shakes', 'yes'), said('home', 'yes'));
  const dry = on(call, heavy, said('drugs', []));
  expect(standingOf(call, dry)).toMatchObject({ setAside: ['drinks', 'shakes'], counted: ['drugs', 'home'] });
  expect(standingOf(call, dry).levels).toEqual(['information']);
  expect([...answersOf(call, dry).values.keys()]).toEqual(['drugs', 'home']);
  const again = on(call, dry, said('drugs', ['alcohol', 'opioids']));
  expect(standingOf(call, again)).toMatchObject({ setAside: [], levels: ['residential'] });
  expect(where(again)).toBe('town');
});

test('a question that applies where another one was not said is set aside the same way', () => {
  const gated = callOf(
    [yesNo('housed'), choice('household', ['alone', 'family'], { askIf: none(is('housed', 'no')) })],
    [],
  );
  const housed = played(gated, said('housed', 'yes'), said('household', 'family'), said('housed', 'no'));
  expect(standingOf(gated, housed).setAside).toEqual(['household']);
});

test('what follows from the replies is worked out once for all states with the same replies', () => {
  const state = played(call, said('drugs', []));
  const standing = standingOf(call, state);
  expect(standingOf(call, on(call, state, noted('calm'), jumped('town'), BACK))).toBe(standing);
  expect(standingOf(call, on(call, state, said('home', 'no')))).not.toBe(standing);
  expect(standingOf({ ...call, brief: true }, state)).not.toBe(standing);
});

test('a note belongs to a question or to the call, and an empty one or one to no question is none', () => {
  const state = played(call, noted('sounds tired'), noted('pauses', 'drugs'));
  expect(answersOf(call, state).notes).toEqual([{ text: 'sounds tired' }, { text: 'pauses', question: 'drugs' }]);
  expect(isRefused(call, state, noted('  '))).toBe(true);
  expect(isRefused(call, state, noted('pauses', 'nothing'))).toBe(true);
});

test('what does not fit leaves the very same state', () => {
  const start = played(call);
  expect(isRefused(call, start, { kind: 'went-on' })).toBe(true);
  expect(isRefused(call, start, REVIEWED)).toBe(true);
  expect(isRefused(call, start, { kind: 'ended' })).toBe(true);
  expect(isRefused(call, start, { kind: 'ended', disposition: 'none-such' })).toBe(true);
  expect(isRefused(call, start, { kind: 'panel-closed' })).toBe(true);
  expect(isRefused(call, start, { kind: 'panel-logged', done: 'called' })).toBe(true);
  const over = on(call, played(call, said('drugs', []), said('home', 'yes'), said('town', 'a town')), REVIEWED);
  const unheard = [said('home', 'no'), BACK, jumped('home'), noted('late'), PANEL, { kind: 'paused' } as const];
  expect(unheard.filter((event) => !isRefused(call, over, event))).toEqual([]);
  expect(reachableQuestions(call, over)).toEqual([]);
  expect(backTarget(call, over)).toBeUndefined();
});
