/**
 * How long a call takes: the words read aloud and the time that the answers need, for the example callers. Fails where a
 * typical call takes twelve minutes or more. Run with `npm run bench -- call-length`.
 */

import { callLength, type Length } from '../../src/analysis/call-length.ts';
import { type ExampleCaller, exampleCallers } from '../../src/analysis/example-callers.ts';
import { questionsHeard } from '../../src/analysis/questions-heard.ts';
import { loadContent } from '../../src/cli/content.ts';
import { contentFiles } from '../../src/cli/content-files.ts';
import { compilePolicy } from '../../src/decision/compile.ts';
import { createCall } from '../../src/interview/call.ts';
import type { Call } from '../../src/interview/model.ts';
import type { Outcome } from '../../src/problems/problem.ts';
import type { Question } from '../../src/questionnaire/model.ts';

const LIMIT = 12;

/** Callers who stay on the line to the end, and whose answers open most of what is asked. */
const TYPICAL = [
  'outpatient',
  'iop',
  'php',
  'residential',
  'crisis-assessment-today',
  'withdrawal-management',
  'opioid-medication-start',
  'medication-review',
];

const { questionnaire, policies, cases } = good(
  await loadContent({ folder: 'questionnaires/adult-intake' }, { ...contentFiles(), built: () => undefined }),
);
const policy = policies.find(({ id }) => id === 'intake-line');
if (policy === undefined) throw new Error('the policy intake-line is missing');
const compilation = compilePolicy(questionnaire, policy);
if (!compilation.ok) throw new Error('the policy is over budget');
const full = createCall(compilation.value);
const brief = createCall(compilation.value, { brief: true });
const examples = exampleCallers(good(await cases())?.value ?? [], questionnaire);

function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  return outcome.value;
}

function lengthOf(heard: readonly Question[], { answers }: ExampleCaller): Length {
  return callLength(questionnaire, heard, answers, 'en');
}

function shown({ questions, words, seconds }: Length): string {
  return `${questions} questions ${String(words).padStart(5)} words ${(seconds / 60).toFixed(1).padStart(5)} min`;
}

function play(call: Call, caller: ExampleCaller): Length {
  return lengthOf(questionsHeard(call, caller.answers), caller);
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

console.log('150 words a minute and the answers, without what is said after the last question\n');
for (const caller of examples) {
  const mark = TYPICAL.includes(caller.name) ? '*' : ' ';
  const [long, short] = [play(full, caller), play(brief, caller)];
  console.log(
    `${mark} ${caller.name.padEnd(26)} ${shown(long).padStart(36)}   brief ${short.questions} questions ${(short.seconds / 60).toFixed(1)} min`,
  );
}

const typical = examples.filter(({ name }) => TYPICAL.includes(name));
if (typical.length !== TYPICAL.length) throw new Error('a typical caller is missing');

const iop = examples.find(({ name }) => name === 'iop');
if (iop !== undefined) {
  console.log('\niop, section by section');
  const heard = questionsHeard(full, iop.answers);
  for (const { id } of questionnaire.sections) {
    const here = heard.filter(({ section }) => section === id);
    console.log(`  ${id.padEnd(26)} ${shown(lengthOf(here, iop)).padStart(36)}`);
  }
}

for (const [name, call] of [
  ['full', full],
  ['brief', brief],
] as const) {
  const minutes = median(typical.map((caller) => play(call, caller).seconds)) / 60;
  const isShort = minutes < LIMIT;
  console.log(
    `\n* typical, ${name}: ${minutes.toFixed(1)} minutes, aim: less than ${LIMIT}${isShort ? '' : '  MISSED'}`,
  );
  if (!isShort) process.exitCode = 1;
}
