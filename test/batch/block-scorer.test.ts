/** What a row of an export gets, by examples whose results follow from the definition. */

import { expect, test } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { BlockPlan } from '../../src/batch/block-plan.ts';
import type { Dialect } from '../../src/batch/dialect.ts';
import type { Mapping, Reading } from '../../src/batch/mapping.ts';
import { RESULT_COLUMNS } from '../../src/batch/row-result.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { choice, compiled, ending, is, number, policy, questionnaire, rule, within, yesNo } from '../decision/given.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { blockScorer, type FastResult } from './score-block.ts';

const ASKED = questionnaire(
  [
    yesNo('danger', { safety: true, stop: ['yes'] }),
    yesNo('hurt', { safety: true }),
    number('age', 0, 99, { uses: ['age'] }),
    yesNo('works'),
    choice('job', ['safe', 'risky'], { askIf: is('works', 'yes') }),
    choice('use', ['none', 'some', 'heavy'], { changeable: true }),
  ],
  {
    dispositions: [
      ending('youth', within('age', 0, 17)),
      ending('gone', undefined, { level: 'open' }),
      ending('misdialled', undefined),
    ],
  },
);

const SUBJECT = compiled(
  ASKED,
  policy([
    rule('crisis', is('hurt', 'yes'), { atLeast: 'inpatient' }),
    rule('heavy-use', is('use', 'heavy'), { atLeast: 'residential' }),
    rule('risky-job', is('job', 'risky'), { atLeast: 'iop', first: ['medical-check-today'] }),
    rule('some-use', is('use', 'some'), { atLeast: 'outpatient' }),
  ]),
);

const HEADER = ['danger', 'hurt', 'age', 'works', 'job', 'use', 'ended'];

function readingOf({ id, kind }: Question): Reading {
  const common = { question: id, skipped: 'reject', unclear: new Set<string>(), kind: 'cell', column: [id] } as const;
  if (kind.kind === 'number') return { ...common, cell: { kind: 'number', grid: kind, ranges: new Map() } };
  const values = kind.kind === 'values' ? kind.values : [];
  return { ...common, cell: { kind: 'values', values: new Map(values.map((value) => [value, value])) } };
}

function mapping(parts: Partial<Mapping> = {}): Mapping {
  return {
    id: 'own-words',
    title: 'Own words',
    questionnaire: ASKED.id,
    missing: new Set(['']),
    readings: ASKED.questions.map(readingOf),
    ended: { column: ['ended'], values: new Map(ASKED.dispositions.map(({ id }) => [id, id])) },
    emergency: undefined,
    implications: [],
    assumptions: [],
    ...parts,
  };
}

const COMMAS: Dialect = { delimiter: 0x2c, quote: 0x22, lineEnd: 'lf' };

function score(text: string, parts: Partial<BlockPlan> = {}, given: Mapping = mapping()): FastResult {
  const place = { file: 'export.csv', header: HEADER, today: 0, bandStarts: bandStartsOf(SUBJECT.callers.encoding) };
  const plan: BlockPlan = {
    dialect: COMMAS,
    bound: valueIn(bindMapping(given, place)),
    columns: RESULT_COLUMNS,
    form: 'csv',
    names: [...HEADER, ...RESULT_COLUMNS],
    onlyNew: false,
    rankMissing: false,
    nearMisses: false,
    ...parts,
  };
  return blockScorer(SUBJECT, { plan, encoding: 'utf-8' })([Buffer.from(text)]);
}

/** What is added to a row. */
function added(row: string, given: Mapping = mapping()): string {
  const { output } = score(`${row}\n`, {}, given);
  expect(output.startsWith(row)).toBe(true);
  return output.slice(row.length + 1, -1);
}

test('a complete row is settled, and names the rule to which its level is owed', () => {
  expect(added('no,no,30,no,,heavy,')).toBe('residential,residential,residential,settled,,,,yes,heavy-use,,0,0');
  expect(added('no,no,30,no,,some,')).toBe('outpatient,outpatient,outpatient,settled,,,,no,some-use,,0,0');
  expect(added('no,no,30,yes,risky,none,')).toBe('iop,iop,iop,settled,,medical-check-today,,no,risky-job,,0,0');
  expect(added('no,no,30,no,,none,')).toBe('information,information,information,settled,,,,no,otherwise,,0,0');
});

test('an open row has no level, but its bounds, what is possible and what is missing', () => {
  expect(added('no,no,30,yes,,some,')).toBe(',outpatient,iop,open,,,medical-check-today,no,some-use,job,1,0');
  expect(added('no,no,30,no,,,')).toBe(
    ',information,residential,open,,,,possible,one-of:heavy-use;some-use;otherwise,use,1,0',
  );
  expect(added('no,,,,,,')).toMatch(/,hurt;age;works,5,1$/);
});

test('a stop is an emergency, owed to no rule where no rule says so, and stands before how the call ended', () => {
  const emergency = 'emergency,emergency,emergency,settled,,,medical-check-today,yes,,,0,1';
  expect(added('yes,,,,,,')).toBe(emergency);
  expect(added('yes,,,,,,gone')).toBe(emergency);
});

test('a row of a call that was stopped is an emergency whatever it says, owed to no rule', () => {
  const given = mapping({ ended: undefined, emergency: { column: ['ended'], values: new Set(['stopped']) } });
  expect(added('no,no,30,no,,some,stopped', given)).toBe('emergency,emergency,emergency,settled,,,,yes,,,0,0');
  expect(added('no,no,12,no,,heavy, Stopped ', given)).toBe('emergency,emergency,emergency,settled,,,,no,,,0,0');
  expect(added('no,no,30,no,,some,done', given)).toBe('outpatient,outpatient,outpatient,settled,,,,no,some-use,,0,0');
});

test('a disposition that the answers show leaves no level, and a minor gets no fallback', () => {
  expect(added('no,no,12,no,,heavy,')).toBe(',,,out-of-scope,youth,,,no,,,0,0');
  expect(added('no,,12,,,,')).toBe(',,,out-of-scope,youth,,,no,,,0,1');
});

test('a call that was ended shows the levels that its disposition leaves, never as settled', () => {
  expect(added('no,no,30,no,,heavy,gone')).toBe(',residential,residential,open,gone,,,possible,heavy-use,,0,0');
  expect(added('no,no,30,no,,heavy,misdialled')).toBe(',,,out-of-scope,misdialled,,,no,,,0,0');
  expect(added('no,no,12,no,,heavy,gone')).toBe(',,,out-of-scope,gone,,,no,,,0,0');
});

test('an assumption about safety is said where without it the row would not be settled the same', () => {
  const because = 'the export never asks';
  const given = mapping({
    assumptions: ['danger', 'hurt'].map((question) => ({ question, answer: 'no', because })),
  });
  expect(added(',,30,no,,heavy,', given)).toBe(',residential,residential,assumed,,,,yes,heavy-use,,0,0');
  expect(added(',no,30,no,,heavy,', given)).toBe('residential,residential,residential,settled,,,,yes,heavy-use,,0,0');
  expect(added(',yes,30,no,,heavy,', given)).toBe('inpatient,inpatient,inpatient,settled,,,,yes,crisis,,0,0');
  expect(added(',,12,no,,heavy,', given)).toBe(',,,out-of-scope,youth,,,no,,,0,0');
  const { tally } = score(',,30,no,,heavy,\n,no,30,no,,some,\n', {}, given);
  expect([...tally.assumed]).toEqual([
    ['danger', 2],
    ['hurt', 1],
  ]);
});

test('an answer to a question that does not apply is a contradiction, unless it says nothing remarkable', () => {
  const { output, rejects, tally } = score('no,no,30,no,risky,some,\nno,no,30,no,safe,some,\n');
  expect(rejects).toEqual([
    { raw: 'no,no,30,no,risky,some,\n', line: 0, problems: [{ code: 'contradiction', column: 4 }], urgency: 'no' },
  ]);
  expect(output).toBe('no,no,30,no,safe,some,,outpatient,outpatient,outpatient,settled,,,,no,some-use,,0,0\n');
  expect([...tally.ignored]).toEqual([['job', 1]]);
  const ignoring = mapping({ readings: mapping().readings.map((one) => ({ ...one, skipped: 'ignore' }) as const) });
  expect(added('no,no,30,no,risky,some,', ignoring)).toMatch(/^outpatient,/);
});

test('every problem of a row is told, by column', () => {
  const { rejects, tally, scored } = score(
    'maybe,no,200,no,risky,some,\nno\nno,no,30,no,,some,,\n\n"no"t,,,,,,\nno,no,30,no,,some,',
  );
  expect(rejects.map(({ line, problems }) => [line, problems])).toEqual([
    [
      0,
      [
        { code: 'unknown-value', column: 0 },
        { code: 'out-of-range', column: 2 },
        { code: 'contradiction', column: 4 },
      ],
    ],
    [1, [{ code: 'too-few-fields', column: undefined }]],
    [2, [{ code: 'too-many-fields', column: undefined }]],
    [4, [{ code: 'text-after-quote', column: undefined }]],
  ]);
  expect(scored).toBe(1);
  expect(tally).toMatchObject({ scored: 1, rejected: 4, blank: 1 });
  expect([...tally.rejectColumns.keys()]).toEqual(['unknown-value 0', 'out-of-range 2', 'contradiction 4']);
});

test('rows keep their bytes and their line ends; the last one gets what it wants', () => {
  const mixed: Dialect = { ...COMMAS, lineEnd: 'mixed' };
  const row = '"no",no,30,no,,some,';
  const result = ',outpatient,outpatient,outpatient,settled,,,,no,some-use,,0,0';
  expect(score(`${row}\r\n${row}\r${row}\n${row}`, { dialect: mixed }).output).toBe(
    `${row}${result}\r\n${row}${result}\r${row}${result}\n${row}${result}\n`,
  );
  const returns: Dialect = { ...COMMAS, lineEnd: 'crlf' };
  expect(score(`${row}\r\n${row}`, { dialect: returns }).output).toBe(`${row}${result}\r\n${row}${result}\r\n`);
});

test('lists are quoted where `;` is the delimiter, and joined by `|` where nothing can be quoted', () => {
  const row = 'no;no;30;no;;;';
  const rules = (dialect: Dialect) => score(`${row}\n`, { dialect, columns: ['rules', 'missing_count'] }).output;
  const semicolons = { ...COMMAS, delimiter: 0x3b };
  expect(rules(semicolons)).toBe(`${row};"one-of:heavy-use;some-use;otherwise";1\n`);
  expect(rules({ ...semicolons, quote: undefined })).toBe(`${row};one-of:heavy-use|some-use|otherwise;1\n`);
});

test('results alone begin with the line of their record', () => {
  const text = 'no,no,30,no,,some,\n\nno,no,30,no,,heavy,\n';
  expect(score(text, { onlyNew: true, columns: ['level'] }).output).toBe('1,outpatient\n3,residential\n');
});

test('a row as JSON has its cells as text and lists as arrays, and nothing that a terminal would obey', () => {
  const text = 'no,no,30,no,,,\nno," no ",30,yes,,some,\n';
  const lines = score(text, { form: 'jsonl' }).output.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      ...{ danger: 'no', hurt: 'no', age: '30', works: 'no', job: '', use: '', ended: '' },
      ...{
        level: null,
        level_at_least: 'information',
        level_at_most: 'residential',
        status: 'open',
        disposition: null,
      },
      ...{ first_step: [], first_step_possible: [], fallback: 'possible' },
      ...{ rules: ['one-of:heavy-use;some-use;otherwise'], missing: ['use'], missing_count: 1, safety_open: 0 },
    },
    {
      ...{ danger: 'no', hurt: ' no ', age: '30', works: 'yes', job: '', use: 'some', ended: '' },
      ...{ level: null, level_at_least: 'outpatient', level_at_most: 'iop', status: 'open', disposition: null },
      ...{ first_step: [], first_step_possible: ['medical-check-today'], fallback: 'no' },
      ...{ rules: ['some-use'], missing: ['job'], missing_count: 1, safety_open: 0 },
    },
  ]);
  expect(
    score('no,no,30,no,,some,\n', { form: 'jsonl', names: ['\u202e', ...HEADER.slice(1), ...RESULT_COLUMNS] }).output,
  ).toMatch(/^\{"\\u202e":"no",/);
});

test('near misses are other answers that would settle the row with another level', () => {
  const { tally } = score('no,no,30,no,,some,\nno,no,12,no,,some,\nno,,30,no,,some,\n', { nearMisses: true });
  expect([...tally.nearMisses]).toEqual([
    ['use none outpatient information', 1],
    ['use heavy outpatient residential', 1],
  ]);
});

test('a row larger than the output area is written, and every part takes something', () => {
  const long = `no,no,30,no,,some,${' '.repeat(5000)}`;
  const place = { file: 'export.csv', header: HEADER, today: 0, bandStarts: bandStartsOf(SUBJECT.callers.encoding) };
  const bound = valueIn(bindMapping(mapping(), place));
  const plan: BlockPlan = {
    ...{ dialect: COMMAS, bound, columns: ['level'], form: 'csv', names: [...HEADER, 'level'] },
    ...{ onlyNew: false, rankMissing: false, nearMisses: false },
  };
  const result = blockScorer(SUBJECT, { plan, encoding: 'utf-8', sizes: { output: 40 } })([
    Buffer.from(`${long}\nno,no,30,no,,some,\nno,no,30,no,,heavy,\n${long}`),
  ]);
  expect(result.output).toBe(
    `${long},outpatient\nno,no,30,no,,some,,outpatient\nno,no,30,no,,heavy,,residential\n${long},outpatient\n`,
  );
  expect(result).toMatchObject({ scored: 4, lines: 3, parts: 4 });
});
