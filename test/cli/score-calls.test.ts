/** Exporting calls and scoring them gives what the calls gave. */

import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { decideFully } from '../../src/decision/decide.ts';
import { callHeader, callRow, exportedQuestions, type RowSource } from '../../src/interview/call-row.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { csv } from '../../src/render/csv.ts';
import { typedCall } from '../fixtures/typed-call.ts';
import { partialCaller, randomFrom } from '../questionnaires/random-callers.ts';
import { compiledPolicy, questionnaire } from '../questionnaires/shipped-policies.ts';
import { runProgram } from './run-program.ts';
import { scoreFolders } from './score-program.ts';

const folders = scoreFolders();
afterAll(folders.remove);

type Row = Readonly<Record<string, string>>;

/** What a call says of its result, and a score of its own. */
const SAME = [
  ['call.level', 'level'],
  ['call.level_at_least', 'level_at_least'],
  ['call.level_at_most', 'level_at_most'],
  ['call.first_step', 'first_step'],
] as const;

async function scored(policy: string, exported: string): Promise<readonly Row[]> {
  const folder = folders.open();
  folder.write('calls.csv', exported);
  const { stdout, stderr, status } = await folder.score('calls.csv', '--mapping', 'intakeline', '--policy', policy);
  expect([status, stderr]).toEqual([0, expect.stringContaining(' + 0 rejected')]);
  return parse(stdout, { columns: true });
}

function compare(rows: readonly Row[]): void {
  for (const row of rows) {
    for (const [call, score] of SAME)
      expect([row['call.id'], score, row[score]]).toEqual([row['call.id'], score, row[call]]);
    const isSettled = row['call.level'] !== '';
    if (isSettled) expect(['settled', row['call.level']]).toEqual([row['status'], row['level_at_most']]);
    // Under an emergency no disposition counts; of a call that goes on, the answers alone may show one.
    if (row['call.disposition'] !== '' && row['call.level'] !== 'emergency')
      expect(row['disposition']).toBe(row['call.disposition']);
  }
}

test('calls that were taken, exported and scored', async () => {
  const folder = folders.open();
  const home = { XDG_STATE_HOME: folder.path };
  for (const name of ['iop', 'emergency', 'wrong-service', 'youth']) {
    const ended = runProgram(
      ['interview', '--plain'],
      typedCall(name)
        .map((line) => `${line}\n`)
        .join(''),
      home,
    );
    expect([name, ended.status]).toEqual([name, 0]);
  }
  const cutOff = typedCall('iop').slice(0, 12);
  runProgram(['interview', '--plain'], cutOff.map((line) => `${line}\n`).join(''), home);
  const { stdout } = runProgram(['calls', 'export'], '', home);
  const rows = await scored('intake-line', stdout);
  expect(rows.length).toBe(5);
  expect(rows.map((row) => row['call.level'])).toEqual(expect.arrayContaining(['iop', 'emergency', '']));
  compare(rows);
}, 60_000);

/** Calls as the export writes them, from answers that do not contradict each other. */
function calls(policy: string, count: number, seed: number): readonly RowSource[] {
  const compiled = compiledPolicy(policy);
  const random = randomFrom(seed);
  const rows: RowSource[] = [];
  while (rows.length < count) {
    const partial = partialCaller(questionnaire, random);
    const { contradictions } = decideFully(compiled, partial);
    const kept = new Map([...partial.values].filter(([id]) => !contradictions.includes(id)));
    const disposition =
      random() < 0.2 ? questionnaire.dispositions[Math.floor(random() * questionnaire.dispositions.length)] : undefined;
    const answers: Answers = { ...partial, values: kept, ...(disposition && { ended: disposition.id }) };
    const again = decideFully(compiled, answers);
    if (again.contradictions.length > 0) continue;
    const status =
      disposition === undefined
        ? ({ kind: 'done' } as const)
        : ({ kind: 'ended', disposition: disposition.id } as const);
    const id = `1122-${String(rows.length).padStart(4, '0')}`;
    rows.push({ id, started: '2026-11-22T10:00:00Z', minutes: 9, status, answers, decision: again.decision });
  }
  return rows;
}

test.each([
  ['intake-line', 24],
  ['iop-explainer', 24],
])(
  'calls of every kind, by the policy %s',
  async (policy, count) => {
    const questions = exportedQuestions(questionnaire, false);
    const sources = calls(policy, count, 11);
    const exported = csv([
      callHeader(questions),
      ...sources.map((source) => callRow(source, questions, questionnaire)),
    ]);
    const rows = await scored(policy, exported);
    expect(rows.length).toBe(count);
    compare(rows);
    const kinds = new Set(rows.map((row) => row['status']));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['open', 'out-of-scope', 'settled']));
    expect(rows.filter((row) => row['call.disposition'] !== '').length).toBeGreaterThan(3);
  },
  60_000,
);
