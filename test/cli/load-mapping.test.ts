import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkFolder } from '../../src/cli/check-folder.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { loadMapping } from '../../src/cli/load-mapping.ts';
import { FIXTURES, shortly, smallQuestionnaire } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { runProgram } from './run-program.ts';

const top = mkdtempSync(join(tmpdir(), 'intakeline-mapping-'));
afterAll(() => rmSync(top, { recursive: true }));

const { questionnaire } = await shippedContent();
const place = { folder: 'questionnaires/adult-intake', questionnaire };

function mappingText(id: string, questionnaireId = 'small'): string {
  return `format: intakeline/mapping/1\nid: ${id}\ntitle: T\nquestionnaire: ${questionnaireId}\nanswers: { has_home: { column: A } }\n`;
}

/** A site with the small questionnaire in a folder and mappings beside it. */
function siteWith(mappings: Readonly<Record<string, string>>): string {
  const site = mkdtempSync(join(top, 'site-'));
  cpSync(join(FIXTURES, 'small'), join(site, 'small'), { recursive: true });
  mkdirSync(join(site, 'mappings'));
  for (const [name, text] of Object.entries(mappings)) writeFileSync(join(site, 'mappings', name), text);
  return join(site, 'small');
}

async function loaded(name: string, folder = '') {
  const at = folder === '' ? place : { folder, questionnaire: smallQuestionnaire() };
  const outcome = await loadMapping(name, at, contentFiles());
  return outcome.ok ? outcome.value.id : outcome.problems.map(({ code, remedy }) => `${code}: ${remedy}`).join();
}

test.each(['intakeline', 'teds-a', 'redcap'])('the shipped mapping %s is loaded by its id', async (id) => {
  expect(await loaded(id)).toBe(id);
});

test.each(['intakeline', 'teds-a', 'redcap'])(
  'the shipped mapping %s means the same as built and as text',
  async (id) => {
    const built = await loadMapping(id, place, contentFiles());
    const parsed = await loadMapping(id, place, { ...contentFiles(), built: () => undefined });
    expect(built).toEqual(parsed);
  },
);

test('a file is loaded by its path', async () => {
  expect(await loaded('questionnaires/mappings/redcap.yaml')).toBe('redcap');
  expect(await loaded('questionnaires/mappings/redcab.yaml')).toBe('file-missing: check the path');
});

test.each([
  ['a table', 'name,age\nAda Quill,34\n'],
  ['a table that is broken as YAML', 'name: "age\nAda Quill: - 34\n'],
  ['a table that is a map as YAML', 'note: age\nAda Quill: 34\n'],
  ['JSON', '{"name": "Ada Quill", "age": 34}'],
  ['an answers file', 'format: intakeline/answers/1\nnotes: Ada Quill\n'],
])('of %s that is named as a mapping, nothing is shown', async (_, text) => {
  const path = join(mkdtempSync(join(top, 'export-')), 'export.csv');
  writeFileSync(path, text);
  const { problems } = await loadMapping(path, place, contentFiles());
  expect(problems).toMatchObject([{ code: 'no-content', position: undefined, excerpt: undefined }]);
  expect(JSON.stringify(problems)).toContain('looks like an export rather than a mapping');
  expect(JSON.stringify(problems)).not.toMatch(/Ada|Quill/);
});

test('of rows that lie where a policy or the directory is read, nothing is shown', async () => {
  const folder = siteWith({});
  for (const name of ['directory.yaml', join('policies', 'base.yaml')]) {
    writeFileSync(join(folder, name), 'name: age\nAda Quill: 34\n');
  }
  const { problems } = await checkFolder(folder);
  expect(problems.filter(({ code }) => code === 'no-content')).toHaveLength(2);
  expect(JSON.stringify(problems)).not.toMatch(/Ada|Quill/);
});

test('what is neither is said, with the id that was meant', async () => {
  expect(await loaded('redcab')).toBe('unknown-mapping: did you mean `redcap`?');
});

test("a site's own mapping stands before one that was shipped", async () => {
  const folder = siteWith({ 'ours.yaml': mappingText('ours'), 'redcap.yaml': mappingText('redcap') });
  expect(await loaded('ours', folder)).toBe('ours');
  expect(await loaded('redcap', folder)).toBe('redcap');
  expect(await loaded('teds-a', folder)).toContain('wrong-questionnaire');
});

test('an error in a mapping that was built in has its place in the file', async () => {
  const real = contentFiles();
  const outcome = await loadMapping('redcap', { ...place, questionnaire: smallQuestionnaire() }, real);
  expect(outcome.ok).toBe(false);
  const lines = readFileSync('questionnaires/mappings/redcap.yaml', 'utf8').split('\n');
  const line = lines.findIndex((text) => text.startsWith('questionnaire:')) + 1;
  expect(shortly(outcome.problems)).toContain(`wrong-questionnaire ${line}:16`);
});

test('checking a folder checks the mappings beside it, but for those of its neighbours', async () => {
  const folder = siteWith({
    'good.yaml': mappingText('good'),
    'bad.yaml': mappingText('bad').replace('has_home', 'has_hom'),
    'large.yaml': mappingText('large', 'large'),
    'stray.yaml': mappingText('stray', 'smal'),
  });
  mkdirSync(join(folder, '..', 'large'));
  writeFileSync(join(folder, '..', 'large', 'questionnaire.yaml'), 'format: intakeline/questionnaire/1\n');
  const { problems, checked } = await checkFolder(folder);
  const found = problems.filter(({ file }) => file.includes('mappings'));
  expect(found.map(({ code, file }) => `${code} ${file.split('/').at(-1)}`)).toEqual([
    'unknown-question bad.yaml',
    'wrong-questionnaire stray.yaml',
  ]);
  expect(checked).toContainEqual({ what: 'mappings', count: 3 });
});

test('a mapping beside the questionnaire must be called like its file, by which it is looked for', async () => {
  const folder = siteWith({ 'north.yaml': mappingText('south'), 'east.yaml': mappingText('east') });
  const { problems } = await checkFolder(folder);
  const found = problems.filter(({ file }) => file.includes('mappings'));
  expect(shortly(found)).toEqual(['other-file-name 2:5']);
  expect(found[0]?.remedy).toBe('write `id: north`, or call the file `south.yaml`');
});

test('a mapping is checked alone, too', () => {
  const path = join(top, 'mine.yaml');
  writeFileSync(path, mappingText('mine').replace('has_home', 'has_hom'));
  const { status, stdout } = runProgram(['check', path, '--questionnaire', 'test/fixtures/small']);
  expect(status).toBe(1);
  expect(stdout).toContain('there is no question `has_hom` [unknown-question]');
  expect(stdout).toContain('did you mean `has_home`?');
  writeFileSync(path, mappingText('mine'));
  expect(runProgram(['check', path, '--questionnaire', 'test/fixtures/small']).stdout).toContain(
    'no problems in 1 question\n',
  );
});
