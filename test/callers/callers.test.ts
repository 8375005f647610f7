import { expect, test } from 'vitest';
import { createCallers } from '../../src/callers/callers.ts';
import { encodeAnswers } from '../../src/callers/encoding.ts';
import { holds } from '../../src/conditions/evaluate.ts';
import type { Condition, FactValue } from '../../src/conditions/model.ts';
import { TRUE } from '../../src/diagram/forest.ts';
import { reachable } from '../../src/diagram/walk.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import {
  all,
  answers,
  any,
  choice,
  choices,
  fact,
  is,
  names,
  namesAll,
  namesNone,
  none,
  number,
  questionnaire,
  sum,
  within,
  yesNo,
} from '../decision/given.ts';

const asked = questionnaire(
  [
    yesNo('home'),
    choice('use', ['none', 'some', 'heavy'], { askIf: is('home', 'yes') }),
    choices('which', ['x', 'y'], { askIf: none(is('use', 'none')) }),
    number('days', 0, 4, { askIf: names('which', 'x') }),
  ],
  {
    facts: [
      fact(
        'place',
        [
          ['failing', is('home', 'no')],
          ['strained', is('use', 'some', 'heavy')],
        ],
        'good',
      ),
      fact('points', [['many', sum(3, 99, [2, is('place', 'failing', 'strained')], [1, names('which', 'y')])]], 'few'),
    ],
  },
);

/** All complete callers: 2 × 3 × 4 × 5. */
const CALLERS: readonly Readonly<Record<string, FactValue>>[] = ['yes', 'no'].flatMap((home) =>
  ['none', 'some', 'heavy'].flatMap((use) =>
    [[], ['x'], ['y'], ['x', 'y']].flatMap((which) => [0, 1, 2, 3, 4].map((days) => ({ home, use, which, days }))),
  ),
);

const CONDITIONS: readonly (readonly [string, Condition])[] = [
  ['is', is('use', 'some', 'heavy')],
  ['is, of a fact', is('place', 'strained')],
  ['is, of a fact of a fact', is('points', 'many')],
  ['names any', names('which', 'x', 'y')],
  ['names every', namesAll('which', 'x', 'y')],
  ['names none', namesNone('which')],
  ['within', within('days', 2, 3)],
  ['within all', within('days', 0, 4)],
  ['all', all(is('home', 'yes'), names('which', 'y'))],
  ['any', any(is('home', 'no'), within('days', 3, 4))],
  ['none of a gated test', none(is('use', 'heavy'), names('which', 'x'))],
  ['none of a gated number', none(within('days', 0, 4))],
  ['sum, bounded below', sum(2, 99, [1, is('home', 'yes')], [1, names('which', 'x')], [2, within('days', 1, 4)])],
  ['sum, bounded above', sum(0, 1, [1, is('home', 'yes')], [3, names('which', 'x')], [2, within('days', 1, 4)])],
  ['sum, exactly', sum(3, 3, [1, is('home', 'yes')], [1, names('which', 'x')], [2, within('days', 1, 4)])],
  ['sum, out of reach', sum(9, 99, [1, is('home', 'yes')])],
];

test.each(CONDITIONS)(
  'the region of a condition holds exactly the callers for whom it holds: %s',
  (_name, condition) => {
    const { region, forest, encoding } = createCallers(asked, [condition]);
    const root = region(condition);
    for (const caller of CALLERS) {
      const inside = reachable(forest, root, encodeAnswers(encoding, answers(caller))) === 1 << TRUE;
      expect(inside).toBe(holds(condition, readCaller(asked, new Map(Object.entries(caller)))));
    }
  },
);

test.each(['home', 'use', 'which', 'days'])('a question applies exactly to those for whom its gate holds: %s', (id) => {
  const { applies, forest, encoding } = createCallers(asked, []);
  for (const caller of CALLERS) {
    const inside = reachable(forest, applies(id), encodeAnswers(encoding, answers(caller))) === 1 << TRUE;
    expect(inside).toBe(readCaller(asked, new Map(Object.entries(caller)))(id) !== undefined);
  }
});

test('the values of a fact share out the callers: each has exactly one', () => {
  const { factRegion, forest } = createCallers(asked, []);
  const regions = ['failing', 'strained', 'good'].map((value) => factRegion('place', value));
  expect(regions.reduce(forest.or)).toBe(TRUE);
  const [failing = 0, strained = 0, good = 0] = regions;
  expect([forest.and(failing, strained), forest.and(failing, good), forest.and(strained, good)]).toEqual([0, 0, 0]);
});
