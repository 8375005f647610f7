/** A table and a mapping → records. */

import type { DirectoryMappingSource, GivesSource } from '../mapping-schema.ts';
import type { ProgramSource } from '../schema.ts';
import type { FoundRecord, FoundRecords, Unmapped } from './found.ts';
import { joinedGives } from './gives.ts';
import { dayOfText, numberOfText, textAt, textIn } from './json-parts.ts';
import type { SourceTable } from './source-table.ts';

type Fields = NonNullable<DirectoryMappingSource['fields']>;
type Row = Readonly<Record<string, string>>;
type Tests = NonNullable<DirectoryMappingSource['take']>;

/** Every column that a mapping reads or leaves out on purpose. */
function namedColumns(mapping: DirectoryMappingSource): ReadonlySet<string> {
  const { fields, take, license = [], columns = {}, cases = [], unread = [] } = mapping;
  const { phones = [], ...others } = fields ?? {};
  return new Set([
    ...Object.values(others).flatMap((columns) => columns ?? []),
    ...phones.flatMap(({ column, extension }) => [column, ...(extension === undefined ? [] : [extension])]),
    ...Object.keys(take ?? {}),
    ...license.flatMap(({ number, expires, when }) => [number, expires, ...Object.keys(when ?? {})]),
    ...Object.keys(columns),
    ...cases.flatMap(({ when }) => Object.keys(when)),
    ...unread,
  ]);
}

/** Columns that a mapping needs and a table has not. */
export function absentColumns(mapping: DirectoryMappingSource, names: readonly string[]): readonly string[] {
  const { unread = [] } = mapping;
  return [...namedColumns(mapping)].filter((name) => !names.includes(name) && !unread.includes(name));
}

/** Reads every row. Invariant: the mapping has `fields`, and the table has its columns. */
export function mappedRecords(
  table: SourceTable,
  mapping: DirectoryMappingSource & { readonly fields: Fields },
): FoundRecords {
  const named = namedColumns(mapping);
  const records = table.rows.map((row): FoundRecord => {
    if (row.kind === 'unreadable') return { ...row, kind: 'reported', code: 'record-unreadable' };
    const cells = Object.fromEntries(table.names.map((name, index) => [name, row.cells[index] ?? '']));
    if (!holds(mapping.take ?? {}, cells))
      return { kind: 'reported', where: row.where, code: 'record-left-out', message: 'the mapping does not take it' };
    return foundProgram(row.where, cells, mapping);
  });
  return { records, unreadColumns: table.names.filter((name) => !named.has(name)) };
}

function foundProgram(
  where: string,
  row: Row,
  mapping: DirectoryMappingSource & { readonly fields: Fields },
): FoundRecord {
  const { fields } = mapping;
  const one = (column: string | undefined): string | undefined =>
    column === undefined ? undefined : textAt(row, column);
  const texts = (columns: string | readonly string[] | undefined): readonly string[] =>
    [columns ?? []].flat().flatMap((column) => one(column) ?? []);
  const license = licenseOf(row, mapping);
  const coded = codedGives(row, mapping);
  const ages = agesOf(row, fields);
  return {
    kind: 'program',
    where,
    record: one(fields.record),
    name: texts(fields.name)[0],
    organization: texts(fields.organization)[0],
    address: texts(fields.address).join(', ') || undefined,
    city: one(fields.city),
    county: one(fields.county),
    state: one(fields.state),
    postalCode: one(fields.postal_code),
    latitude: one(fields.latitude),
    longitude: one(fields.longitude),
    website: one(fields.website),
    beds: one(fields.beds),
    license: license.license,
    phones: fields.phones.flatMap(({ column, extension, for: use }) => {
      const text = one(column);
      return text === undefined ? [] : [{ text, extension: one(extension), for: use }];
    }),
    gives: joinedGives([mapping.always ?? {}, ...coded.gives, ...ages]),
    verifiedOn: dayOfText(one(fields.verified_on)),
    unmapped: [...license.unmapped, ...coded.unmapped],
  };
}

function codedGives(row: Row, { columns = {}, cases = [] }: DirectoryMappingSource) {
  const gives: GivesSource[] = [];
  const unmapped: Unmapped[] = [];
  for (const [field, codes] of Object.entries(columns)) {
    const value = textAt(row, field);
    if (value === undefined) continue;
    const given = Object.hasOwn(codes, value) ? codes[value] : undefined;
    if (given === undefined) unmapped.push({ field, value });
    else gives.push(given);
  }
  gives.push(...cases.filter(({ when }) => holds(when, row)).map((one) => one.gives));
  return { gives, unmapped };
}

function agesOf(row: Row, { youngest, oldest }: Fields): readonly GivesSource[] {
  const from = youngest === undefined ? undefined : wholeYears(row[youngest]);
  const to = oldest === undefined ? undefined : wholeYears(row[oldest]);
  if (from === undefined && to === undefined) return [];
  return [{ ages: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } }];
}

/** An age that somebody can have, in years. */
export function wholeYears(value: unknown): number | undefined {
  const years = numberOfText(value);
  return years !== undefined && Number.isInteger(years) && years >= 0 && years <= 120 ? years : undefined;
}

/** The first license whose tests hold; one without a day that can be read is no license to go by. */
function licenseOf(
  row: Row,
  { license = [] }: DirectoryMappingSource,
): { readonly license: ProgramSource['license']; readonly unmapped: readonly Unmapped[] } {
  const held = license.find(({ when }) => holds(when ?? {}, row));
  const number = held && textIn(row[held.number]);
  const written = held && textIn(row[held.expires]);
  if (held === undefined || number === undefined || written === undefined) return { license: undefined, unmapped: [] };
  const expires = dayOfText(written);
  if (expires === undefined) return { license: undefined, unmapped: [{ field: held.expires, value: written }] };
  return { license: { number, authority: held.authority, expires }, unmapped: [] };
}

function holds(tests: Tests, row: Row): boolean {
  return Object.entries(tests).every(([column, values]) => values.includes((row[column] ?? '').trim()));
}
