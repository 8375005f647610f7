import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContent } from '../src/cli/content.ts';
import { contentFiles } from '../src/cli/content-files.ts';
import { compileCondition, OPERATORS } from '../src/conditions/compile.ts';
import type { Finding } from '../src/documents/collect.ts';
import { factsOf } from '../src/questionnaire/compile.ts';
import { shippedContent } from './fixtures/shipped.ts';

const page = readFileSync('docs/policies.md', 'utf8');
const FOLDER = 'questionnaires/adult-intake';

function example(kind: string): string {
  const [, text = ''] = new RegExp(`\`\`\`yaml ${kind}\\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
  expect(text).not.toBe('');
  return text;
}

test('the question of the page is one of the shipped ones', () => {
  expect(readFileSync(join(FOLDER, 'questionnaire.yaml'), 'utf8')).toContain(example('question'));
});

test('every condition of the page compiles, and together they show every operator', async () => {
  const { questionnaire } = await shippedContent();
  const texts = [...page.matchAll(/`(\{ [^`]* \})`/g)].map(([, text = '']) => text);
  expect(texts.length).toBeGreaterThan(OPERATORS.length);
  const found: Finding[] = [];
  for (const text of texts)
    compileCondition(parse(text), [], factsOf(questionnaire), (finding) => void found.push(finding));
  expect(found).toEqual([]);
  for (const operator of [...OPERATORS, 'at_least', 'at_most', 'more_than', 'less_than', 'includes_all'])
    expect(page).toContain(operator);
});

test('the facts and the policy of the page compile beside those that ship', async () => {
  const files = contentFiles();
  const added = join(FOLDER, 'policies', 'page.yaml');
  const facts = example('facts').replace(/^facts:\n/, '');
  const loaded = await loadContent(
    { folder: FOLDER },
    {
      built: () => undefined,
      list: (folder, ending) => {
        const listing = files.list(folder, ending);
        return listing.ok ? { ok: true, files: [...listing.files, added] } : listing;
      },
      read: (path) => {
        if (path === added) return { ok: true, text: example('policy'), sha256: '' };
        const read = files.read(path);
        if (!read.ok || path !== join(FOLDER, 'questionnaire.yaml')) return read;
        return { ...read, text: read.text.replace(/^dispositions:$/m, `${facts}dispositions:`) };
      },
    },
  );
  expect(loaded.problems).toEqual([]);
  const rules = loaded.ok ? loaded.value.policies.find(({ id }) => id === 'page')?.rules.map(({ id }) => id) : [];
  expect(rules).toContain('page-home-fails');
  expect(rules).not.toContain('home-fails');
  expect(rules).toContain('home-instead');
});
