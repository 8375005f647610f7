import { expect, test } from 'vitest';
import { contradictions } from '../../src/decision/decide.ts';
import { knownCaller } from '../../src/decision/known-caller.ts';
import { reachable } from '../../src/diagram/walk.ts';
import { ACTIONS, LEVELS } from '../../src/policy/care-lists.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { completion, randomFrom } from './random-callers.ts';
import { COMPILED, compiledPolicy, questionnaire, verdictOf } from './shipped-policies.ts';

const STOPS = questionnaire.questions.flatMap((question) => question.stop.map((option) => ({ question, option })));

/** Callers of whom nothing is known but that they gave this answer. */
function only({ question, option }: (typeof STOPS)[number]): Answers {
  const isList = question.kind.kind === 'options';
  const open = question.kind.kind === 'options' ? question.kind.options.filter((one) => one !== option) : [];
  return {
    questionnaire: questionnaire.id,
    values: new Map([[question.id, isList ? [option] : option]]),
    unknown: new Map(),
    unknownOptions: isList ? new Map([[question.id, new Map(open.map((one) => [one, 'not-asked']))]]) : new Map(),
  };
}

test('the answers that end a call are those that name a danger to life', () => {
  expect(STOPS.map(({ question, option }) => `${question.id} ${option}`).sort()).toEqual(
    [
      'danger_now yes',
      ...['unresponsive', 'breathing', 'chest-pain', 'head-injury', 'overheated'].map((id) => `body_now ${id}`),
      ...['seizure', 'confusion', 'hallucinations'].map((id) => `withdrawal_now ${id}`),
      ...['overdose', 'poisoning', 'on-purpose'].map((id) => `overdose_now ${id}`),
      ...['intent', 'plan', 'preparation', 'attempt-unseen'].map((id) => `self_harm ${id}`),
      ...['intent', 'plan', 'named-threat'].map((id) => `others_harm ${id}`),
      ...['attack-today', 'threat-to-kill', 'choked'].map((id) => `danger_from ${id}`),
      ...['psychosis', 'mania', 'commands'].map((id) => `mind_now ${id}`),
    ].sort(),
  );
});

const EVERY = [...COMPILED.keys()];

test.each(EVERY)('under %s every such answer means an emergency with something to do, whatever else is true', (id) => {
  const compiled = compiledPolicy(id);
  for (const stop of STOPS) {
    const { known, certainty } = knownCaller(compiled, only(stop));
    const possible = reachable(compiled.callers.forest, compiled.outcome, known);
    expect(possible, `${stop.question.id} ${stop.option}`).toBe(1 << LEVELS.indexOf('emergency'));
    const certain = ACTIONS.filter((action) => certainty(compiled.actions[action]) === 'certain');
    expect(certain.length, `${stop.question.id} ${stop.option}`).toBeGreaterThan(0);
  }
});

test.each(EVERY)('evaluate says the same of random callers who gave such an answer, under %s', (id) => {
  const random = randomFrom(3);
  const compiled = compiledPolicy(id);
  for (const stop of STOPS) {
    for (let count = 0; count < 20; count++) {
      const { result, actions } = verdictOf(compiled, completion(questionnaire, only(stop), random));
      expect(result).toEqual({ kind: 'level', level: 'emergency', silent: false });
      expect(actions.size).toBeGreaterThan(0);
    }
  }
});

test('no such answer can be ruled out by another one', () => {
  const compiled = compiledPolicy('safety');
  expect(STOPS.flatMap((stop) => contradictions(compiled, only(stop)))).toEqual([]);
});
