/** A file that was read: its value, and where in the text each part of it stands. */

import type { Position } from '../problems/problem.ts';
import type { Flaw } from './flaws.ts';

/** The way to a part of a value: keys of maps and places in lists. */
export type Path = readonly (string | number)[];

export interface Document<T> {
  readonly file: string;
  readonly value: T;
  /** Where the part stands, or where it would stand; undefined where the text was not parsed. `key`: its key instead. */
  readonly at: (path: Path, part?: 'key') => Position | undefined;
  /** Of a composed document: the file in which a part was written, and the way to it there. */
  readonly origin?: (path: Path) => { readonly document: Document<unknown>; readonly at: Path };
  readonly excerpt: (position: Position | undefined) => string | undefined;
  /** Whether the text may hold a caller's answers, so that no message may repeat any of it. */
  readonly isPrivate: boolean;
  /** The parts that stand in for what did not fit the schema; where there are any, the value is a draft. */
  readonly flaws: readonly Flaw[];
}

/** Wraps a value that was parsed and checked when the program was built. */
export function builtDocument<T>(file: string, value: unknown): Document<T> {
  // Invariant: the hash of the text equals the one recorded when this value passed the schema of T.
  return { file, value: value as T, at: () => undefined, excerpt: () => undefined, isPrivate: false, flaws: [] };
}
