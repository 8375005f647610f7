import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayPattern, epochDay, isDayForm, readDay, wholeYears } from '../../src/batch/calendar-day.ts';

/** Days since 1970-01-01 by the calendar of the language. */
function dayBy(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

test('days are counted from 1970-01-01', () => {
  expect(epochDay('1970-01-01')).toBe(0);
  expect(epochDay('1969-12-31')).toBe(-1);
  expect(epochDay('2026-11-22')).toBe(dayBy(2026, 11, 22));
});

test.each([
  ['01/31/2026', 'MM/DD/YYYY', '2026-01-31'],
  ['1/2/2026', 'M/D/YYYY', '2026-01-02'],
  ['31.12.2025', 'DD.MM.YYYY', '2025-12-31'],
  ['3.4.2025', 'D.M.YYYY', '2025-04-03'],
  ['20240229', 'YYYYMMDD', '2024-02-29'],
  ['2000-02-29', 'YYYY-MM-DD', '2000-02-29'],
  ['1990-05-01 00:00:00.000', 'YYYY-MM-DD', '1990-05-01'],
  ['1990-05-01t23:59:59z', 'YYYY-MM-DD', '1990-05-01'], // the day that stands there, whatever the time zone
  ['1990-05-01t10:30+05:30', 'YYYY-MM-DD', '1990-05-01'],
  ['19900501 7:05', 'YYYYMMDD', '1990-05-01'],
  ['5/1/1990 12:00:00 am', 'M/D/YYYY', '1990-05-01'],
  ['1990/5/1 00:00', 'YYYY/M/D', '1990-05-01'],
])('%j in the form %j is %j', (text, format, date) => {
  expect(readDay(text, dayPattern(format))).toBe(epochDay(date));
});

test.each([
  ['2026-02-29', 'YYYY-MM-DD'], // no leap year
  ['1900-02-29', 'YYYY-MM-DD'], // nor this one
  ['2026-13-01', 'YYYY-MM-DD'],
  ['2026-00-10', 'YYYY-MM-DD'],
  ['2026-04-31', 'YYYY-MM-DD'],
  ['04/31/2026', 'MM/DD/YYYY'],
  ['13/01/2026', 'MM/DD/YYYY'], // never guessed to be the other order
  ['1/2/2026', 'MM/DD/YYYY'],
  ['01/02/26', 'MM/DD/YYYY'],
  ['2026-01-31 10', 'YYYY-MM-DD'],
  ['2026-01-31 10:60', 'YYYY-MM-DD'],
  ['2026-01-31 30:00', 'YYYY-MM-DD'],
  ['2026-01-31 10:00 or so', 'YYYY-MM-DD'],
  ['2026-01-3110:00', 'YYYY-MM-DD'],
  ['2026-01-31t', 'YYYY-MM-DD'],
  ['10:00', 'YYYY-MM-DD'],
  ['x2026-01-31', 'YYYY-MM-DD'],
  ['2026-01-31', 'YYYY.MM.DD'], // a point in a form is a point
  ['2026a01a31', 'YYYY.MM.DD'],
  ['\u0662\u0660\u0662\u0666-01-31', 'YYYY-MM-DD'], // digits of another script
  ['1850-01-01', 'YYYY-MM-DD'],
  ['', 'YYYY-MM-DD'],
])('%j is no day in the form %j', (text, format) => {
  expect(readDay(text, dayPattern(format))).toBeUndefined();
});

test.each(['MM/DD/YYYY', 'M/D/YYYY', 'YYYY-MM-DD', 'YYYYMMDD', 'DD. MM. YYYY', 'YYYY/M/D'])('%j is a form', (form) => {
  expect(isDayForm(form)).toBe(true);
});

test.each(['MM/DD/YY', 'MM/YYYY', 'YYYYMD', 'MDYYYY', 'YYYY-MM-DD-DD', 'DD Month YYYY', 'YYYY-MM-DDTHH', ''])(
  '%j is no form',
  (form) => {
    expect(isDayForm(form)).toBe(false);
  },
);

test.each([
  // Born on a leap day: the birthday is 1 March where there is no 29 February.
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2024-02-28', 15],
  ['2008-02-29', '2024-02-29', 16],
  ['2000-12-31', '2018-12-30', 17],
  ['2000-12-31', '2018-12-31', 18],
  ['2000-03-01', '2001-02-28', 0],
  ['2000-03-01', '2001-03-01', 1],
  ['1900-01-01', '2100-12-31', 200],
  ['2026-11-22', '2026-11-22', 0],
])('from %s to %s are %i whole years', (from, until, years) => {
  expect(wholeYears(epochDay(from), epochDay(until))).toBe(years);
});

test('the whole years are the birthdays that were reached', () => {
  const day = fc.integer({ min: dayBy(1900, 1, 1), max: dayBy(2100, 12, 31) });
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [from, until] = [Math.min(one, other), Math.max(one, other)];
      const born = new Date(from * 86_400_000);
      // Date moves 29 February to 1 March in a year that has none.
      const birthday = (age: number) => dayBy(born.getUTCFullYear() + age, born.getUTCMonth() + 1, born.getUTCDate());
      const years = wholeYears(from, until);
      expect(birthday(years)).toBeLessThanOrEqual(until);
      expect(birthday(years + 1)).toBeGreaterThan(until);
    }),
    { numRuns: 2000, seed: 4 },
  );
});
