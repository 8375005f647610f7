/** What is said of runs that did not come to their end. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { interruptedResult } from '../../src/cli/score-endings.ts';
import { newRunState } from '../../src/cli/take-piece.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-endings-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('of a result that an earlier run left it is said that it is not of this one', () => {
  const out = join(folder, 'out.csv');
  const said = () =>
    interruptedResult(newRunState(), { out, report: undefined, rejects: 'x', isNumbered: false }).notes;
  expect(said()).toMatch(/nothing was saved to `.*out\.csv`\n$/);
  writeFileSync(out, 'row\n');
  expect(said()).toMatch(/nothing was saved to `.*out\.csv`: what is there is of an earlier run\n$/);
});
