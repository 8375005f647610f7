/**
 * Choosing among 25,000 programs that are loaded already, in words for the summary included. Each choice is then checked against that of its slow twin,
 * which runs last: what it leaves behind for the collector of garbage would be counted as ours.
 * Run with `npm run bench -- match`.
 */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Program } from '../../src/directory/model.ts';
import { choosePrograms } from '../../src/referral/choose-programs.ts';
import type { Wanted } from '../../src/referral/matching/finding.ts';
import type { Needs } from '../../src/referral/needs.ts';
import { programOffer } from '../../src/referral/offer.ts';
import { decodePlaces } from '../../src/referral/postal-places.ts';
import { choiceInIds } from '../referral/choice-in-ids.ts';
import { aDirectory, anInput, aProgram } from '../referral/given.ts';
import { randomPrograms } from '../referral/random-programs.ts';
import { slowChoice } from '../referral/slow-choice.ts';
import { wanted } from '../referral/wanted.ts';

const PROGRAMS = 25_000;
const ROUNDS = 15;
const ZIPS = ['94601', '90001', '96002', '55401', '33101', '95501'];

/** Random programs, which all lie at a ZIP code of their own state, so that every one has a distance to be worked out. */
function programs(states: readonly string[]): readonly Program[] {
  const drawn = fc.sample(randomPrograms(500), { numRuns: 100, seed: 7 }).flat();
  return Array.from({ length: PROGRAMS }, (_, index) => ({
    ...(drawn[index % drawn.length] ?? aProgram({ id: 'none' })),
    id: `program-${(index * 7919) % PROGRAMS}`,
    states: [states[index % states.length] ?? 'CA'],
    levels: index % 4 === 0 ? ['iop'] : ['residential'],
    place: undefined,
    postalCode: ZIPS[index % ZIPS.length],
    license: { number: '1', authority: 'State', expires: index % 50 === 0 ? '2026-01-01' : '2027-12-31' },
  }));
}

const placeOfCode = decodePlaces(readFileSync('dist/postal-places.bin')) ?? (() => undefined);
const search = (needs: Partial<Needs>, given: Partial<Wanted> = {}): Wanted =>
  wanted(needs, { placeOfCode, from: placeOfCode('94612'), ...given });
const everything: Partial<Needs> = {
  pregnancy: 'pregnant',
  age: 28,
  affirming: true,
  payments: ['medicaid'],
  languages: ['es'],
  children: true,
  firstSteps: ['withdrawal-management'],
  hard: ['prenatal-care', 'dual-diagnosis-track', 'safety-plan'],
};
const hardlyAny: Partial<Needs> = { payments: ['military'], languages: ['ase'], age: 121, pregnancy: 'pregnant' };

const national = programs(['CA', 'MN', 'FL', 'NY', 'TX']);
const oneState = programs(['CA']);
const cases: readonly (readonly [string, readonly Program[], Wanted])[] = [
  ['a nation, a bed in one state', national, search(everything)],
  ['one state, a bed', oneState, search(everything)],
  ['one state, a bed, few needs', oneState, search({})],
  ['a nation, a day program, state not known', national, search(everything, { strict: false, level: 'iop' })],
  ['one state, hardly anything fits', oneState, search(hardlyAny)],
];

/** Milliseconds of processor time, which other programs on the machine hardly change. */
function timed(work: () => unknown, rounds: number): readonly number[] {
  return Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
}

console.log(
  `${PROGRAMS.toLocaleString('en-US')} programs; processor time: the first round, then median and slowest of ${ROUNDS}`,
);
const timings = cases.map(([name, all, looked]) => {
  const directory = aDirectory(all);
  const input = anInput({ directory });
  const choose = (): unknown => programOffer(input, choosePrograms(directory, looked), looked.needs);
  const [first = 0] = timed(choose, 1);
  return { name, directory, looked, first, times: timed(choose, ROUNDS) };
});
for (const { name, directory, looked, first, times } of timings) {
  const [twin = 0] = timed(() => {
    const fast = choiceInIds(choosePrograms(directory, looked));
    if (JSON.stringify(fast) !== JSON.stringify(slowChoice(directory, looked)))
      throw new Error(`${name}: the choice is not that of the slow twin`);
  }, 1);
  const { chosen, more } = choosePrograms(directory, looked);
  const [median = 0, worst = 0] = [times[ROUNDS >> 1], times.at(-1)];
  console.log(
    `${name}: ${first.toFixed(1)} ms, then ${median.toFixed(1)} ms, at most ${worst.toFixed(1)} ms; slow twin ${twin.toFixed(1)} ms, ${(twin / median).toFixed(1)} times as long (${chosen.length + more} fit)`,
  );
}
