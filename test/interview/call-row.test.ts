import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FactValue } from '../../src/conditions/model.ts';
import { decide } from '../../src/decision/decide.ts';
import { callHeader, callRow, exportedQuestions, type RowSource } from '../../src/interview/call-row.ts';
import type { Answers, Unknown } from '../../src/questionnaire/model.ts';
import { csv } from '../../src/render/csv.ts';
import { readCsv } from '../fixtures/read-csv.ts';
import { completion, nothingKnown, partialCaller, randomFrom } from '../questionnaires/random-callers.ts';
import { compiledPolicy, questionnaire } from '../questionnaires/shipped-policies.ts';

const compiled = compiledPolicy('intake-line');
const closed = exportedQuestions(questionnaire, false);
const every = exportedQuestions(questionnaire, true);

function answers(parts: Partial<Answers> & { readonly said?: Readonly<Record<string, FactValue>> } = {}): Answers {
  const { said = {}, ...others } = parts;
  const values = new Map(Object.entries(said));
  return { questionnaire: questionnaire.id, values, unknown: new Map(), unknownOptions: new Map(), ...others };
}

function source(given: Answers, parts: Partial<RowSource> = {}): RowSource {
  const [started, status] = ['2026-11-22T10:00:00Z', { kind: 'open' }] as const;
  return { id: '1122-7k3f', started, minutes: 9, status, answers: given, decision: decide(compiled, given), ...parts };
}

/** A call's cells under the names of their columns, by way of the text. */
function exported(row: RowSource, questions = closed): Readonly<Record<string, string>> {
  const [names = [], cells = []] = readCsv(csv([callHeader(questions), callRow(row, questions, questionnaire)]));
  expect(cells.length).toBe(names.length);
  return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
}

/** Reads the answers back by nothing but the names of the columns. */
function answersIn(row: Readonly<Record<string, string>>): Answers {
  const values = new Map<string, FactValue>();
  const unknownOptions = new Map<string, ReadonlyMap<string, Unknown>>();
  for (const { id, kind } of questionnaire.questions) {
    const cell = row[id] ?? '';
    if (cell === '') continue;
    const parts = cell.split(';');
    const open = parts.filter((part) => part.endsWith('?')).map((part) => part.slice(0, -1));
    const named = parts.filter((part) => !part.endsWith('?') && part !== 'none-of-these');
    if (kind.kind === 'number') values.set(id, Number(cell));
    else values.set(id, kind.kind === 'options' ? named : cell);
    if (open.length > 0) unknownOptions.set(id, new Map(open.map((option) => [option, 'unsure'])));
  }
  const listed = (why: 'unsure' | 'declined'): readonly (readonly [string, Unknown])[] =>
    (row[`call.${why}`] ?? '').split(';').flatMap((id) => (id === '' ? [] : [[id, why] as const]));
  const unknown = new Map([...listed('unsure'), ...listed('declined')]);
  return { questionnaire: questionnaire.id, values, unknown, unknownOptions };
}

test('a row reads back as the same answers, which are decided the same', () => {
  const random = randomFrom(20_261_122);
  for (let caller = 0; caller < 40; caller++) {
    const partial = partialCaller(questionnaire, random);
    const unasked = questionnaire.questions.filter(({ id }) => !partial.values.has(id));
    const why = (): Unknown => (random() < 0.5 ? 'unsure' : 'declined');
    const unknown = new Map(unasked.filter(() => random() < 0.3).map(({ id }) => [id, why()]));
    const given = { ...partial, unknown };
    const row = exported(source(given));
    const back = answersIn(row);
    expect(back.unknown).toEqual(unknown);
    expect(decide(compiled, back)).toEqual(decide(compiled, given));
  }
});

test('the columns of the call say what is known of it', () => {
  const override = { level: 'residential', code: 'no-opening' };
  const row = exported(
    source(answers({ said: { role: 'self', age: 34 }, override }), {
      status: { kind: 'ended', disposition: 'dropped' },
    }),
  );
  expect(row).toMatchObject({
    'call.id': '1122-7k3f',
    'call.started': '2026-11-22T10:00:00Z',
    'call.minutes': '9',
    'call.state': 'ended',
    'call.disposition': 'dropped',
    'call.policy': 'intake-line',
    'call.level': '',
    'call.level_at_least': 'information',
    'call.level_at_most': 'emergency',
    'call.override': 'residential',
    'call.override_code': 'no-opening',
    age: '34',
  });
});

test('a settled level stands in its column with what has to happen first', () => {
  const random = randomFrom(7);
  let settled = 0;
  for (let caller = 0; caller < 40; caller++) {
    const unknown = nothingKnown(questionnaire, 'not-asked');
    const isComplete = caller % 2 === 0;
    const given = isComplete
      ? { ...unknown, values: completion(questionnaire, unknown, random) }
      : partialCaller(questionnaire, random);
    const { decision } = source(given);
    if (decision.stops.length > 0 || decision.dispositions.length > 0) continue; // shown-result.test.ts
    const row = exported(source(given));
    expect(row['call.level']).toBe(decision.settled ? (decision.levels[0] ?? '') : '');
    expect([row['call.level_at_least'], row['call.level_at_most']]).toEqual([
      decision.lowest ?? '',
      decision.highest ?? '',
    ]);
    if (decision.settled) settled++;
  }
  expect(settled).toBeGreaterThan(5);
});

test('a stop is an emergency, also where the call was cut off in it', () => {
  const given = answers({ said: { danger_now: 'yes' }, ended: 'dropped' });
  expect(exported(source(given))).toMatchObject({
    'call.level': 'emergency',
    'call.level_at_least': 'emergency',
    'call.level_at_most': 'emergency',
  });
});

test('a call that the counselor stopped is an emergency, whatever its answers', () => {
  const given = answers({ said: { danger_now: 'no', role: 'self', age: 34 } });
  expect(exported(source(given, { status: { kind: 'stopped' } }))).toMatchObject({
    'call.state': 'stopped',
    'call.level': 'emergency',
    'call.level_at_least': 'emergency',
    'call.level_at_most': 'emergency',
  });
});

test('a call that the counselor ended has only the levels that its disposition leaves open', () => {
  const level = (ended: string): readonly (string | undefined)[] => {
    const row = exported(source(answers({ said: { danger_now: 'no', role: 'self', age: 34 }, ended })));
    return [row['call.level'], row['call.level_at_least'], row['call.level_at_most']];
  };
  expect(level('wrong-service')).toEqual(['', '', '']);
  expect(level('dropped')).toEqual(['', 'information', 'emergency']);
});

test('texts, dates and phone numbers stay out unless they are asked for, and then run as no formula', () => {
  const [where, number] = ['=12 Example Street', '+1 213 555 0100'];
  const given = answers({ said: { location: where, callback_number: number } });
  const row = callRow(source(given), closed, questionnaire);
  expect(JSON.stringify(row)).not.toContain('Example Street');
  expect(callHeader(closed)).not.toContain('location');
  expect(exported(source(given), every)).toMatchObject({ location: `'${where}`, callback_number: `'${number}` });
});

test('no column of the call has the name of a question', () => {
  const names = callHeader(every);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => name.includes('.')).length).toBe(15);
});

test('docs/export.md names every column of the call, in order', () => {
  const named = [...readFileSync('docs/export.md', 'utf8').matchAll(/^\| `(call\.[a-z_]+)` \|/gm)].map(
    ([, name]) => name,
  );
  expect(named).toEqual(callHeader([]));
});
