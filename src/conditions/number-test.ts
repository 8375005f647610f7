/** Number tests, made inclusive on the steps that a question accepts. */

import type { Finding, Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { oneOf, suggest } from '../problems/did-you-mean.ts';

/** The numbers that are possible: from `min` to `max` in steps. */
export interface Grid {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

const OPERATORS = ['at_least', 'at_most', 'more_than', 'less_than'];

/** Compiles `{ at_least: …, less_than: … }`; undefined where something is wrong, which has been reported. */
export function compileRange(
  source: Readonly<Record<string, unknown>>,
  grid: Grid,
  path: Path,
  report: Report,
): Range | undefined {
  const wrong = Object.entries(source).flatMap(([operator, bound]) => faultOf(operator, bound, path));
  for (const finding of wrong) report(finding);
  if (wrong.length > 0) return undefined;
  if (Object.keys(source).length === 0) {
    report({ code: 'empty-condition', path, message: 'the test compares with nothing', remedy: oneOf(OPERATORS) });
    return undefined;
  }
  return checkRange(rangeOf(source, grid), grid, path, report);
}

/** A range that holds for some of the possible numbers but not for all; anything else is reported. */
function checkRange(range: Range, grid: Grid, path: Path, report: Report): Range | undefined {
  const limits = `numbers from ${grid.min} to ${grid.max} are possible`;
  if (range.from > range.to) {
    report({ code: 'impossible-test', path, message: 'no possible number passes this test', remedy: limits });
    return undefined;
  }
  if (range.from <= grid.min && range.to >= grid.max) {
    report({ code: 'idle-test', path, message: 'every possible number passes this test', remedy: limits });
    return undefined;
  }
  return range;
}

function faultOf(operator: string, bound: unknown, path: Path): readonly Finding[] {
  const here = [...path, operator];
  if (!OPERATORS.includes(operator)) {
    return [
      {
        code: 'test-mismatch',
        path: here,
        part: 'key',
        message: `\`${operator}\` is no comparison of numbers`,
        remedy: suggest(operator, OPERATORS),
      },
    ];
  }
  if (typeof bound !== 'number' || !Number.isFinite(bound)) {
    return [
      { code: 'wrong-type', path: here, message: 'a number is expected here', remedy: 'write it without quotes' },
    ];
  }
  return [];
}

function rangeOf(source: Readonly<Record<string, unknown>>, grid: Grid): Range {
  let from = grid.min;
  let to = grid.max;
  for (const [operator, bound] of Object.entries(source)) {
    if (typeof bound !== 'number') continue;
    if (operator === 'at_least') from = Math.max(from, onGrid(bound, grid, 'up'));
    if (operator === 'more_than') from = Math.max(from, onGrid(bound, grid, 'above'));
    if (operator === 'at_most') to = Math.min(to, onGrid(bound, grid, 'down'));
    if (operator === 'less_than') to = Math.min(to, onGrid(bound, grid, 'below'));
  }
  return { from, to };
}

const TOLERANCE = 1e-9;

function onGrid(bound: number, grid: Grid, direction: 'up' | 'above' | 'down' | 'below'): number {
  const steps = (bound - grid.min) / grid.step;
  const whole = {
    up: Math.ceil(steps - TOLERANCE),
    above: Math.floor(steps + TOLERANCE) + 1,
    down: Math.floor(steps + TOLERANCE),
    below: Math.ceil(steps - TOLERANCE) - 1,
  }[direction];
  return fromGrid(whole, grid);
}

/** The number that lies so many steps above the smallest; decimal steps leave no trace of binary rounding. */
function fromGrid(steps: number, grid: Grid): number {
  return Number((grid.min + steps * grid.step).toFixed(9));
}

/** The possible number that lies so many steps after (or, below zero, before) another one. */
export function stepsFrom(value: number, steps: number, grid: Grid): number {
  return fromGrid(Math.round((value - grid.min) / grid.step) + steps, grid);
}

/** Whether the number is one of those that are possible: exactly, so that equal answers are equal numbers. */
export function isOnGrid(value: number, grid: Grid): boolean {
  return value >= grid.min && value <= grid.max && stepsFrom(value, 0, grid) === value;
}
