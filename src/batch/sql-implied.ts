/** What columns imply of other questions. Means what combine-row.ts means. */

import { bandOf } from '../callers/encoding.ts';
import type { FactValue } from '../conditions/model.ts';
import type { Question, Questionnaire } from '../questionnaire/model.ts';
import type { BoundSqlReading } from './sql-bound-reading.ts';
import { isSound } from './sql-cells.ts';
import { OPTION_UNKNOWN, partsOf, sqlQuestion } from './sql-questions.ts';
import { isOneOf, NO_PROBLEM, problemNumber, type SqlScope, textOf, textsSaying } from './sql-slots.ts';
import type { Made } from './sql-steps.ts';
import { allOf, anyOf, column, firstOf, NO, not, plain, type Sql, sql, YES } from './sql-text.ts';

/** An answer that a column implies. */
export interface Implied {
  readonly question: Question;
  readonly value: FactValue;
  readonly place: number;
  readonly when: Sql;
}

/** Name of the column with the place of the column that is blamed for an answer. */
export function blamedFor({ index }: Question): string {
  return `b${index}`;
}

/** In the order in which a row is combined: by column, then as the mapping lists them. */
export function impliedAnswers(scope: SqlScope, { questions }: Questionnaire): readonly Implied[] {
  const { bound, dialect } = scope;
  return bound.columns.flatMap((place, slot) =>
    (bound.uses[slot] ?? []).flatMap((use) => {
      const implication = use.kind === 'implied' ? bound.mapping.implications[use.implication] : undefined;
      if (implication === undefined) return [];
      return [...implication.answers].flatMap(([id, value]) => {
        const question = questions.find((one) => one.id === id);
        const texts = textsSaying(scope, slot, (one) => one.kind === 'implied' && one.question === id).filter((text) =>
          implication.test.values.has(text),
        );
        return question === undefined ? [] : [{ question, value, place, when: isOneOf(textOf(slot), texts, dialect) }];
      });
    }),
  );
}

interface Implying {
  readonly question: Question;
  readonly reading: BoundSqlReading | undefined;
  readonly implied: readonly Implied[];
  readonly starts: readonly number[];
  /** The first column of the reading. */
  readonly firstColumn: number;
}

/** The answer with what is implied, the column blamed for it, and the problem of each implication that disagrees. */
export function impliedFor({ question, reading, implied, starts, firstColumn: first }: Implying) {
  const own = sqlQuestion(question);
  const isFaultless = allOf((reading?.slots ?? []).map(isSound));
  const read = reading === undefined ? NO : own.has;
  const answers = implied.map(({ value, place, when }) => ({
    when: allOf([isFaultless, when]),
    parts: partsOf(question, value, []),
    place,
  }));
  const branches = [
    { when: read, parts: own.parts.map(column), place: first },
    ...answers.map(({ when, parts, place }) => ({ when, parts: parts.map(plain), place })),
  ];
  const makes: Made[] = [
    ...own.parts.map((name, part) => ({
      name,
      value: firstOf(
        branches.map(({ when, parts }) => ({ when, then: parts[part] ?? plain(0) })),
        plain(own.unknown[part] ?? 0),
      ),
    })),
    ...(own.hasColumn === undefined ? [] : [{ name: own.hasColumn, value: anyOf(branches.map(({ when }) => when)) }]),
    {
      name: blamedFor(question),
      value: firstOf(
        branches.map(({ when, place }) => ({ when, then: plain(place) })),
        plain(0),
      ),
    },
  ];
  const conflicts = answers.flatMap(({ when, parts, place }, index) => {
    const before = branches.slice(0, index + 1);
    return before.map((other, position) =>
      firstOf(
        [
          ...before.slice(0, position).map((earlier) => ({ when: earlier.when, then: plain(NO_PROBLEM) })),
          {
            when: allOf([when, other.when, not(sql`(${agreement(question, other.parts, parts, starts)})`)]),
            then: plain(problemNumber('conflicting-answers', Math.min(place, other.place))),
          },
        ],
        plain(NO_PROBLEM),
      ),
    );
  });
  return { makes, conflicts: conflicts.filter(({ text }) => text !== String(NO_PROBLEM)) };
}

/** Whether nothing that a rule could read tells an answer and an implied one apart. */
function agreement(
  question: Question,
  parts: readonly Sql[],
  implied: readonly number[],
  starts: readonly number[],
): Sql {
  if (question.kind.kind === 'number') {
    const band = bandOf(starts, implied[0] ?? 0);
    const number = parts[0] ?? plain(0);
    const from = starts[band];
    const next = starts[band + 1];
    return allOf([
      band === 0 || from === undefined ? YES : sql`${number} >= ${from}`,
      next === undefined ? YES : sql`${number} < ${next}`,
    ]);
  }
  return allOf(
    parts.map((part, place) => {
      const value = implied[place] ?? 0;
      if (question.kind.kind === 'values') return sql`${part} = ${value}`;
      return value === 1 ? sql`${part} in (1, ${OPTION_UNKNOWN})` : sql`${part} in (0, ${OPTION_UNKNOWN})`;
    }),
  );
}
