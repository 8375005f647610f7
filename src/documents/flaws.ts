/** Which parts of a document can be relied on, where others did not fit the schema. */

import type { Document, Path } from './document.ts';

/**
 * A part whose value stands in for one that did not fit the schema, or that is missing.
 * `stray`: a key that nothing reads and that resembles no other, so that any absent key of its map may have been meant.
 */
export interface Flaw {
  readonly path: Path;
  readonly stray?: true;
}

/** What a check may ask of a document. */
export type Flawed = Pick<Document<unknown>, 'value' | 'flaws'>;

/** Whether the value of a part is what somebody wrote, or is surely absent. What lies below it is another question. */
export function isSound({ value, flaws }: Flawed, path: Path): boolean {
  return flaws.every((flaw) => !isWithin(path, flaw.path) && !(flaw.stray && mayBeMeant(path, flaw.path, value)));
}

/** Whether a path leads to a part or below it. */
export function isWithin(path: Path, part: Path): boolean {
  return path.length >= part.length && part.every((step, index) => step === path[index]);
}

function mayBeMeant(path: Path, stray: Path, value: unknown): boolean {
  const map = stray.slice(0, -1);
  return path.length > map.length && isWithin(path, map) && partAt(value, path.slice(0, stray.length)) === undefined;
}

/** The part of a value at a path; undefined where there is none. */
export function partAt(value: unknown, path: Path): unknown {
  let part = value;
  for (const step of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined;
    part = (part as Readonly<Record<string | number, unknown>>)[step];
  }
  return part;
}
