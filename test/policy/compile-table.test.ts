import { expect, test } from 'vitest';
import { compileTable } from '../../src/policy/compile-table.ts';
import {
  compileText,
  faultFixtures,
  shortly,
  smallQuestionnaire,
  smallSources,
  valueIn,
} from '../fixtures/read-fixture.ts';

const HEAD = 'format: intakeline/policy/1\nkind: table\nid: tested\ntitle: Tested\nhit: all\n';
const ground = { questionnaire: smallQuestionnaire(), sources: smallSources() };

test.each(faultFixtures('table'))('finds $name', ({ text, expected }) => {
  const outcome = compileText('table', text, (document) => compileTable(document, undefined));
  expect(outcome.ok).toBe(false);
  expect(shortly(outcome.problems)).toEqual(expected);
});

test('a table without inputs reads the questionnaire of its folder, derived facts too, and the closed list of levels', () => {
  const text = `${HEAD}rules:\n  - { id: a, when: { risk: high, drinks: { at_least: 8 } }, level: iop }\n`;
  const table = valueIn(compileText('table', text, (document) => compileTable(document, ground)));
  expect(table.questionnaire).toBe(ground.questionnaire);
  expect(table.levels.at(-1)).toBe('emergency');
  expect(table.otherwise).toBeUndefined();
  expect(table.rules).toEqual([
    {
      id: 'a',
      level: 'iop',
      when: {
        kind: 'all',
        of: [
          { kind: 'is', id: 'risk', values: ['high'] },
          { kind: 'within', id: 'drinks', from: 8, to: 20 },
        ],
      },
    },
  ]);
});

test('inputs of its own hide the questionnaire: the first answer, the smallest number and no option are unremarkable', () => {
  const inputs = 'inputs: { home: [unsafe, safe], days: { min: 2, max: 8, step: 2 }, signs: { options: [craving] } }\n';
  const read = (when: string) =>
    compileText('table', `${HEAD}${inputs}rules:\n  - { id: a, when: ${when}, level: iop }\n`, (document) =>
      compileTable(document, ground),
    );
  const { questions } = valueIn(read('{ days: 4 }')).questionnaire;
  expect(questions.map(({ id, baseline }) => [id, baseline])).toEqual([
    ['home', 'unsafe'],
    ['days', 2],
    ['signs', []],
  ]);
  expect(shortly(read('{ days: 5 }').problems)).toEqual(['impossible-test 8:28']);
  expect(shortly(read('{ has_home: yes }').problems)).toEqual(['unknown-fact 8:22']);
});

test('beside a questionnaire a citation leads to a source; with inputs of its own a table cites what it likes', () => {
  const rule = '  - { id: a, when: { always: true }, level: iop, cites: [nowhere#A1] }\n';
  const beside = compileText('table', `${HEAD}rules:\n${rule}`, (document) => compileTable(document, ground));
  expect(beside.problems.map(({ code }) => code)).toEqual(['unknown-citation']);
  const alone = compileText('table', `${HEAD}inputs: { home: [safe, unsafe] }\nrules:\n${rule}`, (document) =>
    compileTable(document, ground),
  );
  expect(alone.ok).toBe(true);
});
