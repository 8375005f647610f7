import { expect, test } from 'vitest';
import { fieldView, startField } from '../../src/interview/field.ts';
import type { Field, FieldOption } from '../../src/interview/screen.ts';

const RED: FieldOption = { id: 'red', label: 'Red', synonyms: [], detail: 'warm', heading: 'Colours' };
const BLUE: FieldOption = { id: 'blue', label: 'Blue', synonyms: ['azure'] };
const MANY: readonly FieldOption[] = [
  RED,
  BLUE,
  ...Array.from({ length: 19 }, (_, index) => ({ id: `x${index}`, label: `Other ${index}`, synonyms: [] })),
];

const ofOne = (options: readonly FieldOption[], kept?: string): Field => ({ kind: 'one', options, kept });

test('nothing is chosen at the beginning, whatever was said earlier', () => {
  for (const field of [ofOne([RED, BLUE]), ofOne([RED, BLUE], 'red'), ofOne(MANY, 'blue')]) {
    expect(startField(field)).toMatchObject({ marked: undefined, typed: '', complaint: undefined });
    expect(fieldView(field, startField(field), 'en').rows.filter(({ isMarked }) => isMarked)).toEqual([]);
  }
});

test('options have a key each, their details and headings, and a star at the earlier reply', () => {
  const view = fieldView(ofOne([RED, BLUE], 'blue'), startField(ofOne([RED, BLUE], 'blue')), 'en');
  expect(view.rows).toEqual([
    { key: '1', box: 'none', label: 'Red', detail: 'warm', heading: 'Colours', isMarked: false },
    { key: '2', box: 'chosen', label: 'Blue', detail: undefined, heading: undefined, isMarked: false },
  ]);
  expect(view.kept).toBe('Blue');
  expect(view.line).toBeUndefined();
});

test('twenty options have keys, one more is searched', () => {
  const keys = (options: readonly FieldOption[]): string =>
    fieldView(ofOne(options), startField(ofOne(options)), 'en')
      .rows.map(({ key }) => key)
      .join('');
  expect(keys(MANY.slice(0, 20))).toBe('123456789abcdefghijk');
  expect(keys(MANY)).toBe('');
});

test('a searched list shows what matches, an exact match first, and the line that is typed', () => {
  const field = ofOne(MANY);
  const view = fieldView(field, { ...startField(field), typed: 'az', caret: 1 }, 'en');
  expect(view.rows.map(({ label }) => label)).toEqual(['Blue']);
  expect(view.line).toEqual({ before: 'a', after: 'z' });
  const exact = fieldView(field, { ...startField(field), typed: 'X1', caret: 2 }, 'en');
  expect(exact.rows.map(({ label }) => label)[0]).toBe('Other 1');
  expect(exact.rows.length).toBe(10); // x1, and x10 to x18
});

test.each([
  [{ ids: ['red'], unsure: ['blue'] }, 'Red, Blue (unsure)', ['ticked', 'unsure', 'empty']],
  [{ ids: [], unsure: [] }, 'None', ['empty', 'empty', 'ticked']],
  [undefined, undefined, ['empty', 'empty', 'empty']],
])('several answers begin with the earlier ones: %j', (kept, text, boxes) => {
  const field: Field = { kind: 'some', options: [RED, BLUE], none: 'None', kept };
  const view = fieldView(field, startField(field), 'en');
  expect(view.rows.map(({ box }) => box)).toEqual(boxes);
  expect(view.kept).toBe(text);
});

test('a line shows its hint, its caret between characters, and what Enter keeps while it is empty', () => {
  const field: Field = { kind: 'line', of: 'date', hint: 'day and month', kept: '1 May' };
  expect(fieldView(field, startField(field), 'en')).toEqual({
    rows: [],
    line: { before: '', after: '' },
    hint: 'day and month',
    kept: '1 May',
    complaint: undefined,
  });
  const typed = fieldView(field, { ...startField(field), typed: 'é😀x', caret: 2 }, 'en');
  expect(typed.line).toEqual({ before: 'é😀', after: 'x' });
  expect(typed.kept).toBeUndefined();
});
