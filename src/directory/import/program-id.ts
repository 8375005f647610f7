/** The id of an imported program: made of the source's own number, so that the next import gives the same. */

/** Beyond this an id is no longer read; what is left out is told apart by a number made of the whole text. */
const LONGEST = 40;

/** Lower-case letters, digits and hyphens of a text, with a checksum where that leaves anything out. */
export function programId(record: string): string {
  const plain = record
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const isSame = plain === record.toLowerCase() && plain.length <= LONGEST;
  return isSame ? plain : `${plain.slice(0, LONGEST - 14).replace(/-+$/, '') || 'record'}-${checksum(record)}`;
}

/** FNV-1a over the code units, 52 bits in base 36: among 100,000 records two share one with a chance of about one in a million. */
function checksum(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193) >>> 0;
    high = Math.imul(high ^ (unit + low), 0x01000193) >>> 0;
  }
  return ((high % 2 ** 20) * 2 ** 32 + low).toString(36);
}
