import { expect, test } from 'vitest';
import { sampleColumn } from '../../src/batch/column-sample.ts';
import { compileMapping } from '../../src/batch/compile-mapping.ts';
import { draftMapping } from '../../src/batch/draft-mapping.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import { parseContent } from '../../src/cli/parse-content.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { questionnaire } from './given-mapping.ts';

/** A draft for columns by their names, each text in as many rows as is said, else in five. */
function draft(columns: Readonly<Record<string, readonly (string | readonly [string, number])[]>>): string {
  return draftOf(Object.entries(columns));
}

function draftOf(
  columns: readonly (readonly [string, readonly (string | readonly [string, number])[]])[],
  areGiven = false,
): string {
  const samples = columns.map(([, texts]) => {
    const { add, sample } = sampleColumn();
    for (const one of texts) {
      const [text, rows] = typeof one === 'string' ? [one, 5] : one;
      for (let row = 0; row < rows; row++) add(text);
    }
    return sample();
  });
  return draftMapping(
    columns.map(([name]) => name),
    samples,
    questionnaire,
    { areGiven, questions: 'small/questionnaire.yaml' },
  );
}

/** A draft as `check` reads it. */
function compiled(text: string): Mapping {
  return valueIn(compileMapping(valueIn(parseContent('mapping', 'draft.yaml', text)), questionnaire));
}

function questionsIn(text: string): readonly string[] {
  return compiled(text).readings.map(({ question }) => question);
}

test('columns that have the name and the words of a question are read, and everything else is a comment', () => {
  const text = draft({
    ROLE: ['self', 'Other'],
    'has-home': ['Y', 'N'],
    Substances: ['alcohol;opioids', 'none-of-these'],
    colour: ['red', 'blue'],
  });
  expect(questionsIn(text)).toEqual(['role', 'has_home', 'substances']);
  expect(text).toContain('# to do: columns for which no question was found\n#   "colour": "blue", "red"\n');
  expect(text).toContain('# to do: questions without a column, which stand in "small/questionnaire.yaml";');
  expect(text).toMatch(
    /\n# {3}home_use: "How much is drunk there\?" \(one of none, some, heavy\)\n# {3}drinks: "How many\?" \(a number, 0 to 20\)\n$/,
  );
});

test('a column with the very words of a question is its column', () => {
  expect(questionsIn(draft({ 'Do you have a home?': ['yes', 'no'] }))).toEqual(['has_home']);
});

test('texts that are not understood are left to do, beside those that are', () => {
  const text = draft({ role: ['self', 'friend', 'aunt'] });
  expect(text).toContain(
    '  # to do: "role" holds "aunt", "friend", too\n  role: { column: "role", values: { "self": ["self"] } }\n',
  );
  expect(questionsIn(text)).toEqual(['role']);
});

test('a number may be a code, so that it is only proposed', () => {
  const text = draft({ role: ['self'], DRINKS: ['1', '2', '3'] });
  expect(questionsIn(text)).toEqual(['role']);
  expect(text).toContain(
    '  # "DRINKS" has the name of `drinks` and holds "1", "2", "3":\n  #drinks: { column: "DRINKS", number: true }\n',
  );
});

test('what only resembles or mentions a question is only proposed', () => {
  const text = draft({
    drinkz: ['1'],
    who: ['self', 'other'],
    home_use_now: ['none', 'heavy'],
    substances___alcohol: ['0', '1'],
    substances___opioids: ['0', '1'],
    substances___none_of_these: ['0', '1'],
    substances___wine: ['0', '1'],
  });
  expect(text).toContain('answers:\n  # to do: no answer is taken in yet\n');
  expect(text).toContain('"drinkz" has nearly the name of `drinks`');
  expect(text).toContain('"who" has the options of `role`');
  expect(text).toContain('"home_use_now" mentions `home_use`');
  expect(text).toContain(
    '  #substances: { flags: { "alcohol": { column: "substances___alcohol", yes: ["1"], no: ["0"] }, ' +
      '"opioids": { column: "substances___opioids", yes: ["1"], no: ["0"] } }, ' +
      'none: { column: "substances___none_of_these", yes: ["1"], no: ["0"] } }\n',
  );
  expect(text).toContain('#   "substances___wine": no option of `substances` has this name\n');
  const { problems } = compileMapping(valueIn(parseContent('mapping', 'draft.yaml', text)), questionnaire);
  expect(problems.map(({ message }) => message)).toEqual(['no answer is taken in yet']);
  const taken = text.replace(/^ {2}#(?=[a-z_]+: \{)/gm, '  ');
  expect(questionsIn(taken)).toEqual(['role', 'home_use', 'substances', 'drinks']);
});

test.each(['drinks: { column: "DRINKS", number: true }', 'role: { column: "who", values: options }'])(
  'the proposal %s holds when its mark, and nothing else, is taken away',
  (proposal) => {
    const text = draft({ DRINKS: ['1', '2'], who: ['self', 'other'] });
    expect(compiled(text.replace(`#${proposal}`, proposal)).readings).toHaveLength(1);
    const beside = draft({ DRINKS: ['1', '2'], who: ['self', 'other'], has_home: ['yes', 'no'] });
    expect(compiled(beside.replace(`#${proposal}`, proposal)).readings).toHaveLength(2);
  },
);

test.each([
  ['numbers', ['John Secret', '34', 'self-made']],
  ['days', ['John Secret', '2026-01-31']],
  ['answers', ['John Secret', 'No']],
  ['one text twice', ['John Secret', 'stable', 'stable']],
])('where the first line has %s in it, no name is shown, and why is said', (_, names) => {
  const columns = names.map((name) => [name, ['self', 'other']] as const);
  const text = draftOf(columns);
  for (const name of names) expect(text).not.toContain(name);
  expect(text).toContain('# to do: the first line may be a record, and no header');
  expect(text).toContain('#   column 1 has a name that is not shown\n');
  const given = draftOf(columns, true);
  expect(given).toContain('John Secret');
  expect(given).not.toContain('may be a record');
});

test('where a column has the name of a question, the first line is a header, whatever else it says', () => {
  const text = draftOf([
    ['role', ['self']],
    ['2017', []],
    ['note', []],
    ['note', []],
    ['colour', []],
  ]);
  expect(text).not.toContain('may be a record');
  for (const name of ['2017', 'colour']) expect(text).toContain(`#   "${name}": nothing\n`);
});

test('no text is shown that few rows have, or that may say who somebody is', () => {
  const names = Array.from({ length: 25 }, (_, index) => `Person ${String.fromCharCode(65 + index)}`);
  const text = draft({
    client: [...names.slice(0, 4), ['Zoe Q', 2]],
    friend_name: ['Yan X', 'Yan Y'],
    many: names,
    long: ['a very long text that somebody wrote down for one person only'],
    born: ['1990-01-31', 'unknown'],
    zip: ['90210', '10001'],
    mail: ['x@example.org'],
    number: ['555 0100', '555 0101'],
  });
  const hidden = ['client', 'friend_name', 'many', 'long', 'born', 'zip', 'mail', 'number'];
  for (const name of hidden) expect(text).toContain(`#   "${name}": texts that are not shown\n`);
  for (const part of ['Zoe', 'Yan', 'Person', 'somebody wrote', '1990', '90210', 'example', '0100', 'unknown'])
    expect(text).not.toContain(part);
});

test.each([
  'Patient',
  'CLIENT',
  'Counselor',
  'member',
  'staff_2',
  'assigned worker',
  'Initials',
  'City',
  'birth county',
])('the texts of a column %j are not shown', (name) => {
  expect(draft({ colour: ['red'], [name]: ['abc', 'def'] })).toContain(`#   "${name}": texts that are not shown\n`);
});

test('no text of two capitalised words is shown, whatever the column is called; codes are', () => {
  const text = draft({
    seen_by: ['Jane Doe', 'DOE, JOHN', "O'Brien Pat", 'Éva Ödön', 'nobody', 'Not yet', 'B-12'],
    ethnicity: ['A1', 'b C'],
  });
  expect(text).toContain('#   "seen_by": "B-12", "Not yet", "nobody", and 4 that few rows have or that may be names\n');
  expect(text).toContain('#   "ethnicity": "A1", "b C"\n');
});

test('a column for none of the options, without any for an option, is listed', () => {
  const text = draft({ has_home: ['yes', 'no'], substances___none_of_these: ['0', '1'] });
  expect(text).toContain(
    '#   "substances___none_of_these": none of the options of `substances`, which have no columns\n',
  );
});

test('a column with one option a row may have had no room for more, so that it is only proposed as a list', () => {
  const text = draft({ has_home: ['yes'], substances: ['alcohol', 'opioids'] });
  expect(questionsIn(text)).toEqual(['has_home']);
  expect(text).toContain('  #substances: { column: "substances", list: ";", values: options }\n');
  expect(questionsIn(draft({ has_home: ['yes'], substances: ['alcohol|opioids', 'alcohol'] }))).toContain('substances');
});

test('where no text is understood, what each means is left to be filled in', () => {
  const text = draft({ has_home: ['1', '2'], Substances: ['1;2'], role: [], home_use: ['none', 'x'] });
  expect(text).toContain('  #has_home: { column: "has_home", values: {} }\n');
  expect(text).toContain('  #substances: { column: "Substances", list: ";", values: {} }\n');
  expect(text).toContain('  #role: { column: "role", values: options }\n');
});

test('the name of a column that looks like a text of a row is not shown, whatever the others are', () => {
  const text = draftOf([
    ['1990-01-31', []],
    ['x@example.org', []],
    ['a remark that somebody made about one single caller', []],
    ['', []],
    ['twice', []],
    ['twice', []],
    ['role', ['self']],
  ]);
  for (const part of ['1990', 'example', 'remark']) expect(text).not.toContain(part);
  for (const place of [1, 2, 3]) expect(text).toContain(`#   column ${place} has a name that is not shown\n`);
  expect(text).toContain('#   column 4 has no name\n');
  expect(text).toContain('#   column 6 has the name of another one\n');
});

test('whatever stands in a header, the draft is a mapping', () => {
  const names = [
    'a"b',
    "it's",
    'x: y',
    '# c',
    '- d',
    '{e}',
    'f\ng',
    'h\u0007',
    '\u2028',
    '__proto__',
    '\\',
    'constructor',
    'role"\nanswers: {}',
  ];
  const text = draftOf(names.map((name) => [name, ['"', '#', 'a: b', '\n']]));
  valueIn(parseContent('mapping', 'draft.yaml', text));
  const many = draftOf(Array.from({ length: 5000 }, (_, index) => [`column_${index}`, ['a', 'b', 'c']]));
  expect(many).toContain('#   and 4000 more\n');
  valueIn(parseContent('mapping', 'draft.yaml', many));
});

test('a sample stops growing, and says so', () => {
  const { add, sample } = sampleColumn();
  for (let row = 0; row < 10_000; row++) add(String(row % 2000));
  expect(sample().texts.size).toBe(500);
  expect(sample().isComplete).toBe(false);
  expect(sample().texts.get('1')).toBe(5);
});

test.each([
  ['YYYY-MM-DD', ['1990-01-31', '2001-11-05']],
  ['YYYY-MM-DD', ['1990-01-31 00:00:00', '2001-11-05 08:30:00']],
  ['M/D/YYYY', ['1/31/1990', '12/5/2001']],
  ['MM/DD/YYYY or DD/MM/YYYY', ['01/02/1990', '03/04/2001']],
  ['DD.MM.YYYY', ['31.01.1990', '05.11.2001']],
  ['YYYYMMDD', ['19900131', '20011105']],
])('a column of days in the form %s is said to be one, and none is shown', (form, texts) => {
  const text = draft({ role: ['self'], seen: texts, DRINKS: texts });
  expect(text).toContain(`#   "seen": days in the form ${form}\n`);
  expect(text).toContain(`"DRINKS" has the name of \`drinks\` and holds days in the form ${form}:\n`);
  for (const one of texts) expect(text).not.toContain(one);
});
