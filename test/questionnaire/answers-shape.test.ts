import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANSWERS_KEYS, isAnswersSource } from '../../src/questionnaire/answers-shape.ts';
import { answersSchema } from '../../src/questionnaire/schema.ts';

/** What YAML can make: texts near and far from ids, every kind of number, lists, maps. */
const text = fc.oneof(
  fc.constantFrom('', 'small', 'drinks', 'substances.opioids', 'substances.', '-a', 'a b', 'CA'),
  fc.string(),
);
const number = fc.oneof(fc.double(), fc.constantFrom(0, -0, 3, 2 ** 60, Number.NaN, Number.POSITIVE_INFINITY));
const anything = fc.anything({ withNullPrototype: false }).filter((value) => !holdsUndefined(value));
const answer = fc.oneof({ weight: 8, arbitrary: fc.oneof(text, number, fc.array(text)) }, anything);
const key = fc.oneof(fc.constantFrom('drinks', 'name', '1', ''), fc.string()).filter((name) => name !== '__proto__');
const references = fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.constantFrom('drinks', 'substances.opioids', 'a1_b')) },
  fc.array(text),
  anything,
);

const length = fc.constantFrom(0, 1, 2000, 2001);
const written = fc.oneof(
  text,
  length.map((letters) => 'a'.repeat(letters)),
);
const id = fc.oneof({ weight: 8, arbitrary: fc.constantFrom('php', 'other', 'cut-off') }, text, anything);
const override = fc.oneof(
  { weight: 8, arbitrary: fc.record({ level: id, code: id, note: written }, { requiredKeys: ['level', 'code'] }) },
  fc.record({ level: id, note: anything, more: anything }, { requiredKeys: [] }),
  anything,
);
const note = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ question: fc.constantFrom('drinks', 'a1_b'), text: written }, { requiredKeys: ['text'] }),
  },
  fc.record({ question: text, text: anything, more: anything }, { requiredKeys: [] }),
);
const notes = fc.oneof({ weight: 8, arbitrary: fc.array(note, { maxLength: 3 }) }, anything);

const almostAnswers = fc.record(
  {
    format: fc.oneof({ weight: 8, arbitrary: fc.constant('intakeline/answers/1') }, anything),
    questionnaire: fc.oneof({ weight: 8, arbitrary: fc.constantFrom('small', 'adult-intake') }, text, anything),
    answers: fc.oneof({ weight: 8, arbitrary: fc.dictionary(key, answer) }, anything),
    unsure: references,
    declined: references,
    not_asked: references,
    ended: id,
    override,
    notes,
    remarks: anything,
  },
  { requiredKeys: [] },
);

/** The same with every key that is needed, and none that is unknown. */
const fitting = fc.record(
  {
    format: fc.constant('intakeline/answers/1'),
    questionnaire: fc.constantFrom('small', 'adult-intake'),
    answers: fc.dictionary(key, fc.oneof(text, number.filter(Number.isFinite), fc.array(text))),
    unsure: fc.array(fc.constantFrom('drinks', 'substances.opioids')),
    declined: fc.array(fc.constantFrom('drinks', 'a1_b')),
    not_asked: fc.array(fc.constantFrom('substances.opioids')),
    ended: fc.constantFrom('cut-off', 'youth'),
    override: fc.record(
      { level: fc.constantFrom('php', '1'), code: fc.constant('other'), note: fc.string({ minLength: 1 }) },
      { requiredKeys: ['level', 'code'] },
    ),
    notes: fc.array(
      fc.record({ question: fc.constant('drinks'), text: fc.string({ minLength: 1 }) }, { requiredKeys: ['text'] }),
    ),
  },
  { requiredKeys: ['format', 'questionnaire', 'answers'] },
);

function holdsUndefined(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.values(value).some(holdsUndefined))
  );
}

test('the short check and the schema know the same keys', () => {
  expect(ANSWERS_KEYS).toEqual(Object.keys(answersSchema.shape));
});

test('what fits is taken as it is by both', () => {
  fc.assert(
    fc.property(fitting, (value) => {
      expect(isAnswersSource(value)).toBe(true);
      expect(answersSchema.parse(value)).toEqual(value);
    }),
  );
});

test('the short check and the schema agree on whatever else a file may hold', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(fc.oneof({ weight: 8, arbitrary: almostAnswers }, anything), (value) => {
      const fits = answersSchema.safeParse(value).success;
      seen.add(fits);
      expect(isAnswersSource(value)).toBe(fits);
    }),
    { numRuns: 2000 },
  );
  expect(seen).toEqual(new Set([true, false]));
});

test('each slip by itself is seen by both', () => {
  const good = { format: 'intakeline/answers/1', questionnaire: 'small', answers: { drinks: 3, substances: ['a'] } };
  const slips: readonly unknown[] = [
    { ...good, format: 'intakeline/answers/2' },
    { ...good, questionnaire: 'no id' },
    { ...good, questionnaire: 3 },
    { ...good, answers: [] },
    { ...good, answers: null },
    { ...good, answers: { drinks: true } },
    { ...good, answers: { drinks: null } },
    { ...good, answers: { drinks: Number.NaN } },
    { ...good, answers: { substances: [1] } },
    { ...good, unsure: 'drinks' },
    { ...good, declined: ['Drinks'] },
    { ...good, not_asked: [1] },
    { ...good, note: 'more' },
    { ...good, ended: 'hung up' },
    { ...good, ended: null },
    { ...good, override: null },
    { ...good, override: { level: 'php' } },
    { ...good, override: { level: 3.1, code: 'other' } },
    { ...good, override: { level: 'php', code: 'other', note: '' } },
    { ...good, override: { level: 'php', code: 'other', why: 'more' } },
    { ...good, notes: 'more' },
    { ...good, notes: ['more'] },
    { ...good, notes: [{ question: 'drinks' }] },
    { ...good, notes: [{ question: 'Drinks', text: 'more' }] },
    { ...good, notes: [{ text: 'a'.repeat(2001) }] },
    { ...good, notes: [{ text: 'more', by: 'me' }] },
    { questionnaire: 'small', answers: {} },
    [good],
    null,
  ];
  expect(isAnswersSource(good)).toBe(true);
  expect(slips.filter(isAnswersSource)).toEqual([]);
  expect(slips.filter((slip) => answersSchema.safeParse(slip).success)).toEqual([]);
});
