/** The fast scorer and the slow twin give the same bytes, rejects and counts. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { BlockPlan } from '../../src/batch/block-plan.ts';
import type { BoundMapping } from '../../src/batch/bound-mapping.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import { REJECT_CODES } from '../../src/batch/reject-codes.ts';
import { RESULT_COLUMNS, STATUSES } from '../../src/batch/row-result.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import type { Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { type Small, small } from '../laws/small-policies.ts';
import { pick, type Random, randomFrom } from '../questionnaires/random-callers.ts';
import { DIALECTS, randomRecords } from './random-export.ts';
import { type Column, randomMapping } from './random-mapping.ts';
import { blockScorer, type FastSetup } from './score-block.ts';
import { scoreSlowly } from './slow-twin.ts';
import { blocksOf, expectTwins } from './twins.ts';

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
    nearMisses: random() < 0.35,
  };
}

interface Met {
  readonly statuses: Map<string, number>;
  readonly codes: Map<string, number>;
  readonly urgencies: Map<string, number>;
  readonly others: Map<string, number>;
}

function note(counts: Map<string, number>, keys: Iterable<string>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

test('random exports under random mappings of small questionnaires come out the same', () => {
  const met: Met = { statuses: new Map(), codes: new Map(), urgencies: new Map(), others: new Map() };
  const cases = fc.sample(small, { numRuns: 100, seed: 4 });
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
    const setup: FastSetup = {
      plan,
      encoding,
      sizes,
      isPlain: random() < 0.5,
      outcomes: pick(random, [1, 4, 1 << 10]),
    };
    const fast = blockScorer(subject, setup)(blocksOf(records, random));
    const slow = scoreSlowly(subject, { bytes: Buffer.concat(records), plan, encoding });
    expectTwins(fast, slow);
    expect(fast.scored + fast.rejects.length).toBe(records.length); // each was drawn as one record
    const again = blockScorer(
      subject,
      setup,
    )(
      blocksOf(
        fast.rejects.map(({ raw }) => Buffer.from(raw, 'latin1')),
        random,
      ),
    );
    expect(again.scored).toBe(0);
    expect(again.rejects.map(({ problems }) => problems)).toEqual(fast.rejects.map(({ problems }) => problems));
    note(
      met.statuses,
      slow.rows.map(({ result }) => result.status),
    );
    note(
      met.codes,
      slow.rejects.flatMap(({ problems }) => problems.map(({ code }) => code)),
    );
    note(
      met.urgencies,
      slow.rejects.map(({ urgency }) => urgency),
    );
    note(
      met.others,
      slow.rows.flatMap((row) => [
        ...(row.assumed.length > 0 ? ['assumed'] : []),
        ...(row.implied.length > 0 ? ['implied'] : []),
        ...(row.ignored.length > 0 ? ['ignored'] : []),
        ...(row.nearMisses.length > 0 ? ['near-miss'] : []),
        ...(row.result.oneOf ? ['one-of'] : []),
        ...(row.result.disposition === undefined ? [] : ['disposition']),
      ]),
    );
  }
  // Of everything that can come of a row there were many; about 2,500 rows are drawn.
  expect([...met.statuses.keys()].sort()).toEqual([...STATUSES].sort());
  expect(Math.min(...met.statuses.values())).toBeGreaterThan(40);
  const ofTheCutter = ['quote-not-closed', 'record-too-long'];
  const codes = Object.keys(REJECT_CODES).filter((code) => !ofTheCutter.includes(code));
  expect([...met.codes.keys()].sort()).toEqual(codes.sort());
  expect(Math.min(...met.codes.values())).toBeGreaterThan(8);
  expect([...met.urgencies.keys()].sort()).toEqual(['no', 'possible', 'yes']);
  expect(Math.min(...met.urgencies.values())).toBeGreaterThan(30);
  expect([...met.others.keys()].sort()).toEqual([
    'assumed',
    'disposition',
    'ignored',
    'implied',
    'near-miss',
    'one-of',
  ]);
  expect(Math.min(...met.others.values())).toBeGreaterThan(20);
}, 60_000);
