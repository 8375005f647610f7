import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { textsIn } from '../../src/analysis/lint-texts.ts';
import { checkFolder } from '../../src/cli/check-folder.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { PROBLEM_CODES } from '../../src/problems/codes.ts';
import { checkGithub } from '../../src/render/check-github.ts';
import { checkJson } from '../../src/render/check-json.ts';
import { type CheckedPlace, checkText } from '../../src/render/check-report.ts';
import { soundContent } from '../fixtures/sound-content.ts';

const parent = mkdtempSync(join(tmpdir(), 'intakeline-broken-'));
afterAll(() => rmSync(parent, { recursive: true }));
const FOLDER = soundContent(parent);

/** The text of every file of the folder, by its path. */
const TEXTS: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [join(FOLDER, name), readFileSync(join(FOLDER, name), 'utf8')]),
);
const PATHS = [...TEXTS.keys()];

/** Every word and value that stands somewhere, and a few that stand nowhere. */
const WORDS = [
  ...new Set([...TEXTS.values()].flatMap((text) => textsIn(parse(text)).map((one) => one.text))),
  'TODO',
  '',
  'none-of-these',
  'otherwise',
];
const VALUES: readonly unknown[] = [...WORDS, 0, -1, 1e9, true, null, [], {}, ['yes'], { always: true }, { any: [] }];

/** A file that somebody broke: its path, and what became of its text. */
const broken: fc.Arbitrary<readonly [string, string | undefined]> = fc.gen().map((gen) => {
  const path = gen(fc.constantFrom, ...PATHS);
  const text = TEXTS.get(path) ?? '';
  const lines = text.split('\n');
  const line = gen(fc.nat, lines.length - 1);
  switch (gen(fc.constantFrom, 'value', 'value', 'value', 'key', 'drop', 'twice', 'cut', 'junk', 'gone')) {
    case 'value':
      return [
        path,
        stringify(
          replaced(
            parse(text),
            gen(fc.array, fc.nat(40), { minLength: 1, maxLength: 8 }),
            gen(fc.constantFrom, ...VALUES),
          ),
        ),
      ];
    case 'key':
      return [
        path,
        text.replace(
          new RegExp(`\\b${gen(fc.constantFrom, 'id', 'when', 'say', 'type', 'rules', 'then')}:`),
          'misspelt:',
        ),
      ];
    case 'drop':
      return [path, lines.toSpliced(line, 1).join('\n')];
    case 'twice':
      return [path, lines.toSpliced(line, 0, lines[line] ?? '').join('\n')];
    case 'cut':
      return [path, text.slice(0, gen(fc.nat, text.length))];
    case 'junk':
      return [path, lines.toSpliced(line, 0, gen(fc.string)).join('\n')];
    default:
      return [path, undefined];
  }
});

/** A value of which one part, found by following the steps as far as they lead, is another one. */
function replaced(value: unknown, [step, ...steps]: readonly number[], by: unknown): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(keys.length, 1)];
  if (key === undefined) return by;
  const part = replaced((value as Readonly<Record<string, unknown>>)[key], steps, by);
  return Array.isArray(value) ? value.with(Number(key), part) : { ...value, [key]: part };
}

/** Checks the folder with some of its files broken. */
function checked(changes: ReadonlyMap<string, string | undefined>): Promise<CheckedPlace> {
  const files = contentFiles();
  return checkFolder(
    FOLDER,
    {},
    {
      ...files,
      read: (path) => {
        if (!TEXTS.has(path)) return { ok: false, fault: { kind: 'missing' } };
        const text = changes.has(path) ? changes.get(path) : TEXTS.get(path);
        return text === undefined ? { ok: false, fault: { kind: 'missing' } } : { ok: true, text, sha256: '' };
      },
      list: (folder, ending) =>
        folder === join(FOLDER, 'policies') ? files.list(folder, ending) : { ok: true, files: [] },
    },
  );
}

test('whatever is broken in a folder, a check ends with findings at places that are there, in every format', async () => {
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(broken, { minLength: 1, maxLength: 3 }), async (drawn) => {
      const changes = new Map(drawn);
      const place = await checked(changes);
      for (const { code, file, position, message } of place.problems) {
        kinds.add(code);
        expect(message).not.toMatch(/undefined|\[object|NaN/);
        if (position === undefined) continue;
        const lines = (changes.get(file) ?? TEXTS.get(file) ?? '').split('\n');
        expect(position.line).toBeLessThanOrEqual(lines.length);
        expect(position.column).toBeGreaterThan(0);
      }
      const problems = place.problems.map((one) => ({ ...one, title: PROBLEM_CODES[one.code].title }));
      const reports = [{ ...place, problems }];
      expect(JSON.parse(checkJson(reports)).places[0].problems.length).toBe(problems.length);
      expect(
        checkGithub(reports)
          .split('\n')
          .filter((line) => line.startsWith('::')).length,
      ).toBe(problems.length);
      expect(checkText(reports)).toContain(place.place);
    }),
    { numRuns: 200 },
  );
  expect(kinds.size).toBeGreaterThan(15);
}, 120_000);
