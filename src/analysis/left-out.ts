/** Slips by which something is not there any more. */

import type { Path } from '../documents/document.ts';
import { inYaml } from './in-yaml.ts';
import type { Slip, SlipKind } from './slip.ts';

/** One entry of a list left out, each in turn; a list of one stays, since an empty one is no list. */
export function leftOut(list: readonly unknown[], path: Path, kind: SlipKind): readonly Slip[] {
  if (list.length < 2) return [];
  return list.map((entry, index) => ({
    kind,
    at: [...path, index],
    what: `\`${inYaml(entry)}\` left out`,
    edit: { path, value: list.filter((_, other) => other !== index) },
  }));
}

/** A map without one of its keys. */
export function withoutKey(map: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(map).filter(([other]) => other !== key));
}
