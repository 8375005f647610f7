/** From the answers of a row to its decision: the walks that a row needs, and what they gather on the way (read-row.ts). */

import { encodeValue } from '../callers/encoding.ts';
import type { CompiledPolicy } from '../decision/compile.ts';
import { type RowTables, rowTables } from '../decision/row-tables.ts';
import { boundTable } from '../diagram/table.ts';
import { FIRST_STEPS, type FirstStep } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import { type OwnQuestion, PROBLEM } from './sql-answers.ts';
import type { SqlScope } from './sql-cells.ts';
import { type Asked, askedOf, FLAGS, gatedFacts } from './sql-facts.ts';
import { codeOf } from './sql-questions.ts';
import type { Made, Step } from './sql-steps.ts';
import { allOf, anyOf, column, firstOf, NO, not, plain, type Sql, sql } from './sql-text.ts';
import { createWalks, type Gathering, hasResult, type SqlWalk, type WalkCodes } from './sql-walks.ts';

/** The walks that bound what a row's answers allow. */
export interface DecisionWalks {
  readonly lowest: SqlWalk;
  readonly highest: SqlWalk;
  readonly highestLevel: SqlWalk;
  readonly firstSteps: Readonly<Record<FirstStep, { readonly certain: SqlWalk; readonly possible: SqlWalk }>>;
}

export interface DecisionSteps {
  readonly steps: readonly Step[];
  readonly walks: DecisionWalks;
  /** The same without what is assumed about safety questions; undefined where nothing is. */
  readonly withoutSafety: DecisionWalks | undefined;
}

export function decisionSteps(scope: SqlScope, compiled: CompiledPolicy, own: readonly OwnQuestion[]): DecisionSteps {
  const { questionnaire, encoding, forest, applies } = compiled.callers;
  const walks = createWalks(encoding.widths, scope.dialect);
  const asked = new Map(questionnaire.questions.map((question) => [question.id, askedOf(scope, question, own)]));
  const all = [...asked.values()];
  const coded: Made[] = encoding.variables.flatMap((variable, number) => {
    const one = asked.get(variable.question.id)?.own;
    return one === undefined ? [] : [{ name: `c${number}`, value: codeOf(variable, one) }];
  });
  const codes: WalkCodes = { fixed: (number) => fixedCode(number, true), code: (number) => column(`c${number}`) };
  const fixedCode = (number: number, withSafety: boolean): number | undefined => {
    const variable = encoding.variables[number];
    const one = variable && asked.get(variable.question.id);
    if (variable === undefined || one === undefined || one.own !== undefined) return undefined;
    const isAssumed = one.assumed !== undefined && (withSafety || !one.question.safety);
    return isAssumed ? encodeValue(variable, one.assumed) : (encoding.widths[number] ?? 0);
  };
  const gateOf = ({ question }: Asked, read: WalkCodes): SqlWalk =>
    walks.add(boundTable(forest, applies(question.id), 'max'), read);
  const gates = new Map(all.map((one) => [one.question.id, gateOf(one, codes)]));
  const isNeedless = ({ question }: Asked): Sql => {
    const gate = gates.get(question.id);
    return gate === undefined ? NO : hasResult(gate, 0);
  };

  const tables = rowTables(compiled);
  const main = decisionWalks(tables, (table) => walks.add(table, codes));
  const leaning = all.filter(({ question, assumed }) => question.safety && assumed !== undefined);
  const without: WalkCodes = {
    fixed: (number) => fixedCode(number, false),
    code: (number) => codeWithoutSafety(number),
  };
  const codeWithoutSafety = (number: number): Sql => {
    const one = asked.get(encoding.variables[number]?.question.id ?? '');
    const code = column(`c${number}`);
    if (one?.own === undefined) return code;
    const unknown = plain(encoding.widths[number] ?? 0);
    const isOpen = one.question.safety ? one.own.isAssumed : NO;
    // What was dropped stays dropped, although its question may apply where less is known.
    const gate = gates.get(one.question.id);
    const gateThere = gateOf(one, without);
    const isDropped = gate === undefined || gate.state.text === gateThere.state.text ? NO : isNeedless(one);
    return firstOf([{ when: anyOf([isOpen, allOf([isDropped, not(one.own.isAssumed)])]), then: unknown }], code);
  };
  const other = leaning.length === 0 ? undefined : decisionWalks(tables, (table) => walks.add(table, without));

  const facts = all.flatMap((one) => gatedFacts(scope, one, isNeedless(one)));
  const gatherings = facts.flatMap(({ name, question, value }): Gathering[] => {
    const after = gates.get(question);
    return after === undefined ? [] : [{ name, after, value }];
  });
  const prepared = [...facts.flatMap(({ prepared }) => prepared), ...FLAGS.map((name) => ({ name, value: plain(0) }))];
  return {
    steps: [
      {
        name: 'coded',
        note: 'codes of the variables that the diagrams test',
        makes: [...coded, ...prepared],
        isFenced: true,
      },
      ...walks.steps(gatherings, gather),
    ],
    walks: main,
    withoutSafety: other,
  };
}

function gather(name: string, values: readonly Sql[]): Sql {
  const all = values.reduce((left, right) => sql`${left}, ${right}`);
  return name === PROBLEM ? sql`least(${column(name)}, ${all})` : sql`greatest(${column(name)}, ${all})`;
}

function decisionWalks(tables: RowTables, walk: (table: RowTables['highestLevel']) => SqlWalk): DecisionWalks {
  return {
    lowest: walk(tables.outcome.lowest),
    highest: walk(tables.outcome.highest),
    highestLevel: walk(tables.highestLevel),
    firstSteps: forEachId(FIRST_STEPS, (id) => ({
      certain: walk(tables.firstSteps[id].certain),
      possible: walk(tables.firstSteps[id].possible),
    })),
  };
}
