/** What a check found, as JSON: one entry for each path, each problem with the whole caller who shows it. */

import type { CheckReport, ReportedProblem } from './check-report.ts';
import { tableJson } from './table-report.ts';

/** Versioned; `witness` is the value of an answers file. */
export function checkJson(reports: readonly CheckReport[]): string {
  const places = reports.map(({ place, problems, checked, tables = [], mutation }) => ({
    place,
    checked: Object.fromEntries(checked.map(({ what, count }) => [what.replaceAll(' ', '_'), count])),
    problems: problems.map(problemJson),
    ...(tables.length > 0 && { tables: tables.map(tableJson) }),
    ...(mutation && { mutation }),
  }));
  return `${JSON.stringify({ format: 'intakeline/check/1', places }, null, 2)}\n`;
}

function problemJson({ witness, saved, ...problem }: ReportedProblem): object {
  if (witness === undefined) return problem;
  const { differing, policy, ...answers } = witness;
  return {
    ...problem,
    witness: { format: 'intakeline/answers/1', ...answers },
    differing,
    ...(policy === undefined ? {} : { policy }),
    ...(saved === undefined ? {} : { saved: saved.file }),
  };
}
