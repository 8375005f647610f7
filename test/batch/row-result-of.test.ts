/** A row of an exported call gets what the call got, and what its summary says. */

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleCallers } from '../../src/analysis/example-callers.ts';
import { bandStartsOf, bindMapping } from '../../src/batch/bind-mapping.ts';
import type { BlockPlan } from '../../src/batch/block-plan.ts';
import type { Mapping } from '../../src/batch/mapping.ts';
import { questionnaireMapping } from '../../src/batch/questionnaire-mapping.ts';
import { RESULT_COLUMNS, type ResultColumn } from '../../src/batch/row-result.ts';
import type { CompiledPolicy } from '../../src/decision/compile.ts';
import { contradictions, decide } from '../../src/decision/decide.ts';
import { answersOf } from '../../src/interview/answers-of.ts';
import { startCall } from '../../src/interview/call.ts';
import { callHeader, callRow, exportedQuestions, type RowSource } from '../../src/interview/call-row.ts';
import { type Status, statusOf } from '../../src/interview/call-status.ts';
import type { CallRecord } from '../../src/interview/record.ts';
import { transition } from '../../src/interview/transition.ts';
import type { Answers, Question, Questionnaire } from '../../src/questionnaire/model.ts';
import { summarize } from '../../src/referral/summarize.ts';
import type { Summary } from '../../src/referral/summary.ts';
import { csv } from '../../src/render/csv.ts';
import { valueIn } from '../fixtures/read-fixture.ts';
import { shippedContent } from '../fixtures/shipped.ts';
import { delayOf, eventOf, moves, type SmallCall, smallCall } from '../interview/small-calls.ts';
import {
  completion,
  nothingKnown,
  partialCaller,
  pick,
  type Random,
  randomFrom,
} from '../questionnaires/random-callers.ts';
import { shippedMapping } from '../questionnaires/shipped-mappings.ts';
import { compiledPolicy, cases as loadCases } from '../questionnaires/shipped-policies.ts';
import { blockScorer } from './score-block.ts';

const content = await shippedContent();
const { questionnaire } = content;
const cases = valueIn(await loadCases())?.value ?? [];

type Row = Readonly<Record<ResultColumn | `call.${string}`, string>>;

/** Exports calls and scores what was exported. */
function scored(compiled: CompiledPolicy, mapping: Mapping, calls: readonly RowSource[]): readonly Row[] {
  const asked = compiled.callers.questionnaire;
  const questions = exportedQuestions(asked, false);
  const header = callHeader(questions);
  const text = csv([header, ...calls.map((call) => callRow(call, questions, asked))]);
  const bandStarts = bandStartsOf(compiled.callers.encoding);
  const names = [...header, ...RESULT_COLUMNS];
  const plan: BlockPlan = {
    dialect: { delimiter: 0x2c, quote: 0x22, lineEnd: 'lf' },
    form: 'csv',
    ...{ columns: RESULT_COLUMNS, names, onlyNew: false, rankMissing: false, nearMisses: false },
    bound: valueIn(bindMapping(mapping, { file: 'calls.csv', header, today: 0, bandStarts })),
  };
  const records = text.slice(text.indexOf('\n') + 1);
  const { output, rejects } = blockScorer(compiled, { plan, encoding: 'utf-8' })([Buffer.from(records)]);
  expect(rejects).toEqual([]);
  return parse(`${names.join()}\n${output}`, { columns: true }) as readonly Row[];
}

function call(compiled: CompiledPolicy, answers: Answers, status: Status): RowSource {
  const decision = decide(compiled, answers);
  return { id: 'x', started: '2026-11-22T10:00:00Z', minutes: 9, status, answers, decision };
}

/** What a call's own columns say of its result. */
function ofCall(row: Row): unknown {
  return {
    level: row['call.level'],
    level_at_least: row['call.level_at_least'],
    level_at_most: row['call.level_at_most'],
    first_step: row['call.first_step'],
  };
}

function ofRow({ level, level_at_least, level_at_most, first_step }: Row) {
  return { level, level_at_least, level_at_most, first_step };
}

/** The summary that such a call gets when it is over. */
function summaryOf({ id, minutes, answers, decision, status }: RowSource): Summary {
  const policy = content.policies.find(({ id }) => id === decision.policy);
  if (policy === undefined) throw new Error('no such policy');
  const record: CallRecord = {
    ...{ id, minutes, status, startedAt: 0, lastAt: 0, override: undefined, isDangerUnasked: false },
    ...{ panelLog: [], setAside: [], askAgain: [], told: [] },
  };
  const given = { answers, decision, policy, disagreements: [], today: '2026-11-22', language: 'en' };
  return summarize({ ...content, ...given, call: { record, clock: () => 'noon', day: () => '2026-11-22' } });
}

/** What the summary says, in the words of a row. */
function told(source: RowSource): unknown {
  const { settled, level, emergency, ending, firstSteps, open } = summaryOf(source);
  const [least, ...others] = level.possible.map(({ id }) => id);
  const silence = ending === null ? source.decision.silent : source.decision.silentIfScored;
  const isSilent = emergency === null && silence !== 'no';
  const isEmergencyAlone = emergency === null && least === 'emergency'; // other completions get no level
  const isStillAsked = open?.says.join().includes('An emergency is still possible') === true;
  const most = isStillAsked ? 'emergency' : (others.at(-1) ?? least ?? '');
  return {
    level: settled && level.kind === 'settled' ? level.id : '',
    level_at_least: isSilent || isEmergencyAlone ? '' : (least ?? ''),
    level_at_most: isSilent && silence === 'certain' ? '' : most,
    first_step: firstSteps.flatMap(({ id, certainty }) => (certainty === 'certain' ? [id] : [])).join(';'),
    disposition: emergency === null ? (ending?.id ?? '') : '',
  };
}

/** How calls end: by the answers alone, stopped as an emergency, or by the counselor in each way that there is. */
const STATUSES: readonly Status[] = [
  { kind: 'done' },
  { kind: 'stopped' },
  ...questionnaire.dispositions.map(({ id }) => ({ kind: 'ended', disposition: id }) as const),
];

/** A call that ends so; a disposition that the answers show by themselves is not said twice (answers-of.ts). */
function endedCall(compiled: CompiledPolicy, answers: Answers, status: Status): RowSource {
  const made = call(compiled, answers, status);
  const { dispositions, emergency } = made.decision;
  const shown = emergency === 'certain' ? undefined : dispositions.find(({ certainty }) => certainty === 'certain')?.id;
  if (status.kind !== 'ended' || status.disposition === shown) return made;
  return { ...made, answers: { ...answers, ended: status.disposition } };
}

/** Random callers, from hardly known to known altogether, who say nothing about what does not apply to them. */
function drawnAnswers(compiled: CompiledPolicy, random: Random): Answers {
  const nothing = nothingKnown(questionnaire, 'not-asked');
  const share = pick(random, [0.3, 0.6, 0.9, 1]);
  const answers =
    random() < 0.3
      ? partialCaller(questionnaire, random)
      : { ...nothing, values: new Map([...completion(questionnaire, nothing, random)].filter(() => random() < share)) };
  const needless = contradictions(compiled, answers);
  return { ...answers, values: new Map([...answers.values].filter(([id]) => !needless.includes(id))) };
}

/** Expects of every call that its row says what its summary says; gives the rows. */
function expectSame(compiled: CompiledPolicy, calls: readonly RowSource[]): readonly Row[] {
  const rows = scored(compiled, shippedMapping('intakeline'), calls);
  expect(rows.length).toBe(calls.length);
  for (const [place, row] of rows.entries()) {
    const source = calls[place];
    if (source === undefined) throw new Error('no such call');
    expect(ofCall(row)).toEqual(ofRow(row));
    expect({ ...ofRow(row), disposition: row.disposition }).toEqual(told(source));
    expect(row.safety_open).toBe(String(source.decision.unknownSafety.length));
  }
  return rows;
}

const count = (rows: readonly Row[], has: (row: Row) => boolean): number => rows.filter(has).length;

test('every worked case and every example caller', () => {
  const compiled = compiledPolicy('intake-line');
  const examples = exampleCallers(cases, questionnaire);
  const worked = [...cases, ...examples].map(({ answers }) => answers);
  const calls = worked.map((answers) =>
    call(
      compiled,
      answers,
      answers.ended === undefined ? { kind: 'done' } : { kind: 'ended', disposition: answers.ended },
    ),
  );
  const rows = expectSame(compiled, calls);
  expect(count(rows, ({ level }) => level === 'emergency')).toBeGreaterThan(20);
  expect(count(rows, ({ disposition }) => disposition !== '')).toBeGreaterThan(10);
}, 60_000);

test.each([
  ['intake-line', 120],
  ['iop-explainer', 42],
])(
  'random callers whose calls end in every way, by the policy %s',
  (id, many) => {
    const compiled = compiledPolicy(id);
    const random = randomFrom(many);
    const calls = Array.from({ length: many }, (_, place) =>
      endedCall(compiled, drawnAnswers(compiled, random), STATUSES[place % STATUSES.length] ?? { kind: 'done' }),
    );
    const rows = expectSame(compiled, calls);
    const isStopped = (row: Row) => row['call.state'] === 'stopped';
    expect(count(rows, (row) => isStopped(row) && row.level !== 'emergency')).toBe(0);
    expect(count(rows, isStopped)).toBeGreaterThanOrEqual(Math.floor(many / STATUSES.length));
    expect(new Set(rows.map(({ status }) => status)).size).toBe(3);
  },
  60_000,
);

/** The questionnaire with its options as they are named to a person: by their ids. */
function named({ questions, ...rest }: Questionnaire): Questionnaire {
  const idsOf = ({ kind }: Question) =>
    kind.kind === 'values' ? kind.values : kind.kind === 'options' ? kind.options : [];
  return {
    ...rest,
    questions: questions.map((one) => ({
      ...one,
      options: idsOf(one).map((id) => ({ id, label: id, synonyms: [] })),
    })),
  };
}

/** A column of numbers holds whole ones. */
function isWhole({ questionnaire: { questions } }: SmallCall): boolean {
  return questions.every(({ kind }) => kind.kind !== 'number' || (Number.isInteger(kind.min) && kind.step === 1));
}

test('calls of small questionnaires, whatever the counselor did, read back without a mapping', () => {
  const ends = new Map<string, number>();
  fc.assert(
    fc.property(smallCall({ brief: fc.boolean() }), moves, (small, played) => {
      fc.pre(isWhole(small));
      let state = startCall(small.call, 0);
      for (const move of played)
        [state] = transition(small.call, state, eventOf(small, state, move), state.lastAt + delayOf(move));
      const { compiled } = small.call;
      const status = statusOf(state);
      ends.set(status.kind, (ends.get(status.kind) ?? 0) + 1);
      const mapping = questionnaireMapping(named(small.questionnaire));
      const [row] = scored(compiled, mapping, [call(compiled, answersOf(small.call, state), status)]);
      if (row === undefined) throw new Error('no row');
      expect(ofCall(row)).toEqual(ofRow(row));
    }),
    { numRuns: 150, seed: 4, endOnFailure: true },
  );
  for (const kind of ['open', 'stopped', 'ended']) expect([kind, (ends.get(kind) ?? 0) > 3]).toEqual([kind, true]);
}, 60_000);
