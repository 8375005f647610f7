import { expect, test } from 'vitest';
import { FINDTREATMENT_TERMS } from '../../../src/directory/import/findtreatment-terms.ts';
import { HEADING, imported, jsonOf, programOf } from './read-files.ts';

const listing = jsonOf('findtreatment.json');
const result = imported({ kind: 'json', value: listing });

/** A facility with the terms that are given, by category. */
function facility(terms: Readonly<Record<string, string>>, others: object = {}) {
  const services = Object.entries(terms).map(([f2, f3]) => ({ f1: f2, f2, f3 }));
  const row = { frid: 'a1', name1: 'Harbor House', name2: '', phone: '510-450-1190', services, ...others };
  return imported({ kind: 'json', value: { rows: [row] } });
}
const SUBSTANCE = { TC: 'Substance use treatment' };

test('every row of a listing becomes a program or is reported', () => {
  expect(result.directory.imports?.[0]).toMatchObject({ importer: 'findtreatment', read: 8, imported: 8, reported: 0 });
});

test('the first facility of the listing, by hand', () => {
  const record = '811a908f82269778a2fe2a8bc603afa08df868f3e2fa56aa62e214d03997dea1';
  expect(programOf(result, record)).toMatchObject({
    name: 'Region Ten Community Services Board, Mohr Center',
    levels: ['residential'],
    supports: ['medication-continuity', 'aftercare-plan', 'peer-support', 'family-therapy'],
    payments: ['medicaid', 'private', 'self-pay', 'sliding-scale'],
    serves: 'men',
    ages: { from: 18 },
    states: ['VA'],
    phones: [{ number: '(434) 979-8871' }, { number: '(434) 972-1800', for: 'intake' }],
  });
});

test.each([
  ['Outpatient', [], ['outpatient']],
  ['Outpatient; Intensive outpatient treatment', ['iop'], ['outpatient']],
  ['Outpatient; Regular outpatient treatment; Intensive outpatient treatment', ['outpatient', 'iop'], undefined],
  ['Residential/24-hour residential; Short-term residential', ['residential'], undefined],
  ['Residential', [], ['residential']],
  ['Hospital inpatient/24-hour hospital inpatient; Hospital inpatient treatment', ['inpatient'], undefined],
  ['Partial hospitalization/day treatment', ['php'], undefined],
])('settings: %s', (SET, levels, asked) => {
  const [program] = facility({ ...SUBSTANCE, SET }).directory.programs;
  expect([program?.levels, program?.may_offer]).toEqual([levels, asked]);
});

test('only the detox of a hospital is medical round the clock', () => {
  const steps = (SET: string) => facility({ ...SUBSTANCE, SET }).directory.programs[0]?.first_steps;
  expect(steps('Residential detoxification')).toEqual(['withdrawal-management']);
  expect(steps('Outpatient detoxification')).toEqual(['withdrawal-management']);
  expect(steps('Hospital inpatient detoxification')).toEqual(['withdrawal-management', 'withdrawal-management-24h']);
});

test('where only mental health is treated no level is claimed', () => {
  const [program] = facility({ TC: 'Mental health treatment', SET: 'Partial hospitalization/day treatment' }).directory
    .programs;
  expect(program).toMatchObject({ levels: [], may_offer: ['php'], supports: ['mental-health-track'] });
});

test('groups are what the source calls them', () => {
  const words = 'Lesbian, gay, bisexual, or transgender (LGBT) clients';
  const SG = `Pregnant/postpartum women; ${words}; Adult men`;
  const [program] = facility({ ...SUBSTANCE, SET: 'Outpatient', SG, GN: 'Male; Female' }).directory.programs;
  expect(program).toMatchObject({ pregnant: true, serves: 'everyone' });
  expect(program?.affirming?.note).toContain(words);
});

test('ages join, and a bound that is not said stays open', () => {
  const ages = (AGE: string) => facility({ ...SUBSTANCE, SET: 'Outpatient', AGE }).directory.programs[0]?.ages;
  expect(ages('Young adults; Adults')).toEqual({ from: 18 });
  expect(ages('Young adults')).toEqual({ from: 18, to: 25 });
  expect(ages('Children/adolescents')).toEqual({ to: 17 });
  expect(ages('Children/adolescents; Adults')).toBeUndefined();
});

test('medicines: who prescribes begins, who only uses goes on, who uses none has none', () => {
  const made = (OT: string) => facility({ ...SUBSTANCE, SET: 'Outpatient', OT }).directory.programs[0];
  expect(made('Prescribes/administers buprenorphine')).toMatchObject({
    medicines: ['buprenorphine'],
    first_steps: ['opioid-medication-start', 'medication-review'],
  });
  expect(made('Methadone used in Treatment')).toMatchObject({ medicines: ['methadone'] });
  expect(made('Methadone used in Treatment')?.first_steps).toBeUndefined();
  expect(made('Do not use medication for opioid addiction')?.medicines).toEqual([]);
});

test('a term that nobody knows is counted, never guessed', () => {
  const made = facility({ ...SUBSTANCE, SET: 'Outpatient; Floating outpatient treatment' });
  expect(made.directory.imports?.[0]?.unmapped).toEqual([
    { field: 'SET', value: 'Floating outpatient treatment', records: 1 },
  ]);
  expect(made.directory.programs[0]?.levels).toEqual([]);
});

test('no wording stands for two terms of a category, and no code for two terms', () => {
  const wordings = FINDTREATMENT_TERMS.flatMap(({ of, says }) => says.map((words) => `${of} ${words}`));
  expect(new Set(wordings).size).toBe(wordings.length);
  const codes = FINDTREATMENT_TERMS.flatMap(({ code }) => code ?? []);
  expect(new Set(codes).size).toBe(codes.length);
});

test('a table with one column for each code says the same as the listing', () => {
  const names = ['name1', 'name2', 'street1', 'city', 'state', 'zip', 'phone', 'sa', 'op', 'oit', 'md', 'pw', 'zz'];
  const cells = [
    'Harbor House',
    '',
    '1 Main Street',
    'Oakland',
    'CA',
    '94609',
    '510-450-1190',
    '1',
    '1',
    '1',
    '1',
    '',
    '1',
  ];
  const made = imported({ kind: 'table', table: { names, rows: [{ kind: 'row', where: 'line 2', cells }] } });
  expect(made.directory.programs[0]).toMatchObject({
    levels: ['iop'],
    may_offer: ['outpatient'],
    payments: ['medicaid'],
  });
  expect(made.directory.programs[0]?.pregnant).toBeUndefined();
  expect(made.unreadColumns).toEqual(['zz']);
});

test('the day that somebody names stands in for one that the rows lack', () => {
  const dated = imported({ kind: 'json', value: listing }, undefined, { ...HEADING, verifiedOn: '2026-10-01' });
  expect(dated.dated).toEqual({ record: 0, named: 8, import: 0 });
  expect(new Set(dated.directory.programs.map(({ verified_on }) => verified_on))).toEqual(new Set(['2026-10-01']));
});
