/** Text in any other encoding, as UTF-8 while it is worked on, and back when it is written. */

import iconv from 'iconv-lite';
import { BrokenInput } from './broken-input.ts';
import { type ByteSource, fromChunks } from './byte-source.ts';
import { bytesWithSurrogates, hasLoneSurrogate, textWithSurrogates } from './lone-surrogates.ts';

const PIECE = 1 << 18; // bytes

/** What the decoder of Node gives for bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd';

/** Whole characters of UTF-8 as bytes of an encoding. */
export type Encode = (utf8: Uint8Array) => Uint8Array;

/** Bytes as they stand, or encoded anew. A byte order mark is a character like any other. */
export function encoderTo(encoding: string): Encode {
  return (utf8) => iconv.encode(textOf(utf8), encoding, { addBOM: false });
}

/**
 * The text of a source as UTF-8. Every piece is encoded back and compared: what would not come back the same, byte for byte, is
 * a fault that says where, so that no record is copied as something else. A lone surrogate in UTF-16 is no character: it stands as
 * the three bytes that UTF-8 forbids (lone-surrogates.ts), so that only its field is no text.
 */
export function transcoded(source: ByteSource, encoding: string): ByteSource {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  const encode = encoderTo(encoding);
  let unmatched: Uint8Array = new Uint8Array(0); // bytes that were read and whose text is not complete
  let matched = 0;
  let held = ''; // half of a character that the decoder gave in two
  let isOver = false;

  const broken = (offset: number): BrokenInput => new BrokenInput({ kind: 'not-in-encoding', encoding, offset });
  const match = (text: string): Uint8Array => {
    const utf8 = hasLoneSurrogate(text) ? bytesWithSurrogates(text) : Buffer.from(text, 'utf8');
    const back = encode(utf8);
    const same = firstDifference(back, unmatched);
    if (same < back.length) throw broken(matched + same);
    unmatched = unmatched.subarray(back.length);
    matched += back.length;
    return utf8;
  };
  const next = async (): Promise<Uint8Array | undefined> => {
    if (isOver) return undefined;
    const piece = Buffer.allocUnsafe(PIECE);
    const count = await source.read(piece);
    isOver = count === 0;
    unmatched = Buffer.concat([unmatched, piece.subarray(0, count)]);
    const text = held + (isOver ? (decoder.end() ?? '') : decoder.write(piece.subarray(0, count)));
    held = isOver ? '' : halfAtEnd(text);
    const utf8 = match(text.slice(0, text.length - held.length));
    if (isOver && unmatched.length > 0) throw broken(matched);
    return utf8;
  };
  return fromChunks(next, source);
}

function textOf(utf8: Uint8Array): string {
  const text = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength).toString('utf8');
  return text.includes(REPLACEMENT) ? textWithSurrogates(utf8) : text;
}

/** The first half of a pair of surrogates, if the text ends with one. */
function halfAtEnd(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : '';
}

/** How many bytes are the same from the start; the length of `one` where all of them are. */
function firstDifference(one: Uint8Array, other: Uint8Array): number {
  const length = Math.min(one.length, other.length);
  if (Buffer.compare(one.subarray(0, length), other.subarray(0, length)) === 0) return length;
  let at = 0;
  while (at < length && one[at] === other[at]) at += 1;
  return at;
}
