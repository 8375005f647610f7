/** What simulated calls were like, for a person and for a program. */

import type { SimulatedResult, Simulation, Spread, Ways } from '../analysis/simulation.ts';
import { type Block, table } from './blocks.ts';
import { blocksText } from './blocks-text.ts';
import { grouped, numbered } from './grouped.ts';
import { percent } from './percent.ts';

/** The numbers in a few tables, with what they are of above them. */
export function simulationText(simulation: Simulation, width: number): string {
  const { callers, policy, seed, marginals, bestFirst } = simulation;
  return blocksText(
    [
      paragraph(`${numbered(callers, 'call')} of drawn callers by ${policy}, seed ${seed}, from: ${marginals.title}`),
      paragraph(marginals.about),
      paragraph(othersLine(marginals)),
      ...sameBlocks(simulation),
      waysTable(simulation),
      ...settledBlocks(simulation),
      resultsTable(simulation.results),
      ...leftOutBlocks(simulation.leftOut),
      ...(bestFirst.callers === 0 ? [] : bestFirstBlocks(bestFirst)),
    ],
    width,
  );
}

/** The same, versioned. */
export function simulationJson(simulation: Simulation): string {
  return `${JSON.stringify({ format: 'intakeline/simulation/1', ...simulation }, null, 2)}\n`;
}

function othersLine({ others, unnamed }: Simulation['marginals']): string {
  if (unnamed.length === 0)
    return 'Every question with options or a number has shares; text, dates and phone numbers are declined.';
  const taken = others === 'baseline' ? 'always get the baseline answer' : 'get every answer equally often';
  return `NOT NAMED in the marginals, so that they ${taken}: ${unnamed.join(', ')}`;
}

function sameBlocks({ callers, differences }: Simulation): readonly Block[] {
  const what = 'level or disposition, first steps and supports';
  if (differences.count === 0) return [paragraph(`brief and whole call end alike for every caller: ${what}`)];
  return [
    paragraph(
      `A FAULT OF THIS PROGRAM: ${grouped(differences.count)} of ${grouped(callers)} brief calls end otherwise than the whole one (${what})`,
    ),
    // As a table of one column, lines stay as they are: each is an answers file to be copied.
    ...differences.shown.map(({ caller, answers }) =>
      table(
        [`# caller ${caller}`],
        answers
          .trimEnd()
          .split('\n')
          .map((line) => [line]),
      ),
    ),
  ];
}

function waysTable({ fixed, brief }: Simulation): Block {
  const row = (name: string, { mean, median, most, worst }: Spread): readonly string[] => [
    name,
    ...[mean, median, most, worst].map(few),
  ];
  const both = (what: keyof Ways): readonly (readonly string[])[] => [
    row(`${what}, whole call`, fixed[what]),
    row(`${what}, --brief`, brief[what]),
  ];
  return table(['', 'mean', 'median', '95 of\n100', 'worst'], [...both('questions'), ...both('minutes')]);
}

function settledBlocks({ shorter, settled }: Simulation): readonly Block[] {
  const before = 'level and first steps are certain before the last question';
  return [
    paragraph(`shorter with --brief: ${percent(shorter)} of the calls`),
    paragraph(
      `${before}: in ${percent(settled.early)} of the calls; after ${few(settled.after.mean)} questions on average`,
    ),
  ];
}

function resultsTable(results: readonly SimulatedResult[]): Block {
  const rows = results.map(({ name, callers, fixed, brief, settledAfter }) => [
    name,
    grouped(callers),
    ...[fixed, brief, settledAfter].map(few),
  ]);
  return table(['result', 'calls', 'whole', '--brief', 'certain\nafter'], rows);
}

function leftOutBlocks(leftOut: Simulation['leftOut']): readonly Block[] {
  if (leftOut.length === 0) return [];
  const rows = leftOut.map(({ question, calls, share }) => [question, grouped(calls), percent(share)]);
  return [table(['left out by --brief', 'calls', 'of those that ask it'], rows)];
}

function bestFirstBlocks(best: Simulation['bestFirst']): readonly Block[] {
  return [
    paragraph(
      `were the most telling question asked next (${numbered(best.callers, 'caller')}, for comparison: the order of the script never changes)`,
    ),
    table(
      ['', 'mean', 'worst', 'certain after'],
      [
        ['--brief', few(best.brief.mean), few(best.brief.worst), few(best.briefSettledAfter.mean)],
        ['most telling first', few(best.questions.mean), few(best.questions.worst), few(best.settledAfter.mean)],
      ],
    ),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** One decimal where there is one. */
function few(number: number): string {
  return String(Math.round(number * 10) / 10);
}
