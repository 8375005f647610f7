/** The texts by which a questionnaire's own words name its answers. */

import { NONE_OF_THESE } from '../conditions/fact-test.ts';
import type { Option, Question, Questionnaire } from '../questionnaire/model.ts';
import type { Text } from '../questionnaire/schema.ts';
import { foldText } from './fold-text.ts';

/**
 * What else says yes and no in exports. Not `1` and `0`, nor `1` and `2`: which of them is yes differs from one codebook to
 * the next, so that only a mapping can say it.
 */
const ALSO_YES_NO: ReadonlyMap<string, readonly string[]> = new Map([
  ['yes', ['y', 'true']],
  ['no', ['n', 'false']],
]);

/** Options by their ids, labels and synonyms in every language, folded. An id comes before a label, a label before a synonym; what is ambiguous names nothing. */
export function optionTexts({ type, options }: Question): ReadonlyMap<string, string> {
  const more = type === 'yes-no' ? ALSO_YES_NO : new Map<string, readonly string[]>();
  return inRanks([
    options.map(({ id }) => [id, [id]]),
    options.map(({ id, label }) => [id, words(label)]),
    options.map(({ id, synonyms }: Option) => [id, [...synonyms, ...(more.get(id) ?? [])]]),
  ]);
}

/** What says that none of the options is so, folded. */
export function noneTexts({ none }: Question): ReadonlySet<string> {
  return new Set([NONE_OF_THESE, ...(none === undefined ? [] : words(none))].map(foldText));
}

/** Dispositions by their ids and titles, folded. */
export function dispositionTexts({ dispositions }: Questionnaire): ReadonlyMap<string, string> {
  return inRanks([dispositions.map(({ id }) => [id, [id]]), dispositions.map(({ id, title }) => [id, words(title)])]);
}

function words(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

type Names = readonly (readonly [id: string, texts: readonly string[]])[];

function inRanks(ranks: readonly Names[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const names of ranks) {
    for (const [text, ids] of idsByText(names)) {
      const [id] = ids;
      if (id !== undefined && ids.size === 1 && !found.has(text)) found.set(text, id);
    }
  }
  return found;
}

function idsByText(names: Names): ReadonlyMap<string, ReadonlySet<string>> {
  const ids = new Map<string, Set<string>>();
  for (const [id, texts] of names)
    for (const text of texts.map(foldText)) ids.set(text, (ids.get(text) ?? new Set<string>()).add(id));
  return ids;
}
