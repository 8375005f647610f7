/** Problems as text: where, what, the lines around it, and what to do. */

import type { Problem, WitnessCaller } from '../problems/problem.ts';
import { type Paint, unpainted } from './palette.ts';

/** How many problems a text shows: more than anybody corrects before running the command again. */
const MOST_SHOWN = 50;

/** How many answers a text names of a caller; the file and the JSON have all of them. */
const MOST_ANSWERS = 8;

/** A problem, with the command that shows its caller where that was saved, and what to call its caller where it is none. */
type ShownProblem = Problem & {
  readonly saved?: { readonly file: string; readonly command?: string };
  readonly shownBy?: WitnessWord;
};

/** A person who calls, or what a table with inputs of its own tells apart. */
export type WitnessWord = 'caller' | 'state';

/** Lists problems and ends with their number; the empty text where there are none. */
export function renderProblems(problems: readonly ShownProblem[], paint: Paint = unpainted): string {
  if (problems.length === 0) return '';
  return `${listProblems(problems, '', paint)}${countProblems(problems)}\n`;
}

/** The first problems, and how many more there are and, where `where` says it, where to read them; a blank line after each. */
export function listProblems(problems: readonly ShownProblem[], where: string, paint: Paint = unpainted): string {
  const parts = firstShown(problems).map((problem) => renderProblem(problem, paint));
  const left = problems.length - parts.length;
  if (left > 0) parts.push(`${left} more ${left === 1 ? 'problem' : 'problems'}${where}`);
  return parts.map((part) => `${part}\n\n`).join('');
}

/** Where there are too many, no warning takes the place of an error. */
function firstShown(problems: readonly ShownProblem[]): readonly ShownProblem[] {
  if (problems.length <= MOST_SHOWN) return problems;
  const of = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity);
  return [...of('error'), ...of('warning')].slice(0, MOST_SHOWN);
}

/** One problem: `file:line:column: error: message [code]`, the excerpt, the remedy. */
export function renderProblem(problem: ShownProblem, paint: Paint = unpainted): string {
  const { file, position, severity, message, code, excerpt, remedy } = problem;
  const place = position === undefined ? file : `${file}:${position.line}:${position.column}`;
  const label = paint(severity === 'error' ? 'alarm' : 'caution', `${severity}:`);
  const lines = [`${paint('strong', `${place}:`)} ${label} ${message} ${paint('faint', `[${code}]`)}`];
  if (excerpt !== undefined) lines.push(...excerpt.split('\n').map((line) => `  ${line}`));
  if (remedy !== undefined) lines.push(`  ${paint('good', 'remedy:')} ${remedy}`);
  if (problem.witness !== undefined) lines.push(`  ${callerLine(problem.witness, problem.shownBy)}`);
  if (problem.saved !== undefined) lines.push(`  look at it: \`${problem.saved.command ?? problem.saved.file}\``);
  return lines.join('\n');
}

/** The caller, or the state, that shows a finding: by the answers that an unremarkable caller would not give. */
export function callerLine(
  { answers, differing, unsure = [], declined = [] }: WitnessCaller,
  word: WitnessWord = 'caller',
): string {
  const said = differing.map((id) => `${id}: ${valueText(answers[id])}`);
  const unknown = [...unsure, ...declined].map((id) => `${id} unknown`);
  const parts = [...said, ...unknown];
  const left = parts.length - MOST_ANSWERS;
  const shown = left > 0 ? [...parts.slice(0, MOST_ANSWERS), `and ${left} more`] : parts;
  return `${word}: ${shown.length === 0 ? 'unremarkable in everything' : shown.join('; ')}`;
}

function valueText(value: WitnessCaller['answers'][string] | undefined): string {
  return typeof value === 'object' ? `[${value.join(', ')}]` : String(value);
}

/** How many errors and warnings there are. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [count(errors, 'error'), count(warnings, 'warning')].filter((text) => text !== undefined);
  return counts.length === 0 ? 'no problems' : counts.join(', ');
}

function count(number: number, what: string): string | undefined {
  if (number === 0) return undefined;
  return number === 1 ? `1 ${what}` : `${number} ${what}s`;
}
