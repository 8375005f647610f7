import { expect, test } from 'vitest';
import { assumedAnswers } from '../../src/batch/assumed-answers.ts';
import { sortRowProblems } from '../../src/batch/combine-row.ts';
import { boundTo, row } from './given-mapping.ts';

const flag = (column: string) => `{ column: ${column}, yes: ["1"], no: ["0"] }`;

const GROUP = `answers:
  substances:
    flags: { alcohol: ${flag('A')}, opioids: [${flag('B')}, ${flag('C')}], sedatives: ${flag('D')} }
    none: ${flag('N')}
    answered_if: { column: Q, values: ["1"] }
`;

/** Named options, and those that stay unknown; undefined where there is no answer. */
function group(cells: string, header = ['A', 'B', 'C', 'D', 'N', 'Q']) {
  const { answers, problems } = row(
    boundTo(GROUP, header),
    [...cells].map((cell) => cell.replace('.', '')),
  );
  if (problems.length > 0) return problems.map(({ code }) => code).join();
  const named = answers.values.get('substances');
  const open = [...(answers.unknownOptions.get('substances')?.keys() ?? [])];
  return named === undefined ? 'nothing' : `${String(named)}|${open.join()}`;
}

// A, B or C, D, "none of these", "was asked". A point is an empty cell.
test.each([
  // Some option is named: what all its parts deny is denied.
  ['1000..', 'alcohol|'],
  ['1.00..', 'alcohol|opioids'],
  ['10.0..', 'alcohol|opioids'],
  ['101...', 'alcohol,opioids|sedatives'],
  ['.1....', 'opioids|alcohol,sedatives'],
  ['1111..', 'alcohol,opioids,sedatives|'],
  ['0100..', 'opioids|'],
  // None is named: nothing is known, whatever is denied...
  ['0000..', 'nothing'],
  ['0.....', 'nothing'],
  ['......', 'nothing'],
  ['00000.', 'nothing'],
  ['0000.0', 'nothing'],
  // ...unless it is said that none of them is so, or shown that all were asked.
  ['00001.', '|'],
  ['0.001.', '|opioids'],
  ['0...1.', '|opioids,sedatives'],
  ['....1.', 'nothing'],
  ['0000.1', '|'],
  ['00.0.1', '|opioids'],
  ['.....1', 'nothing'],
  // Both cannot be.
  ['10001.', 'none-and-some'],
  ['....11', 'nothing'],
])('the group %s is %s', (cells, expected) => {
  expect(group(cells)).toBe(expected);
});

test('an option that lacks a column can be named and not denied', () => {
  expect(group('100', ['A', 'B', 'D'])).toBe('alcohol|opioids');
  expect(group('010', ['A', 'B', 'D'])).toBe('opioids|');
});

test('columns that name one option each', () => {
  const body =
    'answers: { substances: { columns: [S, T], codes: { alcohol: ["2"], opioids: ["5"] }, none: ["1"], unclear: ["9"] } }\n';
  const named = (cells: readonly string[]) => {
    const { answers, problems } = row(boundTo(body, ['S', 'T']), cells);
    const open = [...(answers.unknownOptions.get('substances')?.keys() ?? [])];
    return problems[0]?.code ?? [answers.values.get('substances'), open];
  };
  // Sedatives have no code, so that nothing is ever known of them.
  expect(named(['2', '5'])).toEqual([['alcohol', 'opioids'], ['sedatives']]);
  expect(named(['2', '2'])).toEqual([['alcohol'], ['opioids', 'sedatives']]); // no place was left for others
  expect(named(['2', '1'])).toEqual([['alcohol'], ['sedatives']]);
  expect(named(['2', ''])).toEqual([['alcohol'], ['opioids', 'sedatives']]);
  expect(named(['2', '9'])).toEqual([['alcohol'], ['opioids', 'sedatives']]);
  expect(named(['1', '1'])).toEqual([[], ['sedatives']]);
  expect(named(['1', '2'])).toEqual(named(['2', '1'])); // the place of the empty one says nothing
  expect(named(['', '1'])).toEqual([undefined, []]);
  expect(named(['', ''])).toEqual([undefined, []]);
});

test('a list without an empty place denies nothing, and without a text for "none" no list has one', () => {
  const codes = 'codes: { alcohol: ["2"], opioids: ["5"], sedatives: ["13"] }';
  const named = (none: string, cells: readonly string[]) => {
    const body = `answers: { substances: { columns: [S, T], ${codes}${none} } }\n`;
    const { answers } = row(boundTo(body, ['S', 'T']), cells);
    return [answers.values.get('substances'), [...(answers.unknownOptions.get('substances')?.keys() ?? [])]];
  };
  const none = ', none: ["1"]';
  expect(named(none, ['2', '5'])).toEqual([['alcohol', 'opioids'], ['sedatives']]);
  expect(named(none, ['2', '1'])).toEqual([['alcohol'], []]);
  expect(named('', ['2', '5'])).toEqual([['alcohol', 'opioids'], ['sedatives']]);
  expect(named('', ['2', '2'])).toEqual([['alcohol'], ['opioids', 'sedatives']]);
});

test('the first case whose tests all hold gives the answer, null leaves it open', () => {
  const body = `answers:
  drinks:
    cases:
      - { when: { A: ["1"], B: ["1"] }, answer: 3 }
      - { when: { A: ["1"] }, answer: null }
      - { when: { B: ["1", "2"] }, answer: 9 }
`;
  const drinks = (a: string, b: string) => row(boundTo(body, ['A', 'B']), [a, b]).answers.values.get('drinks');
  expect(drinks('1', '1')).toBe(3);
  expect(drinks('1', '2')).toBeUndefined();
  expect(drinks('1', '')).toBeUndefined();
  expect(drinks('2', '1')).toBe(9);
  expect(drinks('', '2.0')).toBe(9);
  expect(drinks('', '')).toBeUndefined();
  expect(drinks('7', '7')).toBeUndefined();
});

test('two dates are the time between them, and each alone is nothing', () => {
  const body = 'answers: { drinks: { column: A, date: { format: YYYY-MM-DD, until: B, in: years } } }\n';
  const between = (a: string, b: string) => {
    const { answers, problems } = row(boundTo(body, ['B', 'A']), [b, a]);
    return problems[0] ?? answers.values.get('drinks');
  };
  expect(between('2008-02-29', '2026-02-28')).toBe(17);
  expect(between('2008-02-29', '2026-03-01')).toBe(18);
  expect(between('2008-02-29', '')).toBeUndefined();
  expect(between('', '2026-03-01')).toBeUndefined();
  expect(between('2026-03-01', '2026-02-28')).toEqual({ code: 'dates-reversed', column: 0 });
  expect(between('2000-01-01', '2026-01-01')).toEqual({ code: 'out-of-range', column: 0 });
  expect(between('2026-02-30', '2026-02-28')).toEqual({ code: 'not-a-date', column: 1 });
});

const IMPLIES = `answers:
  role: { column: R }
  drinks: { column: D, number: true, ranges: { some: [1, 7] } }
  substances: { column: S, list: ";", unsure: "?" }
implies:
  - { column: I, values: ["1"], because: So., answers: { role: self, drinks: 3, substances: [alcohol] } }
  - { column: J, values: ["1"], because: So., answers: { role: other } }
`;

/** The header of the implications: three answers and two columns that imply some. */
function implied(cells: readonly string[]) {
  return row(boundTo(IMPLIES, ['R', 'D', 'S', 'I', 'J']), cells);
}

test('implied answers fill what the row leaves open', () => {
  const { answers, own, problems } = implied(['', '', '', '1', '']);
  expect(problems).toEqual([]);
  expect([...answers.values]).toEqual([
    ['role', 'self'],
    ['substances', ['alcohol']],
    ['drinks', 3],
  ]);
  expect(own.get('role')).toBe(3); // the column that implies it is the one to correct
});

test('an implied answer agrees with the row where no rule tells the two apart', () => {
  // 3 and 7 drinks lie in one band, an unsure option may be either.
  expect(implied(['self', '7', 'alcohol;opioids?', '1', '']).problems).toEqual([]);
  expect(implied(['self', 'some', '', '1', '']).problems).toEqual([]);
  expect(implied(['', '', '', '1', '']).own.get('drinks')).toBe(3);
  expect(implied(['', '7', '', '1', '']).answers.values.get('drinks')).toBe(7);
});

test('an implied answer that the row denies is a conflict of two columns', () => {
  const conflict = (...columns: readonly number[]) =>
    columns.map((column) => ({ code: 'conflicting-answers', column }));
  expect(implied(['other', '', '', '1', '']).problems).toEqual(conflict(0, 3));
  expect(implied(['', '8', '', '1', '']).problems).toEqual(conflict(1, 3));
  expect(implied(['', '', 'none-of-these', '1', '']).problems).toEqual(conflict(2, 3));
  expect(implied(['', '', 'alcohol;opioids', '1', '']).problems).toEqual(conflict(2, 3));
  expect(implied(['', '', '', '1', '1']).problems).toEqual(conflict(3, 4));
  expect(implied(['other', '8', '', '1', '']).problems).toEqual(conflict(0, 1, 3));
});

test('all problems of a row are said, by column', () => {
  const { problems } = implied(['who', '99', 'alcohol;none-of-these', '1', '1']);
  expect(problems).toEqual([
    { code: 'unknown-value', column: 0 },
    { code: 'out-of-range', column: 1 },
    { code: 'none-and-some', column: 2 },
  ]);
  expect(
    sortRowProblems([
      { code: 'contradiction', column: 2 },
      { code: 'unknown-value', column: 2 },
      { code: 'contradiction', column: 0 },
      { code: 'unknown-value', column: 2 },
      { code: 'too-few-fields', column: undefined },
    ]),
  ).toEqual([
    { code: 'too-few-fields', column: undefined },
    { code: 'contradiction', column: 0 },
    { code: 'unknown-value', column: 2 },
    { code: 'contradiction', column: 2 },
  ]);
});

test('a question of which a column cannot be read has no answer, implied or assumed', () => {
  const bound = boundTo(`${IMPLIES}assume: [{ question: role, answer: self, because: So. }]\n`, [
    'R',
    'D',
    'S',
    'I',
    'J',
  ]);
  const combined = row(bound, ['who', '', '', '1', '']);
  expect([...combined.faulty]).toEqual(['role']);
  expect(combined.answers.values.has('role')).toBe(false);
  expect(assumedAnswers(bound.mapping, combined).assumed).toEqual([]);
});

/** Questions about which something is assumed in a row: `substances`, `has_home`, `drinks` and `role`, whatever reads them. */
function assumedIn(answers: string, header: readonly string[], cells: readonly string[]): string {
  const body = `missing: ["-9"]
answers: { ${answers} }
assume:
  - { question: substances, answer: [], because: So. }
  - { question: has_home, answer: "yes", because: So. }
  - { question: drinks, answer: 0, because: So. }
  - { question: role, answer: self, because: So. }
`;
  const bound = boundTo(body, header);
  const { assumed } = assumedAnswers(bound.mapping, row(bound, cells));
  return ['substances', 'has_home', 'drinks', 'role']
    .filter((id) => assumed.includes(id) && answers.includes(id))
    .join();
}

const YES_NO = 'has_home: { column: A, values: { "yes": ["1"], "no": ["0"] }, unclear: ["refused"] }';
const UNSURE = 'substances: { column: A, list: ";", unsure: "?" }';
const RANGE = 'drinks: { column: A, number: true, ranges: { some: [1, 20] } }';
const FLAGS = `substances: { flags: { alcohol: ${flag('A')}, opioids: ${flag('B')} }, none: ${flag('C')}, answered_if: { column: D, values: ["1"] }, unclear: ["?"] }`;
const SLOTS = 'substances: { columns: [A, B], codes: { alcohol: ["2"] }, none: ["1"], unclear: ["7"] }';
const CASES = 'role: { cases: [{ when: { A: ["1"], B: ["1"] }, answer: self }, { when: { A: ["2"] }, answer: null }] }';
const DATE = 'drinks: { column: A, date: { format: YYYY-MM-DD, until: B, in: days }, unclear: ["unknown"] }';

// Only where every column that says something of a question is missing or blank, something is assumed of it.
test.each([
  ['a blank', YES_NO, [''], 'has_home'],
  ['a missing code', YES_NO, [' -9.0 '], 'has_home'],
  ['an answer', YES_NO, ['0'], ''],
  ['an unclear text', YES_NO, ['Refused'], ''],
  ['a blank list', UNSURE, [' '], 'substances'],
  ['a list with an option that is unsure', UNSURE, ['opioids?'], ''],
  ['a list in which all is unsure', UNSURE, ['none-of-these;alcohol?;opioids?;sedatives?'], ''],
  ['a list with one option', UNSURE, ['alcohol;opioids?'], ''],
  ['a range over a band', RANGE, ['some'], ''],
  ['no number', RANGE, ['-9'], 'drinks'],
  ['blank flags', FLAGS, ['', '-9', '', ''], 'substances'],
  ['one flag of 0', FLAGS, ['0', '', '', ''], ''],
  ['an unclear flag', FLAGS, ['', '?', '', ''], ''],
  ['"none of these" denied', FLAGS, ['', '', '0', ''], ''],
  ['"none of these" without anything to deny', FLAGS, ['', '', '1', ''], ''],
  ['a group that was asked, nothing written down', FLAGS, ['', '', '', '1'], ''],
  ['a group that was not asked', FLAGS, ['', '', '', '0'], 'substances'],
  ['blank places of a list', SLOTS, ['', '-9'], 'substances'],
  ['an unclear place of a list', SLOTS, ['', '7'], ''],
  ['no place but "none"', SLOTS, ['', '1'], ''],
  ['no cell of the cases', CASES, ['', '-9'], 'role'],
  ['a case of null', CASES, ['2', ''], ''],
  ['cells without a case', CASES, ['', '5'], ''],
  ['no day', DATE, ['', ''], 'drinks'],
  ['the later day alone, which says nothing of the caller', DATE, ['', '2026-01-02'], 'drinks'],
  ['the earlier day alone', DATE, ['2026-01-02', ''], ''],
  ['an unclear day', DATE, ['unknown', '2026-01-02'], ''],
])('%s and assumptions', (_, answers, cells, assumed) => {
  expect(assumedIn(answers, ['A', 'B', 'C', 'D'].slice(0, cells.length), cells)).toBe(assumed);
});

test('what reads no column says nothing: its question is assumed of every row', () => {
  const readings = `${CASES}, ${UNSURE.replace('column: A', 'column: Z')}`;
  expect(assumedIn(readings, ['A', 'B', 'C'], ['1', '1', 'x'])).toBe('substances');
});

test('an assumed answer stands beside what the row says', () => {
  const body = 'answers: { has_home: { column: H } }\nassume: [{ question: drinks, answer: 2, because: So. }]\n';
  const bound = boundTo(body, ['H']);
  expect([...assumedAnswers(bound.mapping, row(bound, ['no'])).answers.values]).toEqual([
    ['has_home', 'no'],
    ['drinks', 2],
  ]);
});

test('a column says how the call ended', () => {
  const bound = boundTo('answers: { role: { column: R } }\nended: { column: E }\n', ['R', 'E']);
  expect(row(bound, ['self', 'For another']).answers.ended).toBe('for-another');
  expect(row(bound, ['self', '']).answers.ended).toBeUndefined();
});
