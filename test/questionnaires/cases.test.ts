import { expect, test } from 'vitest';
import { runCases, uncovered } from '../../src/analysis/run-cases.ts';
import { decide } from '../../src/decision/decide.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { compiledPolicy, cases as loadCases, policies } from './shipped-policies.ts';

const cases = valueIn(await loadCases())?.value ?? [];

test('every case comes out under every policy that it names', () => {
  expect(runCases(cases, compiledPolicy).map(({ message }) => message)).toEqual([]);
}, 60_000);

test('there are at least 80 cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(80);
});

test('each case that expects a level names the rules that decided it', () => {
  const without = cases.filter(({ expect: expected }) =>
    expected.some((one) => one.level !== undefined && one.deciding === undefined),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('every rule of every policy and every otherwise is shown by a case', () => {
  expect(uncovered(cases, policies)).toEqual([]);
});

/**
 * The twenty-five callers that must come out right, as they were agreed: what the default policy makes of each variant,
 * in any order; `first` and `supports` where the agreement names them.
 */
const CALLERS: Readonly<
  Record<number, readonly { result: string; first?: readonly string[]; supports?: readonly string[]; never?: string }[]>
> = {
  1: [{ result: 'outpatient', first: ['crisis-assessment-today'], supports: ['safety-plan'] }],
  2: [{ result: 'emergency' }],
  3: [{ result: 'emergency' }],
  4: [{ result: 'outpatient', first: ['safe-place'], supports: ['dv-advocate'] }, { result: 'iop' }],
  5: [
    {
      result: 'iop',
      first: ['opioid-medication-start'],
      supports: ['prenatal-care'],
      never: 'withdrawal-management',
    },
  ],
  6: [{ result: 'outpatient', first: ['medical-check-today'] }],
  7: [{ result: 'outpatient', first: ['withdrawal-management-24h', 'medical-check-today'] }],
  8: [{ result: 'iop', first: ['withdrawal-management'] }],
  9: [{ result: 'emergency' }],
  10: [{ result: 'youth' }],
  11: [{ result: 'outpatient', supports: ['medication-continuity'], never: 'withdrawal-management' }],
  12: [{ result: 'emergency' }],
  13: [{ result: 'emergency' }],
  14: [{ result: 'residential' }, { result: 'iop', supports: ['recovery-residence'] }],
  15: [{ result: 'third-party', supports: ['family-support'] }],
  16: [{ result: 'iop', supports: ['mental-health-track'] }],
  17: [{ result: 'residential' }],
  18: [{ result: 'iop', never: 'withdrawal-management' }],
  19: [{ result: 'iop', first: ['opioid-medication-start'], supports: ['naloxone'] }],
  20: [
    { result: 'outpatient', supports: ['gambling-help'] },
    { result: 'outpatient residential emergency', supports: ['gambling-help'] },
  ],
  21: [{ result: 'iop' }, { result: 'iop' }],
  22: [{ result: 'residential' }],
  23: [{ result: 'iop', first: ['medication-review'] }, { result: 'outpatient' }],
  24: [{ result: 'outpatient' }],
  25: [{ result: 'php' }, { result: 'residential' }, { result: 'iop', supports: ['recovery-residence'] }],
};

test('all twenty-five are there', () => {
  const numbers = new Set(cases.flatMap(({ caller }) => caller ?? []));
  expect([...numbers].sort((left, right) => left - right)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});

test.each(Object.entries(CALLERS))('caller %s comes out as agreed', (caller, agreed) => {
  const decisions = cases
    .filter((one) => one.caller === Number(caller))
    .map((one) => decide(compiledPolicy('intake-line'), one.answers));
  const results = decisions.map(({ levels, dispositions }) =>
    levels.length > 0 ? levels.join(' ') : (dispositions[0]?.id ?? 'nothing'),
  );
  expect([...results].sort()).toEqual(agreed.map(({ result }) => result).sort());
  for (const { result, first = [], supports = [], never } of agreed) {
    const matching = decisions.filter((decision, place) => {
      const certain: readonly string[] = Object.entries({ ...decision.firstSteps, ...decision.supports })
        .filter(([, certainty]) => certainty === 'certain')
        .map(([id]) => id);
      return results[place] === result && [...first, ...supports].every((id) => certain.includes(id));
    });
    expect(matching.length, result).toBeGreaterThan(0);
    const detox = matching.flatMap(({ firstSteps }) =>
      Object.entries(firstSteps).filter(
        ([id, certainty]) => never !== undefined && id.startsWith(never) && certainty !== 'no',
      ),
    );
    expect(detox, result).toEqual([]);
  }
});
