/** One found record → a program as a directory says it. */

import { withoutForbiddenCharacters } from '../../documents/characters.ts';
import { writtenPhone } from '../phone.ts';
import type { ProgramSource } from '../schema.ts';
import { webAddress } from '../website.ts';
import type { FoundProgram, Unmapped } from './found.ts';
import { numberOfText } from './json-parts.ts';
import { stateLetters } from './states.ts';

/** What is known beside the record. */
export interface ProgramHeading {
  readonly programId: string;
  readonly name: string;
  readonly record: string;
  readonly source: string;
  readonly today: string;
  readonly verifiedOn: string | undefined;
}

/** The program, and the values of the record that are none of what they should be. */
export function programFrom(
  found: FoundProgram,
  heading: ProgramHeading,
): { readonly program: ProgramSource; readonly unmapped: readonly Unmapped[] } {
  const unmapped: Unmapped[] = [];
  const read = <T>(field: string, text: string | undefined, reader: (text: string) => T | undefined): T | undefined => {
    const value = text === undefined ? undefined : reader(text);
    if (text !== undefined && value === undefined) unmapped.push({ field, value: text });
    return value;
  };
  const state = read('state', found.state, stateLetters);
  const { levels, ...gives } = found.gives;
  const program: ProgramSource = {
    id: heading.programId,
    name: heading.name,
    organization: found.organization === found.name ? undefined : found.organization,
    levels: levels ?? [],
    ...gives,
    address: found.address,
    city: found.city,
    county: found.county,
    states: state === undefined ? undefined : [state],
    postal_code: found.postalCode,
    place: placeOf(found, unmapped),
    website: read('website', found.website, webAddress),
    phones: phonesOf(found),
    license: found.license,
    beds: read('beds', found.beds === '0' ? undefined : found.beds, wholeNumber),
    source: heading.source,
    record: heading.record,
    verified_on: found.verifiedOn ?? heading.verifiedOn ?? heading.today,
  };
  return { program: cleaned(program), unmapped };
}

/** The same number twice, such as that of a location and that of its organization, is written once. */
function phonesOf({ phones }: FoundProgram): ProgramSource['phones'] {
  const written = phones.map(writtenPhone);
  return written.filter(({ number }, index) => written.findIndex((one) => one.number === number) === index);
}

function wholeNumber(text: string): number | undefined {
  const value = numberOfText(text);
  return value !== undefined && Number.isInteger(value) && value > 0 ? value : undefined;
}

/** Both degrees, on the globe; 0, 0 in the Atlantic is what systems write for "not known". */
function placeOf({ latitude, longitude }: FoundProgram, unmapped: Unmapped[]): ProgramSource['place'] {
  if (latitude === undefined || longitude === undefined) return undefined;
  const [north, east] = [numberOfText(latitude), numberOfText(longitude)];
  const isThere = north !== undefined && east !== undefined && Math.abs(north) <= 90 && Math.abs(east) <= 180;
  if (isThere && (north !== 0 || east !== 0)) return { latitude: north, longitude: east };
  unmapped.push({ field: 'place', value: `${latitude}, ${longitude}` });
  return undefined;
}

/** Without keys that say nothing, and without what no file of ours may hold. */
function cleaned<T>(value: T): T;
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return withoutForbiddenCharacters(value);
  if (Array.isArray(value)) return value.map((one: unknown) => cleaned(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (part === undefined ? [] : [[key, cleaned(part)]])),
  );
}
