/** What a check found, for a person and for a program. */

import type { MutationReport } from '../analysis/mutation-report.ts';
import type { TableReport } from '../analysis/table-report.ts';
import type { Problem, WitnessCaller } from '../problems/problem.ts';
import { grouped, numbered } from './grouped.ts';
import { mutationText } from './mutation-text.ts';
import { countProblems, listProblems, type WitnessWord } from './problems.ts';
import { tableText } from './table-report.ts';

/** A problem of a check: what its kind is called, and where the caller who shows it was saved. */
export interface ReportedProblem extends Problem {
  readonly title: string;
  readonly saved?: SavedWitness;
}

/** A file that holds the caller, and the command that decides it, where one does. */
export interface SavedWitness {
  readonly file: string;
  readonly command?: string;
}

export interface CheckedPlace {
  /** The folder or file that was checked. */
  readonly place: string;
  readonly problems: readonly Problem[];
  /** What was looked at; nothing where it could not even be read. */
  readonly checked: readonly Counted[];
  /** What the tables say of all states; absent where there are none. */
  readonly tables?: readonly TableReport[];
  /** What came of all slips; absent where none were made. */
  readonly mutation?: MutationReport;
}

export interface CheckReport extends CheckedPlace {
  readonly problems: readonly ReportedProblem[];
}

export interface Counted {
  readonly what: Checked;
  readonly count: number;
}

/** What a check counts in files, with the word for one of it. */
const IN_FILES = {
  questions: 'question',
  policies: 'policy',
  rules: 'rule',
  programs: 'program',
  cases: 'case',
  mappings: 'mapping',
  answers: 'answer',
} as const;

/** What it counts in its own work: the second line. */
const IN_WORK = {
  properties: 'property',
  proofs: 'proof',
  'by construction': 'by construction',
  tables: 'table',
  nodes: 'node',
} as const;

export type Checked = keyof typeof IN_FILES | keyof typeof IN_WORK;

const MANY_CALLERS = '`--witnesses <folder>` saves the callers as answers files for `intakeline decide`';

/** The problems with their places, and lines that sum up. */
export function checkText(reports: readonly CheckReport[]): string {
  const areUnsaved = reports.some((report) =>
    report.problems.some(
      ({ witness, saved }) => witness !== undefined && saved === undefined && !isState(witness, report),
    ),
  );
  return [...reports.map(reportText), ...(areUnsaved ? [`${MANY_CALLERS}\n`] : [])].join('');
}

/** Whether it is a state of a table with inputs of its own, which nothing decides. */
export function isState({ questionnaire }: WitnessCaller, { tables = [] }: CheckedPlace): boolean {
  return tables.some(({ table }) => table === questionnaire);
}

/** What the witness of a finding is called. */
export function witnessWord(witness: WitnessCaller | undefined, place: CheckedPlace): WitnessWord {
  return witness !== undefined && isState(witness, place) ? 'state' : 'caller';
}

function reportText(report: CheckReport): string {
  const problems = report.problems.map((one) => ({ ...one, shownBy: witnessWord(one.witness, report) }));
  const tables = (report.tables ?? []).map((table) => `${tableText(table)}\n`);
  const mutation = report.mutation === undefined ? '' : `${mutationText(report.mutation)}${notInTables(tables)}\n`;
  return [listProblems(problems, '; --format json lists all'), ...tables, mutation, checkSummary(report)].join('');
}

/** No slips are made in tables. */
function notInTables({ length }: readonly string[]): string {
  return length === 0
    ? ''
    : `  no slips in ${numbered(length, 'table')}: what is said of a table covers all of its states\n`;
}

/** What was found and what was looked at: a line or two. */
export function checkSummary({ place, problems, checked }: CheckReport): string {
  const looked = countedWords(checked, IN_FILES);
  const done = countedWords(checked, IN_WORK);
  return [
    `${place}: ${countProblems(problems)}${looked === '' ? '' : ` in ${looked}`}\n`,
    ...(done === '' ? [] : [`  ${done}\n`]),
  ].join('');
}

function countedWords(checked: readonly Counted[], words: Readonly<Record<string, string>>): string {
  return checked
    .flatMap(({ what, count }) => {
      const one = words[what];
      return one === undefined || count === 0 ? [] : [`${grouped(count)} ${count === 1 ? one : what}`];
    })
    .join(', ');
}
