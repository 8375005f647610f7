import { expect, test } from 'vitest';
import type { Problem } from '../../src/problems/problem.ts';
import { countProblems, renderProblems } from '../../src/render/problems.ts';

const PROBLEM: Problem = {
  code: 'unknown-fact',
  severity: 'error',
  file: 'policies/a.yaml',
  position: { line: 3, column: 5, length: 2 },
  message: 'there is no question or fact `ab`',
  remedy: 'did you mean `abc`?',
  excerpt: '> 3 | when: { ab: yes }',
};

test('says where, what and what to do', () => {
  expect(renderProblems([PROBLEM])).toBe(`policies/a.yaml:3:5: error: there is no question or fact \`ab\` [unknown-fact]
  > 3 | when: { ab: yes }
  remedy: did you mean \`abc\`?

1 error
`);
});

test('a problem of a whole file has no place', () => {
  const missing: Problem = {
    ...PROBLEM,
    code: 'file-missing',
    position: undefined,
    excerpt: undefined,
    remedy: undefined,
  };
  expect(renderProblems([missing])).toMatch(/^policies\/a\.yaml: error: /);
});

test('counts errors and warnings apart', () => {
  expect(countProblems([PROBLEM, { ...PROBLEM, severity: 'warning' }, PROBLEM])).toBe('2 errors, 1 warning');
  expect(renderProblems([])).toBe('');
});
