import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Content, loadContent } from '../../src/cli/content.ts';
import type { ContentFiles } from '../../src/cli/content-files.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import type { Decision } from '../../src/decision/model.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';

const FOLDER = 'questionnaires/adult-intake';

/** Lists whose order says something: the script, branches of which the first wins, what is shown in order. */
const ORDERED = new Set([
  'questions',
  'facts',
  'first_of',
  'options',
  'worse',
  'sections',
  'dispositions',
  'bands',
  'steps',
  'disagreements',
]);

/** The same YAML with the keys of every map, and every list whose order means nothing, in another order. */
function shuffled(value: unknown, random: (below: number) => number, key = ''): unknown {
  if (Array.isArray(value)) {
    const parts = value.map((part) => shuffled(part, random));
    return ORDERED.has(key) ? parts : mixed(parts, random);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    mixed(Object.entries(value), random).map(([name, part]) => [name, shuffled(part, random, name)]),
  );
}

function mixed<T>(list: readonly T[], random: (below: number) => number): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(random(left.length), 1));
}

/** The shipped files, each mixed anew when it is read. */
function mixedFiles(random: (below: number) => number): ContentFiles {
  const files = contentFiles();
  const read: ContentFiles['read'] = (path) => {
    const text = stringify(shuffled(parse(readFileSync(path, 'utf8')), random));
    return { ok: true, text, sha256: 'mixed' };
  };
  return { ...files, read, built: () => undefined };
}

function decideAll(content: Content, policy: string, callers: readonly Answers[]): readonly Decision[] {
  const found = content.policies.find((one) => one.id === policy);
  const compiled = found && compilePolicy(content.questionnaire, found);
  if (!compiled?.ok) throw new Error(`no policy ${policy}`);
  return callers.map((answers) => decide(compiled.value, answers));
}

test('the order of YAML keys, of rules and of the parts of a condition changes no decision', async () => {
  const content = await shippedContent();
  const cases = await content.cases();
  const callers = (cases.ok ? (cases.value?.value ?? []) : [])
    .filter((_, index) => index % 9 === 0)
    .map((one) => one.answers);
  expect(callers.length).toBeGreaterThan(20);
  const policies = ['intake-line', 'cautious-guide'];
  const before = policies.map((policy) => decideAll(content, policy, callers));
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat({ max: 1_000_000 })), async (numbers) => {
      const random = (below: number) => Number(numbers.next().value) % Math.max(1, below);
      const other = valueIn(await loadContent({ folder: FOLDER }, mixedFiles(random)));
      expect(policies.map((policy) => decideAll(other, policy, callers))).toEqual(before);
    }),
    { numRuns: 6, endOnFailure: true },
  );
}, 120_000);
