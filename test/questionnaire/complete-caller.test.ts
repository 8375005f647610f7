import { expect, test } from 'vitest';
import type { FactValue } from '../../src/conditions/model.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import { choice, fact, is, none, number, questionnaire, within, yesNo } from '../decision/given.ts';

const asked = questionnaire(
  [
    yesNo('home'),
    yesNo('use_at_home', { askIf: is('home', 'yes') }),
    choice('who', ['partner', 'friend'], { askIf: is('use_at_home', 'yes') }),
    yesNo('other_place', { askIf: is('place_now', 'failing') }),
    number('days', 0, 30),
  ],
  {
    facts: [
      fact(
        'place_now',
        [
          ['failing', none(is('home', 'yes'))],
          ['strained', is('use_at_home', 'yes')],
        ],
        'good',
      ),
      fact(
        'place',
        [
          ['arranged', is('other_place', 'yes')],
          ['failing', is('place_now', 'failing')],
        ],
        'good',
      ),
      fact(
        'often',
        [
          ['most', within('days', 0, 30)],
          ['never-read', within('days', 5, 5)],
        ],
        'none',
      ),
    ],
  },
);

function facts(values: Readonly<Record<string, FactValue>>, ...ids: readonly string[]) {
  const read = readCaller(asked, new Map(Object.entries(values)));
  return ids.map(read);
}

test('a question that applies has the value given', () => {
  expect(facts({ home: 'yes', use_at_home: 'no' }, 'home', 'use_at_home')).toEqual(['yes', 'no']);
});

test('the value of a question that does not apply is never read, and so through every gate behind it', () => {
  const values = { home: 'no', use_at_home: 'yes', who: 'partner' };
  expect(facts(values, 'use_at_home', 'who', 'place_now')).toEqual([undefined, undefined, 'failing']);
});

test('a gate may read a fact, and the fact further facts', () => {
  expect(facts({ home: 'no', other_place: 'yes' }, 'other_place', 'place')).toEqual(['yes', 'arranged']);
  expect(facts({ home: 'yes', use_at_home: 'no', other_place: 'yes' }, 'other_place', 'place')).toEqual([
    undefined,
    'good',
  ]);
});

test('the first branch that holds gives the value, and otherwise what stands there', () => {
  expect(facts({ home: 'yes', use_at_home: 'yes' }, 'place_now')).toEqual(['strained']);
  expect(facts({ home: 'yes', use_at_home: 'no' }, 'place_now')).toEqual(['good']);
  expect(facts({ days: 5 }, 'often')).toEqual(['most']);
});

test('a missing value reads as not applying', () => {
  expect(facts({}, 'home', 'days', 'often', 'place_now')).toEqual([undefined, undefined, 'none', 'failing']);
});

test('what the questionnaire does not have has no value', () => {
  expect(facts({ shoe_size: 43 }, 'shoe_size')).toEqual([undefined]);
});
