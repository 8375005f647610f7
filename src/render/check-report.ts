/** What a check found, for a person and for a program. */

import type { TableReport } from '../analysis/table-report.ts';
import type { Problem } from '../problems/problem.ts';
import { countProblems, listProblems } from './problems.ts';
import { tableJson, tableText } from './table-report.ts';

export interface CheckReport {
  /** The folder or file that was checked. */
  readonly place: string;
  readonly problems: readonly Problem[];
  /** What was looked at; nothing where it could not even be read. */
  readonly checked: readonly { readonly what: Checked; readonly count: number }[];
  /** What the tables say of all states; absent where there are none. */
  readonly tables?: readonly TableReport[];
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
  tables: 'table',
} as const;

export type Checked = keyof typeof ONE_OF;

/** The problems with their places, and one line that sums up. */
export function checkText({ place, problems, checked, tables = [] }: CheckReport): string {
  const counted = checked
    .filter(({ count }) => count > 0)
    .map(({ what, count }) => `${count} ${count === 1 ? ONE_OF[what] : what}`);
  const looked = counted.length === 0 ? '' : ` in ${counted.join(', ')}`;
  const examined = tables.map((table) => `${tableText(table)}\n`).join('');
  return `${listProblems(problems, '; --format json lists all')}${examined}${place}: ${countProblems(problems)}${looked}\n`;
}

/** The same, versioned. */
export function checkJson({ place, problems, checked, tables = [] }: CheckReport): string {
  const counts = Object.fromEntries(checked.map(({ what, count }) => [what, count]));
  return `${JSON.stringify({ format: 'intakeline/check/1', place, checked: counts, problems, ...(tables.length > 0 && { tables: tables.map(tableJson) }) }, null, 2)}\n`;
}
