import { expect, test } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import { combineRow } from '../../src/batch/combine-row.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import { dispositionTexts, optionTexts } from '../../src/batch/option-texts.ts';
import { questionnaireMapping } from '../../src/batch/questionnaire-mapping.ts';
import { readCell } from '../../src/batch/read-cell.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { loadMapping } from '../../src/cli/load-mapping.ts';
import { decide } from '../../src/decision/decide.ts';
import { callHeader, callRow, exportedQuestions } from '../../src/interview/call-row.ts';
import { inLanguage } from '../../src/questionnaire/in-words.ts';
import type { Answers, Option, Question } from '../../src/questionnaire/model.ts';
import { csv } from '../../src/render/csv.ts';
import { readCsv } from '../fixtures/read-csv.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { partialCaller, randomFrom } from '../questionnaires/random-callers.ts';
import { compiledPolicy, questionnaire } from '../questionnaires/shipped-policies.ts';

const compiled = compiledPolicy('intake-line');
const questions = exportedQuestions(questionnaire, false);
const own = questionnaireMapping(questionnaire);
const shipped = valueIn(
  await loadMapping('intakeline', { folder: 'questionnaires/adult-intake', questionnaire }, contentFiles()),
);

/** What a mapping makes of the exported row of a call. */
function readBack(mapping: Mapping, header: readonly string[], cells: readonly string[]): Answers {
  const bandStarts = bandStartsOf(compiled.callers.encoding);
  const bound = valueIn(bindMapping(mapping, { file: 'calls.csv', header, today: 0, bandStarts }));
  expect(bound.unread).toEqual([]);
  const meanings = bound.columns.map((column, slot) => readCell(bound, slot, cells[column] ?? ''));
  const { answers, problems } = combineRow(bound, questionnaire, meanings);
  expect(problems).toEqual([]);
  return answers;
}

function exported(answers: Answers, disposition: string | undefined) {
  const status = disposition === undefined ? ({ kind: 'open' } as const) : ({ kind: 'ended', disposition } as const);
  const source = { id: '1122-7k3f', started: '2026-11-22T10:00:00Z', minutes: 9, status, answers };
  const row = callRow({ ...source, decision: decide(compiled, answers) }, questions, questionnaire);
  const [header = [], cells = []] = readCsv(csv([callHeader(questions), row]));
  return { header, cells };
}

/** A list of which every option is unsure says nothing. */
function saysSomething({ kind, id }: Question, { values, unknownOptions }: Answers): boolean {
  const [value, open] = [values.get(id), unknownOptions.get(id)?.size ?? 0];
  if (value === undefined) return false;
  return kind.kind !== 'options' || typeof value !== 'object' || value.length > 0 || open < kind.options.length;
}

test.each([
  ['no mapping', own],
  ['the shipped mapping', shipped],
])('an exported call reads back as the answers that it gave, with %s', (_, mapping) => {
  const random = randomFrom(4);
  for (let caller = 0; caller < 60; caller++) {
    const answers = partialCaller(questionnaire, random);
    const ended = random() < 0.3 ? questionnaire.dispositions[caller % questionnaire.dispositions.length] : undefined;
    const { header, cells } = exported(answers, ended?.id);
    const read = readBack(mapping, header, cells);
    const said = questions.filter((question) => saysSomething(question, answers)).map(({ id }) => id);
    expect(read.values).toEqual(new Map(said.map((id) => [id, answers.values.get(id)])));
    for (const id of said)
      expect(new Set(read.unknownOptions.get(id)?.keys())).toEqual(new Set(answers.unknownOptions.get(id)?.keys()));
    expect(read.ended).toBe(ended?.id);
  }
});

test('every option can be written as its id, and as what the counselor reads', () => {
  for (const question of questions) {
    const texts = optionTexts(question);
    for (const { id, label } of question.options) {
      expect(texts.get(id.toLowerCase()), `${question.id} ${id}`).toBe(id);
      const words = typeof label === 'string' ? [label] : Object.values(label);
      for (const word of words) expect(texts.get(word.trim().toLowerCase()), `${question.id} ${word}`).toBe(id);
    }
  }
});

function question(type: Question['type'], options: readonly Option[]): Pick<Question, 'type' | 'options'> {
  return { type, options };
}

/** The option that each text names, in a question with such options. */
function named(asked: Pick<Question, 'type' | 'options'>, texts: readonly string[]) {
  const [first] = questionnaire.questions;
  if (first === undefined) throw new Error('no question');
  const all = optionTexts({ ...first, ...asked });
  return texts.map((text) => all.get(text));
}

test('an id comes before a label, a label before a synonym, and what is ambiguous names nothing', () => {
  const options: readonly Option[] = [
    { id: 'some', label: 'A little', synonyms: ['bit', 'now and then'] },
    { id: 'little', label: 'Some', synonyms: ['bit', 'a little'] },
  ];
  expect(named(question('choice', options), ['some', 'little', 'a little', 'now and then', 'bit'])).toEqual([
    'some',
    'little',
    'some',
    'some',
    undefined,
  ]);
});

test('yes and no have the words that cannot mean anything else, and no numbers', () => {
  const options: readonly Option[] = [
    { id: 'yes', label: { en: 'Yes', es: 'S\u00ed' }, synonyms: [] },
    { id: 'no', label: { en: 'No', es: 'No' }, synonyms: [] },
  ];
  expect(named(question('yes-no', options), ['y', 'true', 's\u00ed', 'n', 'false', '1', '0', '2'])).toEqual([
    'yes',
    'yes',
    'yes',
    'no',
    'no',
    undefined,
    undefined,
    undefined,
  ]);
  expect(named(question('choice', options), ['y', 'true'])).toEqual([undefined, undefined]);
});

test('dispositions are known by their ids and titles', () => {
  const texts = dispositionTexts(questionnaire);
  for (const { id, title } of questionnaire.dispositions) {
    expect(texts.get(id)).toBe(id);
    expect(texts.get(inLanguage(title, 'en').toLowerCase())).toBe(id);
  }
});
