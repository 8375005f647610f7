import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkFolder } from '../../src/cli/check-folder.ts';
import { contentIncluding, entries, SHIPPED_MODULES } from '../fixtures/with-modules.ts';

const parent = mkdtempSync(join(tmpdir(), 'intakeline-instruments-'));
afterAll(() => rmSync(parent, { recursive: true }));

test.each(SHIPPED_MODULES)('%s is sound where it is included', async (module) => {
  const { problems } = await checkFolder(contentIncluding(parent, entries([module])));
  expect(problems).toEqual([]);
});

test('all of them go together', async () => {
  const { problems, checked } = await checkFolder(contentIncluding(parent, entries(SHIPPED_MODULES)));
  expect(problems).toEqual([]);
  expect(checked.find(({ what }) => what === 'questions')?.count).toBeGreaterThan(40);
});
