import { expect, test } from 'vitest';
import type { FactValue } from '../../src/conditions/model.ts';
import { contradictions } from '../../src/decision/decide.ts';
import { callHeader, exportedQuestions } from '../../src/interview/call-row.ts';
import type { Question } from '../../src/questionnaire/model.ts';
import { generateExport } from '../bench/generate-export.ts';
import { intakeExport } from '../bench/generate-export-intakes.ts';
import { boundTo, mappingIn, SHIPPED_MAPPINGS, saidBy, shippedMapping, tableOf, textOf } from './shipped-mappings.ts';
import { compiledPolicy, questionnaire } from './shipped-policies.ts';

const CLOSED = questionnaire.questions.filter(({ kind }) => kind.kind !== 'unreadable');

test.each(SHIPPED_MAPPINGS)('%s compiles without a finding', (id) => {
  const mapping = shippedMapping(id);
  expect(mapping.id).toBe(id);
  expect(mapping.readings.length).toBeGreaterThan(10);
});

test.each(SHIPPED_MAPPINGS)('%s reads nothing that could say who a person is', (id) => {
  const read = shippedMapping(id).readings.map(({ question }) => question);
  expect(read.filter((question) => !CLOSED.some((one) => one.id === question))).toEqual([]);
});

test.each(SHIPPED_MAPPINGS)('%s gives a reason for everything that it assumes or implies', (id) => {
  const { assumptions, implications } = shippedMapping(id);
  for (const { because } of [...assumptions, ...implications]) expect(because).toMatch(/^[A-Z].{15,}\.$/);
});

test.each(['intakeline', 'redcap'])('%s assumes and implies nothing: it is asked what the questionnaire asks', (id) => {
  expect(shippedMapping(id)).toMatchObject({ assumptions: [], implications: [] });
});

/** Cells that together give an answer, and the answer. */
interface Given {
  readonly cells: Readonly<Record<string, string>>;
  readonly value: FactValue;
}

/** Every answer that a question takes alone: each option or value, none of these, the two ends of its numbers. */
function givens({ id, kind }: Question, cellsOf: (value: FactValue) => Record<string, string>): readonly Given[] {
  if (kind.kind === 'values') return kind.values.map((value) => ({ cells: cellsOf(value), value }));
  if (kind.kind === 'number') return [kind.min, kind.max].map((value) => ({ cells: cellsOf(value), value }));
  if (kind.kind === 'options')
    return [...kind.options.map((one) => [one]), []].map((value) => ({ cells: cellsOf(value), value }));
  throw new Error(`${id} is not closed`);
}

const EXPORT_HEADER = callHeader(exportedQuestions(questionnaire, false));

test('intakeline reads every answer that an export of calls can hold', () => {
  const bound = boundTo(shippedMapping('intakeline'), EXPORT_HEADER);
  expect(bound.unread).toEqual([]);
  expect(bound.columns.map((column) => EXPORT_HEADER[column])).toEqual([
    'call.state',
    'call.disposition',
    ...CLOSED.map(({ id }) => id),
  ]);
  const unreached = CLOSED.flatMap((question) => {
    const cellsOf = (value: FactValue) => ({ [question.id]: exported(value) });
    return givens(question, cellsOf).filter((given) => !isSaid(bound, question, given));
  });
  expect(unreached).toEqual([]);
});

/** A cell as docs/export.md describes it. */
function exported(value: FactValue): string {
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? 'none-of-these' : value.join(';');
}

function isSaid(bound: ReturnType<typeof boundTo>, { id }: Question, { cells, value }: Given): boolean {
  const { answers, problems } = saidBy(bound, cells);
  const said = answers.values.get(id);
  return problems.length === 0 && answers.values.size === 1 && JSON.stringify(said) === JSON.stringify(value);
}

test('intakeline keeps an option that the caller was not sure of unknown, and an empty cell too', () => {
  const bound = boundTo(shippedMapping('intakeline'), EXPORT_HEADER);
  const { answers } = saidBy(bound, { body_now: 'chest-pain;breathing?', mind_now: '' });
  expect(answers.values).toEqual(new Map([['body_now', ['chest-pain']]]));
  expect([...(answers.unknownOptions.get('body_now')?.keys() ?? [])]).toEqual(['breathing']);
});

test('intakeline knows every way in which a counselor ends a call', () => {
  const bound = boundTo(shippedMapping('intakeline'), EXPORT_HEADER);
  for (const { id } of questionnaire.dispositions)
    expect(saidBy(bound, { 'call.disposition': id }).answers.ended).toBe(id);
  expect(saidBy(bound, {}).answers.ended).toBeUndefined();
  expect(saidBy(bound, { 'call.disposition': 'over' }).problems).toEqual([
    { code: 'unknown-value', column: EXPORT_HEADER.indexOf('call.disposition') },
  ]);
});

/** The header of a raw REDCap export: a column a field, one a choice for checkbox fields, and what REDCap adds. */
const REDCAP_HEADER = [
  ...['record_id', 'redcap_event_name'],
  ...questionnaire.questions.flatMap(({ id, kind }) =>
    kind.kind === 'options' ? [...kind.options.keys(), -1].map((place) => `${id}___${place + 1}`) : [id],
  ),
  ...['call_disposition', 'intake_complete'],
];

/** Boxes of a checkbox field as REDCap exports them: all of them, 0 where there is no tick. */
function boxes({ id, kind }: Question, ticked: readonly string[], none: boolean): Record<string, string> {
  const options = kind.kind === 'options' ? kind.options : [];
  const own = options.map((option, place) => [`${id}___${place + 1}`, ticked.includes(option) ? '1' : '0'] as const);
  return Object.fromEntries([...own, [`${id}___0`, none ? '1' : '0']]);
}

test('redcap reads every answer that a project with these fields can hold', () => {
  const bound = boundTo(shippedMapping('redcap'), REDCAP_HEADER);
  expect(bound.unread).toEqual([]);
  const unreached = CLOSED.flatMap((question) => {
    const cellsOf = (value: FactValue) => redcapCells(question, value);
    return givens(question, cellsOf).filter((given) => !isSaid(bound, question, given));
  });
  expect(unreached).toEqual([]);
});

function redcapCells(question: Question, value: FactValue): Record<string, string> {
  const { id, type } = question;
  if (typeof value === 'object') return boxes(question, value, value.length === 0);
  if (typeof value === 'number') return { [id]: String(value) };
  if (type === 'yes-no') return { [id]: value === 'yes' ? '1' : '0' };
  return { [id]: String(question.options.findIndex((option) => option.id === value) + 1) };
}

const GROUPS = CLOSED.filter(({ kind }) => kind.kind === 'options');

test('redcap leaves a group without a tick unknown, also where the form is complete', () => {
  const bound = boundTo(shippedMapping('redcap'), REDCAP_HEADER);
  const cells = Object.assign({ intake_complete: '2' }, ...GROUPS.map((question) => boxes(question, [], false)));
  const { answers, problems } = saidBy(bound, cells);
  expect(problems).toEqual([]);
  expect(answers.values).toEqual(new Map());
});

test('redcap: where one box is ticked the others were seen; none and one together are a contradiction', () => {
  const bound = boundTo(shippedMapping('redcap'), REDCAP_HEADER);
  for (const question of GROUPS) {
    const [first = ''] = question.kind.kind === 'options' ? question.kind.options : [];
    const one = saidBy(bound, boxes(question, [first], false)).answers;
    expect(one.values).toEqual(new Map([[question.id, [first]]]));
    expect(one.unknownOptions.size).toBe(0);
    expect(saidBy(bound, boxes(question, [first], true)).problems.map(({ code }) => code)).toEqual(['none-and-some']);
  }
});

test('redcap: a header that lacks a box cannot deny it', () => {
  const header = REDCAP_HEADER.filter((column) => column !== 'mind_now___3');
  const bound = boundTo(shippedMapping('redcap'), header);
  const { answers } = saidBy(bound, { mind_now___1: '1', mind_now___2: '0', mind_now___0: '0' });
  expect(answers.values.get('mind_now')).toEqual(['psychosis']);
  expect([...(answers.unknownOptions.get('mind_now')?.keys() ?? [])]).toEqual(['commands']);
});

test('the generated intakes have 20 columns that are read, and nothing in them contradicts itself', () => {
  const mapping = mappingIn(textOf('test/bench/benchmark-mapping.yaml'));
  const shape = intakeExport({ lineEndsInNotes: true });
  const [header = [], ...rows] = tableOf(
    Buffer.concat([...generateExport(shape, { rows: 2000, seed: 12 })]).toString('utf8'),
  );
  const bound = boundTo(mapping, header);
  expect(bound.columns).toHaveLength(20);
  expect(bound.unread).toEqual([]);
  const said = rows.map((row) => saidBy(bound, Object.fromEntries(row.map((cell, at) => [header[at], cell]))));
  expect(said.flatMap(({ problems }) => problems)).toEqual([]);
  const compiled = compiledPolicy('intake-line');
  expect(said.slice(0, 200).flatMap(({ answers }) => contradictions(compiled, answers))).toEqual([]);
});
