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
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
/** From a label to the next one. */
const section = (text: string, label: string) =>
  oneLine(text.split(/\n(?=[A-Z]{2})|\n\n/).find((part) => part.startsWith(label)) ?? '');

test('the first line accounts for every record', () => {
  expect(rendered(given).split('\n')[0]).toBe('2,398 records in = 2,372 scored + 26 rejected');
  const one = { ...given, records: { read: 1, scored: 1, rejected: 0, blank: 0 } };
  expect(rendered(one).split('\n')[0]).toBe('1 record in = 1 scored + 0 rejected');
});

test('what cannot wait comes first, then results, then what is open and what was taken for granted, last what to do', () => {
  expect(labelsOf(rendered(given))).toEqual([
    'EMERGENCY',
    'REJECTED',
    'STATUS',
    'LEVELS',
    'FIRST STEPS',
    'FALLBACK',
    'MISSING',
    'ASSUMED',
    'IMPLIED',
    'LEFT OUT',
    'NEXT',
  ]);
});

test('emergencies are never told without the rows that may be one', () => {
  expect(section(rendered(given), 'EMERGENCY')).toBe(
    'EMERGENCY 2 for certain 794 may still be one: open answers decide 88 may be one if an assumption about safety is ' +
      'wrong 891 with open safety questions: at least residential until asked',
  );
  const none = { certain: 0, possible: 0, assumed: 0, safetyOpen: 0 };
  const cleared = rendered({ ...given, emergency: none });
  expect(section(cleared, 'EMERGENCY')).toBe('EMERGENCY 0 scored rows are, or may be, an emergency');
  const open = rendered({ ...given, emergency: { ...none, possible: 3 } });
  expect(section(open, 'EMERGENCY')).toBe('EMERGENCY 3 may still be one: open answers decide');
});

test('counts are exact, stand before what they count, and say beside a level how many may be an emergency', () => {
  const text = rendered(given);
  expect(section(text, 'LEVELS')).toContain(
    'settled assumed open 0 0 11 no lowest level: possibly none of these, 11 may still be an emergency ' +
      '0 0 617 Information and self-help, 617 may still be an emergency 413 0 234 Outpatient care 701 127 0 Intensive',
  );
  expect(section(text, 'STATUS')).toContain('STATUS 1,243 settled');
  expect(section(text, 'STATUS')).toContain('How calls ended: ');
  expect(section(text, 'MISSING')).toMatch(/^MISSING rows settles 612 0 danger_now: .* 417 212 household: /);
  expect(section(text, 'FALLBACK')).toBe(
    'FALLBACK 129 due: an intensive outpatient program does not fit 656 due if open answers turn out so',
  );
  expect(section(text, 'FIRST STEPS')).toContain('1 other step may turn out to be due as well.');
});

test('every assumption is accounted for, with the rows that needed it, and what columns imply', () => {
  expect(section(rendered(given), 'ASSUMED')).toBe('ASSUMED 1,749 danger_now 1 assumption that no row needed');
  expect(section(rendered(given), 'IMPLIED')).toBe('IMPLIED 344 readiness');
});

test('a reject is told with its columns and its remedy, and before that how many rejects cannot wait', () => {
  const text = rendered(given);
  expect(section(text, 'REJECTED')).toMatch(
    /^REJECTED 4 of 26 rejected records name an answer that stops a call: look at these first 13 may name one: /,
  );
  expect(section(text, 'REJECTED')).toContain(
    '7 the record has fewer fields than the header [too-few-fields] remedy: add the missing fields',
  );
  expect(section(text, 'REJECTED')).toMatch(/17 the mapping does not know the value \(`.*` 14, `.*` 4\)/);
  const one = rendered({ ...given, rejectUrgency: { yes: 1, possible: 0 } });
  expect(section(one, 'REJECTED')).toMatch(
    /^REJECTED 1 of 26 rejected records names .*: look at it first 17 the mapping/,
  );
});

test('what to do next names both files, and danger before corrections', () => {
  expect(section(rendered(given), 'NEXT')).toBe(
    'NEXT First look at the records that `out/2025.problems.csv` marks as urgent: somebody may be in danger. ' +
      'Correct `out/2025.rejects.csv` by what `out/2025.problems.csv` says, and score it with the same mapping and another `--out`.',
  );
  expect(section(rendered({ ...given, rejectUrgency: { yes: 0, possible: 0 } }), 'NEXT')).toMatch(/^NEXT Correct/);
});

test('what did not happen is not mentioned', async () => {
  const context = await givenContext();
  const nothing = { ...TALLY, ...Object.fromEntries(Object.keys(TALLY).map((key) => [key, new Map()])) };
  const tally = {
    ...{ ...nothing, scored: 2, rejected: 0, blank: 0, safetyOpen: 0 },
    statuses: new Map([['out-of-scope', 2] as const]),
  };
  const bound = { ...context.bound, mapping: { ...context.bound.mapping, assumptions: [] } };
  expect(labelsOf(rendered(reportOf(tally, { ...context, bound })))).toEqual(['EMERGENCY', 'STATUS']);
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
      for (const count of ['1,243', '701', '656', '212', '1,749', '1,333']) expect(text).toContain(count);
    }),
    { numRuns: 40 },
  );
});

test('more than three questions, columns and codes are counted and not listed', async () => {
  const { questionnaire } = await givenContext();
  const ids = questionnaire.questions.map(({ id }) => id);
  const report = await givenReport({ missing: new Map(ids.map((id) => [id, 9])) });
  expect(section(rendered(report), 'MISSING')).toContain(`and ${ids.length - 3} other questions`);
});
