import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Shares } from '../../src/analysis/marginals.ts';
import { WHOLE } from '../../src/analysis/marginals.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import { FIXTURES, valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';

const content = await shippedContent();
const extra = valueIn(await content.marginals());
if (extra === undefined) throw new Error('no marginals ship');
const { value: marginals, document } = extra;

/** How many admissions of 2021 have a value of a variable. No label that is needed here holds a comma in quotes. */
const counted = new Map(
  readFileSync(`${FIXTURES}teds-a/codebook-frequencies.csv`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, variable, value, count] =
        /^2021,([^,]+),(?:"[^"]*"|[^,]*),([^,]+),(?:"[^"]*"|[^,]*),(\d+),/.exec(line) ?? [];
      return variable === undefined ? [] : [[`${variable}=${value}`, Number(count)] as const];
    }),
);

function admissions(variable: string, ...values: readonly string[]): number {
  return values.reduce((sum, value) => {
    const found = counted.get(`${variable}=${value}`);
    if (found === undefined) throw new Error(`nothing is counted for ${variable} ${value}`);
    return sum + found;
  }, 0);
}

const reported = admissions('ALCDRUG', '1', '2', '3');
const flagged = (...flags: readonly string[]) => flags.reduce((sum, flag) => sum + admissions(flag, '1'), 0) / reported;

function sharesOf(id: string): Shares {
  const found = marginals.questions.get(id)?.shares;
  if (found === undefined) throw new Error(`no shares for ${id}`);
  return found;
}

function share(id: string, answer: string): number {
  const shares = sharesOf(id);
  return shares.kind === 'number' ? Number.NaN : (shares.parts.get(answer) ?? 0) / WHOLE;
}

/** The file writes four decimals; the largest remainders were rounded up, so that a last digit may be off by one. */
const near = (left: number, right: number) => expect(Math.abs(left - right)).toBeLessThan(0.0001);

test('every question whose answers are parts of a whole has its shares', () => {
  const asked = content.questionnaire.questions.filter(({ kind }) => kind.kind !== 'unreadable').map(({ id }) => id);
  expect([...marginals.questions.keys()]).toEqual(asked);
});

test('a choice is shared out as the admissions are', () => {
  const choices: readonly (readonly [string, string, Readonly<Record<string, readonly string[]>>])[] = [
    [
      'main_substance',
      'SUB1',
      {
        alcohol: ['2'],
        opioids: ['5', '6', '7'],
        sedatives: ['13', '14', '15', '16'],
        stimulants: ['3', '10', '11', '12'],
        cannabis: ['4'],
        other: ['8', '9', '17', '18', '19'],
      },
    ],
    ['housing', 'LIVARAG', { none: ['1'], temporary: ['2'], stable: ['3'] }],
    ['injecting', 'IDU', { yes: ['1'], no: ['0'] }],
  ];
  for (const [id, variable, answers] of choices) {
    const whole = admissions(variable, ...Object.values(answers).flat());
    for (const [answer, codes] of Object.entries(answers))
      near(share(id, answer), admissions(variable, ...codes) / whole);
  }
});

test('ages and days are the bands of the admissions', () => {
  const ages = sharesOf('age');
  const codes = Array.from({ length: 12 }, (_, place) => String(place + 1));
  const whole = admissions('AGE', ...codes);
  if (ages.kind !== 'number') throw new Error('an age is a number');
  expect(ages.ranges.map(({ from }) => from)).toEqual([12, 15, 18, 21, 25, 30, 35, 40, 45, 50, 55, 65]);
  for (const [place, { parts }] of ages.ranges.entries())
    near(parts / WHOLE, admissions('AGE', codes[place] ?? '') / whole);
  const days = sharesOf('alcohol_days');
  if (days.kind !== 'number') throw new Error('days are a number');
  const use = ['1', '2', '3'].map((code) =>
    ['FREQ1', 'FREQ2', 'FREQ3'].reduce((sum, one) => sum + admissions(one, code), 0),
  );
  const all = use.reduce((sum, one) => sum + one, 0);
  for (const [place, { parts }] of days.ranges.entries()) near(parts / WHOLE, (use[place] ?? 0) / all);
});

test('substances are named as often as at admission', () => {
  near(share('substances', 'alcohol'), flagged('ALCFLG'));
  near(share('substances', 'sedatives'), flagged('BENZFLG', 'TRNQFLG', 'BARBFLG', 'SEDHPFLG'));
  near(share('substances', 'cocaine'), flagged('COKEFLG'));
  near(share('substances', 'methamphetamine'), flagged('MTHAMFLG', 'AMPHFLG', 'STIMFLG'));
  near(share('substances', 'cannabis'), flagged('MARFLG'));
  near(share('substances', 'other'), flagged('PCPFLG', 'HALLFLG', 'INHFLG', 'OTCFLG', 'OTHERFLG'));
  expect(share('substances', 'opioids')).toBeGreaterThan(admissions('SUB1', '5', '6', '7') / reported);
  expect(share('substances', 'opioids')).toBeLessThan(flagged('HERFLG', 'METHFLG', 'OPSYNFLG'));
});

test('groups that are counted as one are divided, not changed', () => {
  const insured = admissions('HLTHINS', '1', '2', '3', '4');
  near(share('payment', 'private'), admissions('HLTHINS', '1') / insured);
  near(share('payment', 'medicaid'), admissions('HLTHINS', '2') / insured);
  near(share('payment', 'medicare') + share('payment', 'military'), admissions('HLTHINS', '3') / insured);
  near(share('payment', 'self-pay') + share('payment', 'no-cover'), admissions('HLTHINS', '4') / insured);
  near(1 - share('mental_health', 'none'), admissions('PSYPROB', '1') / admissions('PSYPROB', '1', '2'));
  const women = admissions('GENDER', '2') / admissions('GENDER', '1', '2');
  near(share('pregnancy', 'pregnant'), (admissions('PREG', '1') / admissions('PREG', '1', '2')) * women);
  const sent = admissions('PSOURCE', '5', '7') / admissions('PSOURCE', '1', '2', '3', '4', '5', '6', '7');
  near(share('readiness', 'sent'), sent);
});

test('states are those of the admissions', () => {
  const state = content.questionnaire.questions.find(({ id }) => id === 'state');
  const lines = readFileSync(`${FIXTURES}teds-a/codebook-frequencies.csv`, 'utf8').split('\n');
  const counts = new Map(
    lines.flatMap((line) => {
      const [, label = '', count] = /^2021,STFIPS,[^,]*,\d+,([^,]+),(\d+),/.exec(line) ?? [];
      return count === undefined ? [] : [[label, Number(count)] as const];
    }),
  );
  const whole = [...counts.values()].reduce((sum, one) => sum + one, 0);
  expect(counts.size).toBe(48);
  for (const { id, label } of state?.options ?? []) {
    const name = inLanguage(label, 'en');
    near(share('state', id), (counts.get(name) ?? 0) / whole);
  }
});

test('whatever is not counted says that it is assumed', () => {
  const sourced = document.value.questions.filter(({ source }) => source !== undefined).map(({ id }) => id);
  expect(sourced).toEqual([
    'age',
    'state',
    'substances',
    'main_substance',
    'alcohol_days',
    'injecting',
    'pregnancy',
    'mental_health',
    'housing',
    'payment',
    'readiness',
  ]);
});
