/** Screens and fields for tests of what is made of them. */

import fc from 'fast-check';
import { fieldView, startField } from '../../src/interview/field.ts';
import type { Command, Field, FieldOption, FieldRow, FieldView, Header, Screen } from '../../src/interview/screen.ts';

export const COMMANDS: readonly Command[] = [
  'emergency',
  'back',
  'unsure',
  'declined',
  'reword',
  'jump',
  'note',
  'menu',
  'pause',
];

export const HEADER: Header = {
  section: 'Safety',
  asked: 12,
  toCome: 31,
  elapsed: 252,
  possible: 'IOP to Residential',
  first: '',
  mark: undefined,
};

export function option(id: string, label = id, more: Partial<FieldOption> = {}): FieldOption {
  return { id, label, synonyms: [], ...more };
}

export const YES_NO: Field = { kind: 'one', options: [option('yes', 'Yes'), option('no', 'No')], kept: undefined };

export function some(...options: readonly FieldOption[]): Extract<Field, { kind: 'some' }> {
  return { kind: 'some', options, none: 'None of these', kept: undefined };
}

export function lineOf(of: Extract<Field, { kind: 'line' }>['of'], kept?: string): Field {
  return { kind: 'line', of, hint: 'whole number from 0 to 120', kept };
}

/** A question of yes or no, and what is other about it. */
export function screenWith(more: Partial<Screen> = {}): Screen {
  return {
    language: 'en',
    header: HEADER,
    isAlarm: false,
    isFresh: false,
    notices: [],
    blocks: [{ kind: 'say', text: 'Is anyone hurt?' }],
    field: YES_NO,
    commands: COMMANDS,
    ...more,
  };
}

/** A field that nobody has touched but for the marker. */
export function viewOf(field: Field, marked?: string): FieldView {
  return fieldView(field, { ...startField(field), marked }, 'en');
}

const words = fc
  .array(fc.stringMatching(/^[a-zé日👍]{1,14}$/u), { minLength: 1, maxLength: 12 })
  .map((list) => list.join(' '));

const row: fc.Arbitrary<Omit<FieldRow, 'isMarked'>> = fc.record({
  key: fc.constantFrom('', '1', 'a'),
  box: fc.constantFrom('empty', 'ticked', 'unsure', 'chosen', 'none'),
  label: words,
  detail: fc.option(words, { nil: undefined }),
  heading: fc.option(words, { nil: undefined }),
});

/** Up to 30 rows; the marker, if any, stands on one whose label begins with `MARKED`. */
const rows: fc.Arbitrary<readonly FieldRow[]> = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 30 }), fc.option(fc.nat(29)))
  .map(([list, place]) =>
    list.map((one, index) => {
      const isMarked = place !== null && index === place % list.length;
      return { ...one, isMarked, label: isMarked ? `MARKED ${one.label}` : one.label };
    }),
  );

const line = fc.record({ before: words, after: fc.oneof(fc.constant(''), words) });

export const anyView: fc.Arbitrary<FieldView> = fc.record({
  rows: fc.oneof(rows, fc.constant([])),
  line: fc.option(line, { nil: undefined }),
  hint: fc.oneof(fc.constant(''), words),
  kept: fc.option(words, { nil: undefined }),
  complaint: fc.option(words, { nil: undefined }),
});

const text = fc.record({ kind: fc.constantFrom('title', 'say', 'probe', 'help', 'text', 'alarm'), text: words });
const list = fc.record({ kind: fc.constant('list' as const), items: fc.array(words, { maxLength: 6 }) });

/** Screens of any length; their field's kind says whether there are boxes, the view says the rest. */
export const anyScreen: fc.Arbitrary<Screen> = fc.record({
  language: fc.constantFrom('en', 'es'),
  header: fc.record({
    section: words,
    asked: fc.nat(99),
    toCome: fc.nat(99),
    elapsed: fc.nat(9999),
    possible: fc.oneof(fc.constant(''), words),
    first: fc.oneof(fc.constant(''), words),
    mark: fc.option(words, { nil: undefined }),
  }),
  isAlarm: fc.boolean(),
  isFresh: fc.boolean(),
  notices: fc.array(words, { maxLength: 4 }),
  blocks: fc.array(fc.oneof(text, list), { maxLength: 6 }),
  field: fc.constantFrom<Field>(YES_NO, some(option('one')), lineOf('number')),
  commands: fc.subarray<Command>([...COMMANDS]).map((commands) => [...new Set<Command>(['emergency', ...commands])]),
});
