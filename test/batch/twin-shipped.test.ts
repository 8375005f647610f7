/** The fast scorer and the slow twin agree on the shipped questionnaire, its policies and its mappings. */

import { expect, test } from 'vitest';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { BlockPlan } from '../../src/batch/block-plan.ts';
import type { Mapping, Reading } from '../../src/batch/mapping.ts';
import { RESULT_COLUMNS } from '../../src/batch/row-result.ts';
import type { CompiledPolicy } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import { callHeader, callRow, exportedQuestions } from '../../src/interview/call-row.ts';
import type { Status } from '../../src/interview/call-status.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { csv } from '../../src/render/csv.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { partialCaller, pick, type Random, randomFrom } from '../questionnaires/random-callers.ts';
import { shippedMapping, textOf } from '../questionnaires/shipped-mappings.ts';
import { COMPILED, compiledPolicy, cases as loadCases, questionnaire } from '../questionnaires/shipped-policies.ts';
import { blockScorer } from './score-block.ts';
import { scoreSlowly, type TwinResult } from './slow-twin.ts';
import { blocksOf, expectTwins } from './twins.ts';

const cases = valueIn(await loadCases())?.value ?? [];

/** Scores a comma-separated file with a header both ways; gives what the twin says. */
function scoreTwice(subject: CompiledPolicy, mapping: Mapping, text: string): TwinResult {
  const lineEnd = text.includes('\r\n') ? 'crlf' : 'lf';
  const [head = '', ...lines] = text.split(lineEnd === 'crlf' ? '\r\n' : '\n');
  const header = head.split(',');
  const bandStarts = bandStartsOf(subject.callers.encoding);
  const plan: BlockPlan = {
    dialect: { delimiter: 0x2c, quote: 0x22, lineEnd },
    bound: valueIn(bindMapping(mapping, { file: 'tested.csv', header, today: 0, bandStarts })),
    columns: RESULT_COLUMNS,
    form: 'csv',
    names: [...header, ...RESULT_COLUMNS],
    onlyNew: false,
    rankMissing: false,
    nearMisses: false,
  };
  const records = lines
    .filter((line) => line !== '')
    .map((line) => Buffer.from(`${line}${lineEnd === 'crlf' ? '\r\n' : '\n'}`));
  const fast = blockScorer(subject, { plan, encoding: 'utf-8' })(blocksOf(records, randomFrom(1)));
  const slow = scoreSlowly(subject, { bytes: Buffer.concat(records), plan, encoding: 'utf-8' });
  expectTwins(fast, slow);
  return slow;
}

/** Callers as this tool exports their calls; some were ended by the counselor. */
function exportOf(subject: CompiledPolicy, callers: readonly Answers[]): string {
  const questions = exportedQuestions(questionnaire, false);
  const rows = callers.map((answers) => {
    const { ended } = answers;
    const status: Status = ended === undefined ? { kind: 'done' } : { kind: 'ended', disposition: ended };
    const call = { id: 'x', started: '2026-11-22T08:00', minutes: 9, status, answers };
    return callRow({ ...call, decision: decide(subject, answers) }, questions, questionnaire);
  });
  return csv([callHeader(questions), ...rows]);
}

test.each([...COMPILED.keys()])(
  'cases and random callers, exported and scored, under %s',
  (id) => {
    const subject = compiledPolicy(id);
    const random = randomFrom(id.length);
    const [some, many] = id === 'intake-line' ? [25, 4] : [80, 2];
    const worked = cases.filter((_, place) => place % some === 0).map(({ answers }) => answers);
    const drawn = Array.from({ length: many }, () => partialCaller(questionnaire, random));
    const endings = questionnaire.dispositions.map(({ id: ended }) => ({ ...pick(random, worked), ended }));
    const callers = [...worked, ...drawn, ...endings.slice(0, many)];
    const { rows, rejects } = scoreTwice(subject, shippedMapping('intakeline'), exportOf(subject, callers));
    expect(rows.length + rejects.length).toBe(callers.length);
    expect(rows.length).toBeGreaterThanOrEqual(worked.length); // worked callers contradict nothing
  },
  60_000,
);

test('the first rows of the sample of TEDS-A, under the policy of red flags alone', () => {
  const sample = textOf('test/fixtures/teds-a/admissions-2017-sample.csv').split('\n').slice(0, 41).join('\n');
  const { rows, rejects } = scoreTwice(compiledPolicy('safety'), shippedMapping('teds-a'), sample);
  expect(rows).toHaveLength(40);
  expect(rejects).toHaveLength(0);
}, 60_000);

test('rows of a REDCap project, some of them with codes that nobody knows', () => {
  const mapping = shippedMapping('redcap');
  const random = randomFrom(11);
  const text = randomRows(mapping, random, 40);
  const { rows, rejects } = scoreTwice(compiledPolicy('safety'), mapping, text);
  expect(rows.length).toBeGreaterThan(10);
  expect(rejects.length).toBeGreaterThan(10);
}, 60_000);

/** Rows of texts that a mapping knows, and of some that it does not. */
function randomRows({ readings }: Mapping, random: Random, count: number): string {
  const columns = readings.flatMap(textsOf);
  const rows = Array.from({ length: count }, () => {
    const strange = random() < 0.4 ? Math.floor(random() * columns.length) : -1;
    return columns.map(({ texts }, place) => {
      if (place === strange) return 'zz';
      return random() < 0.85 ? '' : pick(random, texts);
    });
  });
  return [columns.map(({ name }) => name), ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}

/** Harmless texts more often: a row in which everything is the matter is an emergency, and nothing else. */
function textsOf(reading: Reading): readonly { readonly name: string; readonly texts: readonly string[] }[] {
  if (reading.kind === 'options') {
    const flags = reading.options.flatMap(({ parts }) => parts);
    const quiet = ['0', '0', '0', '0', '0', '0', '0', '0', '0', '1'];
    return [...flags, ...(reading.none === undefined ? [] : [reading.none])].map(({ column: [name = ''] }) => ({
      name,
      texts: quiet,
    }));
  }
  if (reading.kind !== 'cell') return [];
  const [name = ''] = reading.column;
  const known = reading.cell.kind === 'values' ? [...reading.cell.values.keys()] : ['0', '1', '30', '45'];
  return [{ name, texts: [...known, ...Array.from({ length: 8 }, () => known.at(-1) ?? '')] }];
}
