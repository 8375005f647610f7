/** Texts of cells as mappings compare them (fold-text.ts), in SQL that means the same in every engine. */

import type { SqlDialect } from './sql-dialect.ts';
import { firstOf, not, plain, type Sql, sql } from './sql-text.ts';

/** What `trim` takes away: the blanks and line ends of ECMAScript. */
const BLANKS: readonly number[] = [
  ...[0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20, 0xa0, 0x1680],
  ...Array.from({ length: 11 }, (_, place) => 0x2000 + place),
  ...[0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff],
];

/** Blanks that are neither a space nor a tab: in lists they become tabs, which every engine's patterns know. */
const RARE_BLANKS: readonly number[] = BLANKS.filter((code) => code !== 0x20 && code !== 0x09);

/** The last character that one 16-bit number stands for. */
const LAST_PLAIN = 0xffff;

/**
 * A cell without outer blanks and with small letters. What `lower` does depends on engine and locale, so that letters are
 * replaced one by one: the ASCII ones, and those that become a letter of some text that the mapping knows.
 */
export function trimmedSmall(cell: Sql, known: Iterable<string>, dialect: SqlDialect): Sql {
  const { capitals, small } = letterPairs(known);
  const text = sql`coalesce(cast(${cell} as ${dialect.textType}), '')`;
  const trimmed = sql`trim(both ${dialect.characters(BLANKS)} from ${text})`;
  return sql`translate(${trimmed}, ${dialect.text(capitals)}, ${dialect.text(small)})`;
}

/** A whole number without the zeros behind its point: `6.0` as `6`. */
export function withoutZeros(text: Sql, dialect: SqlDialect): Sql {
  const digits = sql`trim(trailing '.' from trim(trailing '0' from ${text}))`;
  return firstOf([{ when: dialect.matches(text, '-?[0-9]+[.]0+'), then: digits }], text);
}

/** A folded text as a whole number: BEYOND, or as much below zero, where it has too many digits; the latter too where it is none. */
export function wholeNumber(text: Sql, dialect: SqlDialect): Sql {
  const digits = sql`trim(leading '0' from trim(leading '-' from ${text}))`;
  const isNumber = dialect.matches(text, WHOLE);
  const isShort = sql`length(${digits}) <= ${MOST_DIGITS}`;
  const isNegative = sql`substr(${text}, 1, 1) = '-'`;
  return firstOf(
    [
      { when: not(isNumber), then: plain(-BEYOND) },
      { when: isShort, then: dialect.asNumber(text) },
      { when: isNegative, then: plain(-BEYOND) },
    ],
    plain(BEYOND),
  );
}

/** What a whole number is, as a pattern. */
export const WHOLE = '-?[0-9]+';
const MOST_DIGITS = 14;

/** Larger than any number of so many digits. */
export const BEYOND = 10 ** 15;

/** The text as a list is searched: rare blanks as tabs. */
export function plainBlanks(text: Sql, dialect: SqlDialect): Sql {
  const tabs = dialect.characters(RARE_BLANKS.map(() => 0x09));
  return sql`translate(${text}, ${dialect.characters(RARE_BLANKS)}, ${tabs})`;
}

/** Both small sigmas belong to one capital, two characters to `\u0130`, and no letters are replaced that take more than 16 bits. */
const UNEVEN = /[σς]|i\u0307|(?=[\u{10000}-\u{10ffff}])\p{Changes_When_Uppercased}/u;

/** Whether a folded text holds letters that do not become small one for one, as the query makes them small. */
export function isUneven(text: string): boolean {
  return UNEVEN.test(text);
}

function letterPairs(known: Iterable<string>): { readonly capitals: string; readonly small: string } {
  const wanted = new Set([...known].join(''));
  let [capitals, small] = ['', ''];
  for (let code = 0; code <= LAST_PLAIN; code++) {
    const letter = String.fromCharCode(code);
    const lower = letter.toLowerCase();
    if (lower === letter || !wanted.has(lower)) continue;
    capitals += letter;
    small += lower;
  }
  return { capitals, small };
}
