import { expect, test } from 'vitest';
import { transition } from '../../src/interview/transition.ts';
import { any, choice, is, rule, yesNo } from '../decision/given.ts';
import {
  CLOSED,
  callOf,
  kept,
  logged,
  on,
  PANEL,
  PAUSED,
  played,
  RESUMED,
  said,
  unsure,
  WENT_ON,
  where,
} from './play.ts';

const item = choice('better_off_dead', ['not-at-all', 'several-days', 'nearly-every-day'], {
  panel: ['several-days', 'nearly-every-day'],
});
const call = callOf([yesNo('home'), item, yesNo('drinks')], [rule('drinks', is('drinks', 'yes'), { atLeast: 'iop' })]);
const brief = callOf(
  [yesNo('home'), item, yesNo('drinks')],
  [rule('drinks', any(is('drinks', 'yes')), { atLeast: 'iop' })],
  { brief: true },
);

const asked = [said('home', 'yes')];
const positive = [...asked, said('better_off_dead', 'several-days')];

test('an answer for which the panel is wanted offers it before the call goes on, whatever any score says', () => {
  const state = played(call, ...positive);
  expect(state.place).toEqual({ kind: 'safety-unknown', id: 'better_off_dead' });
  expect(where(on(call, state, WENT_ON))).toBe('drinks');
});

test('any other answer does not, and one that is left open does', () => {
  expect(where(played(call, ...asked, said('better_off_dead', 'not-at-all')))).toBe('drinks');
  expect(played(call, ...asked, unsure('better_off_dead')).place).toEqual({
    kind: 'safety-unknown',
    id: 'better_off_dead',
  });
});

test('the offer outlives a pause, and a journal replays to it', () => {
  const state = played(call, ...positive, PAUSED, RESUMED);
  expect(state.place).toEqual({ kind: 'safety-unknown', id: 'better_off_dead' });
});

test('where the panel was opened and left unused the offer stands; where something was done the question is asked afresh', () => {
  const open = played(call, ...positive, PANEL);
  expect(on(call, open, CLOSED).place).toEqual({ kind: 'safety-unknown', id: 'better_off_dead' });
  const done = on(call, open, logged('called 988'), CLOSED);
  expect(where(done)).toBe('better_off_dead');
  const [same] = transition(call, done, kept('better_off_dead'), done.lastAt);
  expect(same).toBe(done);
  expect(where(on(call, done, said('better_off_dead', 'not-at-all')))).toBe('drinks');
});

test('a correction made later offers it as well', () => {
  const state = played(
    call,
    ...asked,
    said('better_off_dead', 'not-at-all'),
    said('better_off_dead', 'nearly-every-day'),
  );
  expect(state.place).toEqual({ kind: 'safety-unknown', id: 'better_off_dead' });
});

test('a brief call never leaves such a question out', () => {
  expect(where(played(brief))).toBe('better_off_dead');
});
