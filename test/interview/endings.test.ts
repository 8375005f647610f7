import { expect, test } from 'vitest';
import { answersOf } from '../../src/interview/answers-of.ts';
import type { Override } from '../../src/interview/model.ts';
import { overridableLevels, reachableQuestions } from '../../src/interview/reach.ts';
import { standingOf } from '../../src/interview/standing.ts';
import { any, choice, choices, ending, fact, is, names, number, rule, within, yesNo } from '../decision/given.ts';
import {
  BACK,
  callOf,
  ended,
  isRefused,
  jumped,
  kept,
  on,
  overrode,
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
    number('age', 0, 99),
    choice('talk', ['free', 'listened-to']),
    choices('flags', ['pain', 'fits'], { safety: true }),
    yesNo('town'),
    choices('harm', ['wish', 'means'], { safety: true }),
    yesNo('drinks'),
    yesNo('home'),
  ],
  [
    rule('fits', names('flags', 'fits'), { atLeast: 'emergency' }),
    rule('drinks', is('drinks', 'yes'), { atLeast: 'iop' }),
    rule('no-home', is('home', 'no'), { atLeast: 'residential' }),
  ],
  {
    facts: [fact('grown', [['no', within('age', 0, 17)]], 'yes')],
    dispositions: [
      ending('cannot-talk', is('talk', 'listened-to'), { ends: 'at-once' }),
      ending('youth', is('grown', 'no')),
      ending('silent', undefined),
    ],
  },
);

const adult = [said('age', 40), said('talk', 'free'), said('flags', []), said('town', 'yes'), said('harm', [])];

test('a disposition that ends at once does, with what its condition reads to go back to', () => {
  const state = played(call, said('age', 40), said('talk', 'listened-to'));
  expect(where(state)).toBe('ends cannot-talk');
  expect(standingOf(call, state)).toMatchObject({ open: [], levels: ['emergency'] }); // for those who had fits
  expect(where(on(call, state, BACK))).toBe('talk');
  expect(where(on(call, state, BACK, kept('talk')))).toBe('ends cannot-talk');
  expect(where(on(call, state, said('talk', 'free')))).toBe('flags');
  expect(reachableQuestions(call, state)).toEqual(['age', 'talk', 'flags']);
  const over = on(call, state, ended('cannot-talk'));
  expect(where(over)).toBe('over cannot-talk');
  expect(answersOf(call, over).ended).toBeUndefined(); // the answers show it
  expect(where(on(call, over, RESUMED))).toBe('talk'); // whoever calls again may be elsewhere
  expect(where(on(call, over, RESUMED, said('talk', 'listened-to')))).toBe('ends cannot-talk');
});

test('any other one waits for the last safety question, in script order', () => {
  const young = played(call, said('age', 15));
  expect(where(young)).toBe('talk');
  expect(standingOf(call, young).open).toEqual(['talk', 'flags', 'town', 'harm']);
  const asked = on(call, young, said('talk', 'free'), said('flags', []), said('town', 'no'));
  expect(where(asked)).toBe('harm');
  const state = on(call, asked, said('harm', []));
  expect(where(state)).toBe('ends youth');
  expect(where(on(call, state, BACK))).toBe('age'); // through the derived fact
  expect(where(on(call, state, said('age', 18)))).toBe('drinks');
  expect(where(on(call, state, jumped('drinks'), said('drinks', 'yes')))).toBe('ends youth');
  expect(isRefused(call, asked, jumped('drinks'))).toBe(true);
});

test('a correction that shows a disposition takes the question on screen away, unless it is still to be asked', () => {
  const atTown = played(call, ...adult.slice(0, 3));
  expect(where(atTown)).toBe('town');
  expect(where(on(call, atTown, said('talk', 'listened-to')))).toBe('ends cannot-talk');
  expect(where(on(call, atTown, said('age', 15)))).toBe('town');
  const atHome = played(call, ...adult, said('drinks', 'no'));
  expect(where(on(call, atHome, said('age', 15)))).toBe('ends youth');
});

test('the first of several dispositions names the call', () => {
  expect(where(played(call, said('age', 15), said('talk', 'listened-to')))).toBe('ends cannot-talk');
});

test('a disposition that is only possible ends nothing', () => {
  expect(where(played(call, unsure('age'), ...adult.slice(1)))).toBe('drinks');
});

test('an emergency stands before any disposition', () => {
  const state = played(call, said('age', 15), said('talk', 'free'), said('flags', ['fits']));
  expect(where(state)).toBe('stopped by rules');
  expect(standingOf(call, state)).toMatchObject({ isEmergency: true, levels: ['emergency'] });
  const gone = on(call, state, WENT_ON, said('flags', ['pain']), said('town', 'no'), said('harm', []));
  expect(where(gone)).toBe('ends youth');
});

test('who goes on from an emergency that stands goes through the script, whatever else the answers show', () => {
  const young = callOf(
    [number('age', 0, 99), yesNo('fire'), yesNo('rest')],
    [rule('fire', is('fire', 'yes'), { atLeast: 'emergency' })],
    { dispositions: [ending('youth', within('age', 0, 17))] },
  );
  expect(where(played(young, said('age', 15)))).toBe('ends youth');
  expect(where(played(young, said('age', 15), said('fire', 'yes')))).toBe('stopped by rules');
  expect(where(played(young, said('age', 15), said('fire', 'yes'), WENT_ON))).toBe('rest');
});

test('back from a disposition leads to a reply, not to a question that nobody asked', () => {
  const either = callOf([yesNo('driving'), yesNo('overheard')], [], {
    dispositions: [ending('cannot-talk', any(is('driving', 'yes'), is('overheard', 'yes')), { ends: 'at-once' })],
  });
  expect(where(played(either, said('driving', 'yes'), BACK))).toBe('driving');
});

test('an emergency that nobody said was over is one still when the call is taken up again', () => {
  const stopped = played(call, said('age', 40), said('talk', 'free'), said('flags', ['fits']));
  for (const left of [stopped, on(call, stopped, BACK, BACK)]) {
    const back = on(call, left, RESUMED);
    expect([where(back), [...back.again]]).toEqual(['flags', ['flags']]);
  }
  const back = on(call, stopped, ended('silent'), RESUMED);
  expect([where(back), [...back.again]]).toEqual(['talk', ['flags', 'talk']]);
});

test('the counselor ends a call from anywhere, with any disposition there is', () => {
  const states = [
    played(call),
    played(call, ...adult.slice(0, 2), unsure('flags')),
    played(call, said('age', 15), ...adult.slice(1)),
    played(call, ...adult, said('drinks', 'no'), said('home', 'yes')),
  ];
  expect(states.map(where)).toEqual(['age', 'unknown flags', 'ends youth', 'review']);
  for (const state of states) {
    const over = on(call, state, ended('silent'));
    expect([where(over), answersOf(call, over).ended]).toEqual(['over silent', 'silent']);
    expect(isRefused(call, over, ended('youth'))).toBe(true);
  }
});

const wish: Override = { level: 'outpatient', code: 'caller-preference', note: 'wants to stay with the children' };

test('at the review another level may be chosen, with a reason', () => {
  const review = played(call, ...adult, said('drinks', 'yes'), said('home', 'yes'));
  expect(overridableLevels(call, review)).toEqual(['information', 'outpatient', 'php', 'residential', 'inpatient']);
  const chosen = on(call, review, overrode(wish));
  expect(chosen.override).toEqual(wish);
  expect(where(chosen)).toBe('review');
  expect(answersOf(call, chosen).override).toEqual(wish);
  expect(on(call, chosen, overrode(null)).override).toBeUndefined();
  expect(on(call, review, overrode({ level: 'php', code: 'clinical-judgement' })).override).toEqual({
    level: 'php',
    code: 'clinical-judgement',
  });
});

test('a choice without its reason, of no such level, or at another place changes nothing', () => {
  const review = played(call, ...adult, said('drinks', 'yes'), said('home', 'yes'));
  const refused: readonly Override[] = [
    { level: 'outpatient', code: 'caller-preference' }, // below the lowest level, without a note
    { level: 'outpatient', code: 'caller-preference', note: ' ' },
    { level: 'php', code: 'other' },
    { level: 'iop', code: 'no-opening', note: 'the level it is' },
    { level: 'emergency', code: 'clinical-judgement', note: 'the panel is for that' },
  ];
  expect(refused.filter((override) => !isRefused(call, review, overrode(override)))).toEqual([]);
  expect(isRefused(call, review, overrode(null))).toBe(true);
  expect(isRefused(call, played(call, ...adult), overrode(wish))).toBe(true);
  expect(overridableLevels(call, played(call, ...adult))).toEqual([]);
});

test('one of several levels that are possible may be chosen; below the lowest a note says why', () => {
  const open = played(call, ...adult, said('drinks', 'yes'), unsure('home'));
  expect(standingOf(call, open).levels).toEqual(['iop', 'residential']);
  expect(overridableLevels(call, open)).toEqual([
    'information',
    'outpatient',
    'iop',
    'php',
    'residential',
    'inpatient',
  ]);
  expect(isRefused(call, open, overrode({ level: 'residential', code: 'clinical-judgement' }))).toBe(false);
  expect(isRefused(call, open, overrode({ level: 'outpatient', code: 'clinical-judgement' }))).toBe(true);
});

test('a choice goes when the levels change, and stays when they do not', () => {
  const chosen = played(call, ...adult, said('drinks', 'yes'), said('home', 'yes'), overrode(wish));
  expect(on(call, chosen, said('town', 'no')).override).toEqual(wish);
  expect(on(call, chosen, BACK, kept('home')).override).toEqual(wish);
  expect(on(call, chosen, said('home', 'no')).override).toBeUndefined();
  expect(on(call, chosen, said('age', 12)).override).toBeUndefined();
  expect(on(call, chosen, said('flags', ['fits'])).override).toBeUndefined();
  expect(on(call, chosen, REVIEWED).override).toEqual(wish);
});

test('nothing is chosen in place of an emergency, nor for a caller who gets no level', () => {
  const emergency = played(call, ...adult, said('drinks', 'yes'), said('home', 'yes'), said('flags', ['fits']));
  expect(overridableLevels(call, emergency)).toEqual([]);
  expect(isRefused(call, emergency, overrode(wish))).toBe(true);
  expect(overridableLevels(call, played(call, said('age', 12), ...adult.slice(1)))).toEqual([]);
});
