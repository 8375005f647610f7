/**
 * Deciding rows by tables against `decide`: with every question known by some row and with twenty of them, at three densities.
 * Every answer of the tables is compared with `decide` on some rows before anything is timed. Processor time, so that a busy
 * machine changes little. Run with `npm run bench -- row-decider`.
 */

import { isDeepStrictEqual } from 'node:util';
import { encodeAnswers } from '../../src/callers/encoding.ts';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/decision/compile.ts';
import { decide } from '../../src/decision/decide.ts';
import { placesIn } from '../../src/decision/place-set.ts';
import { createRowDecider, type RowDecider } from '../../src/decision/row-decider.ts';
import { restorePolicy, storePolicy } from '../../src/decision/stored-policy.ts';
import { FIRST_STEPS, LEVELS } from '../../src/policy/care-lists.ts';
import type { Answers } from '../../src/questionnaire/model.ts';
import { completion, nothingKnown, type Random, randomFrom } from '../questionnaires/random-callers.ts';

const ROWS = 4000;
const CHECKED = 30;
/** How often the rows are decided once their states are there. */
const AGAIN = 5;

interface Row {
  readonly answers: Answers;
  readonly codes: Uint8Array;
}

const loaded = await loadContent({ folder: 'questionnaires/adult-intake' }, contentFiles());
if (!loaded.ok) throw new Error('the shipped questionnaire does not load: run `intakeline check`');
const { questionnaire, policies } = loaded.value;

function compiledAgain(id: string): CompiledPolicy {
  const policy = policies.find((one) => one.id === id);
  if (policy === undefined) throw new Error(`no policy ${id}`);
  const compilation = compilePolicy(questionnaire, policy);
  if (!compilation.ok) throw new Error(`${id} is over budget`);
  return restorePolicy({ questionnaire, policy, others: [] }, storePolicy(compilation.value));
}

/** Rows that know about this share of the questions that any of them may know. */
function rowsAt(
  { callers }: CompiledPolicy,
  known: ReadonlySet<string>,
  share: number,
  random: Random,
): readonly Row[] {
  const { encoding } = callers;
  const nothing = nothingKnown(questionnaire, 'not-asked');
  return Array.from({ length: ROWS }, () => {
    const whole = completion(questionnaire, nothing, random);
    const values = new Map([...whole].filter(([id]) => known.has(id) && random() < share));
    const answers = { ...nothing, values };
    const codes = Uint8Array.from(encodeAnswers(encoding, answers), (value, variable) =>
      value < 0 ? (encoding.widths[variable] ?? 0) : value,
    );
    return { answers, codes };
  });
}

/** @throws if the tables say of any of the rows what `decide` does not */
function verify(compiled: CompiledPolicy, decider: RowDecider, rows: readonly Row[]): void {
  for (const { answers, codes } of rows) {
    const decision = decide(compiled, answers);
    const asked = new Set(decision.ask.map(({ question }) => question));
    const bounds = decider.bounds(codes);
    const steps = bounds.firstSteps;
    const said = [
      [LEVELS[bounds.lowest], decision.lowest],
      [LEVELS[bounds.highest], decision.highest],
      [bounds.isSettled, decision.settled],
      [FIRST_STEPS.filter((_, step) => (steps >> step) & 1), stepsThatAre(decision.firstSteps, 'certain')],
      [FIRST_STEPS.filter((_, step) => (steps >> (16 + step)) & 1), stepsThatAre(decision.firstSteps, 'possible')],
      [decider.deciding(codes, bounds), decision.deciding],
      [
        placesIn(decider.missing(codes, bounds)),
        questionnaire.questions.filter(({ id }) => asked.has(id)).map(({ index }) => index),
      ],
    ];
    if (said.some(([byTables, byDecide]) => !isDeepStrictEqual(byTables, byDecide)))
      throw new Error(`${compiled.policy.id}: the tables and decide differ`);
  }
}

function stepsThatAre(steps: Readonly<Record<string, string>>, certainty: string): readonly string[] {
  return FIRST_STEPS.filter((id) => steps[id] === certainty);
}

/** Milliseconds of the processor. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function decideAll(decider: RowDecider, rows: readonly Row[]): void {
  for (const { codes } of rows) {
    const bounds = decider.bounds(codes);
    decider.deciding(codes, bounds);
    decider.missing(codes, bounds);
  }
}

function measure(id: string, known: ReadonlySet<string>, share: number): readonly string[] {
  const compiled = compiledAgain(id);
  const rows = rowsAt(compiled, known, share, randomFrom(8));
  const some = rows.slice(0, CHECKED);
  verify(compiled, createRowDecider(compiled, { known }), some);
  let decider = createRowDecider(compiled, { known });
  const made = spent(() => {
    decider = createRowDecider(compiled, { known });
  });
  const first = spent(() => decideAll(decider, rows));
  const again = spent(() => Array.from({ length: AGAIN }, () => decideAll(decider, rows))) / AGAIN;
  const slow = spent(() => {
    for (const { answers } of some) decide(compiled, answers);
  });
  return [
    id,
    String(known.size),
    share.toFixed(2),
    made.toFixed(0),
    first.toFixed(0),
    ((again * 1000) / ROWS).toFixed(1),
    ((slow * 1000) / CHECKED).toFixed(0),
    (slow / CHECKED / (again / ROWS)).toFixed(0),
  ];
}

const heading = ['policy', 'known', 'share', 'made ms', `first ${ROWS} ms`, 'row us', 'decide us', 'times'];
const every = new Set(questionnaire.questions.map(({ id }) => id));
const random = randomFrom(9);
const twenty = new Set([...every].sort(() => random() - 0.5).slice(0, 20));
const table = [
  heading,
  ...['intake-line', 'pride-institute'].flatMap((id) => [
    ...[0.95, 0.5, 0.15].map((share) => measure(id, twenty, share)),
    measure(id, every, 0.95),
  ]),
];
const widths = heading.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
for (const row of table) console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
