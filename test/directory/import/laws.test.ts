import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportResult } from '../../../src/directory/import/assemble.ts';
import { directorySchema } from '../../../src/directory/schema.ts';
import { readDocument } from '../../../src/documents/read-document.ts';
import { draftJson } from '../../../src/documents/read-json.ts';
import { yamlText } from '../../../src/documents/write-yaml.ts';
import { directoryJson } from '../../../src/render/directory-json.ts';
import { californiaMapping, contentOf, imported, jsonOf } from './read-files.ts';

const mapping = await californiaMapping();
const table = await contentOf('california-dhcs.csv');
const listing = jsonOf('findtreatment.json') as { readonly rows: readonly unknown[] };
const service = jsonOf('hsds-3/service_full.json');

/** What a careless export may hold in any place, characters that no file of ours may hold among it. */
const junk = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    0,
    -1,
    1e9,
    true,
    [],
    {},
    '\u202e',
    '0',
    '2026-02-31',
    '2026-13-01',
    'NaN',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double(),
  fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }),
);

/** A value in which some parts were replaced, taken away or repeated. */
function damaged(value: unknown, random: () => unknown, chance: () => number): unknown {
  if (chance() < 0.03) return random();
  if (Array.isArray(value))
    return value.flatMap((one: unknown) => {
      const part = damaged(one, random, chance);
      return chance() < 0.04 ? [] : chance() < 0.04 ? [part, part] : [part];
    });
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (chance() < 0.02 ? [] : [[key, damaged(part, random, chance)]])),
  );
}

/** Junk to put in, and a seed for where it goes. */
const draws = fc.tuple(fc.array(junk, { minLength: 8, maxLength: 8 }), fc.integer());

function damage(value: unknown, [spare, seed]: readonly [readonly unknown[], number]): unknown {
  const chance = seededChance(seed);
  return damaged(value, () => spare[Math.floor(chance() * 8)], chance);
}

/** Evenly between 0 and 1 (Mulberry32): numbers that fast-check draws lean to 0. */
function seededChance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Nothing is lost, and what was written our own reader accepts, as YAML and as JSON, with the same meaning. */
function holds(result: ImportResult, records: number): void {
  const { directory, reported } = result;
  const [provenance] = directory.imports ?? [];
  expect(provenance?.read).toBe(records);
  expect(directory.programs.length + reported.length).toBe(records);
  expect([provenance?.imported, provenance?.reported]).toEqual([directory.programs.length, reported.length]);
  expect(new Set(directory.programs.map(({ id }) => id)).size).toBe(directory.programs.length);
  const json = draftJson('made.json', directoryJson(directory), directorySchema);
  expect(json.problems).toEqual([]);
  expect(json.value?.value).toEqual(directory);
}

function readsAsYaml({ directory }: ImportResult): void {
  const yaml = readDocument('made.yaml', yamlText(directory), directorySchema);
  expect(yaml.problems).toEqual([]);
  expect(yaml.ok && yaml.value.value).toEqual(directory);
}

test('rows of FindTreatment.gov, damaged: read = imported + reported, and what is written is read', () => {
  fc.assert(
    fc.property(draws, (drawn) => {
      // The first row stays as it is: by it the form is known.
      const [first, ...others] = listing.rows;
      const rows = [first, ...others.map((row, index) => damage(row, [drawn[0], drawn[1] + index]))];
      holds(imported({ kind: 'json', value: { rows } }), rows.length);
    }),
    { numRuns: 1000 },
  );
});

test('services of HSDS, damaged', () => {
  const terms = { name: { levels: ['outpatient' as const] } };
  const hsds = { ...mapping, terms };
  const { fields: _fields, ...known } = hsds;
  fc.assert(
    fc.property(draws, (drawn) => {
      const value = [service, damage(service, drawn)];
      const result = imported({ kind: 'json', value }, known);
      holds(result, result.directory.imports?.[0]?.read ?? -1);
      expect(result.directory.imports?.[0]?.read).toBeGreaterThanOrEqual(1);
    }),
    { numRuns: 1000 },
  );
});

test('cells of a table, damaged', () => {
  if (table.kind !== 'table') throw new Error('no table');
  const { names } = table.table;
  const rows = table.table.rows.slice(0, 6);
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('', ' ', '1.1', '2026-02-31', 'true', '-', '\u202e'),
  );
  const slip = fc.record({ row: fc.nat(rows.length - 1), column: fc.nat(names.length - 1), cell });
  fc.assert(
    fc.property(fc.array(slip, { maxLength: 20 }), (slips) => {
      const changed = rows.map((row, index) =>
        row.kind === 'unreadable'
          ? row
          : {
              ...row,
              cells: row.cells.map(
                (given, column) => slips.find((one) => one.row === index && one.column === column)?.cell ?? given,
              ),
            },
      );
      holds(imported({ kind: 'table', table: { names, rows: changed } }, mapping), rows.length);
    }),
    { numRuns: 1000 },
  );
});

test('what is written as YAML is read back', () => {
  readsAsYaml(imported(table, mapping));
  readsAsYaml(imported({ kind: 'json', value: listing }));
  fc.assert(
    fc.property(draws, (drawn) =>
      readsAsYaml(
        imported({ kind: 'json', value: [service, damage(service, drawn)] }, {
          ...mapping,
          fields: undefined,
          terms: { name: { levels: ['iop'] } },
        } as typeof mapping),
      ),
    ),
    { numRuns: 100 },
  );
});
