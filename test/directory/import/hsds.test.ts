import { expect, test } from 'vitest';
import type { SourceContent } from '../../../src/directory/import/importers.ts';
import type { DirectoryMappingSource } from '../../../src/directory/mapping-schema.ts';
import { contentOf, imported, jsonOf } from './read-files.ts';

const tables = await contentOf('hsds-3/datapackage.json');
const json = await contentOf('hsds-3/service_full.json');

/** The example has one term, whose name is `name`; a mapping may say what it means. */
const MAPPING: DirectoryMappingSource = {
  format: 'intakeline/directory-mapping/1',
  id: 'example',
  title: 'The example of HSDS',
  directory: 'example',
  source: 'the example of HSDS 3 (CC BY-SA 4.0)',
  stale_after_days: 180,
  terms: { name: { levels: ['outpatient'] } },
};

/** In the tables of the example the term belongs to something that is not there: here to the service, as in its JSON. */
function linked(): SourceContent {
  if (tables.kind !== 'package') throw new Error('no data package');
  const attributes = tables.tables.get('attribute') ?? { names: [], rows: [] };
  const service = 'ac148810-d857-441c-9679-408f346de14b';
  const rows = attributes.rows.map((row) =>
    row.kind === 'row'
      ? { ...row, cells: row.cells.map((cell, index) => (attributes.names[index] === 'link_id' ? service : cell)) }
      : row,
  );
  return { kind: 'package', tables: new Map([...tables.tables, ['attribute', { ...attributes, rows }]]) };
}

test.each([
  ['the data package', tables],
  ['the whole service', json],
])('%s of the example says nothing of a level, and is reported', (_, content) => {
  const { directory, reported } = imported(content);
  expect(directory.imports?.[0]).toMatchObject({ importer: 'hsds-3', read: 1, imported: 0, reported: 1 });
  expect(reported.map(({ code }) => code)).toEqual(['record-without-level']);
});

test('with a mapping of its term both forms of the example give the same program', () => {
  const [fromJson] = imported(json, MAPPING).directory.programs;
  expect(fromJson).toMatchObject({
    name: 'Community Counselling',
    organization: 'Example Organization Inc.',
    levels: ['outpatient'],
    languages: ['ur'],
    interpreter: true,
    ages: { from: 12, to: 100 },
    address: '1-30 Main Street, MyVillage',
    city: 'MyCity',
    postal_code: 'ABC 1234',
    phones: [{ number: '+44 1234 234567 ext. 100', doubtful: 'it is not a number of the United States' }],
    verified_on: '2005-01-01',
  });
  expect(imported(linked(), MAPPING).directory.programs).toEqual([fromJson]);
});

test('a state and a place that are none are said', () => {
  const { unmapped } = imported(json, MAPPING).directory.imports?.[0] ?? {};
  expect(unmapped).toContainEqual({ field: 'state', value: 'MyState', records: 1 });
  expect(unmapped).toContainEqual({ field: 'place', value: '100, 101', records: 1 });
});

test('a list of services and a page of one are read alike', () => {
  const service = jsonOf('hsds-3/service_full.json');
  const page = { total_items: 1, total_pages: 1, page_number: 1, size: 1, contents: [service] };
  const programs = (value: unknown) => imported({ kind: 'json', value }, MAPPING).directory.programs;
  expect(programs(page)).toEqual(programs([service]));
  expect(programs(page)).toHaveLength(1);
});

test('a service is one program at each of its places, and none where it is not active', () => {
  const service = {
    id: 's1',
    name: 'Evening program',
    status: 'active',
    attributes: [{ taxonomy_term: { name: 'Intensive outpatient program' } }],
    phones: [
      { number: '510-450-1190', type: 'voice' },
      { number: '510-450-1191', type: 'fax' },
    ],
    service_at_locations: ['Oakland', 'Fresno'].map((city, index) => ({
      id: `at-${index}`,
      location: { addresses: [{ city, state_province: 'California', address_type: 'physical' }] },
    })),
  };
  const made = imported({ kind: 'json', value: [service] });
  expect(made.directory.programs.map(({ id, city, states, levels }) => [id, city, states, levels])).toEqual([
    ['at-0', 'Oakland', ['CA'], ['iop']],
    ['at-1', 'Fresno', ['CA'], ['iop']],
  ]);
  expect(made.directory.programs[0]?.phones).toEqual([{ number: '(510) 450-1190' }]);
  const closed = imported({ kind: 'json', value: [{ ...service, status: 'defunct' }] });
  expect(closed.reported.map(({ code }) => code)).toEqual(['record-left-out', 'record-left-out']);
});
