/** A service of HSDS 3 with everything that belongs to it, nested as `service_full` has it → one record for each place where it is given. */

import type { GivesSource } from '../mapping-schema.ts';
import type { GivenPhone } from '../phone.ts';
import type { FoundProgram, FoundRecord, Unmapped } from './found.ts';
import { joinedGives } from './gives.ts';
import { HSDS_TERMS } from './hsds-terms.ts';
import { dayOfText, isMap, type JsonMap, mapAt, mapsAt, numberOfText, textAt } from './json-parts.ts';
import { languageCode } from './languages.ts';
import { wholeYears } from './mapped-table.ts';
import { folded, type GivenTerm, type Reading, readTerms } from './read-terms.ts';

/** What a term of a taxonomy says, by its name or its code. */
export function hsdsTerm({ value }: GivenTerm): GivesSource | undefined {
  return BY_NAME.get(folded(value));
}

const BY_NAME: ReadonlyMap<string, GivesSource> = new Map(
  HSDS_TERMS.flatMap(({ says, gives }) => says.map((words) => [folded(words), gives] as const)),
);

/** The records of one service; `where` is its place in the source. */
export function serviceRecords(service: unknown, where: string, reading: Reading): readonly FoundRecord[] {
  if (!isMap(service))
    return [{ kind: 'reported', where, code: 'record-unreadable', message: 'it is no map of fields' }];
  const places = mapsAt(service, 'service_at_locations');
  const all = places.length === 0 ? [{}] : places;
  return all.map((place, index) => {
    const here = all.length === 1 ? where : `${where}, location ${index + 1}`;
    const status = textAt(service, 'status');
    if (status !== undefined && status !== 'active')
      return {
        kind: 'reported',
        where: here,
        code: 'record-left-out',
        message: 'the source says that it is not active',
      };
    return foundProgram(service, place, { where: here, reading });
  });
}

interface Scope {
  readonly where: string;
  readonly reading: Reading;
}

function foundProgram(service: JsonMap, place: JsonMap, { where, reading }: Scope): FoundProgram {
  const location = mapAt(place, 'location');
  const organization = mapAt(service, 'organization');
  const address = addressOf(location);
  const { gives, unmapped } = readTerms(termsOf(service, place, location), reading);
  const own = ownGives(service, location);
  return {
    kind: 'program',
    where,
    record: recordOf(service, place, location),
    name: textAt(service, 'name'),
    organization: textAt(organization, 'name'),
    address:
      [textAt(address, 'address_1'), textAt(address, 'address_2')].filter((one) => one !== undefined).join(', ') ||
      undefined,
    city: textAt(address, 'city'),
    county: textAt(address, 'region'),
    state: textAt(address, 'state_province'),
    postalCode: textAt(address, 'postal_code'),
    latitude: textAt(location, 'latitude'),
    longitude: textAt(location, 'longitude'),
    website: textAt(service, 'url') ?? textAt(organization, 'website'),
    phones: [place, location, service, organization].flatMap(phonesOf),
    gives: joinedGives([...gives, ...own.gives]),
    verifiedOn: dayOfText(textAt(service, 'assured_date')) ?? dayOfText(textAt(service, 'last_modified')),
    unmapped: [...unmapped, ...own.unmapped],
  };
}

/** The id of "service at location" where there is one; else that of the service, with that of its place. */
function recordOf(service: JsonMap, place: JsonMap, location: JsonMap): string | undefined {
  const own = textAt(place, 'id');
  if (own !== undefined) return own;
  const [id, at] = [textAt(service, 'id'), textAt(location, 'id') ?? textAt(place, 'location_id')];
  return id === undefined || at === undefined ? id : `${id} at ${at}`;
}

/** Where somebody goes; a postal address only where there is no other. */
function addressOf(location: JsonMap): JsonMap {
  const all = mapsAt(location, 'addresses');
  return all.find((one) => textAt(one, 'address_type') === 'physical') ?? all[0] ?? {};
}

/** Fax and modem lines are no numbers to call. */
const CALLED = ['voice', 'cell', 'hotline', 'text', 'textphone', 'tty', 'sms'];

function phonesOf(owner: JsonMap): readonly GivenPhone[] {
  return mapsAt(owner, 'phones').flatMap((phone) => {
    const text = textAt(phone, 'number')?.replace(/^"(.*)"$/, '$1');
    const type = textAt(phone, 'type')?.toLowerCase();
    if (text === undefined || text === '' || (type !== undefined && !CALLED.includes(type))) return [];
    const use = textAt(phone, 'description');
    return [{ text, extension: textAt(phone, 'extension'), for: use }];
  });
}

/** Terms stand at the service, at its place and at the location; each is read by its name, then by its code. */
function termsOf(...owners: readonly JsonMap[]): readonly GivenTerm[] {
  return owners
    .flatMap((owner) => mapsAt(owner, 'attributes'))
    .flatMap((attribute) => {
      const term = mapAt(attribute, 'taxonomy_term');
      const code = textAt(term, 'code');
      const value = textAt(term, 'name') ?? code;
      return value === undefined ? [] : [{ field: textAt(term, 'taxonomy') ?? 'taxonomy', value, code }];
    });
}

/** What fields of the service itself say. */
function ownGives(
  service: JsonMap,
  location: JsonMap,
): { readonly gives: readonly GivesSource[]; readonly unmapped: readonly Unmapped[] } {
  const unmapped: Unmapped[] = [];
  const spoken = [service, location]
    .flatMap((owner) => mapsAt(owner, 'languages'))
    .flatMap((language) => {
      const value = textAt(language, 'code') ?? textAt(language, 'name');
      if (value === undefined) return [];
      const code = languageCode(value) ?? languageCode(textAt(language, 'name') ?? '');
      if (code === undefined) unmapped.push({ field: 'language', value });
      return code ?? [];
    });
  const gives: GivesSource[] = [
    ...(spoken.length === 0 ? [] : [{ languages: spoken }]),
    ...(namesInterpreters(service) ? [{ interpreter: true }] : []),
    ...(mapsAt(service, 'cost_options').some(({ amount }) => numberOfText(amount) === 0)
      ? [{ payments: ['no-cost' as const] }]
      : []),
    ...agesOf(service, unmapped),
  ];
  if (textAt(service, 'licenses') !== undefined) unmapped.push({ field: 'licenses', value: 'a text' });
  return { gives, unmapped };
}

/** The field describes what there is; some write into it that there is nothing. */
function namesInterpreters(service: JsonMap): boolean {
  const text = textAt(service, 'interpretation_services');
  return text !== undefined && !/^(?:no|none|not|n\/a|unavailable)\b/i.test(text);
}

function agesOf(service: JsonMap, unmapped: Unmapped[]): readonly GivesSource[] {
  const bound = (key: string): number | undefined => {
    const text = textAt(service, key);
    const years = wholeYears(text);
    if (text !== undefined && years === undefined) unmapped.push({ field: key, value: text });
    return years;
  };
  const [from, to] = [bound('minimum_age'), bound('maximum_age')];
  if (from === undefined && to === undefined) return [];
  return [{ ages: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } }];
}
