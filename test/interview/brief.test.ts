import { expect, test } from 'vitest';
import { standingOf } from '../../src/interview/standing.ts';
import { all, any, ending, is, rule, text, yesNo } from '../decision/given.ts';
import { BACK, callOf, jumped, on, played, said, unsure, where } from './play.ts';

const questions = [
  yesNo('in_town'),
  yesNo('harmed', { safety: true }),
  yesNo('drinks'),
  yesNo('shakes', { askIf: is('drinks', 'yes') }),
  yesNo('home'),
  yesNo('company'),
  yesNo('payer', { uses: ['payment'] }),
  yesNo('fire', { stop: ['yes'] }),
  text('words'),
];
const rules = [
  rule('drinks', is('drinks', 'yes'), { atLeast: 'iop' }),
  rule('no-home', is('home', 'no'), { atLeast: 'iop' }),
  rule('shakes', is('shakes', 'yes'), { first: ['withdrawal-management'] }),
  rule('company', all(is('drinks', 'no'), is('company', 'no')), { add: ['peer-support'] }),
];
const brief = callOf(questions, rules, { brief: true });

test('a brief call leaves out what can no longer change level, first step or support', () => {
  const start = played(brief);
  expect(where(start)).toBe('harmed');
  expect(standingOf(brief, start).leftOut).toEqual(['in_town', 'words']);
  const drinks = on(brief, start, said('harmed', 'no'), said('drinks', 'yes'));
  expect(standingOf(brief, drinks).open).toEqual(['shakes', 'payer', 'fire']);
  expect(standingOf(brief, drinks).leftOut).toEqual(['in_town', 'home', 'company', 'words']);
  const dry = on(brief, start, said('harmed', 'no'), said('drinks', 'no'));
  expect(standingOf(brief, dry).open).toEqual(['home', 'company', 'payer', 'fire']);
});

test('never one with safety, a use or a stop', () => {
  const idle = callOf(questions, [], { brief: true });
  expect(standingOf(idle, played(idle)).open).toEqual(['harmed', 'payer', 'fire']);
});

test('a question whose answers all lead to the same is left out, though a condition names it', () => {
  const same = callOf(
    [yesNo('a'), yesNo('b')],
    [rule('either', any(all(is('a', 'yes'), is('b', 'yes')), all(is('a', 'yes'), is('b', 'no'))), { atLeast: 'iop' })],
    { brief: true },
  );
  expect(standingOf(same, played(same)).open).toEqual(['a']);
});

test('what shows a disposition is asked', () => {
  const shown = callOf([yesNo('here')], [], { brief: true, dispositions: [ending('elsewhere', is('here', 'no'))] });
  expect(where(played(shown))).toBe('here');
});

test('what was left out is asked when an answer is taken back, and may be gone to; back passes it over', () => {
  const drinks = played(brief, said('harmed', 'no'), said('drinks', 'yes'), said('shakes', 'no'));
  expect(where(drinks)).toBe('payer');
  expect(where(on(brief, drinks, BACK))).toBe('shakes');
  expect(where(on(brief, drinks, jumped('home')))).toBe('home');
  expect(standingOf(brief, on(brief, drinks, jumped('home'), said('home', 'yes'))).counted).toContain('home');
  const takenBack = on(brief, drinks, said('drinks', 'no'), said('payer', 'yes'));
  expect(where(takenBack)).toBe('home');
  expect(standingOf(brief, on(brief, drinks, unsure('drinks'))).leftOut).toEqual(['in_town', 'words']);
});

test('a call that is not brief leaves nothing out', () => {
  const full = callOf(questions, rules);
  expect(standingOf(full, played(full))).toMatchObject({ leftOut: [], open: questions.map((question) => question.id) });
});
