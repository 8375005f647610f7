/** The time between two days as an answer. Means what days-answer.ts means. */

import type { DateReading } from './mapping.ts';
import type { BoundSqlReading, ReadingMeaning } from './sql-bound-reading.ts';
import { timeFaults } from './sql-cell-faults.ts';
import { isSound } from './sql-cells.ts';
import { NO_DAY, timeBetween, todayIn } from './sql-dates.ts';
import { dayIn, isOneOf, namedTexts, problemNumber, type SqlScope, textOf, textsSaying } from './sql-slots.ts';
import { allOf, not, plain, sql } from './sql-text.ts';

export function dateMeaning(scope: SqlScope, { place, slots }: BoundSqlReading, date: DateReading): ReadingMeaning {
  const { bound, dialect } = scope;
  const slotOf = (end: 'from' | 'until') =>
    slots.find((slot) =>
      (bound.uses[slot] ?? []).some((use) => use.kind === 'date' && use.reading === place && use.end === end),
    );
  const day = (end: 'from' | 'until') => dayIn(slotOf(end) ?? 0, place);
  const silences = slots.map((slot) => not(isOneOf(textOf(slot), silentTexts(scope, slot, place), dialect)));
  if (date.until === 'today') {
    const answer = timeBetween(day('from'), todayIn(bound), date.unit, dialect);
    const isSaid = allOf([...slots.map(isSound), ...silences, sql`${day('from')} <> ${NO_DAY}`]);
    return { branches: [{ when: isSaid, parts: [answer] }], problems: [] };
  }
  const isSaid = allOf([...silences, sql`${day('from')} <> ${NO_DAY}`, sql`${day('until')} <> ${NO_DAY}`]);
  const faults = timeFaults(date, day('from'), day('until'), dialect);
  const first = bound.readingColumns[place]?.[0] ?? 0;
  const answer = timeBetween(day('from'), day('until'), date.unit, dialect);
  return {
    branches: [{ when: allOf([isSaid, ...faults.map(({ when }) => not(sql`(${when})`))]), parts: [answer] }],
    problems: faults.map(({ when, code }) => ({
      when: allOf([isSaid, when]),
      then: plain(problemNumber(code, first)),
    })),
  };
}

/** Named texts that say nothing to a reading of days: missing ones, unclear ones, and those for other uses that are no days. */
function silentTexts(scope: SqlScope, slot: number, place: number): readonly string[] {
  const says = textsSaying(scope, slot, (one) => one.kind !== 'said' && 'reading' in one && one.reading === place);
  return [...namedTexts(scope, slot).keys()].filter((text) => !says.includes(text));
}
