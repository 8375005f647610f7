/** What a check found, for a person and for a program. */

import type { Problem } from '../problems/problem.ts';
import { countProblems, listProblems } from './problems.ts';

export interface CheckReport {
  /** The folder or file that was checked. */
  readonly place: string;
  readonly problems: readonly Problem[];
  /** What was looked at; nothing where it could not even be read. */
  readonly checked: readonly { readonly what: Checked; readonly count: number }[];
}

/** What a check counts, with the word for one of it. */
const ONE_OF = {
  questions: 'question',
  policies: 'policy',
  rules: 'rule',
  programs: 'program',
  properties: 'property',
  cases: 'case',
  mappings: 'mapping',
  answers: 'answer',
} as const;

export type Checked = keyof typeof ONE_OF;

/** The problems with their places, and one line that sums up. */
export function checkText({ place, problems, checked }: CheckReport): string {
  const counted = checked
    .filter(({ count }) => count > 0)
    .map(({ what, count }) => `${count} ${count === 1 ? ONE_OF[what] : what}`);
  const looked = counted.length === 0 ? '' : ` in ${counted.join(', ')}`;
  return `${listProblems(problems, '; --format json lists all')}${place}: ${countProblems(problems)}${looked}\n`;
}

/** The same, versioned. */
export function checkJson({ place, problems, checked }: CheckReport): string {
  const counts = Object.fromEntries(checked.map(({ what, count }) => [what, count]));
  return `${JSON.stringify({ format: 'intakeline/check/1', place, checked: counts, problems }, null, 2)}\n`;
}
