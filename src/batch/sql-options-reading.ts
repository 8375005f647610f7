/** Several columns into the options of one question. Means what combine-reading.ts means. */

import type { Contribution } from './bound-mapping.ts';
import type { OptionsReading } from './mapping.ts';
import type { BoundSqlReading, ReadingMeaning } from './sql-bound-reading.ts';
import { OPTION_UNKNOWN } from './sql-questions.ts';
import { isOneOf, problemNumber, type SqlScope, textOf, textsSaying } from './sql-slots.ts';
import { allOf, anyOf, firstOf, NO, not, plain, type Sql, sql } from './sql-text.ts';

export function optionsMeaning(
  scope: SqlScope,
  { place, slots, question }: BoundSqlReading,
  { options, namingAsks }: OptionsReading,
): ReadingMeaning {
  const { bound, dialect } = scope;
  const own = question.kind.kind === 'options' ? question.kind.options : [];
  const anySays = (passes: (one: Contribution) => boolean): Sql =>
    anyOf(slots.map((slot) => isOneOf(textOf(slot), textsSaying(scope, slot, passes), dialect)));
  const isOwn = (one: Contribution) => 'reading' in one && one.reading === place;
  const named = options.map((_, bit) =>
    anySays((one) => isOwn(one) && one.kind === 'options' && ((one.yes >> bit) & 1) === 1),
  );
  const isNone = anySays((one) => isOwn(one) && one.kind === 'none');
  const isAsked = anySays((one) => isOwn(one) && one.kind === 'asked');
  const denied = options.map((_, bit) => {
    const own = isDenied(scope, { place, slots }, bit);
    return namingAsks ? own : allOf([anyOf([isNone, isAsked]), own]);
  });
  const isSome = anyOf(named);
  const isKnown = allOf([anyOf([isSome, isNone, isAsked]), anyOf([...named, ...denied])]);
  const parts = own.map((option) => {
    const bit = options.findIndex((one) => one.option === option);
    // An option that the mapping has no part for is unknown to none of its bits: it is not among the unknown ones, so it is denied.
    if (bit === -1) return plain(0);
    return firstOf(
      [
        { when: named[bit] ?? NO, then: plain(1) },
        { when: denied[bit] ?? NO, then: plain(0) },
      ],
      plain(OPTION_UNKNOWN),
    );
  });
  const first = bound.readingColumns[place]?.[0] ?? 0;
  const isBoth = allOf([isNone, isSome]);
  return {
    branches: [{ when: allOf([not(sql`(${isBoth})`), isKnown]), parts }],
    problems: isBoth.text === NO.text ? [] : [{ when: isBoth, then: plain(problemNumber('none-and-some', first)) }],
  };
}

/** An option is denied where all its parts have a column, and each of those says no. */
function isDenied(scope: SqlScope, { place, slots }: Pick<BoundSqlReading, 'place' | 'slots'>, bit: number): Sql {
  const { bound, dialect } = scope;
  if ((((bound.deniable[place] ?? 0) >> bit) & 1) === 0) return NO;
  const withPart = slots.filter((slot) =>
    (bound.uses[slot] ?? []).some(
      (use) => use.kind === 'options' && use.reading === place && use.flags.some((flag) => flag.bit === bit),
    ),
  );
  const denying = (slot: number) =>
    textsSaying(scope, slot, (one) => one.kind === 'options' && one.reading === place && ((one.no >> bit) & 1) === 1);
  return allOf(withPart.map((slot) => isOneOf(textOf(slot), denying(slot), dialect)));
}
