import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Examination, examineTable, type TableReport } from '../../src/analysis/table-report.ts';
import { questionnaireConditions } from '../../src/callers/callers.ts';
import { holds } from '../../src/conditions/evaluate.ts';
import type { Table } from '../../src/policy/table-model.ts';
import type { WitnessCaller } from '../../src/problems/problem.ts';
import { readCaller } from '../../src/questionnaire/complete-caller.ts';
import { withRuns } from './listing.ts';
import { listStates, randomTable, type State } from './random-tables.ts';

const RUNS = 1000;

function law(check: (table: Table, report: TableReport, states: readonly State[]) => void): void {
  fc.assert(
    fc.property(randomTable, (table) => check(table, examined(examineTable(table)), listStates(table))),
    { numRuns: RUNS, endOnFailure: true },
  );
}

function examined(examination: Examination): TableReport {
  if (!examination.ok) throw new Error('over budget');
  return examination.report;
}

const count = (states: readonly State[]): bigint => BigInt(states.length);
const tally = (states: readonly State[], { groups }: Table) => ({
  states: count(states),
  groups: groups.length === 0 ? {} : { group: count(states.filter(({ inGroup }) => inGroup)) },
});

/** The levels that rules give a state: under `first` that of the first one that holds. */
function levelsOf({ holding }: State, { hit, rules }: Table): ReadonlySet<string> {
  const deciding = hit === 'first' ? holding.slice(0, 1) : holding;
  return new Set(deciding.map((place) => rules[place]?.level ?? ''));
}

test('every number of a report is that of the states listed one by one', () => {
  law((table, report, states) => {
    const levels = new Map(states.map((state) => [state, levelsOf(state, table)]));
    const given = (state: State) => levels.get(state) ?? new Set<string>();
    expect(report.measure).toBe('states');
    expect(report.all).toEqual(tally(states, table));
    const unreached = states.filter(({ holding }) => holding.length === 0);
    expect(report.unreached).toMatchObject(tally(unreached, table));
    const several = states.filter((state) => given(state).size > 1);
    expect(report.several).toMatchObject(tally(several, table));
    for (const { level, alone, amongOthers } of report.levels) {
      const own = states.filter((state) => given(state).has(level));
      expect(alone).toEqual(
        tally(
          own.filter((state) => given(state).size === 1),
          table,
        ),
      );
      expect(amongOthers).toEqual(
        tally(
          own.filter((state) => given(state).size > 1),
          table,
        ),
      );
    }
    expect(report.rules.map(({ holds: all }) => all)).toEqual(
      table.rules.map((_, place) => count(states.filter(({ holding }) => holding.includes(place)))),
    );
    expect(report.rules.map(({ decides }) => decides)).toEqual(
      table.rules.map((_, place) =>
        count(states.filter(({ holding }) => (table.hit === 'first' ? holding[0] === place : holding.includes(place)))),
      ),
    );
  });
}, 60_000);

test('overlaps are the pairs of rules that hold for the same states with different levels, most states first', () => {
  law((table, report, states) => {
    const pairs = table.rules.flatMap((_, first) =>
      table.rules.flatMap((_, second) => {
        const both = states.filter(({ holding }) => isOverlap(holding, first, second, table));
        return first < second && both.length > 0 ? [{ first, second, states: count(both) }] : [];
      }),
    );
    const sorted = pairs.toSorted((left, right) => Number(right.states - left.states));
    expect(report.overlaps.map(({ first, second, states: all }) => ({ first, second, states: all }))).toEqual(sorted);
  });
}, 60_000);

function isOverlap(holding: readonly number[], first: number, second: number, { hit, rules }: Table): boolean {
  if (rules[first]?.level === rules[second]?.level || !holding.includes(second)) return false;
  return hit === 'first' ? holding[0] === first : holding.includes(first);
}

test('shadowed are exactly the rules without which nothing changes, and those named leave them nothing, each of them needed', () => {
  law((table, report, states) => {
    const gone = new Set<number>();
    const others = (place: number): readonly number[] =>
      table.rules.flatMap(({ level }, other) => {
        if (table.hit === 'first') return other < place ? [other] : [];
        return other !== place && level === table.rules[place]?.level && !gone.has(other) ? [other] : [];
      });
    const isCovered = (place: number, by: readonly number[]): boolean =>
      states.every(({ holding }) => !holding.includes(place) || by.some((other) => holding.includes(other)));
    const expected: number[] = [];
    for (const place of [...table.rules.keys()].reverse()) {
      if (!isCovered(place, others(place))) continue;
      gone.add(place);
      expected.unshift(place);
    }
    expect(report.shadowed.map(({ rule }) => rule)).toEqual(expected);
    for (const { rule, by } of report.shadowed) {
      expect(isCovered(rule, by)).toBe(true);
      expect(
        by.every(
          (one) =>
            !isCovered(
              rule,
              by.filter((other) => other !== one),
            ),
        ),
      ).toBe(true);
    }
  });
}, 60_000);

test('every witness of a report is a state that shows it, with as few answers away from the baseline as any', () => {
  law((table, report, states) => {
    const conditions = [
      ...[...table.rules, ...table.groups].map(({ when }) => when),
      ...questionnaireConditions(table.questionnaire),
    ];
    const simple = withRuns(table.questionnaire, conditions);
    const differing = ({ answers }: State): number =>
      table.questionnaire.questions.filter(({ id, baseline = '' }) => {
        const value = answers.get(id);
        return value !== undefined && JSON.stringify(simple(id, value)) !== JSON.stringify(simple(id, baseline));
      }).length;
    const shows = (found: WitnessCaller | undefined, isShown: (holding: readonly number[]) => boolean): void => {
      const all = states.filter(({ holding }) => isShown(holding));
      expect(found === undefined).toBe(all.length === 0);
      if (found === undefined) return;
      const read = readCaller(table.questionnaire, new Map(Object.entries(found.answers)));
      expect(isShown(table.rules.flatMap(({ when }, place) => (holds(when, read) ? [place] : [])))).toBe(true);
      expect(found.differing.length).toBe(Math.min(...all.map(differing)));
    };
    shows(report.unreached.witness, (holding) => holding.length === 0);
    shows(report.several.witness, (holding) => levelsOf({ holding } as State, table).size > 1);
    for (const { first, second, witness } of report.overlaps)
      shows(witness, (holding) => isOverlap(holding, first, second, table));
    for (const { rule, witness } of report.shadowed) shows(witness, (holding) => holding.includes(rule));
  });
}, 60_000);
