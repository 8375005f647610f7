import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkFolder } from '../../src/cli/check-folder.ts';
import { contentIncluding, edit, entries, SHIPPED_MODULES } from '../fixtures/with-modules.ts';

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

test('a question of a module that nobody restricted is found where it stands', async () => {
  const folder = contentIncluding(parent, entries(['instruments/phq-2']));
  const own = join(folder, 'instruments', 'phq-2.yaml');
  mkdirSync(join(folder, 'instruments'));
  cpSync('questionnaires/instruments/phq-2.yaml', own);
  edit(own, (text) => text.replace('    restricted: true\n', ''));
  const { problems } = await checkFolder(folder);
  expect(problems.map(({ code, severity, file }) => [code, severity, file])).toEqual([
    ['unrestricted-module', 'warning', own],
  ]);
});
