/** From the answers of a row to its decision: the walks that it needs, and what they gather on the way (read-row.ts). */

import type { CompiledPolicy } from '../decision/compile.ts';
import { type Certainties, type RowTables, rowTables } from '../decision/row-tables.ts';
import { boundTable, type Table } from '../diagram/table.ts';
import { CANNOT_WAIT, FIRST_STEPS, type FirstStep } from '../policy/care-lists.ts';
import { forEachId } from '../policy/for-each-id.ts';
import { type OwnQuestion, PROBLEM } from './sql-answers.ts';
import { createPacked, type Packed, packedFlag, type RowCodes, rowCodes } from './sql-codes.ts';
import { type Asked, askedOf, COUNTERS, gatedFacts, SAFETY_OPEN } from './sql-facts.ts';
import type { SqlScope } from './sql-slots.ts';
import type { Step } from './sql-steps.ts';
import { allOf, column, firstOf, NO, not, plain, type Sql, sql, YES } from './sql-text.ts';
import { createWalks, type Gathering, hasResult, isSameWalk, type SqlWalk, type SqlWalks } from './sql-walks.ts';

/** The walks that bound what a row's answers allow. */
export interface DecisionWalks {
  readonly lowest: SqlWalk;
  readonly highest: SqlWalk;
  readonly highestLevel: SqlWalk;
  readonly firstSteps: Readonly<Record<FirstStep, Bounds>>;
  readonly silent: Bounds;
  /** For each disposition whether the answers show it for certain. */
  readonly ends: readonly SqlWalk[];
  /** The levels where those whose disposition shows them as open are scored too: LEVELS.length where there are none. */
  readonly lowestIfScored: SqlWalk;
  readonly highestIfScored: SqlWalk;
  readonly silentIfScored: Bounds;
  /** First steps that some rule asks for whatever way the call ends. */
  readonly cannotWait: Readonly<Partial<Record<FirstStep, SqlWalk>>>;
}

/** Walks that end with 1 where something holds in every completion, and where it holds in some. */
export interface Bounds {
  readonly certain: SqlWalk;
  readonly possible: SqlWalk;
}

export interface DecisionSteps {
  readonly steps: readonly Step[];
  readonly walks: DecisionWalks;
  /** The same without what is assumed about safety questions; undefined where nothing is. */
  readonly withoutSafety: DecisionWalks | undefined;
}

/** The steps from answers to the ends of all walks. */
export function decisionSteps(scope: SqlScope, compiled: CompiledPolicy, own: readonly OwnQuestion[]): DecisionSteps {
  const { questionnaire, encoding } = compiled.callers;
  const asked = questionnaire.questions.map((question) => askedOf(scope, encoding, question, own));
  const packed = createPacked('codes', scope.dialect);
  const walks = createWalks(encoding.widths, scope.dialect);
  const byId = new Map(asked.map((one) => [one.question.id, one]));
  const walkers = rowWalkers({ compiled, walks, packed, asked: byId, codes: rowCodes(compiled, byId, packed) });
  const tables = rowTables(compiled);
  const isAssuming = asked.some(({ question, assumed }) => question.safety && assumed !== undefined);
  const decided = {
    walks: decisionWalks(tables, walkers.walk),
    withoutSafety: isAssuming ? decisionWalks(tables, walkers.walkWithoutSafety) : undefined,
  };
  const gatherings = asked.flatMap((one): readonly Gathering[] => {
    const after = walkers.gate(one.question.id);
    return gatedFacts(scope, one, { isNeedless: hasResult(after, 0), pack: packed.add }).map(({ name, value }) => ({
      name,
      after,
      value,
    }));
  });
  const walked = walks.steps(gatherings, gather);
  const flags = COUNTERS.map((name) => ({ name, value: plain(0) }));
  const note = 'codes of the variables that the diagrams test, and what hangs on whether questions apply';
  return { steps: [{ name: 'coded', note, makes: [packed.make(), ...flags], isFenced: true }, ...walked], ...decided };
}

interface WalkerParts {
  readonly compiled: CompiledPolicy;
  readonly walks: SqlWalks;
  readonly packed: Packed;
  readonly asked: ReadonlyMap<string, Asked>;
  readonly codes: RowCodes;
}

/** Walks over tables with all answers of a row, and without what is assumed about safety questions. */
function rowWalkers({ compiled, walks, packed, asked, codes }: WalkerParts) {
  const { encoding, forest, applies } = compiled.callers;
  const walk = (table: Table): SqlWalk =>
    walks.add(table, { fixed: (variable) => codes.fixed(variable, true), code: codes.code });
  const walkWithoutSafety = (table: Table): SqlWalk =>
    walks.add(table, { fixed: (variable) => codes.fixed(variable, false), code: codeWithoutSafety });
  const gateTable = (id: string) => boundTable(forest, applies(id), 'max');
  const gates = new Map<string, SqlWalk>();
  const gate = (id: string): SqlWalk => {
    const found = gates.get(id) ?? walk(gateTable(id));
    gates.set(id, found);
    return found;
  };
  // What was dropped stays dropped, although its question may apply where less is known.
  const dropped = new Map<string, Sql>();
  const isDropped = (id: string): Sql => {
    const before = dropped.get(id);
    const own = asked.get(id)?.own;
    if (before !== undefined || own === undefined) return before ?? NO;
    const here = gate(id);
    const isSame = isSameWalk(here, walkWithoutSafety(gateTable(id)));
    const isOwn = own.isAssumed.text === NO.text ? YES : not(packedFlag(packed, own.isAssumed));
    const result = isSame ? NO : allOf([hasResult(here, 0), isOwn]);
    dropped.set(id, result);
    return result;
  };
  const codeWithoutSafety = (variable: number): Sql => {
    const when = isDropped(encoding.variables[variable]?.question.id ?? '');
    return firstOf([{ when, then: plain(encoding.widths[variable] ?? 0) }], codes.codeWithoutSafety(variable));
  };
  return { walk, walkWithoutSafety, gate };
}

function gather(name: string, values: readonly Sql[]): Sql {
  if (name === SAFETY_OPEN) return values.reduce((sum, value) => sql`${sum} + ${value}`, column(name));
  const all = values.reduce((left, right) => sql`${left}, ${right}`);
  return name === PROBLEM ? sql`least(${column(name)}, ${all})` : sql`greatest(${column(name)}, ${all})`;
}

function decisionWalks(tables: RowTables, walk: (table: Table) => SqlWalk): DecisionWalks {
  const both = ({ certain, possible }: Certainties): Bounds => ({ certain: walk(certain), possible: walk(possible) });
  const { endings } = tables;
  return {
    lowest: walk(tables.outcome.lowest),
    highest: walk(tables.outcome.highest),
    highestLevel: walk(tables.highestLevel),
    firstSteps: forEachId(FIRST_STEPS, (id) => both(tables.firstSteps[id])),
    silent: both(tables.silent),
    ends: endings.certain.map(walk),
    lowestIfScored: walk(endings.lowestIfScored),
    highestIfScored: walk(endings.highestIfScored),
    silentIfScored: both(endings.silentIfScored),
    cannotWait: forEachId(CANNOT_WAIT, (id) => walk(endings.cannotWait[id])),
  };
}
