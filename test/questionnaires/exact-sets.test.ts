/**
 * Partial callers whose exact sets follow from the meaning of a decision: a level is possible if some completion gets it.
 * Each set is shown from below by completions written out here, and from above by thousands of random ones, all judged by
 * `evaluate` and not by the diagrams.
 */

import { expect, test } from 'vitest';
import { fillBaseline } from '../../src/analysis/case-answers.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { decide } from '../../src/decision/decide.ts';
import type { Verdict } from '../../src/decision/evaluate.ts';
import { FIRST_STEPS, type FirstStep, LEVELS } from '../../src/policy/care-lists.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { completion, nothingKnown, randomFrom } from './random-callers.ts';
import { compiledPolicy, questionnaire, verdictOf } from './shipped-policies.ts';

type Differing = Readonly<Record<string, FactValue>>;

interface Sets {
  /** Levels and dispositions that some completion gets. */
  readonly results: readonly string[];
  readonly certain: readonly FirstStep[];
  readonly possible: readonly FirstStep[];
}

/** An unremarkable caller but for these answers, and without those questions. */
function caller(
  said: Differing,
  declined: readonly string[] = [],
  unsureOptions: Readonly<Record<string, readonly string[]>> = {},
) {
  const answers: Answers = {
    questionnaire: questionnaire.id,
    values: new Map(Object.entries(said)),
    unknown: new Map(declined.map((id) => [id, 'declined'])),
    unknownOptions: new Map(
      Object.entries(unsureOptions).map(([id, options]) => [
        id,
        new Map(options.map((one) => [one, 'unsure' as const])),
      ]),
    ),
  };
  return fillBaseline(answers, questionnaire);
}

/** A complete caller: the known answers, then these, then the baseline. */
function completed(known: Answers, differing: Differing): ReadonlyMap<string, FactValue> {
  const values = new Map(
    questionnaire.questions.flatMap(({ id, baseline }) => (baseline === undefined ? [] : [[id, baseline] as const])),
  );
  for (const [id, value] of [...known.values, ...Object.entries(differing)]) values.set(id, value);
  return values;
}

/** Whether a complete caller says nothing else than what is known. */
function agrees(known: Answers, values: ReadonlyMap<string, FactValue>): boolean {
  return [...known.values].every(([id, said]) => {
    const open = known.unknownOptions.get(id);
    const value = values.get(id);
    if (typeof said !== 'object' || typeof value !== 'object') return value === said;
    const settled = (options: readonly string[]) => options.filter((option) => !open?.has(option)).sort();
    return JSON.stringify(settled(value)) === JSON.stringify(settled(said));
  });
}

const resultOf = ({ result }: Verdict) => (result.kind === 'level' ? result.level : result.disposition);
const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort();

function setsOf(verdicts: readonly Verdict[]): Sets {
  const count = (step: FirstStep) => verdicts.filter(({ firstSteps }) => firstSteps.has(step)).length;
  return {
    results: sorted(verdicts.map(resultOf)),
    certain: FIRST_STEPS.filter((step) => count(step) === verdicts.length),
    possible: FIRST_STEPS.filter((step) => count(step) > 0 && count(step) < verdicts.length),
  };
}

function decidedSets(policy: string, known: Answers): Sets {
  const { levels, dispositions, firstSteps } = decide(compiledPolicy(policy), known);
  return {
    results: sorted([...levels, ...dispositions.map(({ id }) => id)]),
    certain: FIRST_STEPS.filter((step) => firstSteps[step] === 'certain'),
    possible: FIRST_STEPS.filter((step) => firstSteps[step] === 'possible'),
  };
}

/** The sets decided are these; the completions written out give all of them, and random ones nothing else. */
function expectExactly(policy: string, known: Answers, expected: Sets, completions: readonly Differing[]): void {
  expect(decidedSets(policy, known)).toEqual({ ...expected, results: sorted(expected.results) });

  const written = completions.map((differing) => completed(known, differing));
  expect(written.filter((values) => !agrees(known, values))).toEqual([]);
  const compiled = compiledPolicy(policy);
  expect(setsOf(written.map((values) => verdictOf(compiled, values)))).toEqual({
    ...expected,
    results: sorted(expected.results),
  });

  const random = randomFrom(5);
  const steps: readonly FirstStep[] = [...expected.certain, ...expected.possible];
  for (let count = 0; count < 5000; count++) {
    const verdict = verdictOf(compiled, completion(questionnaire, known, random));
    if (!expected.results.includes(resultOf(verdict))) expect(expected.results).toContain(resultOf(verdict));
    if ([...verdict.firstSteps].some((step) => !steps.includes(step))) expect(steps).toEqual([...verdict.firstSteps]);
    if (expected.certain.some((step) => !verdict.firstSteps.has(step))) expect([...verdict.firstSteps]).toEqual(steps);
  }
}

const MODERATE = { substances: ['alcohol'], criteria: ['more-than-meant', 'cannot-cut-down', 'craving', 'duties'] };
const OPEN_OF_INTENT = ['plan', 'preparation', 'attempt-unseen', 'means-at-hand', 'cannot-stay-safe'];

test('intent with the plan unanswered is an emergency, and nothing less', () => {
  expectExactly(
    'intake-line',
    caller({ self_harm: ['thoughts', 'intent'] }, [], { self_harm: ['plan'] }),
    { results: ['emergency'], certain: ['crisis-assessment-today'], possible: [] },
    [{}, { self_harm: ['thoughts', 'intent', 'plan'] }],
  );
});

test('so it is with all other details unanswered, under every policy', () => {
  for (const policy of [
    'intake-line',
    'safety',
    'pride-institute',
    'iop-explainer',
    'inspire-recovery',
    'cautious-guide',
    'sobriety-guide',
  ]) {
    const known = caller({ self_harm: ['intent'] }, [], { self_harm: OPEN_OF_INTENT });
    expectExactly(policy, known, { results: ['emergency'], certain: ['crisis-assessment-today'], possible: [] }, [
      {},
      { self_harm: ['intent', ...OPEN_OF_INTENT] },
    ]);
  }
});

test('thoughts with the plan unanswered are residential at least, and perhaps an emergency', () => {
  expectExactly(
    'intake-line',
    caller({ self_harm: ['thoughts'] }, [], { self_harm: ['plan'] }),
    { results: ['residential', 'emergency'], certain: ['crisis-assessment-today'], possible: [] },
    [{}, { self_harm: ['thoughts', 'plan'] }],
  );
});

// Whoever declines to say where they sleep may still have said that nobody uses there and that nothing weighs on them.
const AT_HOME = { ...MODERATE, household: 'nobody-uses', home_stress: [], supporter: 'yes', violence: 'no' };

test('housing declined with a safe home answered: an IOP, or residential if there is no home at all', () => {
  expectExactly(
    'intake-line',
    caller(AT_HOME, ['housing', 'other_place']),
    { results: ['iop', 'residential'], certain: [], possible: ['safe-place'] },
    [{ housing: 'stable' }, { housing: 'temporary' }, { housing: 'none', other_place: 'none' }],
  );
});

test('housing declined with another safe place arranged: an IOP, and perhaps a safe place first', () => {
  expectExactly(
    'intake-line',
    caller({ ...AT_HOME, other_place: 'arranged' }, ['housing']),
    { results: ['iop'], certain: [], possible: ['safe-place'] },
    [{ housing: 'stable' }, { housing: 'none' }],
  );
});

const DRINKS_HEAVILY = { substances: ['alcohol'], alcohol_days: 20, drinks_per_day: 10 };
const FENTANYL = {
  substances: ['opioids'],
  opioid_source: 'not-prescribed',
  opioid_use: 'most-days',
  opioid_sick: 'yes',
  opioid_gap: 0,
};

/** One completion for every result and for every first step. */
const ANYBODY: readonly Differing[] = [
  {},
  { substances: ['alcohol'], criteria: ['more-than-meant', 'craving'] },
  MODERATE,
  { ...MODERATE, mental_health: 'untreated' },
  { self_harm: ['thoughts'] },
  { mind_effect: 'cannot-manage' },
  { danger_now: 'yes' },
  { safe_to_talk: 'driving' },
  { age: 17 },
  { role: 'other', can_answer_for_them: 'no' },
  DRINKS_HEAVILY,
  { ...DRINKS_HEAVILY, age: 70 },
  FENTANYL,
  { ...FENTANYL, opioid_medicine: 'methadone' },
  { violence: 'yes' },
];
const ENDINGS = ['cannot-talk', 'youth', 'third-party'];
const ALL_POSSIBLE = { certain: [], possible: FIRST_STEPS };

test('with every answer unsure every level is possible, and every first step, and nothing is certain', () => {
  expectExactly(
    'intake-line',
    nothingKnown(questionnaire, 'unsure'),
    { results: [...LEVELS, ...ENDINGS], ...ALL_POSSIBLE },
    ANYBODY,
  );
});

test('the safety rules alone know an emergency and nothing else', () => {
  expectExactly(
    'safety',
    nothingKnown(questionnaire, 'unsure'),
    { results: ['information', 'emergency', ...ENDINGS], ...ALL_POSSIBLE },
    ANYBODY,
  );
});

test.each(['pride-institute', 'iop-explainer', 'inspire-recovery', 'cautious-guide', 'sobriety-guide'])(
  'and so it is for what %s can say: nothing, an IOP, residential care, an emergency',
  (policy) => {
    expectExactly(
      policy,
      nothingKnown(questionnaire, 'unsure'),
      { results: ['information', 'iop', 'residential', 'emergency', ...ENDINGS], ...ALL_POSSIBLE },
      ANYBODY,
    );
  },
);

test('whether an answer was declined, not sure or not asked makes no difference to the decision', () => {
  const [one, ...others] = (['unsure', 'declined', 'not-asked'] as const).map((why) =>
    decide(compiledPolicy('intake-line'), nothingKnown(questionnaire, why)),
  );
  for (const other of others) expect(other).toEqual(one);
});
