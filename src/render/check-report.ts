/** What a check found, for a person and for a program. */

import type { Problem } from '../problems/problem.ts';
import { countProblems, renderProblem } from './problems.ts';

export interface CheckReport {
  /** The folder or file that was checked. */
  readonly place: string;
  readonly problems: readonly Problem[];
  /** What was looked at; nothing where it could not even be read. */
  readonly checked: readonly { readonly what: string; readonly count: number }[];
}

/** Every problem with its place, and one line that sums up. */
export function checkText({ place, problems, checked }: CheckReport): string {
  const counted = checked.filter(({ count }) => count > 0).map(({ what, count }) => `${count} ${what}`);
  const looked = counted.length === 0 ? '' : ` in ${counted.join(', ')}`;
  const listed = problems.map((problem) => `${renderProblem(problem)}\n\n`).join('');
  return `${listed}${place}: ${countProblems(problems)}${looked}\n`;
}

/** The same, versioned. */
export function checkJson({ place, problems, checked }: CheckReport): string {
  const counts = Object.fromEntries(checked.map(({ what, count }) => [what, count]));
  return `${JSON.stringify({ format: 'intakeline/check/1', place, checked: counts, problems }, null, 2)}\n`;
}
