import { expect, test } from 'vitest';
import { RESULT_CELLS } from '../../src/batch/result-cells.ts';

test('rules of which one holds are a single statement, in every form', () => {
  const row = { rules: ['a', 'b'], oneOf: true } as unknown as Parameters<(typeof RESULT_CELLS)['rules']>[0];
  expect(RESULT_CELLS.rules(row)).toEqual(['one-of:a;b']);
  expect(RESULT_CELLS.rules({ ...row, oneOf: false })).toEqual(['a', 'b']);
});
