/** What slips there are in a questionnaire's file, by hand: each slip with the part of the file after it. */

import { expect, test } from 'vitest';
import { questionnaireSlips } from '../../src/analysis/fact-slips.ts';
import type { Facts } from '../../src/conditions/compile.ts';
import { edited } from '../../src/documents/edited.ts';
import type { FactSource, QuestionnaireSource } from '../../src/questionnaire/schema.ts';

const facts: Facts = new Map([
  ['home', { kind: 'values', values: ['yes', 'no'] }],
  ['work', { kind: 'values', values: ['yes', 'no'] }],
  ['drink', { kind: 'values', values: ['none', 'some', 'much'] }],
]);

function questionnaire(parts: Partial<QuestionnaireSource>): QuestionnaireSource {
  return {
    format: 'intakeline/questionnaire/1',
    id: 'small',
    version: '1',
    title: 'Small',
    languages: ['en'],
    sections: [{ id: 'all', title: 'All' }],
    questions: [],
    ...parts,
  };
}

/** The fact after each slip, beside the kind of the slip; slips within conditions have a file of examples of their own. */
function slipsOf(fact: FactSource): readonly unknown[] {
  const source = questionnaire({ facts: [fact] });
  return questionnaireSlips(source, facts)
    .filter(({ kind }) => kind !== 'test-negated')
    .map((slip) => [slip.kind, edited(source, slip.edit).facts?.[0]]);
}

const named = { id: 'risk', title: 'Risk' };
const high = { value: 'high', when: { home: 'no' } };
const some = { value: 'some', when: { work: 'no' } };

test('branches are left out, put in the wrong order, and lose their values to each other', () => {
  expect(slipsOf({ ...named, first_of: [high, some], otherwise: 'low' })).toEqual([
    ['branch-left-out', { ...named, first_of: [some], otherwise: 'low' }],
    ['branch-left-out', { ...named, first_of: [high], otherwise: 'low' }],
    ['branches-swapped', { ...named, first_of: [some, high], otherwise: 'low' }],
    [
      'values-swapped',
      {
        ...named,
        first_of: [
          { value: 'some', when: { home: 'no' } },
          { value: 'high', when: { work: 'no' } },
        ],
        otherwise: 'low',
      },
    ],
    ['values-swapped', { ...named, first_of: [high, { value: 'low', when: { work: 'no' } }], otherwise: 'some' }],
  ]);
});

test('the only branch stays, and what is left takes its value', () => {
  expect(slipsOf({ ...named, first_of: [high], otherwise: 'low' })).toEqual([
    ['values-swapped', { ...named, first_of: [{ value: 'low', when: { home: 'no' } }], otherwise: 'high' }],
  ]);
});

test('neighbours of one value have nothing to take from each other', () => {
  const second = { value: 'high', when: { work: 'no' } };
  expect(slipsOf({ ...named, first_of: [high, second], otherwise: 'high' })).toEqual([
    ['branch-left-out', { ...named, first_of: [second], otherwise: 'high' }],
    ['branch-left-out', { ...named, first_of: [high], otherwise: 'high' }],
  ]);
});

test('of a count each part is left out, and each border but the first moves', () => {
  const count = [{ home: 'no' }, { work: 'no' }];
  const bands = [
    { value: 'low', from: 0 },
    { value: 'high', from: 2 },
  ];
  expect(slipsOf({ ...named, count, bands })).toEqual([
    ['condition-left-out', { ...named, count: [{ work: 'no' }], bands }],
    ['condition-left-out', { ...named, count: [{ home: 'no' }], bands }],
    ['threshold-moved', { ...named, count, bands: [bands[0], { value: 'high', from: 1 }] }],
    ['threshold-moved', { ...named, count, bands: [bands[0], { value: 'high', from: 3 }] }],
    [
      'values-swapped',
      {
        ...named,
        count,
        bands: [
          { value: 'high', from: 0 },
          { value: 'low', from: 2 },
        ],
      },
    ],
  ]);
});

test('points move by one, each option in turn', () => {
  const points = (someMuch: Readonly<Record<string, number>>) => ({
    ...named,
    points: { drink: someMuch },
    bands: [{ value: 'low', from: 0 }],
  });
  expect(slipsOf(points({ some: 1, much: 3 }))).toEqual([
    ['points-moved', points({ some: 0, much: 3 })],
    ['points-moved', points({ some: 2, much: 3 })],
    ['points-moved', points({ some: 1, much: 2 })],
    ['points-moved', points({ some: 1, much: 4 })],
  ]);
});

test('a gate is left out, and its condition slips', () => {
  const question = { id: 'rent', section: 'all', type: 'yes-no' as const, say: 'Who pays?', baseline: 'yes' };
  const source = questionnaire({
    questions: [
      { ...question, ask_if: { home: 'yes' } },
      { ...question, id: 'other' },
    ],
  });
  expect(
    questionnaireSlips(source, facts).map((slip) => [slip.kind, slip.at, edited(source, slip.edit).questions]),
  ).toEqual([
    ['gate-left-out', ['questions', 0, 'ask_if'], [question, { ...question, id: 'other' }]],
    [
      'test-negated',
      ['questions', 0, 'ask_if', 'home'],
      [
        { ...question, ask_if: { none: [{ home: 'yes' }] } },
        { ...question, id: 'other' },
      ],
    ],
  ]);
});

test('the condition of a disposition slips', () => {
  const ends = { id: 'ends', title: 'Ends', level: 'none' as const, say: 'Goodbye.' };
  const source = questionnaire({ dispositions: [{ ...ends, when: { home: 'no', work: 'no' } }] });
  const after = questionnaireSlips(source, facts).map((slip) => [
    slip.kind,
    edited(source, slip.edit).dispositions?.[0]?.when,
  ]);
  expect(after).toEqual([
    ['condition-left-out', { work: 'no' }],
    ['test-negated', { work: 'no', none: [{ home: 'no' }] }],
    ['condition-left-out', { home: 'no' }],
    ['test-negated', { home: 'no', none: [{ work: 'no' }] }],
    ['any-all-swapped', { any: [{ home: 'no' }, { work: 'no' }] }],
  ]);
});
