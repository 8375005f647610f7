/** Random marginals of small questionnaires, and how much one caller weighs under them, from the definition. */

import fc from 'fast-check';
import { type Marginal, type Marginals, type RangeShare, WHOLE } from '../../src/analysis/marginals.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { valuesOf } from './small-policies.ts';

/** Marginals of some of the questions. */
export function smallMarginals(questionnaire: Questionnaire): fc.Arbitrary<Marginals> {
  const questions = questionnaire.questions.map((question) =>
    fc.option(marginalOf(question), { nil: undefined }).map((drawn) => [question.id, drawn] as const),
  );
  return fc
    .tuple(fc.tuple(...questions), fc.constantFrom('baseline' as const, 'uniform' as const))
    .map(([drawn, others]) => ({
      title: 'random',
      about: 'random',
      others,
      questions: new Map(drawn.flatMap(([id, one]) => (one === undefined ? [] : [[id, one] as const]))),
    }));
}

function marginalOf({ kind }: Question): fc.Arbitrary<Marginal> {
  const assumed = <T extends Marginal['shares']>(shares: T): Marginal => ({ shares, source: undefined });
  if (kind.kind === 'values')
    return wholeIn(kind.values.length).map((parts) =>
      assumed({ kind: 'values', parts: new Map(kind.values.map((value, place) => [value, parts[place] ?? 0])) }),
    );
  if (kind.kind === 'options')
    return fc
      .array(fc.integer({ min: 0, max: WHOLE }), { minLength: kind.options.length, maxLength: kind.options.length })
      .map((parts) =>
        assumed({ kind: 'options', parts: new Map(kind.options.map((id, place) => [id, parts[place] ?? 0])) }),
      );
  return rangesIn(valuesOf(kind).filter((value) => typeof value === 'number')).map((ranges) =>
    assumed({ kind: 'number', ranges }),
  );
}

/** Whole numbers that are WHOLE together, some of them 0. */
function wholeIn(count: number): fc.Arbitrary<readonly number[]> {
  return fc.array(fc.integer({ min: 0, max: WHOLE }), { minLength: count - 1, maxLength: count - 1 }).map((cuts) => {
    const ends = [0, ...cuts.sort((left, right) => left - right), WHOLE];
    return ends.slice(1).map((end, place) => end - (ends[place] ?? 0));
  });
}

/** One range, or two with or without a gap between them. */
function rangesIn(numbers: readonly number[]): fc.Arbitrary<readonly RangeShare[]> {
  const places = fc.uniqueArray(fc.nat(numbers.length - 1), { minLength: 1, maxLength: 4 });
  return fc.tuple(places, fc.integer({ min: 0, max: WHOLE })).map(([drawn, parts]) => {
    const [a = 0, b = a, c, d = c] = [...drawn].sort((left, right) => left - right).map((at) => numbers[at]);
    if (c === undefined || d === undefined) return [{ from: a, to: b, parts: WHOLE }];
    return [
      { from: a, to: b, parts },
      { from: c, to: d, parts: WHOLE - parts },
    ];
  });
}

/** What every number of values of a range, 1 to 4 here, divides. */
const DIVISIBLE = 24n;

/** How much one answer weighs among those of its question: its share, times a number that is the same for all of them. */
export function answerWeight(marginals: Marginals, question: Question, value: FactValue): bigint {
  const named = marginals.questions.get(question.id)?.shares;
  if (named === undefined)
    return marginals.others === 'uniform' || String(question.baseline) === String(value) ? 1n : 0n;
  if (named.kind === 'values') return BigInt(named.parts.get(String(value)) ?? 0);
  if (named.kind === 'options')
    return [...named.parts].reduce(
      (all, [option, parts]) =>
        all * BigInt(typeof value === 'object' && value.includes(option) ? parts : WHOLE - parts),
      1n,
    );
  const range = named.ranges.find(({ from, to }) => typeof value === 'number' && value >= from && value <= to);
  if (range === undefined) return 0n;
  const inside = valuesOf(question.kind).filter(
    (other) => typeof other === 'number' && other >= range.from && other <= range.to,
  );
  return (BigInt(range.parts) * DIVISIBLE) / BigInt(inside.length);
}
