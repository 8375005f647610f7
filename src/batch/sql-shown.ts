/** What a row shows in a query (interview/shown-result.ts), and its status (row-result-of.ts). */

import { LEVELS } from '../policy/care-lists.ts';
import type { SqlDialect } from './sql-dialect.ts';
import { type EndKinds, isAmong, LEAVES } from './sql-end.ts';
import { LEANING } from './sql-facts.ts';
import { NONE, SILENCE, type Suffix, WITHOUT } from './sql-reached.ts';
import type { Made } from './sql-steps.ts';
import { allOf, column, firstOf, not, plain, type Sql, sql } from './sql-text.ts';

const EMERGENCY = LEVELS.indexOf('emergency');

/** The ends of the levels that are still possible, and whether the policy says them. */
export function possible(suffix: Suffix): readonly Made[] {
  const of = (name: string): Sql => column(name + suffix);
  const isEmergency = { when: sql`${of('is_emergency')} = 1`, then: plain(EMERGENCY) };
  const leaves = (what: keyof typeof LEAVES): Sql => sql`${of('leaves')} = ${LEAVES[what]}`;
  const has = (least: string): Sql => sql`${of(least)} < ${LEVELS.length}`;
  const mayBeEmergency = sql`${has('lowest')} and ${of('highest_level')} = ${EMERGENCY}`;
  const bound = (plainRank: string, openRank: string): Sql =>
    firstOf(
      [
        isEmergency,
        { when: sql`${leaves('emergency')} and ${mayBeEmergency}`, then: plain(EMERGENCY) },
        { when: sql`${leaves('open')} and ${has('lowest_if')}`, then: of(openRank) },
        { when: sql`${leaves('all')} and ${has('lowest')}`, then: of(plainRank) },
      ],
      plain(NONE),
    );
  const silence = firstOf(
    [
      { when: isEmergency.when, then: plain(SILENCE.no) },
      { when: leaves('open'), then: of('silence_if') },
      { when: leaves('all'), then: of('silence') },
    ],
    plain(SILENCE.no),
  );
  return [
    { name: `least${suffix}`, value: bound('lowest', 'lowest_if') },
    { name: `most${suffix}`, value: bound('highest_level', 'highest_if') },
    { name: `hush${suffix}`, value: silence },
  ];
}

/** The ends that are told, whether there is one result, and the disposition. */
export function shown({ open }: EndKinds, suffix: Suffix): readonly Made[] {
  const of = (name: string): Sql => column(name + suffix);
  const isEmergency = sql`${of('is_emergency')} = 1`;
  const isOnlyEmergency = sql`(${of('least')} = ${EMERGENCY} and ${of('most')} = ${EMERGENCY})`; // not certain: others get no level
  const isOne = sql`${of('lowest')} = ${of('highest')} and (${of('lowest')} >= ${LEVELS.length} or ${of('is_step_open')} = 0)`;
  const isAsAnswered = allOf([
    sql`(${column('ended')} = ${NONE} or ${column('ended')} = ${of('shows')})`,
    not(isAmong(of('shows'), open)),
  ]);
  const isSettled = sql`${isEmergency} or (${isOne} and ${of('silence')} = ${SILENCE.no} and ${isAsAnswered})`;
  return [
    {
      name: `promised${suffix}`,
      value: firstOf(
        [
          { when: isEmergency, then: plain(EMERGENCY) },
          { when: sql`${of('hush')} <> ${SILENCE.no} or ${isOnlyEmergency}`, then: plain(NONE) },
        ],
        of('least'),
      ),
    },
    {
      name: `reaches${suffix}`,
      value: firstOf([{ when: sql`${of('hush')} = ${SILENCE.certain}`, then: plain(NONE) }], of('most')),
    },
    { name: `is_settled${suffix}`, value: firstOf([{ when: isSettled, then: plain(1) }], plain(0)) },
    { name: `disposition_place${suffix}`, value: firstOf([{ when: isEmergency, then: plain(NONE) }], of('ending')) },
  ];
}

/** The status as a text. */
export function status(isAssuming: boolean, dialect: SqlDialect): Sql {
  const same = (name: string): Sql => sql`${column(name)} = ${column(name + WITHOUT)}`;
  const isOut = sql`${column('reaches')} = ${NONE}`;
  const isSame = sql`case when ${isOut} and ${column(`reaches${WITHOUT}`)} = ${NONE} then ${same('disposition_place')}
      else ${column('is_settled')} = 1 and ${column(`is_settled${WITHOUT}`)} = 1 and ${same('promised')} end`;
  return firstOf(
    [
      ...(isAssuming ? [{ when: sql`${column(LEANING)} = 1 and not (${isSame})`, then: dialect.text('assumed') }] : []),
      { when: isOut, then: dialect.text('out-of-scope') },
      { when: sql`${column('is_settled')} = 1`, then: dialect.text('settled') },
    ],
    dialect.text('open'),
  );
}
