import { expect, test } from 'vitest';
import { californiaMapping, contentOf, imported, programOf } from './read-files.ts';

const content = await contentOf('california-dhcs.csv');
const result = imported(content, await californiaMapping());
const program = (record: string) => programOf(result, record);

test('the form is known by the columns that the mapping reads', async () => {
  expect(result.directory.imports?.[0]).toMatchObject({
    importer: 'california-dhcs',
    read: 24,
    imported: 22,
    reported: 2,
  });
  expect(result.unreadColumns).toEqual([]);
});

test('a licensed residence has its level, its license and its place; its detox is never medical round the clock', () => {
  expect(program('160001AP')).toMatchObject({
    id: '160001ap',
    name: 'NEW PERCEPTIONS NORTH',
    levels: ['residential'],
    first_steps: ['withdrawal-management'],
    serves: 'everyone',
    states: ['CA'],
    phones: [{ number: '(818) 741-8837' }],
    license: { number: '160001AP', authority: 'California Department of Health Care Services' },
    verified_on: '2026-11-22',
  });
  expect(result.directory.programs.flatMap(({ first_steps = [] }) => first_steps)).not.toContain(
    'withdrawal-management-24h',
  );
});

test('codes are text: 1.10 is not 1.1, which is not 1.11', () => {
  expect(program('010001BN').not_stated).not.toContain('Whether it takes adults, or youths only');
  expect(program('200007AN')).toMatchObject({ serves: 'men' });
  expect(program('200007AN').not_stated).toContain('Whether it takes adults, or youths only');
});

test.each([
  ['010072AN', { serves: 'men' }],
  ['010001AN', { serves: 'women' }],
  ['010003BN', { serves: 'women', children: true }],
  ['190081AN', { supports: ['dual-diagnosis-track'] }],
  ['070052BN', { serves: 'women', children: true, supports: ['dual-diagnosis-track'] }],
])('the population of %s', (record, gives) => {
  expect(program(record)).toMatchObject(gives);
});

test('outpatient services may be of any intensity, and their certification is no license of a residence', () => {
  expect(program('010001FN')).toMatchObject({ levels: [], may_offer: ['outpatient', 'iop', 'php'] });
  expect(program('010001FN').license?.authority).toContain('certification');
  expect(program('100112AP')).toMatchObject({ levels: [], may_offer: ['residential'] });
  expect(program('100112AP').license).toBeUndefined();
  expect(program('190007IN')).toMatchObject({ levels: [], may_offer: ['residential', 'inpatient'] });
});

test('what the list does not say stays unknown', () => {
  const { pregnant, payments, medicines, affirming, languages, availability, evenings } = program('010001BN');
  expect([pregnant, payments, medicines, affirming, languages, availability, evenings]).toEqual(
    Array(7).fill(undefined),
  );
  expect(program('010001FN').beds).toBeUndefined();
});

test('a record that cannot be called is reported with its line', () => {
  expect(result.reported.map(({ where, code }) => [where, code])).toEqual([
    ['line 19', 'record-without-phone'],
    ['line 20', 'record-without-phone'],
  ]);
});

test('an extension is kept, and a state that is none is said', () => {
  expect(program('010102BN').phones).toEqual([{ number: '(510) 923-9600 ext. 250' }]);
  const { unmapped } = result.directory.imports?.[0] ?? {};
  expect(unmapped).toEqual([{ field: 'state', value: 'C', records: 1 }]);
});

test('a second import gives the same ids, whatever the order', async () => {
  if (content.kind !== 'table') throw new Error('no table');
  const { names, rows } = content.table;
  const turned = { kind: 'table' as const, table: { names, rows: [...rows].reverse() } };
  const ids = (made: typeof result) => made.directory.programs.map(({ id }) => id).sort();
  expect(ids(imported(turned, await californiaMapping()))).toEqual(ids(result));
});
