import { expect, test } from 'vitest';
import { bestFirstOf } from '../../src/analysis/best-first.ts';
import { callLength } from '../../src/analysis/call-length.ts';
import { drawCaller } from '../../src/analysis/draw-caller.ts';
import { type Marginals, WHOLE } from '../../src/analysis/marginals.ts';
import { questionsHeard } from '../../src/analysis/questions-heard.ts';
import { randomStream } from '../../src/analysis/random.ts';
import { type SimulationPlan, simulate } from '../../src/analysis/simulate.ts';
import type { Simulation } from '../../src/analysis/simulation.ts';
import { spreadOf } from '../../src/analysis/spread.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import type { Decision } from '../../src/decision/model.ts';
import { createCall } from '../../src/interview/call.ts';
import { walksWith } from '../../src/interview/walks.ts';
import { FIRST_STEPS, LEVELS } from '../../src/policy/care-lists.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { smallQuestionnaire, valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';

const content = await shippedContent();
const { questionnaire } = content;
const extra = valueIn(await content.marginals());
if (extra === undefined) throw new Error('no marginals ship');
const marginals = extra.value;
const policy = content.policies.find(({ id }) => id === 'intake-line');
if (policy === undefined) throw new Error('no default policy');
const compiled = compilePolicy(questionnaire, policy);
if (!compiled.ok) throw new Error('over budget');

const CALLERS = 40;

function run(callers: number, seed: number, ranked = 0): Simulation {
  if (!compiled.ok) throw new Error('over budget');
  return simulated({ compiled: compiled.value, callers, seed, ranked });
}

function simulated(plan: Pick<SimulationPlan, 'compiled' | 'callers' | 'seed' | 'ranked'>): Simulation {
  const { levels } = content.care;
  const steps = simulate({ ...plan, marginals, levels, language: 'en' });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const drawn = Array.from({ length: CALLERS }, (_, number) =>
  drawCaller(questionnaire, marginals, randomStream(5, number)),
);

/** The numbers of questions and minutes, counted apart from the simulation and without kept walks. */
function counted(brief: boolean, all: readonly Answers[]) {
  if (!compiled.ok) throw new Error('over budget');
  const call = createCall(compiled.value, { brief });
  const heard = all.map((answers) => questionsHeard(call, answers));
  const minutes = heard.map((questions, place) => {
    const answers = all[place];
    return answers === undefined ? 0 : callLength(questionnaire, questions, answers, 'en').seconds / 60;
  });
  return { heard, ways: { questions: spreadOf(heard.map(({ length }) => length)), minutes: spreadOf(minutes) } };
}

test('a simulation counts the calls of the callers that its seed draws', () => {
  const simulation = run(CALLERS, 5, 20);
  const [fixed, brief] = [counted(false, drawn), counted(true, drawn)];
  expect(simulation.fixed).toEqual(fixed.ways);
  expect(simulation.brief).toEqual(brief.ways);
  const shorter = fixed.heard.filter(({ length }, place) => (brief.heard[place]?.length ?? 0) < length);
  expect(simulation.shorter.value).toBeCloseTo(shorter.length / CALLERS, 12);
  expect(simulation.differences).toEqual({ count: 0, shown: [] });
  expect(simulation.results.reduce((sum, { callers }) => sum + callers, 0)).toBe(CALLERS);
  expect(simulation.bestFirst.callers).toBe(20);
  expect(simulation.bestFirst.brief).toEqual(spreadOf(brief.heard.slice(0, 20).map(({ length }) => length)));
});

test('level and first steps are certain after the question that it says, and not before', () => {
  if (!compiled.ok) throw new Error('over budget');
  const { value } = compiled;
  const call = createCall(value, { brief: false });
  const isCertain = (known: Answers): boolean => {
    const { reached, certainty } = walksWith(value, known);
    const results = reached(value.outcome);
    const isOne = (results & (results - 1)) === 0;
    const isOpen =
      results < 1 << LEVELS.length && FIRST_STEPS.some((step) => certainty(value.firstSteps[step]) === 'possible');
    const isStopped = questionnaire.questions.some(({ id, stop }) =>
      stop.some((option) => [known.values.get(id) ?? []].flat().includes(option)),
    );
    return isStopped || results === 1 << LEVELS.indexOf('emergency') || (isOne && !isOpen);
  };
  const after = drawn.slice(0, 20).map((answers) => {
    const heard = questionsHeard(call, answers).map(({ id }) => id);
    const counts = Array.from({ length: heard.length + 1 }, (_, count) => count);
    const first = counts.find((count) => {
      const values = new Map([...answers.values].filter(([id]) => heard.slice(0, count).includes(id)));
      return isCertain({ ...answers, values });
    });
    return first ?? heard.length;
  });
  expect(run(20, 5).settled.after).toEqual(spreadOf(after));
});

/** The one thing that a decision says, by its name. */
function nameOf({ silent, levels, dispositions, emergency, stops }: Decision): string {
  const { care } = content;
  if (emergency === 'certain' || stops.length > 0) return care.levels.emergency.name;
  const shown = dispositions.find(({ certainty }) => certainty === 'certain');
  const ending = questionnaire.dispositions.find(({ id }) => id === shown?.id);
  if (ending !== undefined) return inLanguage(ending.title, 'en');
  const [level] = levels;
  if (silent === 'possible' || levels.length + dispositions.length !== 1) return 'open';
  return silent === 'certain' || level === undefined ? 'says nothing' : care.levels[level].name;
}

test('callers of whom a policy says nothing are counted as such, and levels and endings by their names', () => {
  const safety = content.policies.find(({ id }) => id === 'safety');
  const pages = safety && compilePolicy(questionnaire, safety);
  if (!pages?.ok) throw new Error('no policy of one page');
  const call = createCall(pages.value, {});
  const expected = new Map<string, number>();
  for (const answers of drawn) {
    const heard = questionsHeard(call, answers).map(({ id }) => id);
    const said = new Map([...answers.values].filter(([id]) => heard.includes(id)));
    const name = nameOf(decide(pages.value, { ...answers, values: said }));
    expected.set(name, (expected.get(name) ?? 0) + 1);
  }
  expect(expected.get('says nothing')).toBeGreaterThan(10);
  const { results } = simulated({ compiled: pages.value, callers: CALLERS, seed: 5, ranked: 0 });
  expect(new Map(results.map(({ name, callers }) => [name, callers]))).toEqual(expected);
});

test('the most telling question stays the same where what was kept of other callers is forgotten', () => {
  if (!compiled.ok) throw new Error('over budget');
  const call = createCall(compiled.value, { brief: true });
  const [keeping, forgetting] = [bestFirstOf(call), bestFirstOf(call, { rests: 30, nodes: 200_000 })];
  for (const answers of drawn.slice(0, 8)) expect(forgetting(answers)).toEqual(keeping(answers));
}, 60_000);

test('the same seed draws the same callers, another one others', () => {
  expect(run(10, 5)).toEqual(run(10, 5));
  expect(run(10, 6).fixed).not.toEqual(run(10, 5).fixed);
});

test('answers are drawn as often as the marginals say', () => {
  const counts = { age: 0, state: 0, substances: 0 };
  const draws = 20_000;
  for (let number = 0; number < draws; number++) {
    const { values } = drawCaller(questionnaire, marginals, randomStream(9, number));
    const years = values.get('age');
    if (typeof years === 'number' && years >= 25 && years <= 29) counts.age++;
    if (values.get('state') === 'CA') counts.state++;
    const named = values.get('substances');
    if (typeof named === 'object' && named.includes('alcohol')) counts.substances++;
  }
  const share = (id: string, answer: string): number => {
    const shares = marginals.questions.get(id)?.shares;
    if (shares?.kind === 'number') return (shares.ranges.find(({ from }) => from === 25)?.parts ?? 0) / WHOLE;
    return (shares?.parts.get(answer) ?? 0) / WHOLE;
  };
  // 0.02 is more than five standard deviations of each.
  expect(Math.abs(counts.age / draws - share('age', ''))).toBeLessThan(0.02);
  expect(Math.abs(counts.state / draws - share('state', 'CA'))).toBeLessThan(0.02);
  expect(Math.abs(counts.substances / draws - share('substances', 'alcohol'))).toBeLessThan(0.02);
});

test('a question that is not named is answered as the marginals say of others', () => {
  const none = (others: Marginals['others']): Marginals => ({ title: '', about: '', others, questions: new Map() });
  const small = smallQuestionnaire();
  const baseline = drawCaller(small, none('baseline'), randomStream(1, 1)).values;
  for (const { id, baseline: usual } of small.questions) expect(baseline.get(id)).toEqual(usual);
  const seen = new Map<string, Set<string>>();
  for (let number = 0; number < 400; number++)
    for (const [id, value] of drawCaller(small, none('uniform'), randomStream(1, number)).values)
      seen.set(id, (seen.get(id) ?? new Set()).add(String(value)));
  expect([...seen].map(([id, values]) => [id, values.size])).toEqual([
    ['role', 2],
    ['has_home', 2],
    ['home_use', 3],
    ['substances', 8],
    ['drinks', 21],
  ]);
});

test('a spread is by nearest rank', () => {
  expect(spreadOf([])).toEqual({ mean: 0, median: 0, most: 0, worst: 0 });
  expect(spreadOf([4, 1, 3, 2])).toEqual({ mean: 2.5, median: 2, most: 4, worst: 4 });
  const hundred = Array.from({ length: 100 }, (_, place) => 100 - place);
  expect(spreadOf(hundred)).toEqual({ mean: 50.5, median: 50, most: 95, worst: 100 });
});
