/** Lists of options in one cell (read-answer.ts) as patterns that every engine reads alike. */

import type { CellReading } from './mapping.ts';
import { escaped } from './sql-dates.ts';
import type { SqlDialect } from './sql-dialect.ts';
import { NO, type Sql, YES } from './sql-text.ts';

type ListReading = Extract<CellReading, { kind: 'list' }>;

const BLANK = '[ \\t]*';

/** Why a list cannot be put into SQL; undefined where it can. */
export function listFault({ values, none, unsure, separator }: ListReading): string | undefined {
  const texts = [...values.keys(), ...none];
  if ([...texts, separator].some((text) => /[^\S ]/.test(text)))
    return 'a text of its list holds a blank that is no space';
  if (unsure !== undefined && texts.some((text) => text.endsWith(unsure)))
    return 'a text of its list ends as those do that are unsure';
  return texts.some((text) => text.includes(separator))
    ? 'a text of its list holds what stands between them'
    : undefined;
}

/** Tests of a list; they read a folded text whose rare blanks are tabs. */
export interface ListTests {
  /** Whether all entries are known. */
  readonly isKnown: Sql;
  readonly isNone: Sql;
  readonly names: (option: string) => Sql;
  /** Whether an option is marked as unsure, or cannot be named at all. */
  readonly doubts: (option: string) => Sql;
}

export function listTests(list: ListReading, text: Sql, dialect: SqlDialect): ListTests {
  const between = escaped(list.separator);
  const doubt = list.unsure === undefined ? undefined : BLANK + escaped(list.unsure);
  const textsOf = (option: string) => [...list.values].flatMap(([one, own]) => (own === option ? [one] : []));
  const has = (texts: readonly string[], behind: string): Sql =>
    texts.length === 0
      ? NO
      : dialect.matches(text, `(?:.*${between})?${BLANK}${entry(texts)}${behind}${BLANK}(?:${between}.*)?`);
  const named = [...list.values.keys()];
  const entries = [
    ...(named.length === 0 ? [] : [entry(named) + (doubt === undefined ? '' : `(?:${doubt})?`)]),
    ...(list.none.size === 0 ? [] : [entry([...list.none])]),
  ];
  const piece = `${BLANK}(?:${entries.join('|')})?${BLANK}`;
  return {
    isKnown: dialect.matches(text, `${piece}(?:${between}${piece})*`),
    isNone: has([...list.none], ''),
    names: (option) => has(textsOf(option), ''),
    doubts: (option) => {
      if (textsOf(option).length === 0) return YES; // no text names it, so that nothing is known of it
      return doubt === undefined ? NO : has(textsOf(option), doubt);
    },
  };
}

/** Any of some texts; entries are folded on their own, so that numbers may have zeros behind a point. */
function entry(texts: readonly string[]): string {
  return `(?:${texts.map((text) => escaped(text) + (/^-?[0-9]+$/.test(text) ? '(?:[.]0+)?' : '')).join('|')})`;
}
