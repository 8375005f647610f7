import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entryLine, headerLine } from '../../src/interview/journal.ts';
import { readJournal } from '../../src/interview/read-journal.ts';
import type { Misfit } from '../../src/interview/replay.ts';
import { EVENTS, HEADER } from './journals.ts';

const page = readFileSync('docs/journal.md', 'utf8');

/** The rows of the table with this heading, each as its cells. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const [, after = ''] = page.split(`| ${heading} |`);
  const rows = (after.split('\n\n')[0] ?? '').split('\n').slice(2);
  return rows.map((row) => row.slice(2, -2).split(' | '));
}

const named = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

test('the example of the page is a journal, and written as this program writes it', () => {
  const [, example = ''] = /```jsonl\n([\s\S]*?)```/.exec(page) ?? [];
  const reading = readJournal(example, 'example.jsonl');
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { header, entries, torn } = reading.value;
  expect([entries.length, torn]).toEqual([4, false]);
  expect(headerLine(header) + entries.map(entryLine).join('')).toBe(example);
});

test('the page names every key of the first line, in its order', () => {
  const keys = Object.keys(JSON.parse(headerLine({ ...HEADER, directory: 'x' })));
  expect(rowsUnder('key | what it holds').map(([key = '']) => named(key)[0])).toEqual(keys);
});

test('the page names every kind of event with everything that it holds', () => {
  const rows = rowsUnder('`kind` | with | what happened').map(([kind = '', holds = '']) => [
    named(kind)[0],
    [...named(holds)].sort(),
  ]);
  const kinds = [...new Set(EVENTS.map(({ kind }) => kind))];
  const keysOf = (kind: string): readonly string[] =>
    EVENTS.filter((event) => event.kind === kind).flatMap((event) => Object.keys(event));
  expect(rows).toEqual(kinds.map((kind) => [kind, [...new Set(keysOf(kind))].filter((key) => key !== 'kind').sort()]));
});

test('the page names every reason for which a reply is left out', () => {
  const reasons = { 'question-gone': 0, 'answer-gone': 0, 'out-of-place': 0 } satisfies Record<Misfit['why'], 0>;
  expect(rowsUnder('why | what happened').map(([why = '']) => named(why)[0])).toEqual(Object.keys(reasons));
});
