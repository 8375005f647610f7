/** Rejected records that name an answer which stops a call, by examples. */

import { expect, test } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { BlockPlan } from '../../src/batch/block-plan.ts';
import { questionnaireMapping } from '../../src/batch/questionnaire-mapping.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { blockScorer } from './score-block.ts';

const { questionnaire, policies } = await shippedContent();
const policy = policies.find(({ id }) => id === 'iop-explainer');
const compilation = policy === undefined ? undefined : compilePolicy(questionnaire, policy);
if (compilation?.ok !== true) throw new Error('the policy outgrew its budget');
const compiled = compilation.value;
const header = ['note', 'age', 'role', 'danger_now', 'self_harm', 'housing'];

/** The urgency of each record; every one of them must be rejected. */
function urgenciesOf(...records: readonly string[]): readonly string[] {
  const bound = bindMapping(questionnaireMapping(questionnaire), {
    ...{ file: 'in.csv', header, today: 20_000 },
    bandStarts: bandStartsOf(compiled.callers.encoding),
  });
  if (!bound.ok) throw new Error('the header is read');
  const plan: BlockPlan = {
    dialect: { delimiter: 0x2c, quote: 0x22, lineEnd: 'lf' },
    ...{ bound: bound.value, columns: ['status'], form: 'csv', names: [...header, 'status'] },
    ...{ onlyNew: false, rankMissing: false, nearMisses: false },
  };
  const { rejects, tally } = blockScorer(compiled, { plan, encoding: 'utf-8' })([
    Buffer.from(`${records.join('\n')}\n`),
  ]);
  const urgencies = rejects.map(({ urgency }) => urgency);
  expect(rejects.map(({ raw }) => raw.trimEnd())).toEqual(records);
  for (const urgency of ['yes', 'possible', 'no'] as const)
    expect(tally.rejectUrgencies.get(urgency) ?? 0).toBe(urgencies.filter((one) => one === urgency).length);
  return urgencies;
}

test('what stops a call is seen, whatever is wrong beside it', () => {
  expect(
    urgenciesOf(
      'x,abc,self,yes,,', // the age is no number
      'x,34,nobody,,thoughts;plan,', // the role is unknown
      'x,34,self,yes,,nowhere',
    ),
  ).toEqual(['yes', 'yes', 'yes']);
});

test('a record that says no, or nothing, about what stops a call is not urgent', () => {
  expect(urgenciesOf('x,abc,self,no,none-of-these,stable', 'x,abc,,,,', 'yes,abc,self,no,thoughts,')).toEqual([
    'no',
    'no',
    'no',
  ]);
});

test('where a cell that could name one cannot be read, the record may be urgent', () => {
  expect(
    urgenciesOf('x,34,self,maybe,,', 'x,34,self,no,thoughts;zzz,', 'x,34,self,no,none-of-these;thoughts,'),
  ).toEqual(['possible', 'possible', 'possible']);
  expect(urgenciesOf('x,34,self,maybe,thoughts;plan,')).toEqual(['yes']);
});

test('a record with too few or too many fields is read from either end, and is never said to be harmless', () => {
  expect(
    urgenciesOf(
      'x,34,self,yes', // cut off at the end
      'yes,,', // cut off at the beginning
      'x,y,34,self,yes,,stable', // a delimiter too many in the note
      'x,34,self,no,none-of-these,stable,',
    ),
  ).toEqual(['yes', 'yes', 'yes', 'possible']);
});

test('where text follows a quote nobody knows what the fields are', () => {
  expect(urgenciesOf('"x"y,34,self,yes,,')).toEqual(['possible']);
});
