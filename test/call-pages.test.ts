import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleCallers } from '../src/analysis/example-callers.ts';
import { isCommand, KEYS } from '../src/interview/keys.ts';
import { LINE_WORDS } from '../src/interview/line-commands.ts';
import { OVERRIDE_LABELS } from '../src/interview/override-labels.ts';
import { FIRST_STEPS, LEVELS } from '../src/policy/care-lists.ts';
import { inLanguage } from '../src/questionnaire/in-words.ts';
import type { Disposition } from '../src/questionnaire/model.ts';
import { valueIn } from './fixtures/read-fixture.ts';
import { shippedContent } from './fixtures/shipped.ts';

const readme = readFileSync('README.md', 'utf8');
const page = readFileSync('docs/interview.md', 'utf8');
const journal = readFileSync('docs/journal.md', 'utf8');
const content = await shippedContent();

/** The rows of the table with this heading, each as its cells. */
function rowsUnder(text: string, heading: string): readonly (readonly string[])[] {
  const [, after = ''] = text.split(`| ${heading} |\n`);
  const rows = (after.split('\n\n')[0] ?? '').split('\n').slice(1);
  return rows.map((row) => row.slice(2, -2).split(' | '));
}

test('the README names every key, and what is typed in its place', () => {
  const rows = rowsUnder(readme, 'key | in line mode | what it does').map(([key, word = '']) => [
    key,
    word.split(' ')[0],
  ]);
  const commands = Object.keys(KEYS).filter(isCommand);
  const expected = commands.map((command) => [`\`${KEYS[command].shown}\``, `\`${LINE_WORDS[command]}\``]);
  expect([...rows].sort()).toEqual([...expected].sort());
});

test('the page names every reason for another level as the review does', () => {
  const rows = rowsUnder(page, 'code | because');
  expect(rows).toEqual(Object.entries(OVERRIDE_LABELS).map(([code, label]) => [`\`${code}\``, label]));
});

test('the page names every way in which a call ends without a level, and when', () => {
  const when = (disposition: Disposition): string => {
    if (disposition.when !== undefined)
      return disposition.ends === 'at-once'
        ? 'the answers show it, at once'
        : 'the answers show it, after the safety questions';
    return disposition.id === 'dropped' ? 'the counselor says so, or the input ends' : 'the counselor says so';
  };
  const { dispositions } = content.questionnaire;
  expect(rowsUnder(page, 'id | the call | ends when')).toEqual(
    dispositions.map((one) => [`\`${one.id}\``, inLanguage(one.title, 'en'), when(one)]),
  );
});

test('there is an example caller for each level, each first step and each way to end', async () => {
  const cases = valueIn(await content.cases())?.value ?? [];
  const names = exampleCallers(cases, content.questionnaire).map(({ name }) => name);
  const promised = [...LEVELS, ...FIRST_STEPS, ...content.questionnaire.dispositions.map(({ id }) => id), 'open'];
  expect(promised.filter((name) => !names.includes(name))).toEqual([]);
});

test('every example that the pages name is there', async () => {
  const cases = valueIn(await content.cases())?.value ?? [];
  const names = exampleCallers(cases, content.questionnaire).map(({ name }) => name);
  const named = [...`${readme}${page}`.matchAll(/--example ([a-z-]+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((name) => !names.includes(name))).toEqual([]);
});

test('the links between the pages lead somewhere', () => {
  const anchors = (text: string): readonly string[] =>
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replace(/ /g, '-'),
    );
  const links = [page, journal].flatMap((text) => [...text.matchAll(/\]\(([^)#]+)#([^)]+)\)/g)]);
  expect(links.length).toBeGreaterThan(2);
  for (const [, file = '', anchor] of links) expect(anchors(readFileSync(`docs/${file}`, 'utf8'))).toContain(anchor);
});

test('the sections stand in the order that the page tells', () => {
  const [, order = ''] = /## The order\n([\s\S]*?)\nThe order never changes/.exec(page) ?? [];
  const told = [...order.matchAll(/^\d\. \*\*(.*?)\.?\*\*/gm)].map(([, title]) => title);
  expect(told).toEqual(
    content.questionnaire.sections.slice(0, told.length).map(({ title }) => inLanguage(title, 'en')),
  );
});
