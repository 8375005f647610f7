/** What to say of an encoding that cannot be read. */

import { byteOrdersOf } from '../io/encodings.ts';

/** Names the one that may be meant. */
export function encodingComplaint(name: string): string {
  const orders = byteOrdersOf(name);
  const [message, remedy] =
    orders === undefined
      ? ['is no encoding that can be read', 'name one such as `utf-8`, `windows-1252`, `utf-16le` or `iso-8859-15`']
      : ['does not say which byte comes first', `name the byte order: \`${orders[0]}\` or \`${orders[1]}\``];
  return `intakeline: \`${name}\` ${message}\n  ${remedy}\n`;
}
