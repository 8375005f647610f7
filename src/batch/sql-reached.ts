/** What the walks of a query come to, as numbers. */

import { FIRST_STEPS, type FirstStep } from '../policy/care-lists.ts';
import type { Bounds, DecisionWalks } from './sql-decision.ts';
import type { SqlDialect } from './sql-dialect.ts';
import type { Made } from './sql-steps.ts';
import { allOf, anyOf, firstOf, joined, not, plain, type Sql, sql } from './sql-text.ts';
import { hasResult, resultOf } from './sql-walks.ts';

/** Stands for no level and for no disposition. */
export const NONE = -1;

/** Columns without a suffix are of the row; with this one, of the row without what is assumed about safety questions. */
export const WITHOUT = '_without';
export type Suffix = '' | typeof WITHOUT;

/** How certain it is that the policy does not say, as a number. */
export const SILENCE = { no: 0, possible: 1, certain: 2 } as const;

/** Bounds of the level and whether more than a level is open, what the answers end with, and the same if they were scored. */
export function reached(walks: DecisionWalks, suffix: Suffix, dialect: SqlDialect): readonly Made[] {
  const isOpen = anyOf(FIRST_STEPS.map((id) => isMaybe(walks.firstSteps[id])));
  const shows = walks.ends.map((walk, place) => ({ when: hasResult(walk, 1), then: plain(place) }));
  const numbers: Readonly<Record<string, Sql>> = {
    lowest: resultOf(walks.lowest, dialect),
    highest: resultOf(walks.highest, dialect),
    highest_level: resultOf(walks.highestLevel, dialect),
    is_step_open: firstOf([{ when: isOpen, then: plain(1) }], plain(0)),
    silence: silenceIn(walks.silent),
    shows: firstOf(shows, plain(NONE)),
    lowest_if: resultOf(walks.lowestIfScored, dialect),
    highest_if: resultOf(walks.highestIfScored, dialect),
    silence_if: silenceIn(walks.silentIfScored),
  };
  return Object.entries(numbers).map(([name, value]) => ({ name: name + suffix, value }));
}

function silenceIn({ certain, possible: some }: Bounds): Sql {
  const branches = [
    { when: hasResult(certain, 1), then: plain(SILENCE.certain) },
    { when: hasResult(some, 1), then: plain(SILENCE.possible) },
  ];
  return firstOf(branches, plain(SILENCE.no));
}

function isMaybe({ certain, possible: some }: Bounds): Sql {
  return allOf([hasResult(some, 1), not(hasResult(certain, 1))]);
}

/** First steps as the decision has them, and as an end of the call has them: what cannot wait holds whatever the level. */
export function firstSteps(walks: DecisionWalks, dialect: SqlDialect): readonly Made[] {
  const those = (holds: (id: FirstStep) => Sql): Sql => {
    const named = FIRST_STEPS.map((id) => firstOf([{ when: holds(id), then: dialect.text(`;${id}`) }], plain("''")));
    return sql`nullif(substr(${joined(named.filter(({ text }) => text !== "''").concat(plain("''")), ' || ')}, 2), '')`;
  };
  const isCertain = (id: FirstStep): Sql => hasResult(walks.firstSteps[id].certain, 1);
  const isCertainAtEnd = (id: FirstStep): Sql => {
    const whatever = walks.cannotWait[id];
    return whatever === undefined ? isCertain(id) : anyOf([isCertain(id), hasResult(whatever, 1)]);
  };
  return [
    { name: 'steps_certain', value: those(isCertain) },
    { name: 'steps_maybe', value: those((id) => isMaybe(walks.firstSteps[id])) },
    { name: 'steps_certain_ended', value: those(isCertainAtEnd) },
    {
      name: 'steps_maybe_ended',
      value: those((id) => allOf([isMaybe(walks.firstSteps[id]), not(isCertainAtEnd(id))])),
    },
  ];
}
