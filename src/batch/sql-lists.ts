/** Lists of options in one cell (read-answer.ts), told by looking for entries between separators: no pattern for each option. */

import { escaped } from './escaped.ts';
import type { CellReading } from './mapping.ts';
import type { SqlDialect } from './sql-dialect.ts';
import { anyOf, NO, type Sql, sql } from './sql-text.ts';

type ListReading = Extract<CellReading, { kind: 'list' }>;

const BLANK = '[ \\t]';

const RARE_BLANK = /[^\S ]/;

/** Why a list cannot be put into SQL; undefined where it can. */
export function listFault({ values, none, unsure, separator }: ListReading): string | undefined {
  const texts = [...values.keys(), ...none];
  if (RARE_BLANK.test(separator)) return 'a blank that is no space stands between the entries of its list';
  if (texts.some((text) => RARE_BLANK.test(text))) return 'a text of its list holds a blank that is no space';
  if (unsure !== undefined && texts.some((text) => text.endsWith(unsure)))
    return 'a text of its list ends as those do that are unsure';
  return texts.some((text) => text.includes(separator))
    ? 'a text of its list holds what stands between them'
    : undefined;
}

/** A folded text with tabs for its rare blanks as entries, each with a separator before and behind it, blanks between them gone. */
export function entriesOf(list: ListReading, text: Sql, dialect: SqlDialect): Sql {
  const { separator, unsure } = list;
  const between = escaped(separator);
  const replaced = (value: Sql, pattern: string, by: string) => dialect.replace(value, pattern, by);
  const split = replaced(text, `${BLANK}*${between}${BLANK}*`, separator + separator);
  let entries = sql`${dialect.text(separator)} || ${split} || ${dialect.text(separator)}`;
  const mark = unsure === undefined ? '' : escaped(unsure);
  if (unsure !== undefined) entries = replaced(entries, `${BLANK}+${mark}${between}`, unsure + separator);
  // Entries are folded on their own: `2.0` is `2`. The text as a whole was, so that this matters where there are several.
  const isNumbered = [...list.values.keys(), ...list.none].some((one) => /^-?[0-9]+$/.test(one));
  if (!isNumbered) return entries;
  const zeros = [between, ...(unsure === undefined ? [] : [`${BLANK}*${mark}${between}`])];
  const behind = [separator, (unsure ?? '') + separator];
  return zeros.reduce(
    (all, end, place) => dialect.replaceBehind(all, `(${between}-?[0-9]+)[.]0+${end}`, behind[place] ?? separator),
    entries,
  );
}

/** Tests of entries. */
export interface ListTests {
  /** Whether all are known. */
  readonly isKnown: Sql;
  readonly isNone: Sql;
  readonly names: (option: string) => Sql;
  /** Whether an option is marked as unsure. */
  readonly doubts: (option: string) => Sql;
}

export function listTests(
  { values, none, unsure, separator }: ListReading,
  entries: Sql,
  dialect: SqlDialect,
): ListTests {
  const has = (texts: readonly string[]): Sql =>
    anyOf(texts.map((text) => sql`position(${dialect.text(separator + text + separator)} in ${entries}) > 0`));
  const textsOf = (option: string) => [...values].flatMap(([text, own]) => (own === option ? [text] : []));
  const doubtful = (texts: readonly string[]) => (unsure === undefined ? [] : texts.map((text) => text + unsure));
  const known = ['', ...none, ...values.keys(), ...doubtful([...values.keys()])];
  return {
    isKnown: dialect.hasOnly(entries, separator, known),
    isNone: none.size === 0 ? NO : has([...none]),
    names: (option) => has(textsOf(option)),
    doubts: (option) => has(doubtful(textsOf(option))),
  };
}
