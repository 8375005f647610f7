import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/** What is loaded at start is what start-up costs; the times themselves are measured in test/bench. */
const STATIC = /(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g;

/** A built file with everything that loads along with it. */
function loadedWith(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, to = ''] of readFileSync(file, 'utf8').matchAll(STATIC)) {
    loadedWith(posix.join(posix.dirname(file), to), seen);
  }
  return seen;
}

function textLoadedWith(file: string): string {
  return [...loadedWith(file)].map((part) => readFileSync(part, 'utf8')).join('');
}

function chunk(name: string): string {
  const found = readdirSync('dist/chunks').find((file) => file.startsWith(`${name}-`));
  if (found === undefined) throw new Error(`no chunk ${name}`);
  return `dist/chunks/${found}`;
}

const COMMANDER = 'CommanderError';
const SCHEMAS = '~standard'; // a key that every zod schema has
const YAML = 'YAMLParseError';

/** What compiles files that `decide` never reads, each in a part of its own. */
const COMPILERS = ['compile-cases', 'compile-properties', 'compile-marginals'];
const compilerIn = (part: string): string => `function ${part.replace(/-(.)/, (_, letter) => letter.toUpperCase())}(`;

test('the marks of the libraries are in what loads them', () => {
  expect(textLoadedWith('dist/program.js')).toContain(COMMANDER);
  expect(textLoadedWith('dist/parse-content.js')).toContain(SCHEMAS);
  expect(textLoadedWith(chunk('read-answers'))).toContain(YAML);
  for (const part of COMPILERS) expect(textLoadedWith(chunk(part))).toContain(compilerIn(part));
});

test('the way in loads no library and next to no code', () => {
  const text = textLoadedWith('dist/run.js');
  expect(text.length).toBeLessThan(16_384);
  expect([COMMANDER, SCHEMAS, YAML].filter((mark) => text.includes(mark))).toEqual([]);
});

test('deciding built content loads neither the schema nor the YAML library', () => {
  const text = textLoadedWith(chunk('decide'));
  expect([SCHEMAS, YAML].filter((mark) => text.includes(mark))).toEqual([]);
});

test('deciding loads nothing that compiles cases, properties or marginals', () => {
  const text = textLoadedWith(chunk('decide'));
  expect(COMPILERS.filter((part) => text.includes(compilerIn(part)))).toEqual([]);
});

test('reading answers that fit does not load the schema library', () => {
  expect(textLoadedWith(chunk('read-answers'))).not.toContain(SCHEMAS);
});
