/** The last steps of a query: from states to the columns of the result. Means what row-result-of.ts means. */

import { LEVELS } from '../policy/care-lists.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { PROBLEM } from './sql-answers.ts';
import { SQL_RESULT_COLUMNS, type SqlResultColumn } from './sql-columns.ts';
import type { DecisionSteps, DecisionWalks } from './sql-decision.ts';
import type { SqlDialect } from './sql-dialect.ts';
import { ending, endKinds } from './sql-end.ts';
import { MINOR, SAFETY_OPEN } from './sql-facts.ts';
import { firstSteps, NONE, reached, type Suffix, WITHOUT } from './sql-reached.ts';
import { possible, shown, status } from './sql-shown.ts';
import { NO_PROBLEM, problemCode, type SqlScope } from './sql-slots.ts';
import type { Made, Step } from './sql-steps.ts';
import { column, firstOf, joined, plain, type Sql, sql } from './sql-text.ts';

const IOP = LEVELS.indexOf('iop');

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
  const ends = endKinds(questionnaire);
  return [
    {
      name: 'reached',
      note: 'levels by rank, then dispositions; first steps',
      makes: [...both((own, suffix) => reached(own, suffix, dialect)), ...firstSteps(walks, dialect)],
      isFenced: true,
    },
    {
      name: 'ended_so',
      note: 'what ends the call: an emergency, what a column says, what the answers show',
      makes: both((_, suffix) => ending(ends, suffix)),
      isFenced: true,
    },
    {
      name: 'left_open',
      note: 'levels that are still possible under that end',
      makes: both((_, suffix) => possible(suffix)),
      isFenced: true,
    },
    {
      name: 'shown',
      note: 'which of them can be promised',
      makes: both((_, suffix) => shown(ends, suffix)),
      isFenced: true,
    },
    {
      name: 'judged',
      makes: [{ name: 'standing', value: status(withoutSafety !== undefined, dialect) }],
      isFenced: true,
    },
  ];
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
  const [promised, disposition] = [column('promised'), column('disposition_place')];
  const isEnded = sql`${column('ending')} <> ${NONE}`;
  const steps = (name: string): Sql => sound(firstOf([{ when: isEnded, then: column(`${name}_ended`) }], column(name)));
  const sound = (value: Sql): Sql => sql`case when ${isSound} then ${value} end`;
  const values: Readonly<Record<SqlResultColumn, Sql>> = {
    level: where(sql`${column('standing')} = 'settled'`, named(promised, LEVELS)),
    level_at_least: sound(named(promised, LEVELS)),
    level_at_most: sound(named(column('reaches'), LEVELS)),
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
    first_step: steps('steps_certain'),
    first_step_possible: steps('steps_maybe'),
    fallback: sound(fallback(disposition)),
    safety_open: sound(column(SAFETY_OPEN)),
    problem: sql`case when not (${isSound}) then ${problemCode(column(PROBLEM), dialect)} end`,
  };
  return SQL_RESULT_COLUMNS.map((name) => ({ name, value: values[name] }));
}

/** Whether the IOP is ruled out (row-result-of.ts): nobody's for certain where no level is promised or there is a disposition, and no minor's at all. */
function fallback(disposition: Sql): Sql {
  const [least, most, promised] = [column('least'), column('most'), column('promised')];
  const isRuledOut = sql`${least} > ${IOP} and ${promised} <> ${NONE} and ${disposition} = ${NONE}`;
  return sql`case when ${column(MINOR)} = 1 or ${most} <= ${IOP} then 'no' when ${isRuledOut} then 'yes' else 'possible' end`;
}
