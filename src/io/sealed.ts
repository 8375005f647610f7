/** JSON of the build on which decisions rest: a first line with the SHA-256 of the rest, so that only a whole file is used. */

import { existsSync, readFileSync } from 'node:fs';
import { installedPath } from './installed.ts';
import { sha256Of } from './sha256.ts';

/** The text of such a file. */
export function seal(json: string): string {
  return `${sha256Of(json)}\n${json}`;
}

/** What a sealed text holds; undefined where anything of it is not as it was written. */
export function unseal(text: string): unknown {
  const end = text.indexOf('\n');
  const json = text.slice(end + 1);
  return end !== -1 && text.slice(0, end) === sha256Of(json) ? JSON.parse(json) : undefined;
}

/** Reads a sealed file that the build wrote into dist/; undefined where it wrote none, or it is not whole. */
export function readSealed(name: string): unknown {
  const path = installedPath('dist', name);
  return existsSync(path) ? unseal(readFileSync(path, 'utf8')) : undefined;
}
