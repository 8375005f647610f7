/** What `init` writes, loaded and used as commands do. */

import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkFolder } from '../../src/cli/check-folder.ts';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { init } from '../../src/cli/init.ts';
import { directoryPaths } from '../../src/cli/load-directory.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';

const parent = mkdtempSync(join(tmpdir(), 'new-site-'));
afterAll(() => rmSync(parent, { recursive: true }));

let count = 0;
/** The questionnaire's folder of a new site. */
async function begun(): Promise<string> {
  const folder = join(parent, `site-${count++}`);
  expect((await init(folder, { name: 'Harbor' })).outcome).toBe('fine');
  return join(folder, 'questionnaire');
}

const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
};

test('a new site takes calls in every language of the shipped one, and all of its own texts are in each', async () => {
  const content = valueIn(await loadContent({ folder: await begun() }, contentFiles()));
  const { questionnaire: shipped } = await shippedContent();
  expect(shipped.languages).toContain('es');
  expect(content.questionnaire.languages).toEqual(shipped.languages);
  const own = content.questionnaire.questions.find(({ id }) => id === 'served');
  for (const text of [own?.say, own?.sayForOther, own?.probe]) {
    if (typeof text !== 'object') throw new Error('a text in one language');
    expect(Object.keys(text)).toEqual(shipped.languages);
  }
});

test('a text of the site without Spanish is an error at its place, and none where the site says English alone', async () => {
  const folder = await begun();
  const file = join(folder, 'questionnaire.yaml');
  edit(file, (text) => text.replace(/say: \{ en: (Have you served[^,]*),.*\n/, 'say: $1\n'));
  const line = readFileSync(file, 'utf8').split('\n').indexOf('    say: Have you served in the military?') + 1;
  const { problems } = await loadContent({ folder }, contentFiles());
  expect(problems.map(({ code, file: place, position }) => [code, place, position?.line, position?.column])).toEqual([
    ['missing-text', file, line, '    say: '.length + 1],
  ]);
  edit(file, (text) => text.replace(/^id: .*$/m, '$&\nlanguages: [en]'));
  const english = await loadContent({ folder }, contentFiles());
  expect(english.problems.filter(({ severity, code }) => severity === 'error' && code === 'missing-text')).toEqual([]);
  expect(english.ok && english.value.questionnaire.languages).toEqual(['en']);
});

test('its notices name it, and those that the settings name stand in for them', async () => {
  const folder = await begun();
  const who = async (notices?: string): Promise<unknown> =>
    valueIn(await valueIn(await loadContent({ folder, notices }, contentFiles())).notices())?.value.consent.who;
  expect(JSON.stringify(await who())).toContain('Harbor');
  const other = join(folder, '..', 'other.yaml');
  writeFileSync(other, readFileSync(join(folder, 'notices.yaml'), 'utf8').replace('same: "Harbor"', 'same: "Pier"'));
  expect(JSON.stringify(await who(other))).toContain('Pier');
  const missing = await valueIn(
    await loadContent({ folder, notices: join(folder, 'gone.yaml') }, contentFiles()),
  ).notices();
  expect(missing.problems.map(({ code }) => code)).toEqual(['file-missing']);
  const { problems } = await checkFolder(folder, { notices: join(folder, 'gone.yaml') });
  expect(problems.map(({ code }) => code)).toEqual(['file-missing']);
}, 60_000);

test('its directory is the shipped one until it has one, or names one', async () => {
  const questionnaire = await begun();
  expect(await directoryPaths([], { questionnaire })).toEqual([
    expect.stringMatching(/adult-intake\/directory\.yaml$/),
  ]);
  const site = {
    file: undefined,
    isNamed: false,
    settings: [],
    problems: [],
    name: undefined,
    phone: undefined,
  } as const;
  const named = { ...site, directory: ['one.yaml', 'two.yaml'], notices: undefined, retentionDays: undefined };
  expect(await directoryPaths([], { questionnaire, site: named })).toEqual(['one.yaml', 'two.yaml']);
  expect(await directoryPaths(['x.yaml'], { questionnaire, site: named })).toEqual(['x.yaml']);
  appendFileSync(join(questionnaire, 'directory.yaml'), '');
  expect(await directoryPaths([], { questionnaire })).toEqual([join(questionnaire, 'directory.yaml')]);
});
