import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportOf } from '../../src/batch/report.ts';
import type { ScoreReport } from '../../src/batch/score-report.ts';
import { renderScoreReport } from '../../src/render/score-report-html.ts';
import { givenContext, givenReport, HEADER, TALLY } from './given-score-report.ts';
import { bodyOf, type Node, named, nodesOf, readPage, textOf } from './read-markup.ts';

const pageOf = (report: ScoreReport): Node => readPage(renderScoreReport(report));
const given = await givenReport();
const page = pageOf(given);

/** Rounded as the page promises; written anew here. */
function rounded(count: number): string {
  if (count >= 1 && count <= 4) return '1 to 4';
  return String(5 * Math.floor(count / 5)).replace(/(\d)(\d{3})$/, '$1,$2');
}

/** What must hold for the structure of every report. */
function expectSound(root: Node): void {
  const nodes = nodesOf(root);
  const ids = nodes.flatMap(({ attributes }) => attributes.get('id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  const pointed = nodes.flatMap(({ attributes }) => attributes.get('aria-labelledby')?.split(' ') ?? []);
  expect(pointed.filter((id) => !ids.includes(id))).toEqual([]);
  expect(nodes.filter((node) => node.name === 'svg' && !isNamedOrHidden(node))).toEqual([]);
  const headings = nodes.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
  expect(headings.filter((level, index) => level > (headings[index - 1] ?? 0) + 1)).toEqual([]);
  expect(headings.filter((level) => level === 1)).toHaveLength(1);
  expect(named(root, 'table').filter((table) => !isDescribed(table))).toEqual([]);
}

function isNamedOrHidden({ attributes, children: [title, desc] }: Node): boolean {
  if (attributes.get('aria-hidden') === 'true') return true;
  const says = [title, desc].map((node) => (typeof node === 'object' ? [node.name, textOf(node) !== ''] : []));
  return attributes.get('role') === 'img' && JSON.stringify(says) === '[["title",true],["desc",true]]';
}

/** A caption, a scope on every heading, and as many cells in every row as there are columns. */
function isDescribed(table: Node): boolean {
  const [caption] = table.children;
  const rows = named(table, 'tr');
  const columns = rows[0]?.children.length ?? 0;
  const scopes = named(table, 'th').map(({ attributes }) => attributes.get('scope'));
  return (
    typeof caption === 'object' &&
    caption.name === 'caption' &&
    textOf(caption) !== '' &&
    columns > 1 &&
    rows.length > 1 &&
    rows.every(({ children }) => children.length === columns) &&
    scopes.length === columns + rows.length - 1 &&
    scopes.every((scope, place) => scope === (place < columns ? 'col' : 'row'))
  );
}

test('the page is well-formed, its ids are unique, its headings in order, its charts and tables named', () => {
  expectSound(page);
  expect(named(page, 'svg').filter(({ attributes }) => attributes.get('role') === 'img')).toHaveLength(6);
});

test('a table with the same numbers follows every chart', () => {
  for (const section of named(page, 'section')) {
    const kinds = section.children.flatMap((child) => (typeof child === 'string' ? [] : [child]));
    kinds.forEach((child, place) => {
      if (child.name === 'figure') expect(named(kinds[place + 1] ?? child, 'table')).toHaveLength(1);
    });
  }
});

test('nothing can run or be loaded, and the policy for that stands before every text', () => {
  const nodes = nodesOf(page);
  const allowed =
    /^(html|head|meta|title|style|body|main|header|section|footer|div|p|h[12]|ul|ol|li|strong|small|span|bdi|figure|table|caption|thead|tbody|tr|th|td|svg|defs|pattern|desc|text|rect|line|circle)$/;
  expect(nodes.filter(({ name }) => !allowed.test(name))).toEqual([]);
  const attributes = nodes.flatMap((node) => [...node.attributes.keys()]);
  expect(attributes.filter((name) => /^(on|href|src|xlink|style$|action|formaction|srcset|ping)/i.test(name))).toEqual(
    [],
  );
  const [charset, policy] = named(page, 'meta');
  expect([...(charset?.attributes ?? [])]).toEqual([['charset', 'utf-8']]);
  expect(policy?.attributes.get('http-equiv')).toBe('Content-Security-Policy');
  expect(policy?.attributes.get('content')).toMatch(/^default-src 'none'; style-src 'unsafe-inline';/);
  const addresses = [...renderScoreReport(given).matchAll(/url\(([^)]*)\)|https?:|@import/g)].map(([all]) => all);
  expect(new Set(addresses)).toEqual(new Set(['url(#striped)', 'url(#dotted)']));
});

test('names from a header that try to become markup stay names', () => {
  const names = bodyOf(page, 'column-table').map(([name]) => name);
  expect(names).toEqual([HEADER[1], HEADER[2], HEADER[1]]);
});

test('whatever stands in a header, a mapping or a file name, the page is sound and shows it as text', async () => {
  const context = await givenContext();
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<script>', '</title>', '-->', '&#0;', '\u202e', '"', "'", '</text></svg>', ''),
  );
  fc.assert(
    fc.property(text, text, text, (header, title, path) => {
      const bound = { ...context.bound, header: ['', header, header], mapping: { ...context.bound.mapping, title } };
      expectSound(pageOf(reportOf(TALLY, { ...context, bound, inputs: [{ path, notes: [title] }] })));
    }),
    { numRuns: 30 },
  );
});

test('the levels and their spans add up to what was counted, each number rounded by itself', () => {
  const sums = (key: 'settled' | 'assumed' | 'open', from: string): number =>
    [...TALLY.bounds].reduce((sum, [bounds, rows]) => sum + (bounds.startsWith(`${key} ${from}..`) ? rows : 0), 0);
  const levels = ['information', 'outpatient', 'iop', 'php', 'residential', 'inpatient', 'emergency'];
  const expected = ['', ...levels].map((level) => {
    const counts = [sums('settled', level), sums('assumed', level), sums('open', level)];
    const upTo = [...TALLY.bounds].reduce(
      (sum, [bounds, rows]) => (level !== 'emergency' && bounds.endsWith(` ${level}..emergency`) ? sum + rows : sum),
      0,
    );
    return [...counts, counts.reduce((sum, one) => sum + one, 0), upTo].map(rounded);
  });
  expect(bodyOf(page, 'level-table').map((row) => row.slice(1))).toEqual(expected);
  expect(bodyOf(page, 'span-table').map(([, , rows]) => rows)).toEqual(
    [11, 617, 413, 234, 789, 39, 127, 127, 2].map(rounded),
  );
});

test('every other table holds what was counted', () => {
  const counts = (id: string): unknown => bodyOf(page, id).map((row) => row.slice(1));
  expect(bodyOf(page, 'status-table')).toEqual([
    ['Settled', '1,240', '52%'],
    ['Open', '985', '41%'],
    ['Assumed', '125', '5%'],
    ['Out of scope', '10', 'under 1%'],
    ['Rejected', '26', '1%'],
  ]);
  expect(counts('ending-table')).toEqual([['15'], ['10']]);
  expect(counts('step-table')).toEqual([
    ['15', '815'],
    ['0', '740'],
    ['260', '0'],
  ]);
  expect(counts('fallback-table')).toEqual([['125'], ['655'], ['1,575']]);
  expect(counts('missing-answer-table')).toEqual([
    ['610', '0'],
    ['415', '210'],
    ['320', '0'],
    ['1 to 4', '1 to 4'],
  ]);
  expect(counts('assumption-table')).toEqual([
    ['No', '1,745'],
    ['None of these', '0'],
  ]);
  expect(counts('emergency-table')).toEqual([['1 to 4'], ['790'], ['85'], ['890']]);
  expect(counts('implied-table')).toEqual([['340']]);
  expect(counts('ignored-table')).toEqual([['1,330']]);
  expect(bodyOf(page, 'near-miss-table').map(([question, , , rows]) => [question, rows])).toEqual([
    ['Does anyone hurt you or threaten you, at home or close to you? No', '120'],
    ['Where do you sleep at the moment? Somewhere for now, as a guest or in a motel', '1 to 4'],
  ]);
});

test('records are counted exactly: in, scored, rejected, and the rejected ones by reason and column', () => {
  expect(textOf(page)).toContain('2,398 records in = 2,372 scored + 26 rejected');
  expect(bodyOf(page, 'reason-table').map(([, , rows]) => rows)).toEqual(['17', '7', '3']);
  expect(bodyOf(page, 'column-table').map(([, code, rows]) => [code, rows])).toEqual([
    ['unknown-value', '14'],
    ['unknown-value', '4'],
    ['contradiction', '3'],
  ]);
});

test('no exact count of people stands in any text of the page', () => {
  const { scored, rejected, blank, rejectCodes, rejectColumns, safetyOpen, ...people } = TALLY;
  const counts = [safetyOpen, ...Object.values(people).flatMap((map) => [...map.values()])];
  const spans = given.bounds.map(({ settled, assumed, open }) => settled + assumed + open);
  const levels = given.levels.map(({ settled, assumed, open }) => settled + assumed + open);
  const exact = [...counts, ...spans, ...levels].filter((count) => count > 0);
  expect(exact.length).toBeGreaterThan(40);
  expect(exact.filter((count) => count % 5 === 0)).toEqual([]);
  const inSections = named(page, 'section')
    .filter((section) => !textOf(section).startsWith('Rejected records'))
    .flatMap(nodesOf)
    .flatMap(({ name, children }) => (name === 'style' ? [] : children.filter((child) => typeof child === 'string')));
  const numbers = inSections.flatMap((text) => text.replaceAll('1 to 4', '').match(/\d[\d,]*/g) ?? []);
  // Smaller numbers are places, ages and shares too; the next test is about all counts.
  const counted = numbers.map((number) => Number(number.replaceAll(',', ''))).filter((number) => number > 100);
  expect(counted.length).toBeGreaterThan(50);
  expect(counted.filter((number) => number % 5 !== 0)).toEqual([]);
});

test('counts that differ within one five give the very same page, to the last length of a bar', async () => {
  const changed = await givenReport({
    bounds: new Map([
      ...TALLY.bounds,
      ['settled outpatient..outpatient', 414],
      ['open outpatient..iop', 233],
      ['settled emergency..emergency', 1],
      ['assumed iop..emergency', 38],
    ]),
    statuses: new Map([...TALLY.statuses, ['settled', 1244], ['open', 987]]),
    dispositions: new Map([...TALLY.dispositions, ['youth', 14]]),
    firstStepsPossible: new Map([...TALLY.firstStepsPossible, ['medical-check-today', 819]]),
    fallback: new Map([...TALLY.fallback, ['possible', 659]]),
    missing: new Map([...TALLY.missing, ['danger_now', 614], ['household', 418], ['withdrawal_now', 4]]),
    missingAlone: new Map([...TALLY.missingAlone, ['household', 211]]),
    assumed: new Map([['danger_now', 1746]]),
    ignored: new Map([['can_answer_for_them', 1330]]),
    nearMisses: new Map([...TALLY.nearMisses, ['housing temporary residential iop', 1]]),
  });
  expect(changed).not.toEqual(given);
  expect(renderScoreReport({ ...changed, withoutLevel: given.withoutLevel })).toBe(renderScoreReport(given));
  const sixth = { ...given, fallback: { ...given.fallback, yes: given.fallback.yes + 1 } };
  expect(renderScoreReport(sixth)).not.toBe(renderScoreReport(given));
});

test('the page says what it is, by which rules, and that a counselor decides', () => {
  const text = textOf(page);
  for (const said of [
    '1 to 4 of 26 rejected records name an answer that stops a call: look at these first.',
    'Provisional: a licensed counselor decides.',
    'Not clinically reviewed',
    'health data',
    'rounded down to a multiple of five',
    'Scored on 2026-11-22 with intakeline 1.2.3.',
    'intake-line',
    'Mapping: Example export (example).',
    'UTF-8, comma, LF',
  ]) {
    expect(text).toContain(said);
  }
});

test('a rounded count of urgent rejects, beside the exact one of all, is said to be one', () => {
  const many = { ...given, records: { ...given.records, rejected: 19 }, rejectUrgency: { yes: 14, possible: 7 } };
  const text = textOf(pageOf(many));
  expect(text).toContain('at least 10 of 19 rejected records name an answer that stops a call');
  expect(text).toContain('Of at least 5 nobody can say');
});

test('the folders of an input are not on the page', () => {
  expect(renderScoreReport(given)).toContain('2025.csv');
  expect(renderScoreReport(given)).not.toMatch(/jane|\/home|exports\//);
});

test('a run without rows, and one whose rows were all rejected, give sound pages that say so', async () => {
  const context = await givenContext();
  const nothing = { ...TALLY, ...Object.fromEntries(Object.keys(TALLY).map((key) => [key, new Map()])) };
  const empty = { ...nothing, scored: 0, rejected: 0, blank: 0, safetyOpen: 0 };
  for (const [tally, complete] of [
    [empty, true],
    [{ ...empty, rejected: 3, rejectCodes: TALLY.rejectCodes }, false],
  ] as const) {
    const root = pageOf(reportOf(tally, { ...context, complete, nearMisses: false, inputs: [] }));
    expectSound(root);
    expect(textOf(root).includes('Not all of the input was read')).toBe(!complete);
    expect(textOf(root).includes('No record was rejected')).toBe(complete);
    expect(textOf(root)).not.toContain('Near misses');
    expect(named(root, 'svg').length).toBe(complete ? 1 : 2);
  }
});
