/** What a table of rules says of all states, as text and as JSON. */

import type { TableReport, Tally } from '../analysis/table-report.ts';
import { grouped } from './grouped.ts';
import { percent, shareOf } from './share.ts';

/** How many pairs of rules whose order matters a text names. */
const MOST_PAIRS = 5;

/** The report as text: which part of all states gets which level, by rules or without one. */
export function tableText(report: TableReport): string {
  const lines = [heading(report), ...aligned(rowsOf(report)), ...orderLines(report)];
  return lines.map((line) => `${line}\n`).join('');
}

function heading({ table, hit, measure, all }: TableReport): string {
  const decides = hit === 'first' ? 'the first rule that holds decides' : 'every rule that holds counts';
  const size = measure === 'states' ? statesOf(all.states) : 'too many states to be counted one by one';
  return `table \`${table}\`: ${decides}; ${size}`;
}

/** A number of states; one with more digits than anybody reads as a power of ten. */
export function statesOf(states: bigint): string {
  const digits = states.toString();
  if (digits.length <= 15) return `${grouped(states)} ${states === 1n ? 'state' : 'states'}`;
  return `about ${digits[0]}.${digits.slice(1, 3)} × 10^${digits.length - 1} states`;
}

type Row = readonly string[];

function rowsOf(report: TableReport): readonly Row[] {
  const { levels, otherwise, unreached, several, groups } = report;
  const isCounted = report.measure === 'states';
  const row = (label: string, { states, groups: inGroups }: Tally): Row => [
    label,
    ...(isCounted ? [short(states)] : []),
    percent(states, report.all.states),
    ...groups.map(({ id }) => (isCounted ? short(inGroups[id] ?? 0n) : percent(inGroups[id] ?? 0n, report.all.states))),
  ];
  const given = levels.flatMap(({ level, alone }): readonly Row[] => [
    ...(alone.states > 0n ? [row(level, alone)] : []),
    ...(level === otherwise && unreached.states > 0n ? [row(`${level}, by no rule`, unreached)] : []),
  ]);
  return [
    ['', ...(isCounted ? ['states'] : []), 'share', ...groups.map(({ id }) => id)],
    ...given,
    ...(several.states > 0n ? [row('several levels', several)] : []),
    ...(otherwise === undefined && unreached.states > 0n ? [row('no level', unreached)] : []),
    row('all', report.all),
  ];
}

function short(states: bigint): string {
  return statesOf(states).replace(/ states?$/, '');
}

function aligned(rows: readonly Row[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .replace(/^/, '  ')
      .trimEnd(),
  );
}

/** Where the first rule decides, pairs of rules that would give another level in another order. */
function orderLines(report: TableReport): readonly string[] {
  const { hit, overlaps, rules } = report;
  if (hit !== 'first' || overlaps.length === 0) return [];
  const lines = overlaps.slice(0, MOST_PAIRS).map(({ first, second, states }) => {
    const [before, after] = [rules[first], rules[second]];
    return `    \`${before?.id}\` (${before?.level}) before \`${after?.id}\` (${after?.level}): ${statesIn(report, states)}`;
  });
  const left = overlaps.length - lines.length;
  return [
    '  the order of these rules decides:',
    ...lines,
    ...(left > 0 ? [`    and ${left} more ${left === 1 ? 'pair' : 'pairs'}`] : []),
  ];
}

/** Some of the states of a table: counted where they could be, and as a share. */
export function statesIn({ measure, all }: TableReport, states: bigint): string {
  const share = percent(states, all.states);
  return measure === 'states' ? `${statesOf(states)} (${share})` : `${share} of all states`;
}

/** The report as a plain value: numbers of states as texts of digits, because they may be larger than a number of JSON. */
export function tableJson(report: TableReport): object {
  const counted = (states: bigint) => ({
    ...(report.measure === 'states' ? { states: states.toString() } : {}),
    share: shareOf(states, report.all.states),
  });
  const tally = ({ states, groups }: Tally) => ({
    ...counted(states),
    groups: Object.fromEntries(Object.entries(groups).map(([id, inGroup]) => [id, counted(inGroup)])),
  });
  const ruleId = (place: number): string => report.rules[place]?.id ?? '';
  return {
    table: report.table,
    hit: report.hit,
    groups: report.groups,
    all: tally(report.all),
    otherwise: report.otherwise ?? null,
    unreached: { ...tally(report.unreached), witness: report.unreached.witness?.answers ?? null },
    levels: report.levels.map(({ level, alone, amongOthers }) => ({
      level,
      alone: tally(alone),
      among_others: tally(amongOthers),
    })),
    several: { ...tally(report.several), witness: report.several.witness?.answers ?? null },
    overlaps: report.overlaps.map(({ first, second, states, witness }) => ({
      first: ruleId(first),
      second: ruleId(second),
      ...counted(states),
      witness: witness?.answers ?? null,
    })),
    rules: report.rules.map(({ id, level, holds, decides }) => ({
      id,
      level,
      holds: counted(holds),
      decides: counted(decides),
    })),
    shadowed: report.shadowed.map(({ rule, by, witness }) => ({
      rule: ruleId(rule),
      by: by.map(ruleId),
      witness: witness?.answers ?? null,
    })),
  };
}
