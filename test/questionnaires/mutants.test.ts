/** Whether the shipped cases and properties notice every small slip in the shipped files. */

import { expect, test } from 'vitest';
import { checkMutants } from '../../src/cli/check-mutants.ts';
import { shippedContent } from '../fixtures/shipped.ts';

test('no slip in what ships goes unnoticed', { timeout: 240_000 }, async () => {
  const content = await shippedContent();
  const [cases, properties] = [await content.cases(), await content.properties()];
  if (!cases.ok || !properties.ok) throw new Error('the shipped cases or properties do not compile');
  const watch = { cases: cases.value?.value ?? [], properties: properties.value?.value ?? [], failing: 0 };
  const { problems, report } = await checkMutants(content, watch, { place: 'adult-intake' });
  expect(problems.map(({ file, position, message }) => `${file}:${position?.line} ${message}`)).toEqual([]);
  if (report === undefined) throw new Error('the shipped content outgrows its budget');
  const { all, files } = report;
  expect(all.survived).toBe(0);
  expect(all.refused + all.caughtByCase + all.caughtByProperty + all.equivalent + all.reasonsOnly).toBe(all.made);
  // One for each condition, option and bound: there are some two thousand, and far fewer would mean that a kind is forgotten.
  expect(all.made).toBeGreaterThan(1500);
  expect(files.map(({ file }) => file.split('/').at(-1))).toContain('safety.yaml');
});
