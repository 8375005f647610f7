import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dayPattern, readDay } from '../src/batch/calendar-day.ts';

const page = readFileSync('docs/mappings.md', 'utf8');

test('the page says how many digits each part of a date form takes', () => {
  const rows = [...page.matchAll(/^\| `([YMD]+)` \| ([0-9 or]+) \|$/gm)].map(([, part = '', digits = '']) => ({
    part,
    digits: digits.split(' or ').map(Number),
  }));
  expect(rows.map(({ part }) => part)).toEqual(['YYYY', 'MM', 'M', 'DD', 'D']);
  for (const { part, digits } of rows) {
    const [letter = ''] = part;
    const form = 'YYYY-MM-DD'.replace(new RegExp(`${letter}+`), part);
    const taken = [1, 2, 3, 4, 5].filter((count) => {
      const text = form.replace(part, '1'.padStart(count, '0')).replace('YYYY', '2000').replace(/MM|DD/g, '01');
      return dayPattern(form).test(text);
    });
    expect([part, taken]).toEqual([part, digits]);
  }
});

test('the dates with a time of day fit the forms of the examples', () => {
  const [, american = ''] = /`([0-9/]+ [0-9:]+ PM)`/.exec(page) ?? [];
  expect(readDay(american.toLowerCase(), dayPattern('MM/DD/YYYY'))).toBeDefined();
});

test('the page says where questions and options stand', () => {
  const path = 'questionnaires/adult-intake/questionnaire.yaml';
  expect([page.includes(`\`${path}\``), existsSync(path)]).toEqual([true, true]);
});
