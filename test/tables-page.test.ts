import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROBLEM_CODES } from '../src/problems/codes.ts';
import { runProgram } from './cli/run-program.ts';

const page = readFileSync('docs/tables.md', 'utf8');

test('the table of the page is the example that ships, and its report begins as the page shows it', () => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const example = readFileSync('docs/examples/tables/hidden-rule.yaml', 'utf8').replace(/^(?:#.*\n)+/, '');
  expect(yaml).toBe(example);
  const [, report = ''] = /```text\n([\s\S]*?)```/.exec(page) ?? [];
  expect(runProgram(['check', '-'], yaml).stdout).toContain(report);
});

test('the page names every finding of a table', () => {
  const named = [...page.matchAll(/^\| `([a-z-]+)` \| [A-Z]/gm)].map(([, code]) => code);
  const codes = Object.keys(PROBLEM_CODES).filter((code) => code.startsWith('table-'));
  expect(named).toEqual(expect.arrayContaining([...codes, 'over-budget']));
});
