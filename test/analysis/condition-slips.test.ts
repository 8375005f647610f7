/** What slips there are in a condition, by hand. */

import { expect, test } from 'vitest';
import { conditionSlips } from '../../src/analysis/condition-slips.ts';
import type { Facts } from '../../src/conditions/compile.ts';
import { edited } from '../../src/documents/edited.ts';

const facts: Facts = new Map([
  ['home', { kind: 'values', values: ['good', 'strained', 'failing'] }],
  ['days', { kind: 'number', min: 0, max: 30, step: 1 }],
  ['dose', { kind: 'number', min: 0, max: 2, step: 0.1 }],
  ['named', { kind: 'options', options: ['x', 'y', 'z'] }],
]);

/** Each slip of a kind as the condition after it. */
function after(source: unknown, kind: string): readonly unknown[] {
  return conditionSlips(source, [], facts)
    .filter((slip) => slip.kind === kind)
    .map((slip) => edited(source, slip.edit));
}

test('a condition is left out where another stays', () => {
  expect(after({ home: 'good', days: 3 }, 'condition-left-out')).toEqual([{ days: 3 }, { home: 'good' }]);
  expect(after({ any: [{ home: 'good' }, { days: 3 }] }, 'condition-left-out')).toEqual([
    { any: [{ days: 3 }] },
    { any: [{ home: 'good' }] },
  ]);
  expect(after({ home: 'good' }, 'condition-left-out')).toEqual([]);
});

test('a test becomes its opposite, and nothing of something', () => {
  expect(after({ home: 'good' }, 'test-negated')).toEqual([{ none: [{ home: 'good' }] }]);
  expect(after({ none: [{ home: 'good' }] }, 'test-negated')).toEqual([
    { any: [{ home: 'good' }] },
    { none: [{ none: [{ home: 'good' }] }] },
  ]);
});

test('any and all are confused, several keys included', () => {
  const parts = [{ home: 'good' }, { days: 3 }];
  expect(after({ any: parts }, 'any-all-swapped')).toEqual([{ all: parts }]);
  expect(after({ all: parts }, 'any-all-swapped')).toEqual([{ any: parts }]);
  expect(after({ home: 'good', days: 3 }, 'any-all-swapped')).toEqual([{ any: parts }]);
});

test('a threshold moves by one step of its question, a count by one', () => {
  expect(after({ days: { at_least: 14 } }, 'threshold-moved')).toEqual([
    { days: { at_least: 13 } },
    { days: { at_least: 15 } },
  ]);
  expect(after({ dose: { at_most: 0.3 } }, 'threshold-moved')).toEqual([
    { dose: { at_most: 0.2 } },
    { dose: { at_most: 0.4 } },
  ]);
  expect(after({ count: { of: [{ home: 'good' }, { days: 3 }], at_least: 2 } }, 'threshold-moved')).toEqual([
    { count: { of: [{ home: 'good' }, { days: 3 }], at_least: 1 } },
    { count: { of: [{ home: 'good' }, { days: 3 }], at_least: 3 } },
  ]);
});

test('an option is left out of a list of several', () => {
  expect(after({ home: ['good', 'strained'] }, 'option-left-out')).toEqual([
    { home: ['strained'] },
    { home: ['good'] },
  ]);
  expect(after({ named: { includes_all: ['x', 'y'] } }, 'option-left-out')).toEqual([
    { named: { includes_all: ['y'] } },
    { named: { includes_all: ['x'] } },
  ]);
  expect(after({ home: ['good'] }, 'option-left-out')).toEqual([]);
});
