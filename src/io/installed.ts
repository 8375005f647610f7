/** What the build put beside the program: found from where this code stands, so that source and bundle agree. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** A path as this package names it, such as `questionnaires/adult-intake`. */
export function installedPath(...parts: readonly string[]): string {
  return join(packageFolder(), ...parts);
}

/** A path as a person would type it: relative where it lies below the working folder. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === '' || fromHere.startsWith('..') ? path : fromHere;
}

/** The same path, whatever the working folder is later. */
export function absolutePath(path: string): string {
  return resolve(path);
}

/** A JSON file that the build wrote into dist/, or undefined where nothing was built. */
export function readBuilt(name: string): unknown {
  const path = installedPath('dist', name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** The version of this program. */
export function packageVersion(): string {
  const description: unknown = JSON.parse(readFileSync(installedPath('package.json'), 'utf8'));
  if (typeof description === 'object' && description !== null && 'version' in description)
    return String(description.version);
  throw new Error('package.json without a version');
}
