/** What stands between fields, in words. */

const NAMES: ReadonlyMap<number, string> = new Map([
  [0x09, 'tabs'],
  [0x2c, 'commas'],
  [0x3b, 'semicolons'],
]);

/** The name of a byte, or the character itself. */
export function delimiterName(delimiter: number): string {
  return NAMES.get(delimiter) ?? `\`${String.fromCharCode(delimiter)}\``;
}
