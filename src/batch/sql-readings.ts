/** What the readings of a mapping make of the cells: the row's own answers. Means what combine-reading.ts means. */

import type { FactValue } from '../conditions/model.ts';
import type { Question } from '../questionnaire/model.ts';
import type { Contribution } from './bound-mapping.ts';
import type { CasesReading, DateReading, OptionsReading, Reading } from './mapping.ts';
import {
  dayIn,
  isOneOf,
  isOnGridSql,
  isSound,
  isWithin,
  listOptions,
  NO_PROBLEM,
  namedTexts,
  noneIn,
  numberOf,
  optionIn,
  problemNumber,
  type SqlScope,
  textOf,
  textsSaying,
  timeFaults,
  todayIn,
} from './sql-cells.ts';
import { NO_DAY, timeBetween } from './sql-dates.ts';
import { OPTION_UNKNOWN, partsOf, sqlQuestion } from './sql-questions.ts';
import type { Made } from './sql-steps.ts';
import { allOf, anyOf, type Branch, column, firstOf, NO, not, plain, type Sql, sql, YES } from './sql-text.ts';

/** A reading with the columns it is bound to. */
export interface BoundSqlReading {
  readonly place: number;
  readonly reading: Reading;
  readonly question: Question;
  /** Slots of its columns, ascending. */
  readonly slots: readonly number[];
}

/** An answer that holds under some condition: its parts, or undefined where there is none. */
interface AnswerBranch {
  readonly when: Sql;
  readonly parts: readonly Sql[] | undefined;
}

/** The answer of a reading in the query. */
export interface SqlReading {
  readonly makes: readonly Made[];
  /** The number of the problem that its columns have together; undefined where they can have none. */
  readonly problem: Sql | undefined;
}

/** The columns of a reading's answer, and of its own problem where it can have one. */
export function sqlReading(scope: SqlScope, bound: BoundSqlReading): SqlReading {
  const { question, place, slots } = bound;
  const { branches, problems } = meaningOf(scope, bound);
  const sound = allOf(slots.map(isSound));
  const isList = bound.reading.kind === 'cell' && bound.reading.cell.kind === 'list'; // it may be wrong and name options
  const needsSound = isList || slots.length > 1 || slots.some((slot) => (scope.bound.uses[slot]?.length ?? 0) > 1);
  const open: readonly AnswerBranch[] = needsSound ? [{ when: not(sound), parts: undefined }, ...branches] : branches;
  const own = sqlQuestion(question);
  const part = (index: number): Sql =>
    firstOf(
      open.map(({ when, parts }) => ({ when, then: parts?.[index] ?? plain(own.unknown[index] ?? 0) })),
      plain(own.unknown[index] ?? 0),
    );
  const has = firstOf(
    open.map(({ when, parts }) => ({ when, then: parts === undefined ? NO : YES })),
    NO,
  );
  const answer: readonly Made[] = [
    ...own.parts.map((name, index) => ({ name, value: part(index), note: noteOf(question, index) })),
    ...(own.hasColumn === undefined ? [] : [{ name: own.hasColumn, value: has }]),
  ];
  if (problems.length === 0) return { makes: answer, problem: undefined };
  const problem = column(`r${place}`);
  const faults = problems.map(({ when, then }) => ({ when: allOf([sound, when]), then }));
  return { makes: [...answer, { name: problem.text, value: firstOf(faults, plain(NO_PROBLEM)) }], problem };
}

function noteOf({ id, kind }: Question, index: number): string {
  return kind.kind === 'options' ? `${id}: ${kind.options[index] ?? ''}` : id;
}

interface ReadingMeaning {
  readonly branches: readonly AnswerBranch[];
  readonly problems: readonly Branch[];
}

function meaningOf(scope: SqlScope, bound: BoundSqlReading): ReadingMeaning {
  const { reading } = bound;
  switch (reading.kind) {
    case 'cell':
      return { branches: cellBranches(scope, bound), problems: [] };
    case 'date':
      return dateMeaning(scope, bound, reading.date);
    case 'options':
      return optionsMeaning(scope, bound, reading);
    case 'cases':
      return { branches: casesBranches(scope, bound, reading), problems: [] };
    default:
      return reading satisfies never;
  }
}

/** What the named texts of the column answer, then what any other text does. */
function cellBranches(scope: SqlScope, { place, question, slots, reading }: BoundSqlReading): readonly AnswerBranch[] {
  const [slot = 0] = slots;
  const text = textOf(slot);
  const byParts = new Map<string, { readonly parts: readonly number[]; readonly texts: string[] }>();
  const silent: string[] = [];
  for (const [named, meaning] of namedTexts(scope, slot)) {
    const answer = meaning.ok ? meaning.contributions.find((one) => isAnswerTo(one, place)) : undefined;
    if (answer?.kind !== 'answer') {
      silent.push(named);
      continue;
    }
    const parts = partsOf(question, answer.value, answer.unknownOptions);
    const same = byParts.get(parts.join());
    if (same === undefined) byParts.set(parts.join(), { parts, texts: [named] });
    else same.texts.push(named);
  }
  const others = reading.kind === 'cell' ? otherTexts({ reading, question, slot, place }) : [];
  return [
    ...[...byParts.values()].map(({ parts, texts }) => ({
      when: isOneOf(text, texts, scope.dialect),
      parts: parts.map(plain),
    })),
    ...(others.length === 0 ? [] : [{ when: isOneOf(text, silent, scope.dialect), parts: undefined }, ...others]),
  ];
}

function isAnswerTo(one: Contribution, place: number): boolean {
  return one.kind === 'answer' && one.reading === place;
}

interface CellPlace {
  readonly reading: Extract<Reading, { kind: 'cell' }>;
  readonly question: Question;
  readonly slot: number;
  readonly place: number;
}

/** What texts answer that no use of the column names. */
function otherTexts({ reading: { cell }, question, slot, place }: CellPlace): readonly AnswerBranch[] {
  const number = numberOf(slot);
  switch (cell.kind) {
    case 'values':
    case 'ranges':
      return [];
    case 'number':
      return [{ when: isOnGridSql(number, cell.grid), parts: [number] }];
    case 'bands':
      return cell.bands.map((band) => ({
        when: isWithin(number, band),
        parts: partsOf(question, band.answer, []).map(plain),
      }));
    case 'list': {
      const options = question.kind.kind === 'options' ? question.kind.options : [];
      const known = listOptions(cell);
      // An option that no text stands for stays unknown; where all are, "none of these" is no answer.
      const parts = options.map((option) =>
        known.includes(option) ? optionIn(slot, place, known.indexOf(option)) : plain(OPTION_UNKNOWN),
      );
      const anyIs = (value: number) => anyOf(known.map((_, index) => sql`${optionIn(slot, place, index)} = ${value}`));
      const isSaid = anyOf([anyIs(1), allOf([sql`${noneIn(slot, place)} = 1`, anyIs(0)])]);
      return [{ when: isSaid, parts }];
    }
    default:
      return cell satisfies never;
  }
}

function dateMeaning(scope: SqlScope, { place, slots }: BoundSqlReading, date: DateReading): ReadingMeaning {
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

function optionsMeaning(
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
    const own = isDenied(scope, { place, slots, question, reading: { bit } });
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
function isDenied(
  scope: SqlScope,
  { place, slots, reading: { bit } }: Omit<BoundSqlReading, 'reading'> & { readonly reading: { readonly bit: number } },
): Sql {
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

function casesBranches(
  scope: SqlScope,
  { place, slots, question }: BoundSqlReading,
  { cases }: CasesReading,
): readonly AnswerBranch[] {
  const { bound, dialect } = scope;
  return cases.map(({ answer }, index) => {
    const tests = slots.flatMap((slot) => {
      const isTested = (bound.uses[slot] ?? []).some(
        (use) => use.kind === 'cases' && use.reading === place && use.tests[index] !== undefined,
      );
      if (!isTested) return [];
      const texts = textsSaying(
        scope,
        slot,
        (one) => one.kind === 'cases' && one.reading === place && ((one.allowed >> index) & 1) === 1,
      );
      return [isOneOf(textOf(slot), texts, dialect)];
    });
    return { when: allOf(tests), parts: answerParts(question, answer) };
  });
}

function answerParts(question: Question, answer: FactValue | undefined): readonly Sql[] | undefined {
  return answer === undefined ? undefined : partsOf(question, answer, []).map(plain);
}
