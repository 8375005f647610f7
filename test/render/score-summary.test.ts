import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportOf } from '../../src/batch/report.ts';
import type { ScoreReport } from '../../src/batch/score-report.ts';
import { cells } from '../../src/render/cells.ts';
import { unpainted } from '../../src/render/palette.ts';
import { renderScoreSummary } from '../../src/render/score-summary.ts';
import { givenContext, givenReport, TALLY } from './given-score-report.ts';

const FILES = { rejects: 'out/2025.rejects.csv', problems: 'out/2025.problems.csv' };
const given = await givenReport();
const rendered = (report: ScoreReport, width = 80, rejectFiles: typeof FILES | undefined = FILES): string =>
  renderScoreSummary(report, { width, paint: unpainted, rejectFiles });
const labelsOf = (text: string) => [...text.matchAll(/^([A-Z][A-Z -]+?)(?: {2,}|$)/gm)].map(([, label]) => label);
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const section = (text: string, label: string) =>
  oneLine(text.split('\n\n').find((part) => part.startsWith(label)) ?? '');

test('the first line accounts for every record', () => {
  expect(rendered(given).split('\n')[0]).toBe('2,387 records in = 2,361 scored + 26 rejected');
  const one = { ...given, records: { read: 1, scored: 1, rejected: 0, blank: 0 } };
  expect(rendered(one).split('\n')[0]).toBe('1 record in = 1 scored + 0 rejected');
});

test('results come first, then what is open, what was taken for granted, what was rejected, and what to do', () => {
  expect(labelsOf(rendered(given))).toEqual([
    'STATUS',
    'LEVELS',
    'FIRST STEPS',
    'FALLBACK',
    'MISSING',
    'ASSUMED',
    'LEFT OUT',
    'REJECTED',
    'NEXT',
  ]);
});

test('counts are exact, stand before what they count, and under their headings', () => {
  const text = rendered(given);
  expect(section(text, 'LEVELS')).toContain(
    'settled assumed open 0 0 617 Information and self-help 413 0 234 Outpatient care 701 127 0 Intensive',
  );
  expect(section(text, 'STATUS')).toContain('1,243 settled');
  expect(section(text, 'MISSING')).toMatch(/rows alone 612 0 danger_now: .* 417 212 household: /);
  expect(section(text, 'FALLBACK')).toBe(
    'FALLBACK rows 129 due: an intensive outpatient program does not fit 656 due if open answers turn out so',
  );
  expect(section(text, 'LEVELS')).toContain('13 rows without a level');
});

test('every assumption is accounted for, with the rows that needed it', () => {
  expect(section(rendered(given), 'ASSUMED')).toBe(
    'ASSUMED rows 1,749 danger_now: No 1 assumption that no row needed.',
  );
});

test('a reject is told with its columns and its remedy, and both files with what to do next', () => {
  const text = rendered(given);
  expect(section(text, 'REJECTED')).toContain(
    '7 the record has fewer fields than the header [too-few-fields] remedy: add the missing fields',
  );
  expect(section(text, 'REJECTED')).toMatch(/17 the mapping does not know the value \(`.*` 14, `.*` 4\)/);
  expect(section(text, 'NEXT')).toContain('`out/2025.rejects.csv`');
  expect(section(text, 'NEXT')).toContain('`out/2025.problems.csv`');
  expect(section(text, 'NEXT')).toContain('score that file with the same options');
});

test('what did not happen is not mentioned', async () => {
  const context = await givenContext();
  const nothing = { ...TALLY, ...Object.fromEntries(Object.keys(TALLY).map((key) => [key, new Map()])) };
  const tally = { ...nothing, scored: 2, rejected: 0, blank: 0, statuses: new Map([['out-of-scope', 2] as const]) };
  const bound = { ...context.bound, mapping: { ...context.bound.mapping, assumptions: [] } };
  expect(labelsOf(rendered(reportOf(tally, { ...context, bound })))).toEqual(['STATUS', 'LEVELS']);
});

test('an input that was not read to its end is said to be so', () => {
  expect(rendered(given)).not.toContain('not all of the input');
  expect(
    rendered({ ...given, complete: false })
      .split('\n')
      .slice(0, 3),
  ).toContain('not all of the input was read');
});

test('no line is wider than the window, and every count survives a narrow one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 200 }), (width) => {
      const text = rendered(given, width);
      const lines = text.split('\n');
      expect(lines.filter((line) => cells(line) > Math.min(width, 100))).toEqual([]);
      for (const count of ['1,243', '701', '816', '212', '1,749', '1,333']) expect(text).toContain(count);
    }),
    { numRuns: 40 },
  );
});

test('more than five questions, columns and codes are counted and not listed', async () => {
  const { questionnaire } = await givenContext();
  const ids = questionnaire.questions.map(({ id }) => id);
  const report = await givenReport({ missing: new Map(ids.map((id) => [id, 9])) });
  expect(section(rendered(report), 'MISSING')).toContain(`and ${ids.length - 5} other questions`);
});
