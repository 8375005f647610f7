import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds, type ReadFact } from '../../src/conditions/evaluate.ts';
import type { FactValue, Term } from '../../src/conditions/model.ts';
import { screenResults } from '../../src/decision/screens.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import type { Answers, DerivedFact, Questionnaire } from '../../src/questionnaire/model.ts';
import { differingParts } from './listing.ts';
import { type Draw, drawCondition, drawFact, small, valuesOf } from './small-policies.ts';

interface Scored {
  readonly questionnaire: Questionnaire;
  readonly terms: readonly Term[];
  readonly answers: Answers;
}

type Values = ReadonlyMap<string, FactValue>;

/** A small questionnaire with a sum of points, gates and facts among what it adds up, and a result that reads that sum. */
const scored: fc.Arbitrary<Scored> = fc.gen().map((gen) => {
  const draw: Draw = (arbitrary) => gen(() => arbitrary);
  const { questionnaire: base, answers } = draw(small);
  const readable = [
    ...base.questions,
    ...base.facts.map(({ id, values }) => ({ id, kind: { kind: 'values' as const, values } })),
  ];
  const count = draw(fc.integer({ min: 1, max: 4 }));
  const terms = Array.from({ length: count }, () => ({
    points: draw(fc.integer({ min: 1, max: 3 })),
    when: drawCondition(draw, readable, 1),
  }));
  const score: DerivedFact = {
    id: 'score',
    title: 'score',
    values: ['high', 'low'],
    branches: [{ value: 'high', when: { kind: 'sum', terms, atLeast: 3, atMost: Number.POSITIVE_INFINITY } }],
    otherwise: 'low',
    labels: new Map(),
  };
  const result = drawFact(draw, 'result', [
    ...readable,
    { id: 'score', kind: { kind: 'values', values: score.values } },
  ]);
  const questionnaire: Questionnaire = {
    ...base,
    questions: base.questions.map((question) => ({ ...question, instrument: 'drawn' })),
    facts: [...base.facts, score, result],
    screens: [
      {
        id: 'drawn',
        title: 'Drawn',
        instrument: 'drawn',
        score: 'score',
        result: 'result',
        positive: ['grave', 'some'],
      },
    ],
  };
  return { questionnaire, terms, answers };
});

/** Everybody who could answer, one by one. */
function callersOf({ questions }: Questionnaire): readonly Values[] {
  return questions.reduce<readonly Values[]>(
    (all, { id, kind }) => all.flatMap((values) => valuesOf(kind).map((value) => new Map([...values, [id, value]]))),
    [new Map()],
  );
}

const pointsOf = (terms: readonly Term[], read: ReadFact): number =>
  terms.reduce((sum, { points, when }) => sum + (holds(when, read) ? points : 0), 0);

const isGiven = ({ questions }: Questionnaire, answers: Answers, values: Values): boolean =>
  questions.every((question) => differingParts(question, answers, values.get(question.id)).length === 0);

test('a screen is bounded by exactly the ways of completing the answers', () => {
  fc.assert(
    fc.property(scored, ({ questionnaire, terms, answers }) => {
      const results = screenResults(questionnaire, answers);
      if (answers.values.size === 0) {
        expect(results).toEqual([]);
        return;
      }
      const all = callersOf(questionnaire).map((given) => {
        const read = readCaller(questionnaire, given);
        return { given, read, points: pointsOf(terms, read) };
      });
      const left = all.filter(({ given }) => isGiven(questionnaire, answers, given));
      const sums = left.map(({ points }) => points);
      const values = new Set(left.map(({ read }) => read('result')));
      const positive = [...values].filter((value) => value !== 'none').length;
      expect(results).toEqual([
        {
          screen: questionnaire.screens?.[0],
          lowest: Math.min(...sums),
          highest: Math.max(...sums),
          outOf: Math.max(...all.map(({ points }) => points)),
          results: expect.arrayContaining([...values]),
          positive: positive === 0 ? 'no' : positive === values.size ? 'certain' : 'possible',
        },
      ]);
      expect(results[0]?.results.length).toBe(values.size);
    }),
    { numRuns: 1_000 },
  );
});
