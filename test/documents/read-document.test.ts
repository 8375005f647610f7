import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readDocument } from '../../src/documents/read-document.ts';
import { faultFixtures, shortly } from '../fixtures/read-fixture.ts';

const anything = z.unknown();

test.each(faultFixtures('yaml'))('finds $name', ({ text, expected }) => {
  const outcome = readDocument('tested.yaml', text, anything);
  expect(outcome.ok).toBe(false);
  expect(shortly(outcome.problems)).toEqual(expected);
});

/** Texts that nest without end in every way that YAML has; parsed, they could end the process. */
const DEEP: Readonly<Record<string, readonly [text: string, expected: string]>> = {
  'lists in brackets': ['['.repeat(100_000), 'too-deep 1:65'],
  'maps in braces': ['{a: '.repeat(60_000), 'too-deep 1:257'],
  'brackets with closing ones in quotes': ['["]",'.repeat(40_000), 'too-deep 1:321'],
  'lists on one line': ['- '.repeat(100_000), 'too-deep 1:129'],
  'keys on one line': ['? '.repeat(100_000), 'too-deep 1:129'],
  'maps on one line': ['a: '.repeat(80_000), 'too-deep 1:194'],
  'lists under each other': [
    Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}-`).join('\n'),
    'too-deep 130:1',
  ],
};

test.each(Object.entries(DEEP))('refuses %s before parsing', (_, [text, expected]) => {
  expect(shortly(readDocument('tested.yaml', text, anything).problems)).toEqual([expected]);
});

test('accepts what is nested as deeply as allowed', () => {
  expect(readDocument('tested.yaml', `${'['.repeat(64)}${']'.repeat(64)}`, anything).ok).toBe(true);
});

test('refuses a text beyond any sane size', () => {
  expect(shortly(readDocument('tested.yaml', 'a'.repeat(256 * 1024 + 1), anything).problems)).toEqual([
    'file-too-large 1:1',
  ]);
});

test.each([
  ['NUL', 'a: b\0', 5],
  ['escape', 'a: \u001b[2J', 4],
  ['C1 control sequence introducer', 'a: \u009b2J', 4],
  ['right-to-left override', 'a: b\u202ec', 5],
  ['zero-width space', 'a\u200b: b', 2],
  ['tag character', 'a: b\u{e0041}', 5],
])('refuses the character %s', (_, text, column) => {
  expect(shortly(readDocument('tested.yaml', text, anything).problems)).toEqual([`control-character 1:${column}`]);
});

test('a byte order mark moves nothing', () => {
  const outcome = readDocument('tested.yaml', '\u{FEFF}a: 1\nb: *x', anything);
  expect(shortly(outcome.problems)).toEqual(['yaml-alias 2:4']);
});

test('positions are right after Windows line ends', () => {
  const outcome = readDocument(
    'tested.yaml',
    'a: 1\r\nb:\r\n  c: wrong\r\n',
    z.strictObject({ a: z.number(), b: z.strictObject({ c: z.number() }) }),
  );
  expect(shortly(outcome.problems)).toEqual(['wrong-type 3:6']);
});

test('words of YAML 1.1 stay words', () => {
  const outcome = readDocument('tested.yaml', '[yes, no, on, off, 12:30:45, 0x10, 014]', anything);
  expect(outcome.ok && outcome.value.value).toEqual(['yes', 'no', 'on', 'off', '12:30:45', 16, 14]);
});

test('shows the place, and what is probably meant', () => {
  const schema = z.strictObject({ type: z.enum(['select', 'integer']), say: z.string() });
  const { problems } = readDocument('tested.yaml', 'type: selct\nsya: Hello\n', schema);
  expect(shortly(problems)).toEqual(['missing-key 1:1', 'wrong-value 1:7', 'unknown-key 2:1']);
  const wrong = problems.find(({ code }) => code === 'wrong-value');
  expect(wrong?.excerpt?.split('\n')).toEqual(['> 1 | type: selct', '    |       ^^^^^', '  2 | sya: Hello', '  3 |']);
  expect(wrong?.remedy).toContain('`select`');
  expect(problems.find(({ code }) => code === 'unknown-key')?.remedy).toContain('`say`');
});

const yamlish = fc.array(
  fc.constantFrom(
    'a',
    'b: ',
    ': ',
    '- ',
    '? ',
    '\n',
    '\n  ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '&a ',
    '*a',
    '!t ',
    '|\n',
    '>-\n',
    '#',
    '%',
    '---\n',
    '...',
    '\t',
    '<<',
    '3.1',
    '\\',
    '`',
    '@',
    'é',
    '\r',
    '\u2028',
  ),
  { maxLength: 60 },
);

test('no text makes the reader throw, and every problem has a place in it', () => {
  const schema = z.strictObject({
    a: z.array(z.union([z.string().min(2), z.record(z.string(), z.number())])),
    b: z.enum(['x', 'y']),
  });
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    yamlish.map((parts) => parts.join('')),
    fc.json(),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const outcome = readDocument('tested.yaml', text, schema);
      const lines = text.split('\n').length;
      for (const { position } of outcome.problems) expect(position?.line).toBeLessThanOrEqual(lines + 1);
      expect(outcome.ok || outcome.problems.length > 0).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test('an excerpt of a private file holds nothing but keys that were allowed', () => {
  const word = fc.stringMatching(/^[a-z]{4,8}$/).filter((text) => !'answers unsure'.includes(text));
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          yamlish.map((parts) => parts.join('')),
          word,
        ),
        { maxLength: 12 },
      ),
      word,
      (parts, secret) => {
        const text = `answers: {\n${parts.join(` ${secret} `)} ${secret}x *`;
        const { problems } = readDocument('caller.yaml', text, z.strictObject({ answers: z.number() }), {
          shownKeys: new Set(['answers', 'unsure']),
        });
        const shown = problems.map(({ excerpt }) => excerpt ?? '').join('\n');
        expect(shown).not.toContain(`${secret}x`);
      },
    ),
    { numRuns: 500 },
  );
});
