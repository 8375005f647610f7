import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writtenPhone } from '../../src/directory/phone.ts';

const digits = (text: string): string => text.replace(/\D/g, '');

test.each([
  ['(510) 450-1190', '(510) 450-1190'],
  ['434-979-8871', '(434) 979-8871'],
  ['5104501190', '(510) 450-1190'],
  ['1-800-662-4357', '(800) 662-4357'],
  ['+1 510 450 1190', '(510) 450-1190'],
  ['(510) 923-9600 X250', '(510) 923-9600 ext. 250'],
  ['510.923.9600 ext 12', '(510) 923-9600 ext. 12'],
])('%s is written %s', (text, number) => {
  expect(writtenPhone({ text })).toEqual({ number });
});

test('an extension of its own and what a number is for stand with it', () => {
  expect(writtenPhone({ text: '(510) 923-9600', extension: '250', for: 'intake' })).toEqual({
    number: '(510) 923-9600 ext. 250',
    for: 'intake',
  });
});

test.each([
  ['450-1190', '450-1190', 'the area code is missing'],
  ['(510) 450-119', '(510) 450-119', 'it has too few digits'],
  ['(510) 450-11900', '(510) 450-11900', 'it has too many digits'],
  ['call the front desk', 'call the front desk', 'there is no number in it'],
  ['1-800-662-HELP', '1-800-662-HELP', 'letters stand in it, so that it was not checked'],
  ['(111) 450-1190', '(111) 450-1190', 'no such number is in the numbering plan'],
  ['+44 20 7946 0018', '+44 20 7946 0018', 'it is not a number of the United States'],
])('%s is kept as %s, and marked: %s', (text, number, doubtful) => {
  expect(writtenPhone({ text })).toEqual({ number, doubtful });
});

test('two numbers in one field are marked, and both are kept', () => {
  const { number, doubtful } = writtenPhone({ text: '(510) 450-1190 / (510) 450-1191' });
  expect(digits(number)).toBe('51045011905104501191');
  expect(doubtful).toBe('it has too many digits');
});

/** Numbers as people write them, and anything else that may stand in such a field. */
const written = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '1-', '+1 ', '1 '),
      fc.stringMatching(/^[0-9]{3}$/),
      fc.constantFrom('-', ' ', '.', ') '),
      fc.stringMatching(/^[0-9]{3}[-. ]?[0-9]{4}$/),
      fc.constantFrom('', ' x12', ' ext. 345', 'X9'),
    )
    .map((parts) => parts.join('')),
  fc.stringMatching(/^[0-9 ().x+-]{1,20}$/),
  fc.string({ minLength: 1, maxLength: 30 }),
);

test('no digit of a field is ever lost, and what is not marked has the form of a number', () => {
  fc.assert(
    fc.property(written, (text) => {
      const { number, doubtful } = writtenPhone({ text });
      const given = digits(text);
      expect([given, given.replace(/^1/, '')]).toContain(digits(number));
      if (doubtful === undefined) expect(number).toMatch(/^\(\d{3}\) \d{3}-\d{4}(?: ext\. \d+)?$/);
    }),
    { numRuns: 3000 },
  );
});
