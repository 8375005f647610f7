/** Whether bytes are UTF-8. */

/** Lead bytes from `from` to `to` are followed by `more` bytes, of which the first lies between `low` and `high` (Unicode, table 3-7). */
const LEADS: readonly {
  readonly from: number;
  readonly to: number;
  readonly more: number;
  readonly low: number;
  readonly high: number;
}[] = [
  { from: 0xc2, to: 0xdf, more: 1, low: 0x80, high: 0xbf },
  { from: 0xe0, to: 0xe0, more: 2, low: 0xa0, high: 0xbf },
  { from: 0xe1, to: 0xec, more: 2, low: 0x80, high: 0xbf },
  { from: 0xed, to: 0xed, more: 2, low: 0x80, high: 0x9f },
  { from: 0xee, to: 0xef, more: 2, low: 0x80, high: 0xbf },
  { from: 0xf0, to: 0xf0, more: 3, low: 0x90, high: 0xbf },
  { from: 0xf1, to: 0xf3, more: 3, low: 0x80, high: 0xbf },
  { from: 0xf4, to: 0xf4, more: 3, low: 0x80, high: 0x8f },
];

/** The place of the first byte at which the bytes stop being UTF-8, undefined if they do not; a character cut off by the end is one. */
export function firstWrongUtf8(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

/** Whether the bytes are UTF-8 as far as they go: a character cut off by the end may be whole in what follows. */
export function isUtf8SoFar(bytes: Uint8Array): boolean {
  const wrong = firstWrongUtf8(bytes);
  return wrong === undefined || isBeginning(bytes, wrong);
}

/** Bytes of the character at a place; 0 where there is none. */
function characterLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte < 0x80) return 1;
  const lead = LEADS.find(({ from, to }) => byte >= from && byte <= to);
  if (lead === undefined) return 0;
  return goodBytes(bytes, at, lead) > lead.more ? lead.more + 1 : 0;
}

function isBeginning(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  const lead = LEADS.find(({ from, to }) => byte >= from && byte <= to);
  return lead !== undefined && at + goodBytes(bytes, at, lead) === bytes.length;
}

/** How many bytes from the lead byte on, that one included, are as they must be. */
function goodBytes(bytes: Uint8Array, at: number, lead: (typeof LEADS)[number]): number {
  let good = 1;
  while (good <= lead.more) {
    const byte = bytes[at + good] ?? 0;
    const [low, high] = good === 1 ? [lead.low, lead.high] : [0x80, 0xbf];
    if (byte < low || byte > high) return good;
    good += 1;
  }
  return good;
}
