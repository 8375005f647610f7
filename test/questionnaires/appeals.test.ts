/**
 * Public, closed external appeals, entered as answers: what an independent reviewer decided is a bound on what the default
 * policy may say of the same facts. What the record does not state was not asked, so that a result is mostly a set.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { decide } from '../../src/decision/decide.ts';
import type { Decision } from '../../src/decision/model.ts';
import { FIRST_STEPS, type FirstStep, LEVELS, type Level } from '../../src/policy/care-lists.ts';
import { compileAnswers } from '../../src/questionnaire/compile-answers.ts';
import { readAnswers } from '../../src/questionnaire/read-answers.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { compiledPolicy, questionnaire } from './shipped-policies.ts';

const FOLDER = 'test/fixtures/appeals';

const level = z.enum(LEVELS);
const steps = z.array(z.enum(FIRST_STEPS)).min(1);
const file = z.string();
const meets = z.literal('meets');
const doesNotMeet = z.literal('does-not-meet');

/** Exactly one bound for each appeal, of a kind that the reviewer's decision allows. */
const boundSchema = z.union([
  z.strictObject({ file, decision: meets, at_least: level }),
  z.strictObject({ file, decision: meets, first_any: steps }),
  z.strictObject({ file, decision: doesNotMeet, below: level }),
  z.strictObject({ file, decision: doesNotMeet, not_first: steps }),
  z.strictObject({ file, decision: doesNotMeet, disposition: z.string() }),
]);
type Bound = z.infer<typeof boundSchema>;

const BOUNDS = z
  .strictObject({ bounds: z.array(boundSchema) })
  .parse(parse(readFileSync(`${FOLDER}/bounds.yaml`, 'utf8'))).bounds;

type Result = Pick<Decision, 'levels' | 'firstSteps' | 'dispositions'>;

/** Whether a result keeps to a bound. Only what is certain can violate one. */
function keeps(bound: Bound, { levels, firstSteps, dispositions }: Result): boolean {
  // An emergency stands before any disposition, and the record does not rule one out.
  if ('disposition' in bound)
    return (
      levels.every((one) => one === 'emergency') &&
      dispositions.some(({ id, certainty }) => id === bound.disposition && certainty === 'certain')
    );
  if ('first_any' in bound) return bound.first_any.some((step) => firstSteps[step] !== 'no');
  if ('not_first' in bound) return bound.not_first.every((step) => firstSteps[step] !== 'certain');
  const rank = (one: Level) => LEVELS.indexOf(one);
  if ('at_least' in bound) return levels.some((one) => rank(one) >= rank(bound.at_least));
  return levels.some((one) => rank(one) < rank(bound.below));
}

/** What the default policy says of an appeal. */
async function resultOf(name: string): Promise<Decision> {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
  const document = valueIn(await readAnswers(name, text, questionnaire));
  return decide(compiledPolicy('intake-line'), valueIn(compileAnswers(document, questionnaire)));
}

test('every appeal has its bound', () => {
  const appeals = readdirSync(FOLDER).filter((name) => name !== 'bounds.yaml');
  expect(BOUNDS.map((bound) => bound.file).sort()).toEqual(appeals.sort());
  expect(appeals.length).toBe(11);
});

for (const bound of BOUNDS) {
  test(`${bound.file}: the reviewer's bound (${bound.decision}) is kept`, async () => {
    const decision = await resultOf(bound.file);
    const { levels, firstSteps, dispositions } = decision;
    expect(keeps(bound, decision), JSON.stringify({ bound, levels, firstSteps, dispositions })).toBe(true);
  });
}

const NO_STEPS = Object.fromEntries(FIRST_STEPS.map((step) => [step, 'no'])) as Decision['firstSteps'];

/** An invented result: these levels, these certainties, this disposition. */
function result(levels: readonly Level[], changed: Partial<Result> = {}): Result {
  return { levels, firstSteps: NO_STEPS, dispositions: [], ...changed };
}

test('a level bound is violated by a result that lies on its wrong side for certain, and by no other', () => {
  const necessary = { file: '', decision: 'meets', at_least: 'residential' } as const;
  expect(keeps(necessary, result(['iop', 'php']))).toBe(false);
  expect(keeps(necessary, result([]))).toBe(false);
  expect(keeps(necessary, result(['iop', 'residential']))).toBe(true);
  expect(keeps(necessary, result(['inpatient']))).toBe(true);
  const unnecessary = { file: '', decision: 'does-not-meet', below: 'residential' } as const;
  expect(keeps(unnecessary, result(['residential', 'emergency']))).toBe(false);
  expect(keeps(unnecessary, result([]))).toBe(false);
  expect(keeps(unnecessary, result(['php', 'residential']))).toBe(true);
  expect(keeps(unnecessary, result(['outpatient']))).toBe(true);
});

test('a first step that was necessary must be possible, and one that was not must not be certain', () => {
  const detoxification: FirstStep[] = ['withdrawal-management', 'withdrawal-management-24h'];
  const necessary: Bound = { file: '', decision: 'meets', first_any: detoxification };
  const unnecessary: Bound = { file: '', decision: 'does-not-meet', not_first: detoxification };
  const steps = (certainty: 'certain' | 'possible') =>
    result(['iop'], { firstSteps: { ...NO_STEPS, 'withdrawal-management-24h': certainty } });
  expect(keeps(necessary, result(['iop']))).toBe(false);
  expect(keeps(necessary, steps('possible'))).toBe(true);
  expect(keeps(necessary, steps('certain'))).toBe(true);
  expect(keeps(unnecessary, steps('certain'))).toBe(false);
  expect(keeps(unnecessary, steps('possible'))).toBe(true);
  expect(keeps(unnecessary, result(['emergency']))).toBe(true);
});

test('an appeal that no adult policy decides must end with its disposition for certain, and with no other level than an emergency', () => {
  const bound = { file: '', decision: 'does-not-meet', disposition: 'youth' } as const;
  const ended = (id: string, certainty: 'certain' | 'possible') => [{ id, certainty }];
  expect(keeps(bound, result([], { dispositions: ended('youth', 'certain') }))).toBe(true);
  expect(keeps(bound, result([], { dispositions: ended('youth', 'possible') }))).toBe(false);
  expect(keeps(bound, result([], { dispositions: ended('third-party', 'certain') }))).toBe(false);
  expect(keeps(bound, result(['emergency'], { dispositions: ended('youth', 'certain') }))).toBe(true);
  expect(keeps(bound, result(['iop'], { dispositions: ended('youth', 'certain') }))).toBe(false);
  expect(keeps(bound, result([]))).toBe(false);
});
