import { expect, test } from 'vitest';
import { textsIn } from '../../src/analysis/lint-texts.ts';
import { placeholderIn } from '../../src/analysis/placeholder.ts';
import { shippedContent } from '../fixtures/shipped.ts';

/** Texts as templates leave them, with what must be found in each. */
const LEFT: readonly (readonly [string, string])[] = [
  ['TODO: ask the medical director', 'TODO'],
  ['Because: TBD', 'TBD'],
  ['the hours are TBA.', 'TBA'],
  ['FIXME', 'FIXME'],
  ['Call XXX before noon', 'XXX'],
  ['XXXX', 'XXXX'],
  ['Lorem ipsum dolor sit amet, consectetur', 'Lorem ipsum'],
  ['Thank you for calling [Name of clinic].', '[Name of clinic]'],
  ['You have reached [YOUR AGENCY].', '[YOUR AGENCY]'],
  ['Hello, [name]', '[name]'],
  ['Our counselors at [Insert program here] will call', '[Insert program here]'],
  ['please dial [phone number]', '[phone number]'],
  ['Welcome to <your clinic>.', '<your clinic>'],
  ['<insert text>', '<insert text>'],
  ['Dear {{first_name}},', '{{first_name}}'],
  [`Dear \${caller.name},`, `\${caller.name}`],
  ['Dear <%= name %>,', '<%= name %>'],
  ['Dear %FIRST_NAME%,', '%FIRST_NAME%'],
  ['Dear {name},', '{name}'],
  ['insert your greeting here', 'insert your greeting here'],
  ['Your text here', 'Your text here'],
  ['The fee is to be determined', 'to be determined'],
  ['Sample text', 'Sample text'],
  ['This is a placeholder text', 'placeholder text'],
  ['changeme', 'changeme'],
  ['asdf', 'asdf'],
  ['My name is ____ and I am a counselor', '____'],
  ['Ask about .......', '.......'],
  ['What is this???', '???'],
  ['see www.example.com', 'example.com'],
  ['write to help@example.org', 'example.org'],
  ['https://clinic.example/intake', 'clinic.example'],
  ['Jane Doe, LCSW', 'Jane Doe'],
  ['call 555-0142', '555-0142'],
  ['call (612) 555-0199 now', '555-0199'],
  ['555 5555', '555 5555'],
  ['123-456-7890', '123-456-7890'],
  ['(000) 000-0000', '000) 000-0000'],
  ['999-999-9999', '999-999-9999'],
  ['123 Main Street', '123 Main Street'],
];

/** Texts that somebody meant, each near to one of the above. */
const MEANT: readonly string[] = [
  'Is there nothing more to do today?',
  'Todo bien',
  'The xxx-large size',
  'Phone numbers [1] and citations [P3] stand in brackets',
  'one of [none, some, heavy]',
  'Say the date of the last drink, or the number of days',
  'fewer than < 3 drinks and more than > 1',
  'a < name > b is no comparison of ages 12<your age',
  'an option such as {some} is no name',
  'It costs $20 {per day}',
  '100% SURE',
  'Insert the key, turn it; the way in is here and there',
  'You will be told what is decided, and what will be written to you',
  'A sample of urine is tested',
  'It is hard to change me and my ways',
  'A call to 911, 988 or 1-800-662-4357',
  '(612) 825-8714',
  '555 pills',
  'PRIDE 24-555',
  'Wait ... then go on',
  'Really? Yes!',
  'For example, compare two programs',
  'an example of what could happen',
  'John asked Jane, and no one else',
  'Main Street 123',
  'You live on Any Street you like',
  'C# and #P3',
  'snake_case_id and __init__',
  'body_now___1',
  'wait… and then',
  '12:30 to 13:30, 24/7',
  'TODAY',
  'the TBDs of the army', // a plural of its own is no mark
  '222-23-4567',
];

test.each(LEFT)('%s was left to be filled in', (text, found) => {
  expect(placeholderIn(text)).toBe(found);
  expect(placeholderIn(`Before it something else, ${text}`)).toBe(found);
});

test.each(MEANT)('%s was meant', (text) => {
  expect(placeholderIn(text)).toBeUndefined();
});

test('every text in a value is looked at, with the way to it', () => {
  expect(textsIn({ a: 'one', b: [{ c: 'two' }, 3, null, true], d: {} })).toEqual([
    { text: 'one', path: ['a'] },
    { text: 'two', path: ['b', 0, 'c'] },
  ]);
});

test('of some thousand texts that are shipped none is taken for one that was left', async () => {
  const { documents } = await shippedContent();
  const texts = textsIn([
    documents.questionnaire?.value,
    documents.levels?.value,
    documents.emergency?.value,
    documents.sources?.value,
  ])
    .concat(textsIn(documents.policies.map(({ value }) => value)), textsIn(documents.directory?.value))
    .map(({ text }) => text);
  expect(texts.length).toBeGreaterThan(2000);
  expect(texts.filter((text) => placeholderIn(text) !== undefined)).toEqual([]);
});
