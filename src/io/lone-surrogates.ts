/**
 * Halves of a pair of surrogates that stand alone. UTF-16 files hold them where a program cut a text inside a character; UTF-8 has no
 * bytes for them, and what it would have (ED A0 80 to ED BF BF) is no text to any decoder.
 */

const LONE = /\p{Surrogate}/u;
const LONE_APART = /(\p{Surrogate})/u;
/** Their bytes, each as a character of Latin-1. ED begins a character always, so that none is found across two others. */
const BYTES_APART = /(\xed[\xa0-\xbf][\x80-\xbf])/;

/** Whether a text holds a surrogate that belongs to no pair. */
export function hasLoneSurrogate(text: string): boolean {
  return LONE.test(text);
}

/** A text as UTF-8, lone surrogates as three bytes each. */
export function bytesWithSurrogates(text: string): Buffer {
  const parts = text.split(LONE_APART);
  return Buffer.concat(parts.map((part, place) => (isApart(place) ? surrogateBytes(part) : Buffer.from(part, 'utf8'))));
}

/** The text of such bytes. */
export function textWithSurrogates(bytes: Uint8Array): string {
  const parts = Buffer.from(bytes).toString('latin1').split(BYTES_APART);
  return parts
    .map((part) => Buffer.from(part, 'latin1'))
    .map((part, place) => (isApart(place) ? surrogateOf(part) : part.toString('utf8')))
    .join('');
}

/** Of what is split by a group, every second part is what the group found. */
function isApart(place: number): boolean {
  return place % 2 === 1;
}

function surrogateBytes(half: string): Buffer {
  const code = half.charCodeAt(0);
  return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)]);
}

function surrogateOf([, second = 0, third = 0]: Buffer): string {
  return String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
}
