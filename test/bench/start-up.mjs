// How long the whole process takes, against bare Node: the runs interleaved, so that a busy machine burdens all alike.

import { spawnSync } from 'node:child_process';

const ROUNDS = 15;
const example = process.argv[2] ?? 'docs/examples/iop.yaml';
const program = 'bin/intakeline.js';

/** What is started, the ratio it should stay under, and the status it must end with, so that no failure looks fast. */
const subjects = [
  { name: 'node -e 0', args: ['-e', '0'], limit: undefined },
  { name: '--version', args: [program, '--version'], limit: 1.5 },
  { name: '--help', args: [program, '--help'], limit: 1.5 },
  { name: 'decide', args: [program, 'decide', example], limit: 3 },
];

/** @type {Map<string, number[]>} */
const times = new Map(subjects.map(({ name }) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const { name, args } of subjects) times.get(name)?.push(start(name, args));

const bare = median(times.get('node -e 0') ?? []);
for (const { name, limit } of subjects) {
  const middle = median(times.get(name) ?? []);
  const aim = limit === undefined ? '' : `  aim: at most ${limit}`;
  console.log(`${name.padEnd(10)} ${middle.toFixed(0).padStart(5)} ms  ${(middle / bare).toFixed(2)} times${aim}`);
}

/**
 * @param {string} name
 * @param {string[]} args
 */
function start(name, args) {
  const before = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const took = Number(process.hrtime.bigint() - before) / 1e6;
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return took;
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
