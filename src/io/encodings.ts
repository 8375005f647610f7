/** Encodings of text: which ones are known, and how fields are decoded. */

import iconv from 'iconv-lite';
import type { ScannedEncoding } from '../batch/dialect.ts';

/** Codecs of the library that are no encodings of text files, or read the same character from several byte sequences. */
const NO_TEXT = /^(?:base64|hex|binary|utf7|utf7imap|cesu8|unicode11utf8)$/;

/**
 * What people call the two encodings that are scanned as they stand. ISO 8859-1 is read as Windows-1252, as browsers do
 * (WHATWG Encoding Standard): what it has in place of letters are control characters, which no export means.
 */
const SCANNED: Readonly<Record<string, ScannedEncoding>> = {
  utf8: 'utf-8',
  windows1252: 'windows-1252',
  win1252: 'windows-1252',
  cp1252: 'windows-1252',
  iso88591: 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'utf-8',
  usascii: 'utf-8',
};

/** An encoding by a name that people use for it, or undefined where nobody knows it. UTF-16 must say its byte order. */
export function knownEncoding(name: string): string | undefined {
  const plain = plainName(name);
  const scanned = new Map(Object.entries(SCANNED)).get(plain);
  if (scanned !== undefined) return scanned;
  if (byteOrdersOf(name) !== undefined) return undefined;
  return !NO_TEXT.test(plain) && iconv.encodingExists(name) ? name.toLowerCase() : undefined;
}

const BYTE_ORDERS: ReadonlyMap<string, readonly [little: string, big: string]> = new Map([
  ['utf16', ['utf-16le', 'utf-16be']],
  ['ucs2', ['utf-16le', 'utf-16be']],
  ['utf32', ['utf-32le', 'utf-32be']],
]);

/** The encodings of which one is meant by a name that leaves the byte order open. */
export function byteOrdersOf(name: string): readonly [little: string, big: string] | undefined {
  return BYTE_ORDERS.get(plainName(name));
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^0-9a-z]/g, '');
}

/** Whether text in an encoding is scanned as it stands. */
export function isScanned(encoding: string): encoding is ScannedEncoding {
  return encoding === 'utf-8' || encoding === 'windows-1252';
}

/** How the bytes of a field become text; undefined where they are none. */
export interface FieldDecoder {
  readonly decode: (bytes: Uint8Array) => string | undefined;
  /** The same with U+FFFD for what is no text. */
  readonly decodeLoosely: (bytes: Uint8Array) => string;
}

/** How fields in an encoding are decoded. */
export function fieldDecoder(encoding: ScannedEncoding): FieldDecoder {
  return encoding === 'utf-8' ? utf8Decoder() : windowsDecoder();
}

function utf8Decoder(): FieldDecoder {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const loose = new TextDecoder('utf-8', { ignoreBOM: true });
  return {
    decode: (bytes) => {
      try {
        return strict.decode(bytes);
      } catch {
        return undefined;
      }
    },
    decodeLoosely: (bytes) => loose.decode(bytes),
  };
}

/**
 * By the library, because the decoder of Node 20 gives control characters for 0x80 to 0x9F (nodejs/node#56542), and 0x9B as
 * U+009B begins a command to a terminal. Five bytes, 0x81 among them, have no character of their own: they are the control
 * characters of the same numbers (WHATWG Encoding Standard), so that they stay apart.
 */
function windowsDecoder(): FieldDecoder {
  const decode = (bytes: Uint8Array): string =>
    iconv
      .decode(bytes, 'windows-1252')
      .replace(/\ufffd/g, (_, place: number) => String.fromCharCode(bytes[place] ?? 0));
  return { decode, decodeLoosely: decode };
}

/** The bytes of a text as UTF-8. */
export function utf8Bytes(text: string): Uint8Array {
  return UTF8.encode(text);
}

const UTF8 = new TextEncoder();
