import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Content, loadContent } from '../../src/cli/content.ts';
import { builtContent, type ContentFiles, contentFiles } from '../../src/cli/content-files.ts';
import type { FileText } from '../../src/problems/file-fault.ts';
import { countProblems } from '../../src/render/problems.ts';
import { FIXTURES, shortly, valueIn } from '../fixtures/read-fixture.ts';

const SMALL = join(FIXTURES, 'small');

/** The small content with some files changed; null takes a file away. */
function changed(changes: Readonly<Record<string, ((text: string) => string) | null>>): ContentFiles {
  const read = (path: string): FileText => {
    const change = changes[path.slice(SMALL.length + 1)];
    if (change === null) return { ok: false, fault: { kind: 'missing' } };
    const text = readFileSync(path, 'utf8');
    return { ok: true, text: change === undefined ? text : change(text), sha256: path };
  };
  return { read, list: contentFiles().list, built: () => undefined };
}

function load(changes: Parameters<typeof changed>[0] = {}) {
  return loadContent({ folder: SMALL }, changed(changes));
}

test('loads a folder', async () => {
  const content = valueIn(await load());
  expect(content.policies.map((policy) => policy.id)).toEqual(['back', 'base', 'strict']);
  expect(valueIn(await content.cases())?.value.length).toBe(3);
  expect(valueIn(await content.properties())?.value.length).toBe(3);
  expect(valueIn(await content.marginals())?.value.questions.size).toBe(4);
});

test('the faults of all files come together, by file and place', async () => {
  const outcome = await load({
    'questionnaire.yaml': (text) => text.replace('worse: [none, some, heavy]', 'worse: [none, some]'),
    'policies/base.yaml': (text) => text.replace('risk: [some', 'risc: [some'),
    'emergency.yaml': (text) => text.replace('[crisis]', '[crises]'),
    'directory.yaml': null,
  });
  expect(outcome.ok).toBe(false);
  expect(outcome.problems.map(({ file, code }) => `${file.slice(file.indexOf('small/') + 6)} ${code}`)).toEqual([
    'directory.yaml file-missing',
    'policies/base.yaml unknown-fact',
    'questionnaire.yaml bad-order',
  ]);
});

test('lines, programs and supports that nobody has are found', async () => {
  const outcome = await load({
    'emergency.yaml': (text) => text.replace('[crisis]', '[crises]'),
    'questionnaire.yaml': (text) =>
      text.replace('[family-support]', '[family-suport]').replace('lines: [crisis]', 'lines: [crisi]'),
    'policies/base.yaml': (text) => text.replace('title: Base', 'title: Base\nprogram: harbour'),
  });
  expect(outcome.problems.map(({ code }) => code)).toEqual([
    'unknown-line',
    'unknown-program',
    'unknown-line',
    'unknown-support',
  ]);
});

test('a policy that cannot be read does not make others extend nothing', async () => {
  const outcome = await load({ 'policies/base.yaml': () => 'format: [' });
  expect(new Set(outcome.problems.map(({ file }) => file.endsWith('base.yaml')))).toEqual(new Set([true]));
});

test('cases, properties and marginals may be missing', async () => {
  const content = valueIn(await load({ 'cases.yaml': null, 'properties.yaml': null, 'marginals.yaml': null }));
  expect(valueIn(await content.cases())).toBeUndefined();
  expect(valueIn(await content.marginals())).toBeUndefined();
  expect(valueIn(await content.properties())).toBeUndefined();
});

test('faults of cases are reported when cases are asked for', async () => {
  const content = valueIn(await load({ 'cases.yaml': (text) => text.replace('like: homeless', 'like: homless') }));
  expect(shortly((await content.cases()).problems)).toEqual(['unknown-case 11:11']);
});

/** How often each file of the small content is read, with this questionnaire. */
async function readings(change: (text: string) => string) {
  const files = changed({ 'questionnaire.yaml': change });
  const paths: string[] = [];
  const outcome = await loadContent(
    { folder: SMALL },
    {
      ...files,
      read: (path) => {
        paths.push(path);
        return files.read(path);
      },
    },
  );
  return { outcome, perFile: paths.length / new Set(paths).size };
}

test('a mere warning does not make a folder be read again, an error does', async () => {
  const idle = '  - { id: idle, title: Idle, first_of: [{ value: one, when: { role: self } }], otherwise: two }\n';
  const warned = await readings((text) => text.replace('\nfacts:\n', `\nfacts:\n${idle}`));
  expect(warned.outcome.problems.map(({ code }) => code)).toEqual(['unread-fact']);
  expect([warned.outcome.ok, warned.perFile]).toEqual([true, 1]);
  const wrong = await readings((text) => text.replace('worse: [none, some, heavy]', 'worse: [none, some]'));
  expect([wrong.outcome.ok, wrong.perFile]).toEqual([false, 2]);
});

const SHIPPED = 'questionnaires/adult-intake';

test('the shipped content has no problem at all', async () => {
  const content = await loadContent({ folder: SHIPPED }, { ...contentFiles(), built: () => undefined });
  expect(countProblems(content.problems)).toBe('no problems');
  const { cases, properties, marginals, notices } = valueIn(content);
  const extras = [await cases(), await properties(), await marginals(), await notices()];
  expect(countProblems(extras.flatMap(({ problems }) => problems))).toBe('no problems');
});

test('what was built in equals what the text says', async () => {
  const { buildContent } = await import('../../.config/build-content.mjs');
  const files = await buildContent(`${process.cwd()}/`, await import('../../src/cli/parse-content.ts'));
  const values = builtContent(files['content.json']);
  const built = valueIn(
    await loadContent({ folder: SHIPPED }, { ...contentFiles(), built: (sha256) => values.get(sha256) }),
  );
  const read = valueIn(await loadContent({ folder: SHIPPED }, { ...contentFiles(), built: () => undefined }));
  expect(readdirSync(`${SHIPPED}/policies`).length).toBe(built.policies.length);
  expect(withoutFunctions(built)).toEqual(withoutFunctions(read));
});

function withoutFunctions({
  cases: _cases,
  properties: _properties,
  marginals: _marginals,
  notices: _notices,
  documents: _documents,
  ...content
}: Content) {
  return content;
}
