/** What simulated calls were like, for a person and for a program. */

import type { SimulatedResult, Simulation, Spread, Ways } from '../analysis/simulation.ts';
import { grouped, numbered } from './grouped.ts';
import { unpainted } from './palette.ts';
import { painted, wrap } from './wrap.ts';

/** The numbers in a few tables, with what they are of above them. */
export function simulationText(simulation: Simulation, width: number): string {
  const { callers, policy, seed, marginals, bestFirst } = simulation;
  const parts = [
    [
      `${numbered(callers, 'call')} of drawn callers by ${policy}, seed ${seed}`,
      `from: ${marginals.title}`,
      ...wrapped(marginals.about, width),
      ...wrapped(othersLine(marginals), width),
    ],
    sameLines(simulation),
    waysTable(simulation),
    [
      `${percent(simulation.shorter)} of the calls are shorter with --brief`,
      `${percent(simulation.settled.early)} have level and first steps certain before the last question: after ${few(simulation.settled.after.mean)} questions on average`,
    ],
    resultsTable(simulation.results),
    leftOutLines(simulation.leftOut),
    bestFirst.callers === 0 ? [] : bestFirstLines(bestFirst),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
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

function sameLines({ callers, differences }: Simulation): readonly string[] {
  const what = 'level or disposition, first steps and supports';
  if (differences.count === 0) return [`brief and whole call end alike for every caller: ${what}`];
  return [
    `A FAULT OF THIS PROGRAM: ${grouped(differences.count)} of ${grouped(callers)} brief calls end otherwise than the whole one (${what})`,
    ...differences.shown.flatMap(({ caller, answers }) => ['', `# caller ${caller}`, answers.trimEnd()]),
  ];
}

function waysTable({ fixed, brief }: Simulation): readonly string[] {
  const row = (name: string, { mean, median, most, worst }: Spread): readonly string[] => [
    name,
    ...[mean, median, most, worst].map(few),
  ];
  const both = (what: keyof Ways): readonly (readonly string[])[] => [
    row(`${what}, whole call`, fixed[what]),
    row(`${what}, --brief`, brief[what]),
  ];
  return table([['', 'mean', 'median', '95 of 100', 'worst'], ...both('questions'), ...both('minutes')]);
}

function resultsTable(results: readonly SimulatedResult[]): readonly string[] {
  const rows = results.map(({ name, callers, fixed, brief, settledAfter }) => [
    name,
    grouped(callers),
    ...[fixed, brief, settledAfter].map(few),
  ]);
  return table([['result', 'calls', 'whole', '--brief', 'certain after'], ...rows]);
}

function leftOutLines(leftOut: Simulation['leftOut']): readonly string[] {
  if (leftOut.length === 0) return [];
  const rows = leftOut.map(({ question, calls, share }) => [question, grouped(calls), percent(share)]);
  return table([['left out by --brief', 'calls', 'of those that ask it'], ...rows]);
}

function bestFirstLines(best: Simulation['bestFirst']): readonly string[] {
  return [
    `were the most telling question asked next (${numbered(best.callers, 'caller')}, for comparison: the order of the script never changes)`,
    ...table([
      ['', 'mean', 'worst', 'certain after'],
      ['--brief', few(best.brief.mean), few(best.brief.worst), few(best.briefSettledAfter.mean)],
      ['most telling first', few(best.questions.mean), few(best.questions.worst), few(best.settledAfter.mean)],
    ]),
  ];
}

function wrapped(text: string, width: number): readonly string[] {
  return wrap([{ style: 'plain', text }], width).map((line) => painted(line, unpainted));
}

/** Columns side by side, numbers to the right. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, place) => Math.max(...rows.map((row) => (row[place] ?? '').length)));
  const cell = (text: string, place: number): string =>
    place === 0 ? text.padEnd(widths[place] ?? 0) : text.padStart(widths[place] ?? 0);
  return rows.map((row) => row.map(cell).join('  '));
}

/** One decimal where there is one. */
function few(number: number): string {
  return String(Math.round(number * 10) / 10);
}

function percent(share: number): string {
  return `${few(share * 100)} %`;
}
