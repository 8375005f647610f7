/** How a call ends in a query: by a column, by the answers, or as an emergency (interview/shown-result.ts). */

import { LEVELS } from '../policy/care-lists.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { STOPPED } from './sql-facts.ts';
import { NONE, type Suffix } from './sql-reached.ts';
import { isOneOf, type SqlScope, textOf, textsSaying } from './sql-slots.ts';
import type { Made } from './sql-steps.ts';
import { anyOf, column, firstOf, NO, plain, type Sql, sql } from './sql-text.ts';

const EMERGENCY = LEVELS.indexOf('emergency');

/** How a row says that its call was ended, as the place of a disposition; made where the texts are still at hand. */
export function endedMake(scope: SqlScope, { dispositions }: Questionnaire): Made {
  const slot = scope.bound.uses.findIndex((uses) => uses.some(({ kind }) => kind === 'ended'));
  const textsFor = (id: string) =>
    slot === -1 ? [] : textsSaying(scope, slot, (one) => one.kind === 'ended' && one.disposition === id);
  const branches = dispositions.map(({ id }, place) => ({
    when: isOneOf(textOf(slot), textsFor(id), scope.dialect),
    then: plain(place),
  }));
  return { name: 'ended', value: firstOf(branches, plain(NONE)) };
}

/** Name of the column that is 1 where a column says that the call was stopped as an emergency. */
const HALTED = 'is_halted';

/** How a row says that its call was stopped as an emergency. */
export function haltedMake(scope: SqlScope): Made {
  const slot = scope.bound.uses.findIndex((uses) => uses.some(({ kind }) => kind === 'emergency'));
  const texts = slot === -1 ? [] : textsSaying(scope, slot, ({ kind }) => kind === 'emergency');
  return {
    name: HALTED,
    value: firstOf([{ when: isOneOf(textOf(slot), texts, scope.dialect), then: plain(1) }], plain(0)),
  };
}

/** Places of dispositions: those without levels, those of them that no answer shows, and those that show levels as open. */
export interface EndKinds {
  readonly closed: readonly number[];
  readonly cutShort: readonly number[];
  readonly open: readonly number[];
}

/** Sorts the dispositions of a questionnaire. */
export function endKinds({ dispositions }: Questionnaire): EndKinds {
  const those = (passes: (one: Questionnaire['dispositions'][number]) => boolean) =>
    dispositions.flatMap((one, place) => (passes(one) ? [place] : []));
  return {
    closed: those(({ level }) => level === 'none'),
    cutShort: those(({ level, when }) => level === 'none' && when === undefined),
    open: those(({ level }) => level === 'open'),
  };
}

/** Whether a place is one of these. */
export function isAmong(value: Sql, places: readonly number[]): Sql {
  return places.length === 0 ? NO : sql`${value} in (${places.join()})`;
}

/** What an end leaves of the levels: all, those that it shows as open, an emergency at most, or nothing. */
export const LEAVES = { all: 0, open: 1, emergency: 2, nothing: 3 } as const;

/** Whether a row is an emergency, what names its end, and what that leaves. */
export function ending({ closed, cutShort }: EndKinds, suffix: Suffix): readonly Made[] {
  const [lowest, highest, shows] = ['lowest', 'highest', 'shows'].map((name) => column(name + suffix));
  if (lowest === undefined || highest === undefined || shows === undefined) return [];
  const ended = column('ended');
  const isEnded = sql`${ended} <> ${NONE}`;
  const isOnly = sql`(${lowest} = ${EMERGENCY} and ${highest} = ${EMERGENCY})`;
  const isEmergency = sql`${column(STOPPED)} = 1 or ${column(HALTED)} = 1 or ${isOnly}`;
  const leaves = firstOf(
    [
      { when: isAmong(ended, cutShort), then: plain(LEAVES.nothing) },
      { when: anyOf([isAmong(ended, closed), isAmong(shows, closed)]), then: plain(LEAVES.emergency) },
      { when: sql`${isEnded} or ${shows} <> ${NONE}`, then: plain(LEAVES.open) },
    ],
    plain(LEAVES.all),
  );
  return [
    { name: `is_emergency${suffix}`, value: firstOf([{ when: isEmergency, then: plain(1) }], plain(0)) },
    { name: `ending${suffix}`, value: firstOf([{ when: isEnded, then: ended }], shows) },
    { name: `leaves${suffix}`, value: leaves },
  ];
}
