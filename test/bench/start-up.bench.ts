/**
 * How long the whole process takes, against bare Node: the runs interleaved, so that a busy machine burdens all alike.
 * What each run prints is checked before anything is timed. Run with `npm run bench -- start-up`.
 */

import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 15;
const PROGRAM = 'bin/intakeline.js';
const CALLER = 'docs/examples/iop.yaml';

/** What is started, what it must print, and how many times bare Node it may take. */
interface Subject {
  readonly name: string;
  readonly args: readonly string[];
  readonly prints: RegExp;
  readonly limit: number | undefined;
}

function subjects(edited: string): readonly Subject[] {
  return [
    { name: 'node -e 0', args: ['-e', '0'], prints: /^$/, limit: undefined },
    { name: '--version', args: [PROGRAM, '--version'], prints: /^\d+\.\d+\.\d+\n$/, limit: 1.5 },
    { name: '--help', args: [PROGRAM, '--help'], prints: /^Usage: intakeline/, limit: 1.5 },
    { name: 'decide', args: [PROGRAM, 'decide', CALLER], prints: /Intensive outpatient program/, limit: 3 },
    {
      name: 'decide, one YAML file edited',
      args: [PROGRAM, 'decide', CALLER, '--questionnaire', edited],
      prints: /Intensive outpatient program/,
      limit: 6,
    },
  ];
}

/** The shipped questionnaire with a comment added, so that the file is no longer the one that was built in. */
function editedQuestionnaire(): string {
  const folder = mkdtempSync(join(tmpdir(), 'intakeline-bench-'));
  cpSync('questionnaires/adult-intake', folder, { recursive: true });
  appendFileSync(join(folder, 'questionnaire.yaml'), '# edited\n');
  return folder;
}

function start({ name, args, prints }: Subject): number {
  const before = process.hrtime.bigint();
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const took = Number(process.hrtime.bigint() - before) / 1e6;
  if (status !== 0 || !prints.test(stdout)) throw new Error(`${name} did not do its work (status ${status})`);
  return took;
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

const edited = editedQuestionnaire();
const all = subjects(edited);
const times = new Map<string, number[]>(all.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round++) for (const subject of all) times.get(subject.name)?.push(start(subject));
rmSync(edited, { recursive: true });

const bare = median(times.get('node -e 0') ?? []);
for (const { name, limit } of all) {
  const middle = median(times.get(name) ?? []);
  const aim = limit === undefined ? '' : `  aim: at most ${limit}`;
  console.log(`${name.padEnd(28)} ${middle.toFixed(0).padStart(5)} ms  ${(middle / bare).toFixed(2)} times${aim}`);
}
