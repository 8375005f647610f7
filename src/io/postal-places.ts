/** The file of the build that says where ZIP codes lie. */

import { existsSync, readFileSync } from 'node:fs';
import { installedPath } from './installed.ts';

/** Its bytes; undefined where nothing was built. */
export function readPostalPlaces(): Uint8Array | undefined {
  const path = installedPath('dist', 'postal-places.bin');
  return existsSync(path) ? readFileSync(path) : undefined;
}
