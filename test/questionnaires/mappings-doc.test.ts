import { expect, test } from 'vitest';
import type { BlockPlan } from '../../src/batch/block-plan.ts';
import type { Mapping, Reading } from '../../src/batch/mapping.ts';
import type { FactValue } from '../../src/conditions/model.ts';
import { blockScorer } from '../batch/score-block.ts';
import { boundTo, mappingIn, saidBy, shippedMapping, tableOf, textOf } from './shipped-mappings.ts';
import { compiledPolicy, questionnaire } from './shipped-policies.ts';

const PAGE = textOf('docs/mappings.md');
const EXAMPLES = [...PAGE.matchAll(/^```yaml\n(?<yaml>.*?)^```$/gms)].map(({ groups }) => groups?.yaml ?? '');

/** An example as a whole mapping. */
function exampleWith(text: string): Mapping {
  const yaml = EXAMPLES.find((example) => example.includes(text)) ?? '';
  const head = 'format: intakeline/mapping/1\nid: example\ntitle: An example\nquestionnaire: adult-intake\n';
  return mappingIn(yaml.startsWith('format:') ? yaml : head + yaml);
}

/** The answers that one row gives by an example, whose columns are those of the row. */
function answersBy(text: string, cells: Readonly<Record<string, string>>): Readonly<Record<string, FactValue>> {
  const { answers, problems } = saidBy(boundTo(exampleWith(text), Object.keys(cells)), cells);
  expect(problems).toEqual([]);
  return Object.fromEntries(answers.values);
}

function openOptions(text: string, question: string, cells: Readonly<Record<string, string>>): readonly string[] {
  const { answers } = saidBy(boundTo(exampleWith(text), Object.keys(cells)), cells);
  return [...(answers.unknownOptions.get(question)?.keys() ?? [])];
}

test('every example of the page compiles without a finding', () => {
  expect(EXAMPLES.length).toBeGreaterThan(11);
  for (const example of EXAMPLES) expect(exampleWith(example).readings.length).toBeGreaterThan(0);
});

test.each([
  [
    'north-clinic',
    { age_at_admission: '41.0', LIVING: '3', DANGER: 'n' },
    { age: 41, housing: 'none', danger_now: 'no' },
  ],
  ['north-clinic', { AGE: 'UNK', LIVING: '2', DANGER: '-9.0' }, {}],
  ['column: CHILD,', { CHILD: '1', caller: 'Someone else' }, { pregnancy: 'pregnant', role: 'other' }],
  ['column: CHILD,', { CHILD: '4', caller: 'family' }, { role: 'other' }],
  ['DRINKDAYS', { DRINKDAYS: '6.00' }, { alcohol_days: 6 }],
  ['DRINKDAYS', { DRINKDAYS: 'few' }, { alcohol_days: 1 }],
  ['DRINKDAYS', { DRINKDAYS: 'some' }, {}],
  ['OD_12_MONTHS', { OD_12_MONTHS: '0' }, { overdoses: 'none' }],
  ['OD_12_MONTHS', { OD_12_MONTHS: '1' }, {}],
  ['OD_12_MONTHS', { OD_12_MONTHS: '5' }, { overdoses: 'twice' }],
  ['column: DOB', { DOB: '06/15/1990', ADMITTED: '06/14/2020' }, { age: 29 }],
  ['column: used', { used: 'alc;op?' }, { substances: ['alcohol'] }],
  ['column: used', { used: '0' }, { substances: [] }],
  ['rf_breath', { rf_breath: '0', rf_chest: '0', rf_faint: '0', rf_coma: '0', rf_none: '0', rf_asked: '0' }, {}],
  [
    'rf_breath',
    { rf_breath: '0', rf_chest: '0', rf_faint: '0', rf_coma: '1', rf_none: '0' },
    { body_now: ['unresponsive'] },
  ],
  ['rf_breath', { rf_breath: '0', rf_chest: '0', rf_faint: '0', rf_coma: '0', rf_asked: '1' }, { body_now: [] }],
  ['rf_breath', { rf_breath: '0', rf_chest: '0', rf_faint: '0', rf_coma: '0', rf_none: '1' }, { body_now: [] }],
  ['unclear: ["0"]', { ALCFLG: '0', HERFLG: '1' }, { substances: ['opioids'] }],
  ['unclear: ["0"]', { ALCFLG: '0', HERFLG: '0' }, {}],
  ['answer: null', { SUB1: '2', FREQ1: '3' }, { alcohol_days: 30 }],
  ['answer: null', { SUB1: '2', FREQ1: '2' }, {}],
  ['answer: null', { SUB1: '2', FREQ1: '' }, {}],
  ['PSOURCE', { age: '', PSOURCE: '7' }, { readiness: 'sent' }],
] as const)('the example with `%s` reads %o as %o', (text, cells, answers) => {
  expect(answersBy(text, cells)).toEqual(answers);
});

test('options that an example leaves open', () => {
  expect(openOptions('column: used', 'substances', { used: 'alc;op?' })).toEqual([
    ...['opioids', 'sedatives', 'street-pills', 'cocaine', 'methamphetamine', 'other'],
  ]);
  const flags = { rf_breath: '1', rf_chest: '0', rf_faint: '0', rf_coma: '' };
  expect(openOptions('rf_breath', 'body_now', flags)).toEqual(['unresponsive', 'head-injury', 'overheated']);
  const slots = { BEHAVIOUR_1: '1', BEHAVIOUR_2: '0', BEHAVIOUR_3: '0', BEHAVIOUR_4: '0', BEHAVIOUR_5: '0' };
  expect(openOptions('BEHAVIOUR_1', 'behaviours', slots)).toEqual([]);
  expect(openOptions('BEHAVIOUR_1', 'behaviours', { ...slots, BEHAVIOUR_5: '' })).not.toEqual([]);
});

test('the examples of an ended call and of a checked form', () => {
  const ended = saidBy(boundTo(exampleWith('cut off'), ['outcome', 'age']), { outcome: 'Cut off', age: '' });
  expect(ended.answers.ended).toBe('dropped');
  const boxes = Object.fromEntries([0, 1, 2, 3, 4, 5].map((box) => [`body_now___${box}`, '0']));
  expect(answersBy('intake_complete', { ...boxes, intake_complete: '1' })).toEqual({});
  expect(answersBy('intake_complete', { ...boxes, intake_complete: '2' })).toEqual({ body_now: [] });
});

test('the page has a part for each shipped mapping, and names each question and each assumption of teds-a', () => {
  for (const id of ['intakeline', 'redcap', 'teds-a']) expect(PAGE).toContain(`\n## ${id}\n`);
  const part = PAGE.slice(PAGE.indexOf('\n## teds-a\n'), PAGE.indexOf('\n### Our level'));
  const [read = '', assumed = ''] = part.split('### What is assumed');
  const { readings, implications, assumptions } = shippedMapping('teds-a');
  const questions = [
    ...readings.map(({ question }) => question),
    ...implications.flatMap(({ answers }) => [...answers.keys()]),
  ];
  expect(firstCells(read)).toEqual(new Set(questions));
  expect(firstCells(assumed)).toEqual(new Set(assumptions.map(({ question }) => question)));
});

/** The ids in the first cells of tables. */
function firstCells(text: string): ReadonlySet<string> {
  const cells = [...text.matchAll(/^\| (?<cell>`[^|]+) \|/gm)].map(({ groups }) => groups?.cell ?? '');
  return new Set(cells.flatMap((cell) => [...cell.matchAll(/`(?<id>\w+)`/g)].map(({ groups }) => groups?.id ?? '')));
}

const SAMPLE = textOf('test/fixtures/teds-a/admissions-2017-sample.csv');
const TEDS = textOf('questionnaires/mappings/teds-a.yaml');
const COMPILED = compiledPolicy('intake-line');
const PLACEMENTS = ['2', '4', '5', '6', '7', '8'];

/** Rows of the sample by result and placement, as the tables of the page have them: result → counts, the sum last. */
function placements(mapping: string | Mapping, rows = 200): ReadonlyMap<string, readonly number[]> {
  const lines = SAMPLE.split('\r\n').slice(0, rows + 1);
  const [header = [], ...records] = tableOf(lines.join('\r\n'));
  const plan: BlockPlan = {
    dialect: { delimiter: 44, quote: 34, lineEnd: 'crlf' },
    bound: boundTo(typeof mapping === 'string' ? mappingIn(mapping) : mapping, header),
    columns: ['level_at_least', 'level_at_most', 'disposition'],
    form: 'csv',
    names: ['line', 'level_at_least', 'level_at_most', 'disposition'],
    onlyNew: true,
    rankMissing: false,
    nearMisses: false,
  };
  const setup = { plan, encoding: 'utf-8', isPlain: true } as const;
  const body = Buffer.from(lines.slice(1).join('\r\n'));
  const { output, rejects } = blockScorer(COMPILED, setup)([body]);
  expect(rejects).toEqual([]);
  const results = tableOf(output).map(([, least, most, disposition]) => resultName(least, most, disposition));
  expect(results).toHaveLength(rows);
  const services = records.map((record) => String(Number(record[header.indexOf('SERVICES')])));
  return new Map(
    [...new Set(results)].map((result) => {
      const own = services.filter((_, row) => results[row] === result);
      return [result, [...PLACEMENTS.map((one) => own.filter((service) => service === one).length), own.length]];
    }),
  );
}

function resultName(least = '', most = '', disposition = ''): string {
  const bounds = least === most ? least : `${least}..${most}`;
  return [disposition, bounds].filter((part) => part !== '').join(' ');
}

/** Tables of the page by the first cell of their header: name of a row → its numbers. */
function tableWith(first: string): ReadonlyMap<string, readonly number[]> {
  const [, rest = ''] = PAGE.split(`\n| ${first} |`);
  const lines = rest.slice(0, rest.indexOf('\n\n')).split('\n').slice(2);
  const cells = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return new Map(
    cells
      .filter(([name]) => name !== 'all')
      .map(([name = '', ...numbers]) => [/`(?<id>[^`]+)`/.exec(name)?.groups?.id ?? name, numbers.map(Number)]),
  );
}

const [BARE = '', ASSUMED = ''] = TEDS.split('\nassume:\n');

test('the table of our level and the real placement is what the sample gives', () => {
  const table = tableWith('level, at least..at most');
  expect(table.size).toBe(3);
  expect(placements(TEDS)).toEqual(table);
});

test('the table of what the assumptions did is what the sample gives', () => {
  const table = tableWith('assumptions');
  const columns = [
    'outpatient..inpatient',
    'information..inpatient',
    'youth',
    'outpatient..emergency',
    'information..emergency',
    'youth ..emergency',
  ];
  const sums = (mapping: string) => {
    const found = placements(mapping);
    return columns.map((column) => found.get(column)?.at(-1) ?? 0);
  };
  expect(sums(TEDS)).toEqual(table.get('as shipped'));
  expect(sums(BARE)).toEqual(table.get('without any'));
});

/** The mapping without one of its assumptions. */
function leavingOut(question: string): string {
  const items = ASSUMED.split(/^(?= {2}- question: )/m);
  return `${BARE}\nassume:\n${items.filter((item) => !item.startsWith(`  - question: ${question}\n`)).join('')}`;
}

const SOME = 100; // rows; minors and one of the two at information are among them

test('each assumption about a safety question is needed, and the two others change no level', () => {
  const bare = placements(BARE, SOME);
  const shipped = placements(TEDS, SOME);
  const safety = questionnaire.questions.filter((question) => question.safety).map(({ id }) => id);
  const assumed = shippedMapping('teds-a').assumptions.map(({ question }) => question);
  expect(assumed.filter((question) => safety.includes(question))).toHaveLength(8);
  for (const question of assumed.filter((one) => safety.includes(one)))
    expect(placements(leavingOut(question), SOME)).toEqual(bare);
  for (const question of assumed.filter((one) => !safety.includes(one)))
    expect(placements(leavingOut(question), SOME)).toEqual(shipped);
});

/** The mapping, with all that it does not say taken to be unremarkable: what it leaves open, and what it does not read. */
function unremarkable(yaml: string): Mapping {
  const { readings, assumptions, ...rest } = mappingIn(yaml);
  const known = new Set(assumptions.map(({ question }) => question));
  const others = questionnaire.questions.flatMap(({ id, kind, baseline }) =>
    kind.kind === 'unreadable' || baseline === undefined || known.has(id)
      ? []
      : [{ question: id, answer: baseline, because: 'What if.' }],
  );
  return { ...rest, readings: readings.map(withoutDoubt), assumptions: [...assumptions, ...others] };
}

/** The reading, with its question's baseline wherever it leaves the question open. */
function withoutDoubt(reading: Reading): Reading {
  const baseline = questionnaire.questions.find(({ id }) => id === reading.question)?.baseline;
  if (reading.kind === 'cases') {
    const cases = reading.cases.map(({ when, answer }) => ({ when, answer: answer ?? baseline }));
    return { ...reading, skipped: 'ignore', cases: [...cases, { when: [], answer: baseline }] };
  }
  if (reading.kind === 'options') {
    const options = reading.options.map(({ option, parts }) => ({
      option,
      parts: parts.map((part) => ({ ...part, no: reading.unclear })),
    }));
    const anyText = { column: ['ALCFLG'], values: new Set(['0', '1']) };
    return { ...reading, skipped: 'ignore', unclear: new Set(), options, askedIf: [anyText] };
  }
  if (reading.kind !== 'cell' || reading.cell.kind !== 'values') return { ...reading, skipped: 'ignore' };
  const open = [...reading.unclear].map((text) => [text, String(baseline)] as const);
  const cell = { ...reading.cell, values: new Map([...reading.cell.values, ...open]) };
  return { ...reading, skipped: 'ignore', unclear: new Set(), cell };
}

test('the two experiments of the page give what it says', () => {
  const first = placements(unremarkable(TEDS));
  expect([first.get('outpatient')?.at(-1), first.get('information..outpatient')?.at(-1)]).toEqual([177, 2]);
  const signs = `  criteria:
    cases:
      - { when: { DSMCRIT: ["4", "5", "6", "7", "8"] }, answer: [more-than-meant, cannot-cut-down, takes-time, craving] }
      - { when: { DSMCRIT: ["9", "10", "11", "12", "13"] }, answer: [more-than-meant, cannot-cut-down] }
`;
  const second = placements(unremarkable(TEDS.replace('answers:\n', `answers:\n${signs}`)));
  expect(second).toEqual(tableWith('level, dependence taken as four signs'));
});
