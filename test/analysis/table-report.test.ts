import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shadowedRules, tableOverlaps } from '../../src/analysis/table-overlaps.ts';
import { compileTableRegions, statesOf } from '../../src/analysis/table-regions.ts';
import { examineTable, type TableReport } from '../../src/analysis/table-report.ts';
import { compileTable, type TableGround } from '../../src/policy/compile-table.ts';
import type { Table } from '../../src/policy/table-model.ts';
import { tableText } from '../../src/render/table-report.ts';
import { compileText, smallQuestionnaire, smallSources, valueIn } from '../fixtures/read-fixture.ts';

const HEAD = 'format: intakeline/policy/1\nkind: table\nid: tested\ntitle: Tested\n';

function read(text: string, ground?: TableGround): Table {
  return valueIn(compileText('table', text, (document) => compileTable(document, ground)));
}

function report(table: Table): TableReport {
  const examined = examineTable(table);
  if (!examined.ok) throw new Error('over budget');
  return examined.report;
}

const fileReport = (path: string): TableReport => report(read(readFileSync(path, 'utf8')));

test('the public set of four ratings leaves 222 of 625 states to its fallback, 138 of them with a top rating', () => {
  const found = fileReport('test/fixtures/tables/four-ratings.yaml');
  expect(found.all).toEqual({ states: 625n, groups: { 'a-top-rating': 625n - 4n ** 4n } });
  expect(found.otherwise).toBe('2.1');
  expect(found.unreached).toMatchObject({ states: 222n, groups: { 'a-top-rating': 138n } });
  expect(found.several.states).toBe(0n);
  expect(found.levels.map(({ level, alone }) => [level, alone.states])).toEqual([
    ['2.1', 81n], // three ratings to each of four
    ['3.1', 36n],
    ['3.5', 36n],
    ['3.7', 225n],
    ['4.0', 25n],
  ]);
});

test('a planted gap, overlap and covered rule are found, each with the least unusual state', () => {
  const found = fileReport('docs/examples/tables/planted-faults.yaml');
  expect(found.all.states).toBe(3n * 2n * 3n * 4n);
  // Nobody says anything of a safe home without severe withdrawal or motivation: two, health, and one each.
  expect(found.unreached.states).toBe(4n);
  expect(found.unreached.witness).toEqual({
    questionnaire: 'planted-faults',
    answers: { withdrawal: 'none', health: 'well', home: 'safe', motivation: 0 },
    differing: [],
  });
  // Severe withdrawal and unwell is inpatient, and residential by another rule: three homes, four motivations.
  expect(found.several.states).toBe(12n);
  expect(found.several.witness?.differing).toEqual(['withdrawal', 'health']);
  const ids = found.rules.map(({ id }) => id);
  expect(found.overlaps.map(({ first, second, states }) => [ids[first], ids[second], states])).toEqual([
    ['hospital', 'detox', 12n],
    ['hospital', 'no-safe-home', 8n],
    ['hospital', 'some-danger', 8n],
  ]);
  expect(found.shadowed.map(({ rule, by }) => [ids[rule], by.map((place) => ids[place])])).toEqual([
    ['some-danger', ['detox', 'no-safe-home']],
  ]);
  expect(found.shadowed[0]?.witness?.differing).toEqual(['home']); // of two with one unusual answer, the first in the order of the inputs that keeps the earlier ones usual
});

test('a rule hidden by the union of two earlier ones, and by neither alone, is found', () => {
  const found = fileReport('docs/examples/tables/hidden-rule.yaml');
  const ids = found.rules.map(({ id }) => id);
  expect(found.shadowed.map(({ rule, by }) => [ids[rule], by.map((place) => ids[place])])).toEqual([
    ['heavy-use-in-an-unsafe-home', ['heavy-use', 'unsafe-home']],
  ]);
  expect(found.shadowed[0]?.witness?.answers).toEqual({ days_used: 12, home: 'unsafe', signs: [] });
  expect(found.rules.map(({ decides }) => decides)).toEqual([11n * 2n * 8n, 20n * 8n, 0n]);
});

test('a state is one way of answering what applies: what a skipped question would have been is no state of its own', () => {
  const ground = { questionnaire: smallQuestionnaire(), sources: smallSources() };
  const table = read(`${HEAD}hit: all\nrules:\n  - { id: a, when: { home_use: heavy }, level: iop }\n`, ground);
  const found = report(table);
  // Two roles; no home, or a home with three answers; four sets without alcohol, or four with it and 21 numbers of drinks.
  expect(found.all.states).toBe(2n * (1n + 3n) * (4n + 4n * 21n));
  expect(found.unreached.states).toBe(2n * (1n + 2n) * (4n + 4n * 21n));
});

test('a rule that holds for nobody has nobody to show it', () => {
  const inputs = 'hit: first\ninputs: { home: [safe, unsafe] }\n';
  const rule = '{ id: a, when: { all: [{ home: safe }, { home: unsafe }] }, level: iop }';
  expect(report(read(`${HEAD}${inputs}rules: [${rule}]\n`)).shadowed).toEqual([
    { rule: 0, by: [], witness: undefined },
  ]);
});

test('where counting takes too long, shares stand in: of callers who answer everything at random', () => {
  const table = read(readFileSync('docs/examples/tables/planted-faults.yaml', 'utf8'));
  const examined = examineTable(table, { mostSteps: 1 });
  if (!examined.ok) throw new Error('over budget');
  const { measure, all, unreached, several, levels } = examined.report;
  expect(measure).toBe('weight');
  const share = ({ states }: { readonly states: bigint }) => Number((states * 72n) / all.states);
  expect([unreached, several, ...levels.map(({ alone }) => alone)].map(share)).toEqual([4, 12, 0, 0, 12, 0, 44, 0, 0]);
  const text = tableText(examined.report);
  expect(text).toContain('too many states to be counted one by one');
  expect(text).toMatch(/no level +5\.6 %/);
  expect(text).not.toMatch(/states +share/);
});

test('a table that outgrows its budget names the rule that grew it most', () => {
  const ids = Array.from({ length: 16 }, (_, index) => `q${index}`);
  const inputs = `inputs: { ${ids.map((id) => `${id}: [a, b]`).join(', ')} }\n`;
  const half = `count: { of: [${ids.map((id) => `{ ${id}: b }`).join(', ')}], at_least: 8 }`;
  const rules = `rules:\n  - { id: small, when: { q0: b }, level: iop }\n  - { id: large, when: { ${half} }, level: php }\n`;
  const examined = examineTable(read(`${HEAD}hit: all\n${inputs}${rules}`), { budget: { nodes: 60, memo: 10_000 } });
  if (examined.ok) throw new Error('within the budget');
  expect(examined.over.limit).toBe(60);
  expect(examined.over.grewBy[0]?.statement).toBe('rule `large`');
});

/** So many rules, each of which holds from its own number on: the first holds for all states of the others. */
function nestedTable(rules: number, levels: readonly string[]): Table {
  const rule = (place: number): string =>
    `  - { id: rule-${place}, when: { n: { at_least: ${place + 1} } }, level: ${levels[place % levels.length]} }\n`;
  const written = Array.from({ length: rules }, (_, place) => rule(place)).join('');
  return read(`${HEAD}hit: all\nlevels: [some, other]\ninputs:\n  n: { min: 0, max: ${rules} }\nrules:\n${written}`);
}

test('what covers a rule is found in a number of steps that grows with the rules, not with their square', () => {
  const rules = 200;
  const table = nestedTable(rules, ['some']);
  const regions = compileTableRegions(table, statesOf(table), (_, work) => work());
  let steps = 0;
  const { forest } = regions.callers;
  const counting = {
    ...forest,
    and: (left: number, right: number) => {
      steps++;
      return forest.and(left, right);
    },
  };
  const found = shadowedRules({ ...regions, callers: { ...regions.callers, forest: counting } });
  // The first one holds wherever another one does, and so leaves all others nothing.
  expect(found.map(({ rule, by }) => [rule.index, by.map(({ index }) => index)])).toEqual(
    Array.from({ length: rules - 1 }, (_, place) => [place + 1, [0]]),
  );
  expect(steps).toBeLessThanOrEqual(5 * rules);
});

test('more pairs of rules than anybody could look at are said to be too many, before any is looked at', () => {
  const table = nestedTable(1100, ['some', 'other']);
  const regions = compileTableRegions(table, statesOf(table), (_, work) => work());
  const before = regions.callers.forest.memoSize();
  expect(() => tableOverlaps(regions)).toThrow(/500000/);
  expect(regions.callers.forest.memoSize()).toBe(before);
});
