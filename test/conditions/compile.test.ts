import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCondition } from '../../src/conditions/compile.ts';
import { holds } from '../../src/conditions/evaluate.ts';
import type { Condition, FactKind, FactValue } from '../../src/conditions/model.ts';
import type { Finding } from '../../src/documents/collect.ts';

const FACTS = new Map<string, FactKind>([
  ['home', { kind: 'values', values: ['none', 'some', 'heavy'] }],
  ['safe', { kind: 'values', values: ['yes', 'no'] }],
  ['use', { kind: 'options', options: ['alcohol', 'opioids', 'sedatives'] }],
  ['days', { kind: 'number', min: 0, max: 30, step: 1 }],
  ['weight', { kind: 'number', min: 0.5, max: 2.5, step: 0.1 }],
]);

function compile(source: unknown): Condition {
  const findings: Finding[] = [];
  const condition = compileCondition(source, [], FACTS, (finding) => findings.push(finding));
  expect(findings).toEqual([]);
  return condition;
}

test.each<[string, unknown, Condition]>([
  ['equals', { safe: 'yes' }, { kind: 'is', id: 'safe', values: ['yes'] }],
  ['one of', { home: ['some', 'heavy'] }, { kind: 'is', id: 'home', values: ['some', 'heavy'] }],
  [
    'any option',
    { use: ['alcohol', 'opioids'] },
    { kind: 'names', id: 'use', options: ['alcohol', 'opioids'], every: false },
  ],
  [
    'all options',
    { use: { includes_all: ['alcohol', 'opioids'] } },
    { kind: 'names', id: 'use', options: ['alcohol', 'opioids'], every: true },
  ],
  ['no option', { use: 'none-of-these' }, { kind: 'names-none', id: 'use' }],
  ['at least', { days: { at_least: 20 } }, { kind: 'within', id: 'days', from: 20, to: 30 }],
  ['more than', { days: { more_than: 20 } }, { kind: 'within', id: 'days', from: 21, to: 30 }],
  ['less than', { days: { less_than: 20 } }, { kind: 'within', id: 'days', from: 0, to: 19 }],
  ['between', { days: { at_least: 3, at_most: 5.5 } }, { kind: 'within', id: 'days', from: 3, to: 5 }],
  ['the nearest bound', { days: { at_least: 3, more_than: 3 } }, { kind: 'within', id: 'days', from: 4, to: 30 }],
  ['decimal steps', { weight: { more_than: 0.7 } }, { kind: 'within', id: 'weight', from: 0.8, to: 2.5 }],
  ['a number', { weight: 0.7 }, { kind: 'within', id: 'weight', from: 0.7, to: 0.7 }],
  ['always', { always: true }, { kind: 'all', of: [] }],
  [
    'several keys',
    { safe: 'no', home: 'heavy' },
    {
      kind: 'all',
      of: [
        { kind: 'is', id: 'safe', values: ['no'] },
        { kind: 'is', id: 'home', values: ['heavy'] },
      ],
    },
  ],
  ['none', { none: [{ safe: 'yes' }] }, { kind: 'none', of: [{ kind: 'is', id: 'safe', values: ['yes'] }] }],
  [
    'count',
    { count: { of: [{ safe: 'no' }, { home: 'heavy' }, { days: 30 }], at_least: 2 } },
    {
      kind: 'sum',
      terms: [
        { points: 1, when: { kind: 'is', id: 'safe', values: ['no'] } },
        { points: 1, when: { kind: 'is', id: 'home', values: ['heavy'] } },
        { points: 1, when: { kind: 'within', id: 'days', from: 30, to: 30 } },
      ],
      atLeast: 2,
      atMost: 3,
    },
  ],
])('compiles %s', (_, source, expected) => {
  expect(compile(source)).toEqual(expected);
});

test('none-of-these among options means either', () => {
  const condition = compile({ use: ['none-of-these', 'opioids'] });
  const verdicts = [[], ['opioids'], ['alcohol']].map((named) => holds(condition, () => named));
  expect(verdicts).toEqual([true, true, false]);
});

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  at_least: (value, bound) => value >= bound,
  at_most: (value, bound) => value <= bound,
  more_than: (value, bound) => value > bound,
  less_than: (value, bound) => value < bound,
};

test('a range holds for exactly the possible numbers that pass its comparisons, and one that tells nothing is reported', () => {
  const grids = fc.record({
    min: fc.integer({ min: -5, max: 5 }),
    steps: fc.integer({ min: 1, max: 20 }),
    step: fc.constantFrom(1, 2, 5),
  });
  const bounds = fc.dictionary(
    fc.constantFrom(...Object.keys(COMPARISONS)),
    fc.integer({ min: -20, max: 110 }).map((half) => half / 2),
    { minKeys: 1, noNullPrototype: true },
  );
  fc.assert(
    fc.property(grids, bounds, ({ min, steps, step }, source) => {
      const possible = Array.from({ length: steps + 1 }, (_, index) => min + index * step);
      const passing = possible.filter((value) =>
        Object.entries(source).every(([name, bound]) => COMPARISONS[name]?.(value, bound)),
      );
      const codes: string[] = [];
      const facts = new Map<string, FactKind>([['n', { kind: 'number', min, max: min + steps * step, step }]]);
      const condition = compileCondition({ n: source }, [], facts, ({ code }) => codes.push(code));
      if (passing.length === 0) expect(codes).toEqual(['impossible-test']);
      else if (passing.length === possible.length) expect(codes).toEqual(['idle-test']);
      else expect(possible.filter((value) => holds(condition, (): FactValue => value))).toEqual(passing);
    }),
  );
});

test('whatever is written, compiling ends with a condition or a finding', () => {
  const names = fc.constantFrom(
    'home',
    'use',
    'days',
    'all',
    'any',
    'none',
    'count',
    'always',
    'of',
    'at_least',
    'includes_all',
    'zz',
  );
  const { source } = fc.letrec((tie) => ({
    leaf: fc.constantFrom<unknown>('yes', 'heavy', 'alcohol', 'none-of-these', true, null, 3, -1, ''),
    source: fc.oneof(
      { maxDepth: 5 },
      tie('leaf'),
      fc.array(tie('source'), { maxLength: 3 }),
      fc.dictionary(names, tie('source'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(source, (written) => {
      const findings: Finding[] = [];
      const condition = compileCondition(written, [], FACTS, (finding) => findings.push(finding));
      expect(typeof holds(condition, () => undefined)).toBe('boolean');
      for (const { message } of findings) expect(message).not.toMatch(/\.$/);
    }),
  );
});
