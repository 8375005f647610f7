import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { lintTexts, lintTranslations } from '../../src/cli/check-translations.ts';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import type { ContentKind } from '../../src/cli/content-kinds.ts';
import { draftContent } from '../../src/cli/parse-content.ts';
import { collect } from '../../src/documents/collect.ts';
import type { Document } from '../../src/documents/document.ts';
import { edited } from '../../src/documents/edited.ts';
import { partAt } from '../../src/documents/flaws.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { checkEmergencyTexts } from '../../src/questionnaire/check-emergency-texts.ts';
import { checkTexts } from '../../src/questionnaire/check-texts.ts';
import { emergencySchema, questionnaireSchema } from '../../src/questionnaire/schema.ts';
import { FIXTURES } from '../fixtures/read-fixture.ts';
import { isTranslated, translatedPlaces } from '../fixtures/translated-places.ts';

const SHIPPED = 'questionnaires/adult-intake';
const LANGUAGES = ['en', 'es'];

/** The files in which texts stand, with the kind of each. */
const FILES: readonly (readonly [ContentKind, string])[] = [
  ...(['questionnaire', 'emergency', 'levels', 'sources', 'directory'] as const).map(
    (kind) => [kind, `${kind}.yaml`] as const,
  ),
  ...readdirSync(`${SHIPPED}/policies`).map((name) => ['policy', `policies/${name}`] as const),
];

interface Shipped {
  readonly kind: ContentKind;
  readonly document: Document<unknown>;
  readonly places: ReturnType<typeof translatedPlaces>;
}

const shipped: readonly Shipped[] = FILES.map(([kind, name]) => {
  const text = readFileSync(`${SHIPPED}/${name}`, 'utf8');
  const { value: document } = draftContent(kind, name, text);
  if (document === undefined) throw new Error('no YAML');
  return { kind, document, places: translatedPlaces(text) };
});

/** All that `check` says of the texts of one file: what every loading finds, and what only a check looks for. */
function foundIn(kind: ContentKind, document: Document<unknown>): readonly Problem[] {
  return [...foundOnLoading(kind, document), ...lintTexts(kind, document, LANGUAGES)];
}

function foundOnLoading(kind: ContentKind, document: Document<unknown>): readonly Problem[] {
  if (kind === 'emergency')
    return checkEmergencyTexts({ ...document, value: emergencySchema.parse(document.value) }, LANGUAGES);
  if (kind !== 'questionnaire') return [];
  const { report, problems } = collect(document);
  checkTexts(questionnaireSchema.parse(document.value), report);
  return problems;
}

test('nothing is missing or doubtful in the shipped translations, and there are many of them', () => {
  expect(shipped.flatMap(({ kind, document }) => foundIn(kind, document))).toEqual([]);
  for (const { document, places } of shipped) expect([document.file, places.length > 5]).toEqual([document.file, true]);
  expect(shipped.flatMap(({ places }) => places).length).toBeGreaterThan(1000);
});

test('whichever translation is taken out, in whichever file: that one is found where it stands, and nothing else', () => {
  const all = shipped.flatMap(({ kind, document, places }) => places.map((path) => ({ kind, document, path })));
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.constantFrom(...LANGUAGES), ({ kind, document, path }, language) => {
      const text = partAt(document.value, path);
      if (!isTranslated(text)) throw new Error('no text');
      const { [language]: _, ...value } = text;
      const found = foundIn(kind, { ...document, value: edited(document.value, { path, value }) });
      expect(found.map(({ code, message, position }) => ({ code, message, position }))).toEqual([
        { code: 'missing-text', message: `the text for \`${language}\` is missing`, position: document.at(path) },
      ]);
    }),
    { numRuns: 1000 },
  );
}, 120_000);

const folder = mkdtempSync(join(tmpdir(), 'intakeline-translations-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Planted {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly expect: string;
  readonly at: string;
}

const PLANTED = readdirSync(join(FIXTURES, 'translations')).map((name): readonly [string, Planted] => [
  name.replace('.yaml', '').replaceAll('-', ' '),
  parse(readFileSync(join(FIXTURES, 'translations', name), 'utf8')),
]);

test.each(PLANTED)('%s: a check of the folder finds it where it stands', async (name, planted) => {
  const copy = join(folder, name.replaceAll(' ', '-'));
  cpSync(SHIPPED, copy, { recursive: true });
  const path = join(copy, planted.file);
  const before = readFileSync(path, 'utf8');
  expect(before.split(planted.from).length).toBe(2);
  const after = before.replace(planted.from, planted.to);
  writeFileSync(path, after);
  const content = await loadContent({ folder: copy }, { ...contentFiles(), built: () => undefined });
  const problems = content.ok ? lintTranslations(content.value) : content.problems;
  expect(problems.map(({ code, file }) => [code, file])).toEqual([[planted.expect, path]]);
  const lines = after.split('\n');
  const line = lines.findIndex((text) => text.includes(planted.at));
  expect(problems[0]?.position).toMatchObject({ line: line + 1, column: (lines[line] ?? '').indexOf(planted.at) + 1 });
});
