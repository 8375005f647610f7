/** Sentences stand among the words of their language, and nowhere else. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
const LITERAL = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const PART = /\$\{[^}]*\}/g;

/** The texts of two words or more in the code of a file. */
function sentencesIn(code: string): readonly string[] {
  const literals = code.replace(COMMENT, '').match(LITERAL) ?? [];
  return literals.filter((literal) => /\p{L}{2,} \p{L}{2,}/u.test(literal.replace(PART, '')));
}

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(^|\/)words\//.test(file))
    .map((file) => join(folder, file));

/** A part of a text that is filled in. */
const PARTLY = '$'.concat('{name}');

test('a sentence in the code would be noticed', () => {
  expect(sentencesIn("const a = 'Ask for it.';")).toEqual(["'Ask for it.'"]);
  expect(sentencesIn(`const a = \`Ask ${PARTLY} for it\`;`)).toHaveLength(1);
  expect(sentencesIn(`import { a } from './a-b.ts'; // don't say so\nconst b = \`${PARTLY} ${PARTLY}\`;`)).toEqual([]);
});

test('what sums a call up has no sentences of its own', () => {
  const found = files('src/referral').flatMap((file) =>
    sentencesIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('what lays a summary out has no sentences of its own', () => {
  const laid = [
    'summary-card',
    'summary-details',
    'summary-outline',
    'offer-items',
    'outline-text',
    'outline-markdown',
  ];
  const found = laid.flatMap((name) =>
    sentencesIn(readFileSync(`src/render/${name}.ts`, 'utf8')).map((text) => `${name}: ${text}`),
  );
  expect(found).toEqual([]);
});
