import { expect, test } from 'vitest';
import { type Share, shareOf } from '../../src/analysis/share-of.ts';
import type { Simulation, Spread } from '../../src/analysis/simulation.ts';
import { simulationJson, simulationText } from '../../src/render/simulation.ts';

const share = (part: number, whole: number): Share => shareOf(BigInt(part), BigInt(whole));
const spread: Spread = { mean: 4.25, median: 4, most: 6, worst: 7 };
const given: Simulation = {
  questionnaire: 'small',
  policy: 'base',
  callers: 2000,
  seed: 3,
  marginals: { title: 'Ours', about: 'Nobody.', others: 'uniform', unnamed: ['housing'] },
  fixed: { questions: spread, minutes: spread },
  brief: { questions: spread, minutes: spread },
  shorter: share(1, 2),
  settled: { early: share(1, 4), after: spread },
  results: [{ result: 'iop', name: 'Intensive outpatient', callers: 2000, fixed: 4, brief: 3, settledAfter: 2 }],
  leftOut: [],
  bestFirst: { callers: 0, questions: spread, settledAfter: spread, brief: spread, briefSettledAfter: spread },
  differences: { count: 0, shown: [] },
};

test('what is taken of questions without shares is said loudly', () => {
  expect(simulationText(given, 80)).toContain(
    'NOT NAMED in the marginals, so that they get every answer equally often: housing',
  );
});

test('a call that ends otherwise when it is brief is a fault, and its answers are shown', () => {
  const answers = 'format: intakeline/answers/1\nquestionnaire: small\nanswers: { has_home: "no" }\n';
  const text = simulationText({ ...given, differences: { count: 1, shown: [{ caller: 17, answers }] } }, 80);
  expect(text).toContain('A FAULT OF THIS PROGRAM: 1 of 2,000 brief calls end otherwise');
  expect(text).toContain(`# caller 17\n${answers}`);
  expect(text).not.toContain('end alike');
});

test('a share that is not all never reads as all, nor one that is something as nothing', () => {
  const text = simulationText(
    { ...given, shorter: share(99_999, 100_000), settled: { early: share(1, 100_000), after: spread } },
    100,
  );
  expect(text).toContain('shorter with --brief: over 99.9 % of the calls');
  expect(text).toContain('in under 0.1 % of the calls');
});

test('no line is wider than was asked for', () => {
  const leftOut = [{ question: 'earlier_withdrawal', calls: 3, share: share(3, 10) }];
  const text = simulationText({ ...given, leftOut, bestFirst: { ...given.bestFirst, callers: 1000 } }, 60);
  expect(text.split('\n').filter((line) => line.length > 60)).toEqual([]);
});

test('tables without rows are left out', () => {
  const text = simulationText(given, 80);
  expect(text).not.toContain('left out by');
  expect(text).not.toContain('most telling');
});

test('the JSON is versioned and has every number', () => {
  expect(JSON.parse(simulationJson(given))).toEqual({ format: 'intakeline/simulation/1', ...given });
});
