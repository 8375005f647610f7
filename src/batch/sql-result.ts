/** The last steps of a query: from states to the columns of the result. Means what row-result-of.ts means. */

import { FIRST_STEPS, LEVELS } from '../policy/care-lists.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { PROBLEM } from './sql-answers.ts';
import { isOneOf, NO_PROBLEM, problemCode, type SqlScope, textOf, textsSaying } from './sql-cells.ts';
import type { DecisionSteps, DecisionWalks } from './sql-decision.ts';
import type { SqlDialect } from './sql-dialect.ts';
import { LEANING, MINOR, STOPPED } from './sql-facts.ts';
import type { Made, Step } from './sql-steps.ts';
import { allOf, anyOf, column, firstOf, joined, not, plain, type Sql, sql } from './sql-text.ts';
import { hasResult, resultOf } from './sql-walks.ts';

const EMERGENCY = LEVELS.indexOf('emergency');
const IOP = LEVELS.indexOf('iop');

/** Stands for no level and for no disposition. */
const NONE = -1;

/** The columns of the result. `rules` and `missing` are told by `score` only. */
export const SQL_RESULT_COLUMNS = [
  'level',
  'level_at_least',
  'level_at_most',
  'status',
  'disposition',
  'first_step',
  'first_step_possible',
  'fallback',
  'problem',
] as const;
export type SqlResultColumn = (typeof SQL_RESULT_COLUMNS)[number];

/** Columns without a suffix are of the row; with this one, of the row without what is assumed about safety questions. */
const WITHOUT = '_without';
type Suffix = '' | typeof WITHOUT;

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

/** The steps behind the walks. */
export function resultSteps(
  { dialect }: SqlScope,
  questionnaire: Questionnaire,
  decided: DecisionSteps,
): readonly Step[] {
  const { walks, withoutSafety } = decided;
  const both = (make: (walks: DecisionWalks, suffix: Suffix) => readonly Made[]) => [
    ...make(walks, ''),
    ...(withoutSafety === undefined ? [] : make(withoutSafety, WITHOUT)),
  ];
  return [
    {
      name: 'reached',
      note: 'levels by rank, then dispositions; first steps',
      makes: [...both((own, suffix) => bounds(own, suffix, dialect)), ...firstSteps(walks, dialect)],
      isFenced: true,
    },
    {
      name: 'shown',
      note: 'what a stop or the end of the call makes of it',
      makes: both((_, suffix) => shown(questionnaire, suffix)),
      isFenced: true,
    },
    {
      name: 'judged',
      makes: [{ name: 'standing', value: status(withoutSafety !== undefined, dialect) }],
      isFenced: true,
    },
  ];
}

function bounds(
  { lowest, highest, highestLevel, ...walks }: DecisionWalks,
  suffix: Suffix,
  dialect: SqlDialect,
): readonly Made[] {
  const isOpen = anyOf(FIRST_STEPS.map((id) => isMaybe(walks.firstSteps[id])));
  return [
    { name: `lowest${suffix}`, value: resultOf(lowest, dialect) },
    { name: `highest${suffix}`, value: resultOf(highest, dialect) },
    { name: `highest_level${suffix}`, value: resultOf(highestLevel, dialect) },
    { name: `is_step_open${suffix}`, value: firstOf([{ when: isOpen, then: plain(1) }], plain(0)) },
  ];
}

function isMaybe({ certain, possible }: DecisionWalks['firstSteps'][keyof DecisionWalks['firstSteps']]): Sql {
  return allOf([hasResult(possible, 1), not(hasResult(certain, 1))]);
}

function firstSteps({ firstSteps: walks }: DecisionWalks, dialect: SqlDialect): readonly Made[] {
  const those = (holds: (id: (typeof FIRST_STEPS)[number]) => Sql): Sql => {
    const named = FIRST_STEPS.map((id) => firstOf([{ when: holds(id), then: dialect.text(`;${id}`) }], plain("''")));
    return sql`nullif(substr(${joined(named.filter(({ text }) => text !== "''").concat(plain("''")), ' || ')}, 2), '')`;
  };
  return [
    { name: 'steps_certain', value: those((id) => hasResult(walks[id].certain, 1)) },
    { name: 'steps_maybe', value: those((id) => isMaybe(walks[id])) },
  ];
}

/** A stop is an emergency whatever the policy says; a call that was ended has the level that its disposition leaves. */
function shown({ dispositions }: Questionnaire, suffix: Suffix): readonly Made[] {
  const [lowest, highest, level] = ['lowest', 'highest', 'highest_level'].map((name) => column(name + suffix));
  if (lowest === undefined || highest === undefined || level === undefined) return [];
  const isStopped = sql`${column(STOPPED)} = 1`;
  const isLevel = sql`${lowest} < ${LEVELS.length}`;
  const isOne = sql`${lowest} = ${highest} and (${lowest} >= ${LEVELS.length} or ${column(`is_step_open${suffix}`)} = 0)`;
  const isEmergency = sql`(${isStopped} or ${lowest} = ${EMERGENCY} and ${isOne})`;
  const isEnded = sql`${column('ended')} <> ${NONE}`;
  const closed = dispositions.flatMap(({ level: left }, place) => (left === 'none' ? [place] : []));
  const isClosed = closed.length === 0 ? plain('false') : sql`${column('ended')} in (${closed.join()})`;
  const bound = (rank: Sql): Sql =>
    firstOf(
      [
        { when: isStopped, then: plain(EMERGENCY) },
        { when: sql`not ${isEmergency} and ${isClosed}`, then: plain(NONE) },
        { when: isLevel, then: rank },
      ],
      plain(NONE),
    );
  return [
    { name: `least${suffix}`, value: bound(lowest) },
    { name: `most${suffix}`, value: bound(level) },
    {
      name: `is_settled${suffix}`,
      value: firstOf([{ when: sql`${isEmergency} or not (${isEnded}) and ${isOne}`, then: plain(1) }], plain(0)),
    },
    {
      name: `disposition_place${suffix}`,
      value: firstOf(
        [
          { when: isEmergency, then: plain(NONE) },
          { when: isEnded, then: column('ended') },
          { when: sql`not (${isLevel}) and ${lowest} = ${highest}`, then: sql`${lowest} - ${LEVELS.length}` },
        ],
        plain(NONE),
      ),
    },
  ];
}

function status(isAssuming: boolean, dialect: SqlDialect): Sql {
  const [least, disposition, settled] = ['least', 'disposition_place', 'is_settled'].map((name) => ({
    own: column(name),
    other: column(name + WITHOUT),
  }));
  if (least === undefined || disposition === undefined || settled === undefined) return plain('null');
  const isSame = sql`case when ${least.own} = ${NONE} and ${least.other} = ${NONE}
      then ${disposition.own} <> ${NONE} and ${disposition.own} = ${disposition.other}
      else ${settled.own} = 1 and ${settled.other} = 1 and ${least.own} = ${least.other} end`;
  return firstOf(
    [
      ...(isAssuming ? [{ when: sql`${column(LEANING)} = 1 and not (${isSame})`, then: dialect.text('assumed') }] : []),
      { when: sql`${least.own} = ${NONE}`, then: dialect.text('out-of-scope') },
      { when: sql`${settled.own} = 1`, then: dialect.text('settled') },
    ],
    dialect.text('open'),
  );
}

/** The columns of the result: null where a row cannot be scored, but for `problem`. */
export function resultColumns({ dispositions }: Questionnaire, dialect: SqlDialect): readonly Made[] {
  const isSound = sql`${column(PROBLEM)} = ${NO_PROBLEM}`;
  const where = (condition: Sql, value: Sql): Sql => sql`case when ${isSound} and ${condition} then ${value} end`;
  const named = (place: Sql, ids: readonly string[]): Sql =>
    sql`case ${place} ${joined(
      ids.map((id, index) => sql`when ${index} then ${dialect.text(id)}`),
      ' ',
    )} end`;
  const [least, most, disposition] = [column('least'), column('most'), column('disposition_place')];
  const sound = (value: Sql): Sql => sql`case when ${isSound} then ${value} end`;
  const values: Readonly<Record<SqlResultColumn, Sql>> = {
    level: where(sql`${column('standing')} = 'settled'`, named(least, LEVELS)),
    level_at_least: sound(named(least, LEVELS)),
    level_at_most: sound(named(most, LEVELS)),
    status: sound(column('standing')),
    disposition:
      dispositions.length === 0
        ? plain('null')
        : sound(
            named(
              disposition,
              dispositions.map(({ id }) => id),
            ),
          ),
    first_step: sound(column('steps_certain')),
    first_step_possible: sound(column('steps_maybe')),
    fallback: sound(fallback(least, most, disposition)),
    problem: sql`case when not (${isSound}) then ${problemCode(column(PROBLEM), dialect)} end`,
  };
  return SQL_RESULT_COLUMNS.map((name) => ({ name, value: values[name] }));
}

/** Whether the IOP is ruled out (referral/fallback.ts): nobody's for certain where there is a disposition, and no minor's at all. */
function fallback(least: Sql, most: Sql, disposition: Sql): Sql {
  return sql`case when ${column(MINOR)} = 1 or ${most} <= ${IOP} then 'no' when ${least} > ${IOP} and ${disposition} = ${NONE} then 'yes' else 'possible' end`;
}
