/** What a check found, as annotations that GitHub shows beside the lines of a change. */

import { type CheckReport, checkSummary, type ReportedProblem, witnessWord } from './check-report.ts';
import { callerLine } from './problems.ts';

/**
 * One workflow command a problem, as GitHub's runner reads them (docs.github.com, "Workflow commands for GitHub Actions"; how they
 * are escaped: actions/toolkit, packages/core/src/command.ts). The lines that sum up are ordinary lines of the log.
 */
export function checkGithub(reports: readonly CheckReport[]): string {
  return reports
    .map((report) => report.problems.map((one) => annotation(one, report)).join('') + checkSummary(report))
    .join('');
}

function annotation(problem: ReportedProblem, report: CheckReport): string {
  const { severity, file, position, title, code, message, remedy, witness } = problem;
  const place =
    position === undefined
      ? []
      : [`line=${position.line}`, `col=${position.column}`, `endColumn=${position.column + position.length}`];
  const properties = [`file=${property(file)}`, ...place, `title=${property(`${title} [${code}]`)}`];
  const lines = [
    message,
    ...(remedy === undefined ? [] : [remedy]),
    ...(witness ? [callerLine(witness, witnessWord(witness, report))] : []),
  ];
  return `::${severity} ${properties.join(',')}::${data(lines.join('\n'))}\n`;
}

/** A percent sign first, or what is written for the others would be escaped, too. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
