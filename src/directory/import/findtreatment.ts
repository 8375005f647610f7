/** FindTreatment.gov: rows of its listing as JSON, and the same facilities as a table with one column for each service code. */

import type { GivesSource } from '../mapping-schema.ts';
import type { GivenPhone } from '../phone.ts';
import { FINDTREATMENT_TERMS, SUBSTANCE_USE } from './findtreatment-terms.ts';
import type { FoundProgram, FoundRecord, FoundRecords } from './found.ts';
import { joinedGives } from './gives.ts';
import { isMap, type JsonMap, mapsAt, textAt } from './json-parts.ts';
import { languageCode } from './languages.ts';
import { folded, type GivenTerm, type Reading, readTerms } from './read-terms.ts';
import type { SourceTable } from './source-table.ts';

/** Whether a value looks like a listing of FindTreatment.gov. */
export function isFindTreatment(value: unknown): boolean {
  const [first] = isMap(value) ? mapsAt(value, 'rows') : [];
  return first !== undefined && Object.hasOwn(first, 'name1') && Object.hasOwn(first, 'services');
}

/** The records of a listing, or of a page of it. */
export function findTreatmentRows(value: unknown, reading: Reading = findTreatmentTerm): FoundRecords {
  const rows: readonly unknown[] = listIn(value);
  const records = rows.map((row, index) => foundRow(row, `row ${index + 1}`, reading));
  return { records, unreadColumns: [] };
}

function listIn(value: unknown): readonly unknown[] {
  if (!isMap(value)) return [];
  const { rows } = value;
  return Array.isArray(rows) ? rows : [];
}

function foundRow(row: unknown, where: string, reading: Reading): FoundRecord {
  if (!isMap(row)) return { kind: 'reported', where, code: 'record-unreadable', message: 'it is no map of fields' };
  const terms = mapsAt(row, 'services').flatMap(termsOf);
  return foundProgram(row, { where, terms, reading });
}

/** One service holds all terms of a category, with `; ` between them. */
function termsOf(service: JsonMap): readonly GivenTerm[] {
  const field = textAt(service, 'f2') ?? 'services';
  const values = (textAt(service, 'f3') ?? '').split(';').map((term) => term.trim());
  return values.filter((value) => value !== '').map((value) => ({ field, value }));
}

/** Columns of a table of facilities that are no service codes. */
const OWN_COLUMNS = [
  'frid',
  'name1',
  'name2',
  'street1',
  'street2',
  'city',
  'state',
  'zip',
  'county',
  'phone',
  'website',
];
const OTHER_COLUMNS = [
  'latitude',
  'longitude',
  'intake1',
  'intake2',
  'hotline1',
  'hotline2',
  'miles',
  'type_facility',
  '_irow',
];

/** Whether the columns are those of a table of FindTreatment.gov. */
export function isFindTreatmentTable(names: readonly string[]): boolean {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return ['name1', 'street1', 'city', 'state', 'zip', 'phone'].every((name) => known.has(name)) && known.has('op');
}

/** The records of a table: a code's column holds `1` where the facility has the service. */
export function findTreatmentTable(table: SourceTable, reading: Reading = findTreatmentTerm): FoundRecords {
  const names = table.names.map((name) => name.toLowerCase());
  const codes = names.filter((name) => isServiceCode(name));
  const known = new Set([...OWN_COLUMNS, ...OTHER_COLUMNS, ...codes]);
  const records = table.rows.map((row): FoundRecord => {
    if (row.kind === 'unreadable') return { ...row, kind: 'reported', code: 'record-unreadable' };
    const fields = Object.fromEntries(names.map((name, index) => [name, row.cells[index] ?? '']));
    const terms = codes.filter((code) => fields[code] === '1').map((code) => ({ field: 'code', value: code }));
    return foundProgram(fields, { where: row.where, terms, reading });
  });
  return { records, unreadColumns: names.filter((name) => !known.has(name)) };
}

function isServiceCode(name: string): boolean {
  return BY_CODE.has(name) || CODE_OF_SUBSTANCE_USE.includes(name);
}

interface RowTerms {
  readonly where: string;
  readonly terms: readonly GivenTerm[];
  readonly reading: Reading;
}

function foundProgram(row: JsonMap, { where, terms, reading }: RowTerms): FoundProgram {
  const known = terms.filter((term) => !namesSubstanceUse(term));
  const { gives, unmapped } = readTerms(known, reading);
  const all = joinedGives([...gives, ...exclusive(terms)]);
  const names = [textAt(row, 'name1'), textAt(row, 'name2')].filter((name) => name !== undefined);
  return {
    kind: 'program',
    where,
    record: textAt(row, 'frid') ?? ownRecord(row),
    name: names.length === 0 ? undefined : names.join(', '),
    address: joined(row, ['street1', 'street2']),
    city: textAt(row, 'city'),
    county: textAt(row, 'county'),
    state: textAt(row, 'state'),
    postalCode: textAt(row, 'zip'),
    latitude: textAt(row, 'latitude'),
    longitude: textAt(row, 'longitude'),
    website: textAt(row, 'website'),
    phones: phonesOf(row),
    gives: terms.some(namesSubstanceUse) ? all : ofMentalHealth(all),
    unmapped,
  };
}

/** An export without numbers is known by name and place. */
function ownRecord(row: JsonMap): string | undefined {
  return joined(row, ['name1', 'name2', 'street1', 'zip']);
}

function joined(row: JsonMap, keys: readonly string[]): string | undefined {
  const parts = keys.map((key) => textAt(row, key)).filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

const PHONES = [
  ['phone', undefined],
  ['intake1', 'intake'],
  ['intake2', 'intake'],
  ['hotline1', 'hotline'],
  ['hotline2', 'hotline'],
] as const;

function phonesOf(row: JsonMap): readonly GivenPhone[] {
  return PHONES.flatMap(([key, use]) => {
    const text = textAt(row, key);
    return text === undefined ? [] : [{ text, for: use }];
  });
}

const CODE_OF_SUBSTANCE_USE = ['sa', 'tx'];

function namesSubstanceUse({ field, value }: GivenTerm): boolean {
  const names = field === 'code' ? CODE_OF_SUBSTANCE_USE : SUBSTANCE_USE;
  return (field === 'TC' || field === 'code') && names.includes(folded(value));
}

/** Somebody who uses substances must not be sent where only mental health is treated, so that its levels are to be asked about. */
function ofMentalHealth(gives: GivesSource): GivesSource {
  const levels = [...(gives.levels ?? []), ...(gives.may_offer ?? [])];
  const asked = [
    ...(gives.not_stated ?? []),
    'Whether it treats substance use: its source names mental health treatment only',
  ];
  const { levels: _claimed, ...others } = gives;
  return { ...others, may_offer: levels, not_stated: asked };
}

/** What a facility does for nobody else is said in its own words. */
function exclusive(terms: readonly GivenTerm[]): readonly GivesSource[] {
  return terms
    .filter(({ field }) => field === 'EXCL')
    .map(({ value }) => ({
      not_stated: [`Whether it takes other callers: its source lists "${value}" under exclusive services`],
    }));
}

const BY_WORDS: ReadonlyMap<string, GivesSource> = new Map(
  FINDTREATMENT_TERMS.flatMap(({ of, says, gives }) => says.map((words) => [`${of} ${folded(words)}`, gives] as const)),
);
const BY_CODE: ReadonlyMap<string, GivesSource> = new Map(
  FINDTREATMENT_TERMS.flatMap(({ code, gives }) => (code === undefined ? [] : [[code, gives] as const])),
);

/** What a term says; medicines are listed under either of two categories. */
export function findTreatmentTerm({ field, value }: GivenTerm): GivesSource | undefined {
  if (field === 'code') return BY_CODE.get(folded(value));
  if (field === 'OL') return spoken(value);
  if (field === 'EXCL') return {};
  return BY_WORDS.get(`${field === 'OM' ? 'OT' : field} ${folded(value)}`);
}

function spoken(value: string): GivesSource | undefined {
  const code = languageCode(value);
  return code === undefined ? undefined : { languages: [code] };
}
