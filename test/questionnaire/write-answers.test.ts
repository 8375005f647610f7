import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactValue } from '../../src/conditions/model.ts';
import { compileAnswers } from '../../src/questionnaire/compile-answers.ts';
import type { Answers, Note, Question, Unknown } from '../../src/questionnaire/model.ts';
import { readAnswers } from '../../src/questionnaire/read-answers.ts';
import { answersYaml } from '../../src/questionnaire/write-answers.ts';
import { smallQuestionnaire, valueIn } from '../fixtures/read-fixture.ts';

const questionnaire = smallQuestionnaire();

async function reread(text: string): Promise<Answers> {
  return valueIn(compileAnswers(valueIn(await readAnswers('caller.yaml', text, questionnaire)), questionnaire));
}

/** Texts that YAML could take for something else. */
const TRICKY = [
  'yes',
  'null',
  '~',
  '3.10',
  '0x1f',
  '2024-02-29',
  '- a',
  'a: b',
  '# a',
  '&a',
  '*a',
  '!a',
  '"',
  "'",
  '|',
  '>',
  '%',
  '@',
  'a #b',
  'é',
  '🙂',
  '[',
  '{',
  ' a ',
  'a\nb',
  '\n',
  'a\r\nb\n\n',
  'a\tb',
];
const words = fc
  .oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'grapheme' }))
  .map((text) => text.replace(/[^\P{C}\n\r\t]|\p{Zl}|\p{Zp}/gu, ''));
const written = words.filter((text) => text.length > 0);

function valueOf({ type, kind }: Question): fc.Arbitrary<FactValue> {
  switch (kind.kind) {
    case 'values':
      return fc.constantFrom(...kind.values);
    case 'options':
      return fc.subarray([...kind.options]);
    case 'number':
      return fc.nat(Math.floor((kind.max - kind.min) / kind.step)).map((steps) => kind.min + steps * kind.step);
    case 'unreadable':
      if (type === 'date') return fc.constantFrom('2024-02-29', '1900-01-01');
      if (type === 'phone') return fc.constantFrom('555-0100', '+1 (555) 010-0199', '5550100');
      return words.filter((text) => text.trim() !== '');
    default:
      return kind satisfies never;
  }
}

/** What was said to a question, why it has no answer, or which of its options are unknown. */
type Said = { readonly value?: FactValue; readonly unknown?: Unknown; readonly options?: ReadonlyMap<string, Unknown> };

const why = fc.constantFrom<Unknown>('unsure', 'declined');

function saidTo(question: Question): fc.Arbitrary<Said> {
  const plain = fc.oneof(
    fc.constant({}),
    valueOf(question).map((value) => ({ value })),
    why.map((unknown) => ({ unknown })),
  );
  if (question.kind.kind !== 'options') return plain;
  const { options } = question.kind;
  const perOption = fc.array(
    fc.constantFrom<'said' | 'denied' | Unknown>('said', 'denied', 'unsure', 'declined', 'not-asked'),
    {
      minLength: options.length,
      maxLength: options.length,
    },
  );
  const partly = fc.tuple(perOption, fc.boolean()).map(([states, isAnswered]): Said => {
    const open = options.flatMap((option, index): [string, Unknown][] => {
      const state = states[index] ?? 'denied';
      return state === 'said' || state === 'denied' ? [] : [[option, state]];
    });
    const value = options.filter((_, index) => states[index] === 'said');
    return { ...(isAnswered ? { value } : {}), ...(open.length === 0 ? {} : { options: new Map(open) }) };
  });
  return fc.oneof(plain, partly);
}

const note: fc.Arbitrary<Note> = fc.record(
  { question: fc.constantFrom('role', 'drinks'), text: written },
  { requiredKeys: ['text'] },
);

const answersOf: fc.Arbitrary<Answers> = fc
  .tuple(
    fc.tuple(...questionnaire.questions.map(saidTo)),
    fc.record(
      {
        ended: fc.constantFrom(...questionnaire.dispositions.map(({ id }) => id)),
        override: fc.record(
          { level: fc.constant('php'), code: fc.constant('other'), note: written },
          { requiredKeys: ['level', 'code'] },
        ),
        notes: fc.array(note, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([said, around]) => {
    const given = said.map((one, index) => [questionnaire.questions[index]?.id ?? '', one] as const);
    const pick = <K extends keyof Said>(key: K): Map<string, NonNullable<Said[K]>> =>
      new Map(given.flatMap(([id, one]) => (one[key] === undefined ? [] : [[id, one[key] as NonNullable<Said[K]>]])));
    return {
      questionnaire: questionnaire.id,
      values: pick('value'),
      unknown: pick('unknown'),
      unknownOptions: pick('options'),
      ...around,
    };
  });

test('what was written reads back to the same', async () => {
  let unlike = 0;
  await fc.assert(
    fc.asyncProperty(answersOf, async (answers) => {
      const again = await reread(answersYaml(answers, questionnaire));
      expect(again).toEqual(answers);
      expect([...again.values.keys()]).toEqual([...answers.values.keys()]);
      unlike += again.values.size;
    }),
    { numRuns: 300 },
  );
  expect(unlike).toBeGreaterThan(300);
});

test('questions stand in the order of the script, whatever the order of the answers', () => {
  const answers = {
    questionnaire: 'small',
    values: new Map<string, FactValue>([
      ['drinks', 3],
      ['role', 'self'],
    ]),
    unknown: new Map(),
    unknownOptions: new Map([['substances', new Map([['opioids', 'unsure' as const]])]]),
  };
  expect(answersYaml(answers, questionnaire)).toBe(
    'format: intakeline/answers/1\nquestionnaire: small\nanswers:\n  role: self\n  drinks: 3\nunsure: [substances.opioids]\n',
  );
});

test('yes and no stand in quotes, since other programs would take them for true and false', async () => {
  const answers = await reread('format: intakeline/answers/1\nquestionnaire: small\nanswers: { has_home: yes }\n');
  expect(answersYaml(answers, questionnaire)).toContain('has_home: "yes"\n');
});

test('a character that no file may hold is marked, and the file can be read', async () => {
  const answers = {
    ...(await reread('format: intakeline/answers/1\nquestionnaire: small\nanswers: {}\n')),
    notes: [{ text: 'a\u001b[2Jb\u202ec' }],
  };
  const again = await reread(answersYaml(answers, questionnaire));
  expect(again.notes).toEqual([{ text: 'a\u{FFFD}[2Jb\u{FFFD}c' }]);
});
