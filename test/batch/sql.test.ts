/** A query for a database decides as scoring does: over random mappings of small questionnaires, with every kind of reading. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import { STATUSES } from '../../src/batch/row-result.ts';
import { sqlQuery } from '../../src/batch/sql-query.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { small } from '../laws/small-policies.ts';
import { pick, type Random, randomFrom } from '../questionnaires/random-callers.ts';
import { randomMapping } from './random-mapping.ts';
import { duckDb, type Engine } from './sql-engines.ts';
import { differences, expectedRows, ROW_CODES } from './sql-rows.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await duckDb();
});
afterAll(() => engine.close());

/** Some questions tell the age, some are about safety, some answers stop the call. */
function withUses({ questions, dispositions, ...rest }: Questionnaire, random: Random): Questionnaire {
  const changed = questions.map((question): Question => {
    const { kind } = question;
    const options = kind.kind === 'values' ? kind.values : kind.kind === 'options' ? kind.options : [];
    return {
      ...question,
      safety: random() < 0.4,
      stop: options.length > 0 && random() < 0.3 ? [pick(random, options)] : [],
      uses: kind.kind === 'number' && random() < 0.5 ? ['age'] : [],
    };
  });
  const ends = dispositions.map((one) => (random() < 0.4 ? { ...one, when: undefined } : one)); // the counselor's own
  return { ...rest, questions: changed, dispositions: ends };
}

test('random mappings of small questionnaires come out the same', async () => {
  const met = new Map<string, number>();
  let refused = 0;
  for (const [index, { questionnaire: plain, policy }] of fc.sample(small, { numRuns: 60, seed: 11 }).entries()) {
    const random = randomFrom(1000 + index);
    const questionnaire = withUses(plain, random);
    const compilation = compilePolicy(questionnaire, policy);
    if (!compilation.ok) throw new Error('the policy outgrew its budget');
    const compiled = compilation.value;
    const { mapping, columns } = randomMapping(questionnaire, random);
    const header = columns.map(({ name }) => name);
    const bandStarts = bandStartsOf(compiled.callers.encoding);
    const bound = bindMapping(mapping, { file: 'export.csv', header, today: 20457, bandStarts }); // 2026-01-04
    if (!bound.ok) continue;
    const rows = Array.from({ length: 60 }, () => columns.map(({ texts }) => pick(random, texts)));
    const query = sqlQuery({ compiled, bound: bound.value, dialect: 'duckdb', table: ['intakes'], about: [] });
    if (!query.ok) {
      refused += 1;
      continue;
    }
    const expected = expectedRows(compiled, bound.value, rows);
    expect(differences(await engine.run({ header, rows }, query.query), expected), `case ${index}`).toEqual([]);
    for (const { status, problem } of expected)
      met.set(status ?? problem ?? '', (met.get(status ?? problem ?? '') ?? 0) + 1);
  }
  expect(refused).toBeLessThan(15); // an assumption that ends the call
  const possible = [...STATUSES, ...ROW_CODES];
  expect([...met.keys()].sort()).toEqual(possible.sort());
  expect(Math.min(...met.values())).toBeGreaterThan(6);
}, 60_000);
