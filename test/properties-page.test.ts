import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileProperties } from '../src/analysis/compile-properties.ts';
import { RESULT_KEYS } from '../src/analysis/compile-result-test.ts';
import { STATEMENT_KEYS } from '../src/analysis/compile-statement.ts';
import { parseContent } from '../src/cli/parse-content.ts';
import { valueIn } from './fixtures/read-fixture.ts';
import { shippedContent } from './fixtures/shipped.ts';

const page = readFileSync('docs/properties.md', 'utf8');

/** The words in code in the first column of the table under a heading. */
function keysUnder(heading: string): readonly string[] {
  const [, section = ''] = new RegExp(`## ${heading}\\n([\\s\\S]*?)(?=\\n## |$)`).exec(page) ?? [];
  const cells = [...section.matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, key = '']) => key));
}

test('the page names every statement and every test of a result, and no other', () => {
  expect([...keysUnder('Statements')].sort()).toEqual([...STATEMENT_KEYS].sort());
  expect([...keysUnder('Results')].sort()).toEqual([...RESULT_KEYS].sort());
});

test('the example of the page says something about the shipped questionnaire', async () => {
  const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const document = valueIn(parseContent('properties', 'page.yaml', text));
  const [property] = valueIn(compileProperties(document, await shippedContent()));
  expect(property?.statement.kind).toBe('never');
});
