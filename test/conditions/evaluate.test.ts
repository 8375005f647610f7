import { expect, test } from 'vitest';
import { holds } from '../../src/conditions/evaluate.ts';
import { ALWAYS, type Condition, type FactValue } from '../../src/conditions/model.ts';
import { all, any, is, names, namesAll, namesNone, none, sum, within } from '../decision/given.ts';

/** Whether a condition holds for a caller who answered this; a question that is left out does not apply. */
function of(condition: Condition, caller: Readonly<Record<string, FactValue>>): boolean {
  return holds(condition, (id) => caller[id]);
}

const [a, b] = [is('a', 'yes'), is('b', 'yes')];
const FOUR = [
  { a: 'no', b: 'no' },
  { a: 'no', b: 'yes' },
  { a: 'yes', b: 'no' },
  { a: 'yes', b: 'yes' },
] as const;

test.each([
  // a and b are: no no, no yes, yes no, yes yes
  ['all', all(a, b), [false, false, false, true]],
  ['any', any(a, b), [false, true, true, true]],
  ['none', none(a, b), [true, false, false, false]],
  ['none of one, which is not', none(a), [true, true, false, false]],
  ['none of none', none(none(a)), [false, false, true, true]],
  ['exactly one', sum(1, 1, [1, a], [1, b]), [false, true, true, false]],
  ['two points of one and two', sum(2, 2, [1, a], [2, b]), [false, true, false, false]],
  ['at most two points of one and two', sum(0, 2, [1, a], [2, b]), [true, true, true, false]],
  ['at least three points of one and two', sum(3, 99, [1, a], [2, b]), [false, false, false, true]],
])('%s', (_name, condition, expected) => {
  expect(FOUR.map((caller) => of(condition, caller))).toEqual(expected);
});

test('all of nothing always holds, any of nothing never, none of nothing always', () => {
  expect([of(ALWAYS, {}), of(all(), {}), of(any(), {}), of(none(), {})]).toEqual([true, true, false, true]);
});

test('a sum of nothing is 0', () => {
  expect([of(sum(0, 0), {}), of(sum(1, 9), {})]).toEqual([true, false]);
});

test.each([
  ['the value itself', is('q', 'x'), { x: true, y: false, z: false }],
  ['one of several', is('q', 'x', 'z'), { x: true, y: false, z: true }],
])('is: %s', (_name, condition, expected) => {
  for (const [value, holding] of Object.entries(expected)) expect(of(condition, { q: value })).toBe(holding);
});

test.each([
  // options named: none, x, y, x and y, x and y and z
  ['any of x, y', names('q', 'x', 'y'), [false, true, true, true, true]],
  ['any of z', names('q', 'z'), [false, false, false, false, true]],
  ['all of x, y', namesAll('q', 'x', 'y'), [false, false, false, true, true]],
  ['all of x', namesAll('q', 'x'), [false, true, false, true, true]],
  ['none of these', namesNone('q'), [true, false, false, false, false]],
  ['not any of x', none(names('q', 'x')), [true, false, true, false, false]],
])('names: %s', (_name, condition, expected) => {
  const named = [[], ['x'], ['y'], ['x', 'y'], ['z', 'y', 'x']];
  expect(named.map((options) => of(condition, { q: options }))).toEqual(expected);
});

test.each([
  // 0, 3, 4, 5, 9
  ['3 to 5', within('n', 3, 5), [false, true, true, true, false]],
  ['4 only', within('n', 4, 4), [false, false, true, false, false]],
  ['up to 3', within('n', 0, 3), [true, true, false, false, false]],
])('within: %s', (_name, condition, expected) => {
  expect([0, 3, 4, 5, 9].map((value) => of(condition, { n: value }))).toEqual(expected);
});

const TESTS = [
  is('gated', 'yes'),
  is('gated', 'yes', 'no'),
  names('gated', 'x'),
  namesAll('gated', 'x'),
  namesNone('gated'),
  within('gated', 0, 9),
];

test.each(TESTS)('a test on a question that did not apply is false, and its negation true: %o', (condition) => {
  expect(of(condition, {})).toBe(false);
  expect(of(none(condition), {})).toBe(true);
});

test('a question that did not apply counts no points', () => {
  const terms = TESTS.map((condition) => [1, condition] as const);
  expect([of(sum(0, 0, ...terms), {}), of(sum(1, 9, ...terms), {})]).toEqual([true, false]);
});

test('a test of another kind than the answer is false', () => {
  expect([of(is('q', '4'), { q: 4 }), of(within('q', 0, 9), { q: '4' }), of(names('q', 'x'), { q: 'x' })]).toEqual([
    false,
    false,
    false,
  ]);
});
