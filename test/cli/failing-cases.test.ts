import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkFolder } from '../../src/cli/check-folder.ts';
import { mutationText } from '../../src/render/mutation-text.ts';
import { CASES, soundContent } from '../fixtures/sound-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'intakeline-check-mutants-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Both fail as the content stands. */
const WRONG = `  - id: wrong-level
    says: Nothing.
    others: baseline
    expect: [{ policies: [base, strict, back], level: inpatient }]
  - id: wrong-rule
    says: Drinks, and has no home.
    others: baseline
    answers: { has_home: no, substances: [alcohol] }
    expect: [{ policies: [back], level: emergency }]
`;

const broken = async (cases: string) => checkFolder(soundContent(folder, cases), { mutate: true, workers: 0 });

test('a case that fails without a slip catches none: it is left out and counted', async () => {
  const sound = await broken(CASES);
  const failing = await broken(CASES + WRONG);
  expect(failing.problems.filter(({ code }) => code === 'case-failed').length).toBeGreaterThan(0);
  expect(failing.mutation?.all).toEqual(sound.mutation?.all);
  expect(failing.problems.filter(({ code }) => code === 'mutant-survives').map(({ message }) => message)).toEqual(
    sound.problems.filter(({ code }) => code === 'mutant-survives').map(({ message }) => message),
  );
  expect([sound.mutation?.failingCases, failing.mutation?.failingCases]).toEqual([0, 2]);
  if (failing.mutation === undefined) throw new Error('no report');
  expect(mutationText(failing.mutation)).toContain('  2 cases left out: what fails without a slip notices none\n');
});
