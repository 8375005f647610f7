/** An assumption never changes the result of a row in which something is recorded about its question. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { Mapping, Reading } from '../../src/batch/mapping.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import { small } from '../laws/small-policies.ts';
import { pick, randomFrom } from '../questionnaires/random-callers.ts';
import { randomMapping } from './random-mapping.ts';
import type { SqlRow } from './sql-engines.ts';
import { expectedRows } from './sql-rows.ts';

/** Whether a column of a reading says something by a text that is not missing; `today` and later days are no columns of it. */
function speaks(reading: Reading, cells: ReadonlyMap<string, string>): boolean {
  const text = (column: readonly string[]) => (cells.get(column[0] ?? '') ?? '').trim();
  const isSaid = (column: readonly string[]) => !['', '-9', '-9.0'].includes(text(column));
  if (reading.kind === 'cell' || reading.kind === 'date') return isSaid(reading.column);
  if (reading.kind === 'cases') return reading.cases.some(({ when }) => when.some(({ column }) => isSaid(column)));
  return (
    reading.options.some(({ parts }) => parts.some(({ column }) => isSaid(column))) ||
    (reading.none !== undefined && isSaid(reading.none.column)) ||
    reading.askedIf.some(({ column, values }) => values.has(text(column)))
  );
}

function scored(
  compiled: CompiledPolicy,
  mapping: Mapping,
  header: readonly string[],
  rows: readonly (readonly string[])[],
) {
  const bandStarts = bandStartsOf(compiled.callers.encoding);
  const bound = bindMapping(mapping, { file: 'export.csv', header, today: 20457, bandStarts }); // 2026-01-04
  return bound.ok ? expectedRows(compiled, bound.value, rows) : undefined;
}

test('with and without each assumption, over random mappings', () => {
  const met = { spoken: 0, silent: 0, changed: 0 };
  for (const [index, { questionnaire, policy }] of fc.sample(small, { numRuns: 40, seed: 21 }).entries()) {
    const random = randomFrom(500 + index);
    const compilation = compilePolicy(questionnaire, policy);
    if (!compilation.ok) throw new Error('the policy outgrew its budget');
    const { mapping, columns } = randomMapping(questionnaire, random);
    const header = columns.map(({ name }) => name);
    const rows = Array.from({ length: 40 }, () =>
      columns.map(({ texts }) => (random() < 0.3 ? '' : pick(random, texts))),
    );
    const all = scored(compilation.value, mapping, header, rows);
    for (const assumption of mapping.assumptions) {
      const reading = mapping.readings.find(({ question }) => question === assumption.question);
      const assumptions = mapping.assumptions.filter((one) => one !== assumption);
      const fewer = scored(compilation.value, { ...mapping, assumptions }, header, rows);
      if (reading === undefined || all === undefined || fewer === undefined) continue;
      for (const [place, cells] of rows.entries()) {
        const isSame = JSON.stringify(all[place] satisfies SqlRow | undefined) === JSON.stringify(fewer[place]);
        const isSpoken = speaks(reading, new Map(header.map((name, at) => [name, cells[at] ?? ''])));
        if (isSpoken)
          expect([index, place, assumption.question, isSame]).toEqual([index, place, assumption.question, true]);
        met.spoken += isSpoken ? 1 : 0;
        met.silent += isSpoken ? 0 : 1;
        met.changed += isSame ? 0 : 1;
      }
    }
  }
  // Where nothing is recorded they do change results, so that the law could fail.
  expect(met.spoken).toBeGreaterThan(300);
  expect(met.silent).toBeGreaterThan(100);
  expect(met.changed).toBeGreaterThan(30);
});
