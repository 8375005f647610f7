/** One text of an export means one thing in one column. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { foldText } from './fold-text.ts';

/** What the texts of a mapping are compiled with. */
export interface TextScope {
  /** Folded texts that say that nothing was recorded. */
  readonly missing: ReadonlySet<string>;
  readonly report: Report;
}

/** Where a text stands: as an entry of a list, or as a key. */
export interface TextPlace {
  readonly path: Path;
  readonly part?: 'key';
}

/** Takes a text that means `what`, and gives it folded; undefined where it has a meaning already, which is reported. */
export type ClaimText = (text: string, at: TextPlace, what: string) => string | undefined;

/** What folded texts mean, in words. */
export type Meanings = ReadonlyMap<string, string>;

/** Remembers the texts of one column; some have a meaning from the first. */
export function createClaims({ missing, report }: TextScope, before: Meanings = new Map()): ClaimText {
  const meanings = new Map(before);
  return (text, at, what) => {
    const folded = foldText(text);
    const meaning = meanings.get(folded);
    if (!missing.has(folded) && meaning === undefined) {
      meanings.set(folded, what);
      return folded;
    }
    if (meaning === undefined) reportMissing(text, at, report);
    else reportTwice(text, meaning, at, report);
    return undefined;
  };
}

/** Takes the texts of a list that stands at a path. */
export function claimAll(claim: ClaimText, texts: readonly string[], path: Path, what: string): readonly string[] {
  return texts.flatMap((text, index) => claim(text, { path: [...path, index] }, what) ?? []);
}

function reportMissing(text: string, at: TextPlace, report: Report): void {
  report({
    code: 'missing-text-read',
    ...at,
    message: text.trim() === '' ? 'an empty cell always says nothing' : `\`${text}\` says that nothing was recorded`,
    remedy: text.trim() === '' ? 'take it out' : 'take it out here, or out of `missing`',
    relies: [['missing']],
  });
}

function reportTwice(text: string, before: string, at: TextPlace, report: Report): void {
  report({
    code: 'text-twice',
    ...at,
    message: `\`${text}\` stands for ${before} already`,
    remedy: 'keep it in one place; capitals, outer blanks and `.0` make no difference',
  });
}
