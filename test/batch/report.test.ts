import { expect, test } from 'vitest';
import { reportOf } from '../../src/batch/report.ts';
import type { ScoreReport } from '../../src/batch/score-report.ts';
import { givenContext, givenReport, TALLY } from '../render/given-score-report.ts';

const given = await givenReport();
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);

test('every record is scored or rejected, and every scored row has one status', () => {
  expect(given.records).toEqual({ read: 2398, scored: 2372, rejected: 26, blank: 3 });
  expect(given.statuses.map(({ status }) => status)).toEqual(['settled', 'open', 'assumed', 'out-of-scope']);
  expect(sum(given.statuses.map(({ rows }) => rows))).toBe(given.records.scored);
});

test('levels, spans and rows without a level are the same rows', () => {
  const total = (rows: ScoreReport['levels'] | ScoreReport['bounds']): number =>
    sum(rows.map(({ settled, assumed, open }) => settled + assumed + open));
  const { maybeEmergency, ...withoutLowest } = given.withoutLowest;
  expect(withoutLowest).toEqual({ settled: 0, assumed: 0, open: 11 });
  expect(maybeEmergency).toBe(11);
  expect(total(given.levels) + 11 + given.withoutLevel).toBe(given.records.scored);
  expect(total(given.bounds)).toBe(sum(TALLY.bounds.values()));
  expect(given.withoutLevel).toBe(13);
  expect(given.levels.map(({ level }) => level.id)).toEqual([
    'information',
    'outpatient',
    'iop',
    'php',
    'residential',
    'inpatient',
    'emergency',
  ]);
  expect(given.levels[2]).toMatchObject({ settled: 701, assumed: 127, open: 0 });
  expect(given.bounds.map(({ atLeast, atMost }) => `${atLeast}..${atMost}`)).toEqual([
    'null..emergency',
    'information..emergency',
    'outpatient..outpatient',
    'outpatient..iop',
    'iop..iop',
    'iop..emergency',
    'residential..residential',
    'residential..emergency',
    'emergency..emergency',
  ]);
});

test('emergencies are told apart from what may be one, and both from what is none only if an assumption is right', () => {
  // 2 settled; 617 + 127 + 11 open and 39 assumed up to an emergency; 127 - 39 assumed below it.
  expect(given.emergency).toEqual({ certain: 2, possible: 617 + 127 + 11 + 39, assumed: 127 - 39, safetyOpen: 891 });
  expect(sum(given.levels.map(({ maybeEmergency }) => maybeEmergency)) + 11).toBe(given.emergency.possible);
  expect(given.levels.map(({ maybeEmergency }) => maybeEmergency)).toEqual([617, 0, 39, 0, 127, 0, 0]);
});

test('a row that is assumed to be an emergency is one for certain, and counted once', async () => {
  const report = await givenReport({
    statuses: new Map([['assumed', 7]]),
    bounds: new Map([
      ['assumed emergency..emergency', 4],
      ['assumed iop..residential', 3],
    ]),
  });
  expect(report.emergency).toMatchObject({ certain: 4, possible: 0, assumed: 3 });
});

test('rejected records that cannot wait are counted', () => {
  expect(given.rejectUrgency).toEqual({ yes: 4, possible: 13 });
});

test('what is missing comes most frequent first, with the rows that it alone would settle', () => {
  expect(given.missing.map(({ id, rows, alone }) => [id, rows, alone])).toEqual([
    ['danger_now', 612, 0],
    ['household', 417, 212],
    ['housing', 323, 0],
    ['withdrawal_now', 3, 1],
  ]);
  expect(given.missing[2]?.says).toBe('Where do you sleep at the moment?');
});

test('equal counts keep the order of the script', async () => {
  const report = await givenReport({
    missing: new Map([
      ['housing', 7],
      ['danger_now', 7],
      ['age', 8],
    ]),
  });
  expect(report.missing.map(({ id }) => id)).toEqual(['age', 'danger_now', 'housing']);
});

test('rejects name their columns by the header, a column without a name by its place', async () => {
  const context = await givenContext();
  const rejectColumns = new Map([...TALLY.rejectColumns, ['unknown-value 3', 5]]);
  const bound = { ...context.bound, header: ['id', ' SUB1 ', '  ', 'FREQ1'] };
  const report = reportOf({ ...TALLY, rejectColumns }, { ...context, bound });
  expect(report.rejects.map(({ code, rows, columns }) => ({ code, rows, columns }))).toEqual([
    {
      code: 'unknown-value',
      rows: 17,
      columns: [
        { name: 'SUB1', rows: 14 },
        { name: 'FREQ1', rows: 5 },
        { name: 'column 3', rows: 4 },
      ],
    },
    { code: 'too-few-fields', rows: 7, columns: [] },
    { code: 'contradiction', rows: 3, columns: [{ name: 'SUB1', rows: 3 }] },
  ]);
});

test('an assumption that no row needed is reported too', () => {
  expect(given.assumptions.map(({ question, answer, rows }) => [question.id, answer, rows])).toEqual([
    ['danger_now', 'No', 1749],
    ['body_now', 'None of these', 0],
  ]);
});

test('near misses are told in words, and only where they were looked for', async () => {
  const told = given.nearMisses?.map(({ question, answer, from, to, rows }) => [
    question.id,
    answer,
    from.id,
    to.id,
    rows,
  ]);
  expect(told).toEqual([
    ['violence', 'No', 'residential', 'iop', 121],
    ['housing', 'Somewhere for now, as a guest or in a motel', 'residential', 'iop', 3],
  ]);
  expect(reportOf(TALLY, { ...(await givenContext()), nearMisses: false }).nearMisses).toBeNull();
});

test('an answer of several options, of none and of a number is told in words', async () => {
  const report = await givenReport({
    nearMisses: new Map([
      ['body_now chest-pain;breathing iop emergency', 3],
      ['body_now  iop emergency', 2],
      ['age 17 iop information', 1],
    ]),
  });
  expect(report.nearMisses?.map(({ answer }) => answer)).toEqual([
    'Chest pain or tightness; Trouble breathing',
    'None of these',
    'for example 17',
  ]);
});

test('of a file only its name is kept, whatever the system', async () => {
  const context = await givenContext();
  const paths = ['-', 'a.csv', '/home/jane-doe/b.csv', 'C:\\Users\\jane-doe\\c.csv', '../jane-doe/d.csv.gz'];
  const inputs = paths.map((path) => ({ path, notes: [] }));
  const report = reportOf(TALLY, { ...context, inputs });
  expect(report.inputs.map(({ name }) => name)).toEqual(['standard input', 'a.csv', 'b.csv', 'c.csv', 'd.csv.gz']);
  expect(JSON.stringify(report)).not.toContain('jane-doe');
});

test('the report is JSON: what is read back is what was written', () => {
  expect(given.format).toBe('intakeline/score-report/1');
  expect(JSON.parse(JSON.stringify(given))).toEqual(given);
});
