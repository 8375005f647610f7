import { expect, test } from 'vitest';
import type { Problem } from '../../src/problems/problem.ts';
import { checkJson } from '../../src/render/check-json.ts';
import { type CheckReport, checkText } from '../../src/render/check-report.ts';
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

/** As many problems, each with a message of its own. */
function many(count: number, severity: Problem['severity'] = 'error'): readonly Problem[] {
  return Array.from({ length: count }, (_, index) => ({ ...PROBLEM, severity, message: `${severity} ${index + 1}.` }));
}

function shown(text: string): readonly string[] {
  return [...text.matchAll(/: ((?:error|warning) \d+)\. \[/g)].map(([, message = '']) => message);
}

test('fifty problems are all listed', () => {
  const text = renderProblems(many(50));
  expect(shown(text).length).toBe(50);
  expect(text).not.toContain('more');
});

test('of more than fifty the first are listed, and the others counted', () => {
  const text = renderProblems(many(53));
  expect(shown(text)).toEqual(Array.from({ length: 50 }, (_, index) => `error ${index + 1}`));
  expect(text.split('\n\n').slice(-2)).toEqual(['3 more problems', '53 errors\n']);
  expect(renderProblems(many(51))).toContain('\n\n1 more problem\n\n51 errors\n');
});

test('no warning takes the place of an error', () => {
  const text = renderProblems([...many(60, 'warning'), ...many(2)]);
  expect(shown(text).slice(0, 3)).toEqual(['error 1', 'error 2', 'warning 1']);
  expect(shown(text).length).toBe(50);
});

test('a check says where all problems can be read, and its JSON holds them', () => {
  const problems = many(70).map((problem) => ({ ...problem, title: 'something' }));
  const report: CheckReport = { place: 'my-site', problems, checked: [] };
  expect(checkText([report]).split('\n\n').slice(-2)).toEqual([
    '20 more problems; --format json lists all',
    'my-site: 70 errors\n',
  ]);
  expect(JSON.parse(checkJson([report])).places[0].problems.length).toBe(70);
});

test('what was checked is counted in words for one and for many', () => {
  const checked = [
    { what: 'policies', count: 1 },
    { what: 'rules', count: 2 },
    { what: 'programs', count: 1 },
    { what: 'cases', count: 0 },
  ] as const;
  expect(checkText([{ place: 'my-site', problems: [], checked }])).toBe(
    'my-site: no problems in 1 policy, 2 rules, 1 program\n',
  );
});
