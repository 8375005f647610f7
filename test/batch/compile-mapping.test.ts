import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileMapping } from '../../src/batch/compile-mapping.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { compileText, faultFixtures, shortly, smallQuestionnaire, valueIn } from '../fixtures/read-fixture.ts';

const questionnaire = smallQuestionnaire();

const HEAD = 'format: intakeline/mapping/1\nid: m\ntitle: M\nquestionnaire: small\n';

function compiled(body: string): Mapping {
  return valueIn(compileText('mapping', HEAD + body, (document) => compileMapping(document, questionnaire)));
}

test.each(faultFixtures('mapping'))('finds $name', ({ text, expected }) => {
  const outcome = compileText('mapping', text, (document) => compileMapping(document, questionnaire));
  expect(outcome.ok).toBe(false);
  expect(shortly(outcome.problems)).toEqual(expected);
});

test('a misspelt word comes with the one that was meant', () => {
  const text = `${HEAD}answers: { has_hom: { column: A }, home_use: { column: B, values: { hevy: ["1"] } } }\n`;
  const { problems } = compileText('mapping', text, (document) => compileMapping(document, questionnaire));
  expect(problems.map(({ remedy }) => remedy)).toEqual(['did you mean `has_home`?', 'did you mean `heavy`?']);
});

test('readings stand in the order of the script, whatever their order in the file', () => {
  const { readings } = compiled('answers: { drinks: { column: C }, role: { column: A }, has_home: { column: B } }\n');
  expect(readings.map(({ question }) => question)).toEqual(['role', 'has_home', 'drinks']);
});

test('a column alone is read in the words of the questionnaire, or as a number', () => {
  const { readings } = compiled('answers: { home_use: { column: [A, B] }, drinks: { column: C } }\n');
  expect(readings).toEqual([
    {
      question: 'home_use',
      skipped: 'reject',
      unclear: new Set(),
      kind: 'cell',
      column: ['A', 'B'],
      cell: {
        kind: 'values',
        values: new Map([
          ['none', 'none'],
          ['some', 'some'],
          ['heavy', 'heavy'],
          ['nothing', 'none'],
          ['a lot', 'heavy'],
        ]),
      },
    },
    {
      question: 'drinks',
      skipped: 'reject',
      unclear: new Set(),
      kind: 'cell',
      column: ['C'],
      cell: { kind: 'number', grid: { min: 0, max: 20, step: 1 }, ranges: new Map() },
    },
  ]);
});

test('what a reading says of answers that do not apply comes before what the mapping says', () => {
  const { readings } = compiled(
    'skipped: ignore\nanswers: { has_home: { column: A }, drinks: { column: B, skipped: reject } }\n',
  );
  expect(readings.map(({ skipped }) => skipped)).toEqual(['ignore', 'reject']);
});

test("the questionnaire's own words may be used for themselves, and for something else where the texts are written out", () => {
  const { readings, missing } = compiled(
    'missing: ["some"]\nanswers: { substances: { column: A, list: ";", none: ["none-of-these", "none of these"] }, ' +
      'home_use: { column: B, values: { heavy: ["none"] }, unclear: ["a lot"] } }\n',
  );
  expect(missing).toContain('some');
  expect(readings).toMatchObject([
    { unclear: new Set(['a lot']), cell: { values: new Map([['none', 'heavy']]) } },
    { cell: { none: new Set(['none-of-these', 'none of these']) } },
  ]);
});

test('a column of which every text leaves the question open answers nothing, and is no fault', () => {
  const { readings } = compiled('answers: { role: { column: A, values: {}, unclear: ["1", "2"] } }\n');
  expect(readings).toMatchObject([{ unclear: new Set(['1', '2']), cell: { values: new Map() } }]);
});

test('columns that name one option each become parts of every option that has a code', () => {
  const { readings } = compiled(
    'answers: { substances: { columns: [S1, [S2, second]], codes: { alcohol: ["2"], opioids: ["5", "6"] }, none: ["1"] } }\n',
  );
  const part = (column: readonly string[], yes: readonly string[], no: readonly string[]) => ({
    column,
    yes: new Set(yes),
    no: new Set(no),
  });
  expect(readings[0]).toMatchObject({
    kind: 'options',
    options: [
      {
        option: 'alcohol',
        parts: [part(['S1'], ['2'], ['5', '6', '1']), part(['S2', 'second'], ['2'], ['5', '6', '1'])],
      },
      {
        option: 'opioids',
        parts: [part(['S1'], ['5', '6'], ['2', '1']), part(['S2', 'second'], ['5', '6'], ['2', '1'])],
      },
      { option: 'sedatives', parts: [] }, // has no code, so that nothing is ever known of it
    ],
    none: undefined,
    askedIf: [
      { column: ['S1'], values: new Set(['1']) },
      { column: ['S2', 'second'], values: new Set(['1']) },
    ],
    namingAsks: false,
  });
});

test('a band without a beginning begins at 0, so that a negative code is no small number', () => {
  const { readings } = compiled(
    'answers: { home_use: { column: A, bands: { none: { at_most: 0 }, heavy: { at_least: 8 } } } }\n',
  );
  expect(readings[0]).toMatchObject({
    cell: {
      bands: [
        { from: 0, to: 0, answer: 'none' },
        { from: 8, to: Number.POSITIVE_INFINITY, answer: 'heavy' },
      ],
    },
  });
});

test('a key is the text that stands there, whatever YAML would make of it', () => {
  const [reading] = compiled(
    'answers: { drinks: { column: A, ranges: { 007: [1, 1], 1e1: [2, 2], true: [3, 3], null: [4, 4], 1.0: [5, 5] } } }\n',
  ).readings;
  const texts = ['007', '1e1', 'true', 'null', '1'] as const; // `1.0` is folded like every text
  expect(reading).toMatchObject({
    cell: { kind: 'ranges', ranges: new Map(texts.map((text, at) => [text, [at + 1, at + 1]])) },
  });
});

test('the empty text is always missing, and the others are folded', () => {
  expect(compiled('missing: ["N/A ", "-9.0"]\nanswers: { role: { column: A } }\n').missing).toEqual(
    new Set(['', 'n/a', '-9']),
  );
});

/** The small questionnaire with questions about safety: which answers stop the call, and what an unremarkable caller says. */
const safetyFirst: Questionnaire = {
  ...questionnaire,
  questions: questionnaire.questions.map((question): Question => {
    const stops: Readonly<Record<string, readonly string[]>> = {
      home_use: ['heavy'],
      substances: ['opioids'],
      drinks: [],
    };
    const stop = stops[question.id];
    if (stop === undefined) return question;
    return { ...question, safety: true, stop, baseline: { home_use: 'none', substances: [], drinks: 0 }[question.id] };
  }),
};

test.each([
  ['home_use: none', 'reassuring-implication'],
  ['home_use: some', ''], // more than the harmless answer
  ['home_use: heavy', ''],
  ['substances: []', 'reassuring-implication'],
  ['substances: [alcohol]', 'reassuring-implication'], // it denies opioids, which stop the call
  ['substances: [alcohol, opioids]', ''],
  ['drinks: 0', 'reassuring-implication'],
  ['drinks: 3', ''],
  ['role: self', ''], // not about safety
])('a column that implies `%s` of a safety question is %j', (answer, code) => {
  const implied = `implies: [{ column: B, values: ["1"], because: B., answers: { ${answer} } }]\n`;
  const { problems } = compileText('mapping', `${HEAD}answers: { has_home: { column: A } }\n${implied}`, (document) =>
    compileMapping(document, safetyFirst),
  );
  const column = implied.indexOf(answer) + answer.indexOf(':') + 3; // of the answer itself
  expect(shortly(problems)).toEqual(code === '' ? [] : [`${code} 6:${column}`]);
  const assumed = `assume: [{ question: ${answer.replace(':', ', answer:')}, because: B. }]\n`;
  expect(
    compileText('mapping', `${HEAD}answers: { has_home: { column: A } }\n${assumed}`, (document) =>
      compileMapping(document, safetyFirst),
    ).problems,
  ).toEqual([]);
});

test('leaving out answers in the whole file is warned of, in one answer it is not', () => {
  const warned = (body: string) => {
    const outcome = compileText('mapping', HEAD + body, (document) => compileMapping(document, questionnaire));
    return [outcome.ok, ...outcome.problems.map(({ code, severity }) => `${severity} ${code}`)];
  };
  expect(warned('skipped: ignore\nanswers: { has_home: { column: A } }\n')).toEqual([
    true,
    'warning skipped-everywhere',
  ]);
  expect(warned('skipped: reject\nanswers: { has_home: { column: A } }\n')).toEqual([true]);
  expect(warned('answers: { has_home: { column: A, skipped: ignore } }\n')).toEqual([true]);
});

test('excerpts of a mapping may be shown: it holds no answers of callers', () => {
  const text = readFileSync('test/fixtures/faults/mapping/unknown-question.yaml', 'utf8');
  const { problems } = compileText('mapping', text, (document) => compileMapping(document, questionnaire));
  expect(problems[0]?.excerpt).toContain('has_hom: { column: HOME }');
});
