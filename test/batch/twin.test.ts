/** The fast scorer and the slow twin give the same bytes, rejects and counts. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { BlockPlan } from '../../src/batch/block-plan.ts';
import type { BoundMapping } from '../../src/batch/bound-mapping.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import { RESULT_COLUMNS, type RowResult } from '../../src/batch/row-result.ts';
import type { Counts, Tally } from '../../src/batch/tally.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { type Small, small } from '../laws/small-policies.ts';
import { type Random, randomFrom } from '../questionnaires/random-callers.ts';
import { DIALECTS, randomRecords } from './random-export.ts';
import { type Column, pick, randomMapping } from './random-mapping.ts';
import { blockScorer, type FastResult, type FastSetup } from './score-block.ts';
import { scoreSlowly, type TwinResult, type TwinRow } from './slow-twin.ts';

/** Some questions tell the age, some are about safety, some answers stop the call. */
function withUses({ questions, ...rest }: Questionnaire, random: Random): Questionnaire {
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
  return { ...rest, questions: changed };
}

function compiled(questionnaire: Questionnaire, policy: Small['policy']): CompiledPolicy {
  const compilation = compilePolicy(questionnaire, policy);
  if (!compilation.ok) throw new Error('the policy outgrew its budget');
  return compilation.value;
}

function boundTo(mapping: Mapping, columns: readonly Column[], policy: CompiledPolicy): BoundMapping | undefined {
  const bandStarts = bandStartsOf(policy.callers.encoding);
  const header = columns.map(({ name }) => name);
  const bound = bindMapping(mapping, { file: 'export.csv', header, today: 20457, bandStarts }); // 2026-01-04
  return bound.ok ? bound.value : undefined;
}

function drawPlan(bound: BoundMapping, random: Random): BlockPlan {
  const onlyNew = random() < 0.2;
  const columns = random() < 0.7 ? RESULT_COLUMNS : RESULT_COLUMNS.filter(() => random() < 0.5);
  return {
    dialect: pick(random, DIALECTS),
    bound,
    columns,
    form: random() < 0.3 ? 'jsonl' : 'csv',
    names: [...(onlyNew ? ['line'] : bound.header), ...columns],
    onlyNew,
    rankMissing: random() < 0.2,
    nearMisses: random() < 0.15,
  };
}

/** Records put together into blocks, some of one record and some of many. */
function blocksOf(records: readonly Uint8Array[], random: Random): readonly Uint8Array[] {
  const blocks: Uint8Array[][] = [[]];
  for (const record of records) {
    if (random() < 0.1) blocks.push([]);
    blocks.at(-1)?.push(record);
  }
  return blocks.filter((block) => block.length > 0).map((block) => Buffer.concat(block));
}

function expectTwins(fast: FastResult, slow: TwinResult): void {
  expect(fast.output).toBe(slow.output);
  expect(fast.rejects).toEqual(slow.rejects);
  expect(fast).toMatchObject({ scored: slow.rows.length, blank: slow.blank, lines: slow.lines });
  expectCounted(fast.tally, slow);
}

/** Counts the rows of the twin anew, one number after the other. */
function expectCounted(tally: Tally, { rows, rejects, blank }: TwinResult): void {
  expect(tally).toMatchObject({ scored: rows.length, rejected: rejects.length, blank });
  const results = (of: (result: RowResult) => readonly string[]) => rows.flatMap(({ result }) => of(result));
  const each = (of: (row: TwinRow) => readonly string[]) => rows.flatMap(of);
  const expected: Readonly<Record<keyof Tally, readonly string[]>> = {
    scored: [],
    rejected: [],
    blank: [],
    statuses: results(({ status }) => [status]),
    bounds: results(({ status, lowest, highest }) => (lowest ? [`${status} ${lowest}..${highest}`] : [])),
    dispositions: results(({ disposition }) => (disposition ? [disposition] : [])),
    firstSteps: results(({ firstSteps }) => firstSteps),
    firstStepsPossible: results(({ firstStepsPossible }) => firstStepsPossible),
    fallback: results(({ fallback }) => [fallback]),
    missing: results(({ missing }) => missing),
    missingAlone: results(({ missing }) => (missing.length === 1 ? missing : [])),
    rejectCodes: rejects.flatMap(({ problems }) => [...new Set(problems.map(({ code }) => code))]),
    rejectColumns: rejects.flatMap(({ problems }) =>
      problems.flatMap(({ code, column }) => (column === undefined ? [] : [`${code} ${column}`])),
    ),
    assumed: each((row) => row.assumed),
    ignored: each((row) => row.ignored),
    nearMisses: each((row) => row.nearMisses),
  };
  const counted = Object.fromEntries(
    Object.entries(expected).map(([name, keys]) => [
      name,
      typeof tally[name as keyof Tally] === 'number' ? {} : countsOf(keys),
    ]),
  );
  const told = Object.fromEntries(
    Object.entries(tally).map(([name, counts]) => [
      name,
      typeof counts === 'number' ? {} : sorted(counts as Counts<string>),
    ]),
  );
  expect(told).toEqual(counted);
}

function countsOf(keys: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return sorted(counts);
}

function sorted(counts: Counts<string>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}

interface Met {
  readonly statuses: Map<string, number>;
  readonly codes: Map<string, number>;
  readonly others: Map<string, number>;
}

function note(counts: Map<string, number>, keys: Iterable<string>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

test('random exports under random mappings of small questionnaires come out the same', () => {
  const met: Met = { statuses: new Map(), codes: new Map(), others: new Map() };
  const cases = fc.sample(small, { numRuns: 160, seed: 4 });
  for (const [index, { questionnaire: plain, policy }] of cases.entries()) {
    const random = randomFrom(index);
    const questionnaire = withUses(plain, random);
    const subject = compiled(questionnaire, policy);
    const { mapping, columns: read } = randomMapping(questionnaire, random);
    const columns = [{ name: 'free', texts: [] }, ...read, { name: 'more', texts: [] }];
    const bound = boundTo(mapping, columns, subject);
    if (bound === undefined) continue;
    const plan = drawPlan(bound, random);
    const encoding = pick(random, ['utf-8', 'windows-1252'] as const);
    const records = randomRecords({ dialect: plan.dialect, encoding, columns }, 25, random);
    const sizes = pick(random, [{}, { output: 300 }, { output: 40, records: 3, unlearned: 16 }, { table: 4 }]);
    const setup: FastSetup = { plan, encoding, sizes, isPlain: random() < 0.5 };
    const fast = blockScorer(subject, setup)(blocksOf(records, random));
    const slow = scoreSlowly(subject, { bytes: Buffer.concat(records), plan, encoding });
    expectTwins(fast, slow);
    note(
      met.statuses,
      slow.rows.map(({ result }) => result.status),
    );
    note(
      met.codes,
      slow.rejects.flatMap(({ problems }) => problems.map(({ code }) => code)),
    );
    note(
      met.others,
      slow.rows.flatMap((row) => [
        ...(row.assumed.length > 0 ? ['assumed'] : []),
        ...(row.ignored.length > 0 ? ['ignored'] : []),
        ...(row.nearMisses.length > 0 ? ['near-miss'] : []),
        ...(row.result.oneOf ? ['one-of'] : []),
        ...(row.result.disposition === undefined ? [] : ['disposition']),
        ...(row.result.missing.length > 3 ? ['many-missing'] : []),
      ]),
    );
  }
  console.log(met);
});
