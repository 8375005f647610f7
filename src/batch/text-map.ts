/** Texts by option → options by text. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import type { ProblemCode } from '../problems/codes.ts';
import { suggest } from '../problems/did-you-mean.ts';
import { type ClaimText, claimAll } from './claim-texts.ts';

/** What the keys of a map may be, and how one that is not is reported. */
export interface KnownIds {
  readonly ids: readonly string[];
  readonly code: ProblemCode;
  readonly what: string;
}

/** The options of a question as keys. */
export function optionKeys(ids: readonly string[]): KnownIds {
  return { ids, code: 'unknown-option', what: 'the question has no option' };
}

export interface TextMapPlace {
  readonly path: Path;
  readonly known: KnownIds;
  readonly claim: ClaimText;
  readonly report: Report;
}

/** Turns a map around and reports unknown keys and texts with two meanings. */
export function compileTextMap(
  source: Readonly<Record<string, readonly string[]>>,
  { path, known, claim, report }: TextMapPlace,
): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const [id, texts] of Object.entries(source)) {
    reportUnknownKey(id, known, [...path, id], report);
    for (const text of claimAll(claim, texts, [...path, id], `\`${id}\``)) options.set(text, id);
  }
  return options;
}

/** Reports a key that is none of the known ids. */
export function reportUnknownKey(id: string, { ids, code, what }: KnownIds, path: Path, report: Report): void {
  if (ids.includes(id)) return;
  const remedy = suggest(id, ids) ?? 'use the ids of the questionnaire';
  report({ code, path, part: 'key', message: `${what} \`${id}\``, remedy });
}
