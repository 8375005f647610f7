/** UUIDs: one that nobody can guess, and ones that follow from a name. */

import { randomUUID } from 'node:crypto';
import { sha256Of } from './sha256.ts';

/** A namespace of its own: the same name is another UUID in another one. */
export function newNamespace(): string {
  return randomUUID();
}

/** The UUID of a name in a namespace, in the layout that RFC 9562 keeps for own ways (version 8). */
export function namedUuid(namespace: string, name: string): string {
  const hex = sha256Of(`${namespace} ${name}`);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
