/** HSDS 3 as a data package of tables: brought together as `service_full` has them, and read like that. */

import type { FoundRecords } from './found.ts';
import { hsdsTerm, serviceRecords } from './hsds-service.ts';
import { isMap, type JsonMap, mapsAt, textAt } from './json-parts.ts';
import type { Reading } from './read-terms.ts';
import { rowMaps, type SourceTable } from './source-table.ts';

/** A table of a package: its name in the specification, and where it lies. */
export interface PackagedTable {
  readonly name: string;
  readonly path: string;
}

/** The tables of which something is read. */
const READ = [
  'organization',
  'service',
  'service_at_location',
  'location',
  'address',
  'phone',
  'language',
  'attribute',
  'taxonomy_term',
  'cost_option',
] as const;
type TableName = (typeof READ)[number];

/** The tables of a data package that are read; undefined where the value is no description of one. */
export function packagedTables(value: unknown): readonly PackagedTable[] | undefined {
  const resources = isMap(value) ? mapsAt(value, 'resources') : [];
  const tables = resources.flatMap((resource) => {
    const [name, path] = [textAt(resource, 'name'), textAt(resource, 'path')];
    return name === undefined || path === undefined ? [] : [{ name, path }];
  });
  if (!tables.some(({ name }) => name === 'service')) return undefined;
  return tables.filter(({ name }) => READ.some((one) => one === name));
}

/** The records of a package, by the names of its tables. A row that cannot be read of the services is reported, as one of them. */
export function hsdsTables(tables: ReadonlyMap<string, SourceTable>, reading: Reading = hsdsTerm): FoundRecords {
  const indexed = indexTables(tables);
  const services = tables.get('service')?.rows ?? [];
  const maps = rowMaps(tables.get('service') ?? { names: [], rows: [] });
  let read = 0;
  const records = services.flatMap((row) => {
    if (row.kind === 'unreadable') return [{ ...row, kind: 'reported' as const, code: 'record-unreadable' as const }];
    const service = maps[read++] ?? {};
    return serviceRecords(nested(service, indexed), `services.csv, ${row.where}`, reading);
  });
  return { records, unreadColumns: [] };
}

/** Rows by what they belong to. */
type Index = (table: TableName, key: string, value: string | undefined) => readonly JsonMap[];

function indexTables(tables: ReadonlyMap<string, SourceTable>): Index {
  const maps = new Map<string, readonly JsonMap[]>();
  const indexes = new Map<string, Map<string, JsonMap[]>>();
  const indexOf = (table: TableName, key: string): Map<string, JsonMap[]> => {
    const name = `${table} ${key}`;
    const known = indexes.get(name);
    if (known !== undefined) return known;
    const rows = maps.get(table) ?? rowMaps(tables.get(table) ?? { names: [], rows: [] });
    maps.set(table, rows);
    const index = new Map<string, JsonMap[]>();
    for (const row of rows) {
      const owner = textAt(row, key) ?? '';
      index.set(owner, [...(index.get(owner) ?? []), row]);
    }
    indexes.set(name, index);
    return index;
  };
  return (table, key, value) => (value === undefined ? [] : (indexOf(table, key).get(value) ?? []));
}

function nested(service: JsonMap, find: Index): JsonMap {
  const id = textAt(service, 'id');
  const places = find('service_at_location', 'service_id', id);
  return {
    ...service,
    organization: ownerOf(find('organization', 'id', textAt(service, 'organization_id'))[0], 'organization_id', find),
    phones: find('phone', 'service_id', id),
    languages: find('language', 'service_id', id),
    attributes: attributesOf(id, find),
    cost_options: find('cost_option', 'service_id', id),
    service_at_locations: places.map((place) => ({
      ...place,
      phones: find('phone', 'service_at_location_id', textAt(place, 'id')),
      attributes: attributesOf(textAt(place, 'id'), find),
      location: locationOf(textAt(place, 'location_id'), find),
    })),
  };
}

function locationOf(id: string | undefined, find: Index): JsonMap {
  const [location] = find('location', 'id', id);
  return {
    ...ownerOf(location, 'location_id', find),
    addresses: find('address', 'location_id', id),
    languages: find('language', 'location_id', id),
    attributes: attributesOf(id, find),
  };
}

function ownerOf(owner: JsonMap | undefined, key: string, find: Index): JsonMap {
  return owner === undefined ? {} : { ...owner, phones: find('phone', key, textAt(owner, 'id')) };
}

/** An attribute names what it belongs to, and its term. */
function attributesOf(id: string | undefined, find: Index): readonly JsonMap[] {
  return find('attribute', 'link_id', id).map((attribute) => ({
    ...attribute,
    taxonomy_term: find('taxonomy_term', 'id', textAt(attribute, 'taxonomy_term_id'))[0],
  }));
}
