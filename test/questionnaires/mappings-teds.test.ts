import { expect, test } from 'vitest';
import { readCell } from '../../src/batch/read-cell.ts';
import { readRow } from '../../src/batch/read-row.ts';
import { rowResultOf } from '../../src/batch/row-result-of.ts';
import { contradictions } from '../../src/decision/decide.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { boundTo, mappingIn, saidBy, shippedMapping, tableOf, textOf } from './shipped-mappings.ts';
import { compiledPolicy, questionnaire } from './shipped-policies.ts';

const TEDS = shippedMapping('teds-a');
const [SAMPLE_HEADER = [], ...SAMPLE] = tableOf(textOf('test/fixtures/teds-a/admissions-2017-sample.csv'));
const [, ...CODEBOOK] = tableOf(textOf('test/fixtures/teds-a/codebook-frequencies.csv'));

/** Every code of every variable, of all three years. */
const CODES = new Map<string, Set<string>>();
for (const [, variable = '', , code = ''] of CODEBOOK) {
  const codes = CODES.get(variable) ?? new Set();
  CODES.set(variable, codes.add(code));
}

/** A sample row by the names of its columns, its codes without `.0`. */
type Codes = Readonly<Record<string, string>>;
const ROWS: readonly Codes[] = SAMPLE.map((row) =>
  Object.fromEntries(SAMPLE_HEADER.map((name, at) => [name, String(Number(row[at]))])),
);

test('the codebook has the three years and the columns that are read', () => {
  expect(new Set(CODEBOOK.map(([year]) => year))).toEqual(new Set(['2017', '2020', '2021']));
  const bound = boundTo(TEDS, [...CODES.keys()]);
  expect(bound.unread).toEqual([]);
  expect(bound.columns.length).toBeGreaterThan(30);
});

test('every code of every year is known, as a whole number and as a float', () => {
  const bound = boundTo(TEDS, [...CODES.keys()]);
  const unknown = bound.columns.flatMap((column, slot) => {
    const name = bound.header[column] ?? '';
    const spellings = [...(CODES.get(name) ?? [])].flatMap((code) => [code, `${code}.0`, ` ${code}.00`]);
    return spellings.filter((text) => !readCell(bound, slot, text).ok).map((text) => `${name} ${text}`);
  });
  expect(unknown).toEqual([]);
});

test('a code that no codebook has is rejected wherever one column answers', () => {
  const bound = boundTo(TEDS, [...CODES.keys()]);
  const silent = bound.columns.flatMap((column, slot) => {
    const answers = (bound.uses[slot] ?? []).some(({ kind }) => kind === 'cell' || kind === 'options');
    return answers && readCell(bound, slot, '999').ok ? [bound.header[column]] : [];
  });
  expect(silent).toEqual([]);
});

test('a number in AGE that is no code of a band is no age', () => {
  const bound = boundTo(TEDS, ['AGE']);
  expect(readCell(bound, 0, '12').ok).toBe(true);
  for (const text of ['0', '13', '17', '13.0', '34', '12-14'])
    expect(readCell(bound, 0, text)).toEqual({ ok: false, code: 'unknown-value' });
});

test('cases and implications name only codes of the codebook', () => {
  const tests = [
    ...TEDS.readings.flatMap((reading) => (reading.kind === 'cases' ? reading.cases.flatMap(({ when }) => when) : [])),
    ...TEDS.implications.map(({ test: one }) => one),
  ];
  expect(tests.length).toBeGreaterThan(30);
  const invented = tests.flatMap(({ column: [name = ''], values }) =>
    [...values].filter((code) => !CODES.get(name)?.has(code)).map((code) => `${name} ${code}`),
  );
  expect(invented).toEqual([]);
});

test('what is missing says nothing', () => {
  const bound = boundTo(TEDS, [...CODES.keys()]);
  const cells = Object.fromEntries([...CODES.keys()].map((name) => [name, '-9.0']));
  expect(saidBy(bound, cells).answers.values).toEqual(new Map());
  expect(saidBy(bound, cells).problems).toEqual([]);
});

test('a flag of 0 denies nothing, not even where all are 0 or the list has room', () => {
  const bound = boundTo(TEDS, [...CODES.keys()]);
  const flags = Object.fromEntries(
    [...CODES.keys()].filter((name) => name.endsWith('FLG')).map((name) => [name, '0.0']),
  );
  expect(saidBy(bound, { ...flags, SUB1: '1', SUB2: '1', SUB3: '1' }).answers.values.get('substances')).toBeUndefined();
  const { answers } = saidBy(bound, { ...flags, HERFLG: '1', SUB1: '5', SUB2: '1', SUB3: '1' });
  expect(answers.values.get('substances')).toEqual(['opioids']);
  expect(answers.unknownOptions.get('substances')?.size).toBe(7);
});

test('every flag names what its code names', () => {
  const bound = boundTo(TEDS, [...CODES.keys()]);
  const named = (flag: string) => saidBy(bound, { [flag]: '1' }).answers.values.get('substances');
  expect(named('ALCFLG')).toEqual(['alcohol']);
  expect([named('HERFLG'), named('METHFLG'), named('OPSYNFLG')]).toEqual([['opioids'], ['opioids'], ['opioids']]);
  for (const flag of ['BENZFLG', 'TRNQFLG', 'BARBFLG', 'SEDHPFLG']) expect(named(flag)).toEqual(['sedatives']);
  expect(named('COKEFLG')).toEqual(['cocaine']);
  for (const flag of ['MTHAMFLG', 'AMPHFLG', 'STIMFLG']) expect(named(flag)).toEqual(['methamphetamine']);
  expect(named('MARFLG')).toEqual(['cannabis']);
  for (const flag of ['PCPFLG', 'HALLFLG', 'INHFLG', 'OTCFLG', 'OTHERFLG']) expect(named(flag)).toEqual(['other']);
});

test('how often is read only where it can be told: a gap or a stop never while another of the kind is open', () => {
  const bound = boundTo(TEDS, [...CODES.keys()]);
  const said = (cells: Codes) => Object.fromEntries(saidBy(bound, cells).answers.values);
  expect(said({ SUB2: '2', FREQ2: '3' })).toMatchObject({ alcohol_days: 30 });
  expect(said({ SUB3: '2', FREQ3: '1' })).toMatchObject({ alcohol_days: 0 });
  expect(said({ SUB1: '2', FREQ1: '2' })).not.toHaveProperty('alcohol_days');
  expect(said({ SUB1: '5', FREQ1: '3' })).toMatchObject({ opioid_use: 'most-days', opioid_source: 'not-prescribed' });
  expect(said({ SUB1: '7', FREQ1: '3' })).not.toHaveProperty('opioid_source');
  expect(said({ SUB1: '5', FREQ1: '1', SUB2: '2', SUB3: '1' })).toMatchObject({ opioid_gap: 31 });
  for (const SUB2 of ['6', '7', '-9', ''])
    expect(said({ SUB1: '5', FREQ1: '1', SUB2, FREQ2: '1', SUB3: '1' })).not.toHaveProperty('opioid_gap');
  expect(said({ SUB1: '7', FREQ1: '1', SUB2: '2', SUB3: '1' })).not.toHaveProperty('opioid_gap');
  expect(said({ SUB1: '13', FREQ1: '3' })).toMatchObject({ sedative_use: 'four-weeks' });
  expect(said({ SUB1: '2', SUB2: '16', FREQ2: '1', SUB3: '4' })).toMatchObject({ sedative_change: 'stopped-earlier' });
  expect(said({ SUB1: '13', SUB2: '16', FREQ2: '1', SUB3: '4' })).not.toHaveProperty('sedative_change');
});

test('who pays is read from the payer, and from the insurance only where no payer is recorded', () => {
  const bound = boundTo(TEDS, [...CODES.keys()]);
  const payment = (PRIMPAY: string, HLTHINS: string) =>
    saidBy(bound, { PRIMPAY, HLTHINS }).answers.values.get('payment');
  expect([payment('4', '1'), payment('1', '-9')]).toEqual(['medicaid', 'self-pay']);
  expect([payment('-9', '1'), payment('', '2')]).toEqual(['private', 'medicaid']);
  for (const payer of ['5', '6', '7']) expect(payment(payer, '2')).toBeUndefined();
  expect([payment('-9', '3'), payment('-9', '4'), payment('-9', '-9')]).toEqual([undefined, undefined, undefined]);
});

/** What a row of the sample says of the questions that hang on one or two columns, worked out from the codebook by hand. */
function expectedOf(row: Codes): Record<string, unknown> {
  const alcohol = ['1', '2', '3'].find((slot) => row[`SUB${slot}`] === '2');
  const main: Record<string, string> = { 2: 'alcohol', 4: 'cannabis', 5: 'opioids', 6: 'opioids', 7: 'opioids' };
  const isStimulant = ['3', '10', '11', '12'].includes(row.SUB1 ?? '');
  const isSedative = ['13', '14', '15', '16'].includes(row.SUB1 ?? '');
  const payers: Record<string, string> = { 1: 'self-pay', 2: 'private', 3: 'medicare', 4: 'medicaid' };
  return {
    main_substance: main[row.SUB1 ?? ''] ?? (isStimulant ? 'stimulants' : isSedative ? 'sedatives' : 'other'),
    pregnancy: row.PREG === '1' ? 'pregnant' : undefined,
    housing: row.LIVARAG === '1' ? 'none' : undefined,
    injecting: row.IDU === '1' ? 'yes' : undefined,
    mental_health: undefined, // whatever PSYPROB says
    payment: payers[row.PRIMPAY ?? ''],
    readiness: row.DETCRIM === '-9' ? undefined : 'sent',
    alcohol_days: alcohol === undefined ? undefined : { 1: 0, 3: 30 }[row[`FREQ${alcohol}`] ?? ''],
  };
}

test('every row of the sample is read as it stands, and says what its codes say', () => {
  const bound = boundTo(TEDS, SAMPLE_HEADER);
  expect(ROWS).toHaveLength(200);
  for (const [at, row] of ROWS.entries()) {
    const texts = Object.fromEntries(SAMPLE_HEADER.map((name, place) => [name, SAMPLE[at]?.[place] ?? '']));
    const { answers, problems } = saidBy(bound, texts);
    expect(problems).toEqual([]);
    for (const [question, value] of Object.entries(expectedOf(row)))
      expect([at, question, answers.values.get(question)]).toEqual([at, question, value]);
  }
});

const COMPILED = compiledPolicy('intake-line');

function resultOf(mapping: typeof TEDS, cells: readonly string[]) {
  const bound = boundTo(mapping, SAMPLE_HEADER);
  const meanings = bound.columns.map((column, slot) => readCell(bound, slot, cells[column] ?? ''));
  const mayApply = (answers: Answers) => {
    const needless = contradictions(COMPILED, answers);
    return (question: string) => !needless.includes(question);
  };
  const { problems, row } = readRow({ bound, questionnaire, mayApply }, meanings);
  expect(problems).toEqual([]);
  return rowResultOf(COMPILED, row, false);
}

/** Some rows of each age: results take long the slow way. */
const MINORS = SAMPLE.filter((_, at) => Number(ROWS[at]?.AGE) <= 2).slice(0, 4);
const ADULTS = SAMPLE.filter((_, at) => Number(ROWS[at]?.AGE) > 2).slice(0, 6);

test('by the assumptions nobody has an emergency, no row shows a level, and minors are out of reach of all adult levels', () => {
  expect(MINORS).toHaveLength(4);
  for (const cells of MINORS)
    expect(resultOf(TEDS, cells)).toMatchObject({ status: 'assumed', disposition: 'youth', lowest: undefined });
  for (const cells of ADULTS)
    expect(resultOf(TEDS, cells)).toMatchObject({ status: 'assumed', lowest: 'outpatient', highest: 'inpatient' });
});

test('without them every row may be an emergency', () => {
  const [withoutAssumptions = ''] = textOf('questionnaires/mappings/teds-a.yaml').split('\nassume:');
  const bare = mappingIn(withoutAssumptions);
  expect(bare.assumptions).toEqual([]);
  for (const cells of [...MINORS.slice(0, 2), ...ADULTS.slice(0, 2)])
    expect(resultOf(bare, cells)).toMatchObject({ status: 'open', highest: 'emergency' });
});
