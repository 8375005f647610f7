/** A value that is put together from the parts of several files; each problem is reported where its part was written. */

import type { Document, Path } from './document.ts';
import { type Flaw, isWithin } from './flaws.ts';

/** Where a part of a composed value was written. */
export interface Origin {
  /** The way to the part in the composed value. */
  readonly path: Path;
  readonly document: Document<unknown>;
  /** The way to it in its own file. */
  readonly at: Path;
}

/**
 * Composes a document. Each part whose origin is given belongs to that file, the longest way first; everything else belongs to
 * `main`, where it stands at the same path.
 */
export function composedDocument<T>(main: Document<unknown>, value: T, origins: readonly Origin[]): Document<T> {
  const longestFirst = [...origins].sort((a, b) => b.path.length - a.path.length);
  const origin = (path: Path): Written => writtenAt(path, longestFirst, main);
  const documents = [...new Set([main, ...origins.map(({ document }) => document)])];
  return {
    file: main.file,
    value,
    origin,
    at: (path, part) => {
      const written = origin(path);
      return written.document.at(written.at, part);
    },
    excerpt: main.excerpt,
    isPrivate: documents.some(({ isPrivate }) => isPrivate),
    flaws: documents.flatMap((document) => document.flaws.flatMap((flaw) => flawsOf(flaw, document, origins, main))),
  };
}

/** The file in which a part was written, and the way to it there. */
export interface Written {
  readonly document: Document<unknown>;
  readonly at: Path;
}

/** Where a part of a document was written: in the file itself, unless the document is composed. */
export function writtenIn(document: Document<unknown>, path: Path): Written {
  const written = document.origin?.(path);
  return written === undefined ? { document, at: path } : writtenIn(written.document, written.at);
}

function writtenAt(path: Path, longestFirst: readonly Origin[], main: Document<unknown>): Written {
  const found = longestFirst.find((origin) => isWithin(path, origin.path));
  if (found === undefined) return { document: main, at: path };
  return { document: found.document, at: [...found.at, ...path.slice(found.path.length)] };
}

/** The places of a flaw in the composed value. One in a part that was left out still makes the whole a draft. */
function flawsOf(
  flaw: Flaw,
  document: Document<unknown>,
  origins: readonly Origin[],
  main: Document<unknown>,
): readonly Flaw[] {
  const carried = origins.filter((origin) => origin.document === document && isWithin(flaw.path, origin.at));
  if (carried.length > 0)
    return carried.map(({ path, at }) => ({ ...flaw, path: [...path, ...flaw.path.slice(at.length)] }));
  return document === main ? [flaw] : [{ ...flaw, path: [document.file, ...flaw.path] }];
}
