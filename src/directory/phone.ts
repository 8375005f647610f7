/** A telephone number of an imported record: written in the usual way, and marked where something speaks against it. */

import { type PhoneNumber, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';
import type { ProgramSource } from './schema.ts';

/** A number as it stands in a source. */
export interface GivenPhone {
  readonly text: string;
  readonly extension?: string | undefined;
  readonly for?: string | undefined;
}

export type WrittenPhone = ProgramSource['phones'][number];

/** The United States with what shares their numbering and their programs. */
const AT_HOME: readonly (string | undefined)[] = ['US', 'PR', 'VI', 'GU', 'AS', 'MP'];

/** Whether somebody wrote letters in place of digits, as in 800-662-HELP, which the library does not read. */
const LETTERS_AS_DIGITS = /[0-9][ .-]*[A-Za-z]{4,}/;
const EXTENSION = /[\s,;]*\b(?:extension|extn?|x)\b.*$/i;

/** Writes a number as `(NPA) NXX-XXXX ext. N`; one that cannot be called so stays as it stood, with the reason. No digit is lost. */
export function writtenPhone({ text, extension, for: use }: GivenPhone): WrittenPhone {
  const given = extension === undefined || extension === '' ? text : `${text} ext. ${extension}`;
  const parsed = parsePhoneNumberFromString(given, { defaultCountry: 'US', extract: false });
  const doubt = doubtOf(given, parsed);
  // Of a doubtful one its form may tell somebody what was meant.
  const number = parsed !== undefined && doubt === undefined ? parsed.formatNational() : given;
  return {
    number,
    ...(use === undefined ? {} : { for: use }),
    ...(doubt === undefined ? {} : { doubtful: doubt }),
  };
}

/** Why a number may be wrong. */
function doubtOf(given: string, parsed: PhoneNumber | undefined): string | undefined {
  if (LETTERS_AS_DIGITS.test(given.replace(EXTENSION, ''))) return 'letters stand in it, so that it was not checked';
  if (parsed === undefined || !keepsDigits(given, parsed))
    return lengthDoubt(given) ?? 'it is not one telephone number';
  if (!parsed.isPossible()) return lengthDoubt(given) ?? 'no number has this form';
  if (!parsed.isValid()) return 'no such number is in the numbering plan';
  return AT_HOME.includes(parsed.country) ? undefined : 'it is not a number of the United States';
}

function lengthDoubt(given: string): string | undefined {
  const digits = digitsOf(given.replace(EXTENSION, ''));
  if (digits.length === 0) return 'there is no number in it';
  if (digits.length === 7) return 'the area code is missing';
  switch (validatePhoneNumberLength(digits, 'US')) {
    case 'TOO_SHORT':
      return 'it has too few digits';
    case 'TOO_LONG':
      return 'it has too many digits';
    default:
      return undefined;
  }
}

/** Whether what was read are all the digits that stood there, but for a leading country code or `1`. */
function keepsDigits(given: string, parsed: PhoneNumber): boolean {
  const read = `${parsed.nationalNumber}${parsed.ext ?? ''}`;
  const digits = digitsOf(given);
  return [read, `1${read}`, `${parsed.countryCallingCode}${read}`].includes(digits);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
