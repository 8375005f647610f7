/** A value with one part replaced: what a file would say after a small edit. */

import type { Path } from './document.ts';

/** One part of a value, and what stands there instead. */
export interface Edit {
  readonly path: Path;
  readonly value: unknown;
}

/** The value after the edit; everything beside the way to the part stays the same object. */
export function edited<T>(source: T, { path, value }: Edit): T {
  // Invariant: whoever edits keeps the shape of what is replaced.
  return replaced(source, path, value) as T;
}

/** The part of a value at the end of a path; undefined where the path leads nowhere. */
export function partAt(source: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, step) => (part as Readonly<Record<string | number, unknown>> | undefined)?.[step],
    source,
  );
}

function replaced(source: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(source))
    return source.map((part: unknown, index) => (index === step ? replaced(part, rest, value) : part));
  const map = source as Readonly<Record<string, unknown>>;
  return { ...map, [step]: replaced(map[step], rest, value) };
}
