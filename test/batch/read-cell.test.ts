import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Contribution } from '../../src/batch/bound-mapping.ts';
import { epochDay } from '../../src/batch/calendar-day.ts';
import { bandOf } from '../../src/callers/encoding.ts';
import { boundTo, said } from './given-mapping.ts';

/** What one column says under a mapping that reads it. */
function saidOf(body: string, text: string, header = ['A']) {
  return said(boundTo(body, header), 'A', text);
}

function says(...contributions: readonly Contribution[]) {
  return { ok: true, contributions };
}

function answer(value: string | number | readonly string[], unknownOptions: readonly string[] = []): Contribution {
  return { kind: 'answer', reading: 0, value, unknownOptions };
}

const HOME =
  'missing: ["-9"]\nanswers: { has_home: { column: A, values: { "yes": ["1", "Y"], "no": ["2"] }, unclear: ["8"] } }\n';

test.each([
  ['1', 'yes'],
  ['1.00', 'yes'],
  [' y ', 'yes'],
  ['2.0', 'no'],
])('the text %j is the answer %s', (text, value) => {
  expect(saidOf(HOME, text)).toEqual(says(answer(value)));
});

test.each(['', ' ', '\u00a0', '-9', '-9.0', '8', '8.0'])('the text %j says nothing', (text) => {
  expect(saidOf(HOME, text)).toEqual(says());
});

test.each(['3', 'yes', '1,0', '01', '-1'])('the mapping does not know %j', (text) => {
  expect(saidOf(HOME, text)).toEqual({ ok: false, code: 'unknown-value' });
});

test.each(['N/A', 'Unknown', '?', '-', 'NULL', '.', '99', '-9.5'])(
  'the text %j is missing only where it is listed',
  (text) => {
    expect(saidOf(HOME, text)).toEqual({ ok: false, code: 'unknown-value' });
    expect(saidOf(HOME.replace('"-9"', JSON.stringify(text)), ` ${text.toUpperCase()} `)).toEqual(says());
  },
);

const NUMBER = 'answers: { drinks: { column: A, number: true } }\n';

test.each([
  ['0', 0],
  ['-0', 0],
  ['6', 6],
  ['6.0', 6],
  ['007', 7],
  ['20', 20],
])('the text %j is the number %i', (text, value) => {
  const meaning = saidOf(NUMBER, text);
  expect(meaning).toEqual(says(answer(value)));
});

test.each([' 5 ', '\u00a05\u00a0', '5.00', '05'])('the text %j is five', (text) => {
  expect(saidOf(NUMBER, text)).toEqual(says(answer(5)));
});

test.each(['n/a', 'unknown', '?', 'none', '5.', '.5', '6.50', '5,0', '5\u200b', '\uff15', '6.0.0', '5 days'])(
  'the text %j is no number, and nothing is guessed from it',
  (text) => {
    expect(saidOf(NUMBER, text)).toEqual({ ok: false, code: 'not-a-number' });
  },
);

test.each(['1e1', '1_0', '0x1', '5.5', '+5', '1,0', '1 0', 'NaN', 'Infinity', '\u0665', '\u22125', 'five', '--5'])(
  'the text %j is no number',
  (text) => {
    expect(saidOf(NUMBER, text)).toEqual({ ok: false, code: 'not-a-number' });
  },
);

test.each(['21', '-1', '9'.repeat(400)])('the number %j is outside what the question takes', (text) => {
  expect(saidOf(NUMBER, text)).toEqual({ ok: false, code: 'out-of-range' });
});

const RANGES =
  'answers: { drinks: { column: A, ranges: { few: [1, 7], many: [8, 20], all: [0, 20] }, unclear: [x] } }\n';

test('a range is an answer only where all of it lies in one band', () => {
  expect(saidOf(RANGES, 'few')).toEqual(says(answer(1)));
  expect(saidOf(RANGES, 'many')).toEqual(says(answer(8)));
  expect(saidOf(RANGES, 'all')).toEqual(says());
  expect(saidOf(RANGES, 'X')).toEqual(says());
});

test.each(['5', '0', '21', 'none', '-1'])(
  'the text %j is none of the codes for ranges, and so no number either',
  (text) => {
    expect(saidOf(RANGES, text)).toEqual({ ok: false, code: 'unknown-value' });
  },
);

test('codes and numbers may stand in one column where the mapping says so', () => {
  const body = RANGES.replace('ranges:', 'number: true, ranges:').replace('few:', '"7":');
  expect(saidOf(body, '7.0')).toEqual(says(answer(1))); // the code, not the number
  expect(saidOf(body, '5')).toEqual(says(answer(5)));
  expect(saidOf(body, '21')).toEqual({ ok: false, code: 'out-of-range' });
  expect(saidOf(body, 'none')).toEqual({ ok: false, code: 'not-a-number' });
});

test('whatever the bands, a range answers if and only if no rule tells its numbers apart', () => {
  const number = fc.integer({ min: 0, max: 20 });
  const starts = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 });
  fc.assert(
    fc.property(starts, number, number, (cuts, one, other) => {
      const bands = [0, ...cuts.sort((left, right) => left - right)];
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const bound = boundTo(`answers: { drinks: { column: A, ranges: { x: [${from}, ${to}] } } }\n`, ['A'], {
        bandStarts: new Map([['drinks', bands]]),
      });
      const within = Array.from({ length: to - from + 1 }, (_, step) => bandOf(bands, from + step));
      const isOne = new Set(within).size === 1;
      expect(said(bound, 'A', 'X')).toEqual(isOne ? says(answer(from)) : says());
    }),
    { numRuns: 200, seed: 4 },
  );
});

const BANDS =
  'answers: { home_use: { column: A, bands: { none: { at_most: 0 }, some: { at_least: 1, at_most: 7 }, heavy: { at_least: 10 } } } }\n';

test('a number becomes the option of its band', () => {
  expect(['0', '1', '7.0', '10', '99999'].map((text) => saidOf(BANDS, text))).toEqual(
    ['none', 'some', 'some', 'heavy', 'heavy'].map((option) => says(answer(option))),
  );
  expect(['8', '-1'].map((text) => saidOf(BANDS, text))).toEqual([
    { ok: false, code: 'out-of-range' },
    { ok: false, code: 'out-of-range' },
  ]);
  expect(saidOf(BANDS, 'few')).toEqual({ ok: false, code: 'not-a-number' });
});

const LIST = 'answers: { substances: { column: A, list: ";", values: options, unsure: "?" } }\n';

test.each([
  ['alcohol', ['alcohol'], []],
  ['Alcohol; OPIOIDS ', ['alcohol', 'opioids'], []],
  ['alcohol;opioids?', ['alcohol'], ['opioids']],
  ['alcohol; opioids ?', ['alcohol'], ['opioids']],
  ['alcohol;;alcohol;', ['alcohol'], []],
  ['none-of-these', [], []],
  ['None of these;sedatives?', [], ['sedatives']],
] as const)('the list %j names %j and leaves %j open', (text, named, open) => {
  expect(saidOf(LIST, text)).toEqual(says(answer(named, open)));
});

test.each([';', ' ; ', 'opioids?', 'none-of-these;alcohol?;opioids?;sedatives?'])(
  'the list %j says nothing: nothing is named, and nothing is denied',
  (text) => {
    expect(saidOf(LIST, text)).toEqual(says());
  },
);

test('a list that cannot be meant is no answer', () => {
  expect(saidOf(LIST, 'alcohol;none-of-these')).toEqual({ ok: false, code: 'none-and-some' });
  expect(saidOf(LIST, 'alcohol;alcohol?')).toEqual({ ok: false, code: 'conflicting-answers' });
  expect(saidOf(LIST, 'alcohol,opioids')).toEqual({ ok: false, code: 'unknown-value' });
  expect(saidOf(LIST, 'alcohol;wine')).toEqual({ ok: false, code: 'unknown-value' }); // not the rest of the list
  expect(saidOf(LIST, 'none-of-these?')).toEqual({ ok: false, code: 'unknown-value' });
  expect(saidOf(LIST, 'wine')).toEqual({ ok: false, code: 'unknown-value' });
  expect(saidOf(LIST, '?')).toEqual({ ok: false, code: 'unknown-value' });
});

test('of an option that the export cannot name nothing is known', () => {
  const body =
    'answers: { substances: { column: A, list: ";", values: { alcohol: ["a"], opioids: ["o"] }, none: ["-"] } }\n';
  expect(saidOf(body, 'A')).toEqual(says(answer(['alcohol'], ['sedatives'])));
  expect(saidOf(body, '-')).toEqual(says(answer([], ['sedatives'])));
});

test('a date until today is the time since then', () => {
  const date = (unit: string) =>
    `answers: { drinks: { column: A, date: { format: M/D/YYYY, until: today, in: ${unit} } } }\n`;
  const today = epochDay('2026-02-28');
  const read = (unit: string, text: string) => said(boundTo(date(unit), ['A'], { today }), 'A', text);
  expect(read('years', '2/29/2008')).toEqual(says(answer(17)));
  expect(read('years', '2/28/2008')).toEqual(says(answer(18)));
  expect(read('days', '2/20/2026')).toEqual(says(answer(8)));
  expect(read('days', '3/1/2026')).toEqual({ ok: false, code: 'dates-reversed' });
  expect(read('days', '2/1/2026')).toEqual({ ok: false, code: 'out-of-range' }); // 27 days, and 20 at most
  expect(read('years', '2/29/2009')).toEqual({ ok: false, code: 'not-a-date' });
});

test('a date until another column is only half of an answer', () => {
  const body = 'answers: { drinks: { column: A, date: { format: YYYYMMDD, until: B, in: days } } }\n';
  const bound = boundTo(body, ['A', 'B']);
  const day = epochDay('2026-02-20');
  expect(said(bound, 'A', '20260220.0')).toEqual(says({ kind: 'from', reading: 0, day }));
  expect(said(bound, 'B', '20260220')).toEqual(says({ kind: 'until', reading: 0, day }));
});

const FLAG = `answers:
  substances:
    flags:
      alcohol: { column: A, yes: ["1"], no: ["0", "2"] }
      opioids: { column: A, yes: ["2"], no: ["0", "1"] }
      sedatives: { column: B, yes: ["1"], no: ["0"] }
    none: { column: C, yes: ["1"], no: ["0"] }
    answered_if: { column: C, values: ["0", "5"] }
    unclear: ["9"]
`;

const ALL = 0x7fff_ffff;

test('a flag names or denies, and what it leaves open it does not deny', () => {
  const bound = boundTo(FLAG, ['A', 'B', 'C']);
  const options = (yes: number, no: number) => says({ kind: 'options', reading: 0, yes, no });
  expect(said(bound, 'A', '0')).toEqual(options(0, ALL));
  expect(said(bound, 'A', '1')).toEqual(options(0b001, ALL & ~0b001));
  expect(said(bound, 'A', '2')).toEqual(options(0b010, ALL & ~0b010));
  expect(said(bound, 'A', '9')).toEqual(options(0, ALL & ~0b011));
  expect(said(bound, 'A', '')).toEqual(options(0, ALL & ~0b011));
  expect(said(bound, 'B', '1.0')).toEqual(options(0b100, ALL & ~0b100));
  expect(said(bound, 'B', '2')).toEqual({ ok: false, code: 'unknown-value' });
});

test('a column for none of these, and one that shows that the group was asked', () => {
  const bound = boundTo(FLAG, ['A', 'B', 'C']);
  expect(said(bound, 'C', '1')).toEqual(says({ kind: 'none', reading: 0 }));
  expect(said(bound, 'C', '0')).toEqual(says({ kind: 'asked', reading: 0 }));
  expect(said(bound, 'C', '9')).toEqual(says());
  expect(said(bound, 'C', '')).toEqual(says());
  expect(said(bound, 'C', '7')).toEqual({ ok: false, code: 'unknown-value' });
});

test('a column allows the cases that it passes, and those that do not test it', () => {
  const body = `answers:
  role:
    cases:
      - { when: { A: ["1"], B: ["1"] }, answer: self }
      - { when: { A: ["2"] }, answer: null }
      - { when: { B: ["2"] }, answer: other }
`;
  const allowed = (text: string) => said(boundTo(body, ['A', 'B']), 'A', text);
  const cases = (bits: number) => says({ kind: 'cases', reading: 0, allowed: bits });
  expect(allowed('1')).toEqual(cases(0b101));
  expect(allowed('2.0')).toEqual(cases(0b110));
  expect(allowed('x')).toEqual(cases(0b100));
  expect(allowed('')).toEqual(cases(0b100));
});

test('a column says everything that any use of it takes', () => {
  const body = `answers: { has_home: { column: A } }
ended: { column: A, values: { for-another: ["no", "Y"] } }
implies: [{ column: A, values: ["no"], because: So., answers: { drinks: 0, role: self } }]
`;
  expect(saidOf(body, 'No')).toEqual(
    says(
      answer('no'),
      { kind: 'ended', disposition: 'for-another' },
      { kind: 'implied', question: 'drinks', value: 0 },
      { kind: 'implied', question: 'role', value: 'self' },
    ),
  );
  expect(saidOf(body, 'y')).toEqual(says(answer('yes'), { kind: 'ended', disposition: 'for-another' }));
  expect(saidOf(body, 'yes')).toEqual({ ok: false, code: 'unknown-value' }); // no disposition
});
