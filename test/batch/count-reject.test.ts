import { expect, test } from 'vitest';
import { type CountedReject, countReject } from '../../src/batch/count-reject.ts';
import type { RowProblem } from '../../src/batch/reject-codes.ts';
import { addTally, nothing, type Running } from '../../src/batch/sum-tallies.ts';

function tallyOf(reject: CountedReject): Running {
  const counts = nothing();
  countReject(counts, reject);
  return counts;
}

const twice: RowProblem = { code: 'unknown-value', column: 3 };
const problems: readonly RowProblem[] = [
  twice,
  twice,
  { code: 'unknown-value', column: 5 },
  { code: 'too-few-fields', column: undefined },
];

test('a record counts once for each code and once for each of its columns, however often it has a problem', () => {
  const { rejected, rejectCodes, rejectColumns, rejectUrgencies } = tallyOf({ problems, urgency: 'possible' });
  expect(rejected).toBe(1);
  expect([...rejectCodes]).toEqual([
    ['unknown-value', 1],
    ['too-few-fields', 1],
  ]);
  expect([...rejectColumns]).toEqual([
    ['unknown-value 3', 1],
    ['unknown-value 5', 1],
  ]);
  expect([...rejectUrgencies]).toEqual([['possible', 1]]);
});

test('records counted one after the other are the sum of each', () => {
  const counts = tallyOf({ problems, urgency: 'possible' });
  countReject(counts, { problems: [twice], urgency: 'no' });
  const sum = tallyOf({ problems, urgency: 'possible' });
  addTally(sum, tallyOf({ problems: [twice], urgency: 'no' }));
  expect(counts).toEqual(sum);
});
