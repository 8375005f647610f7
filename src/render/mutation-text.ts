/** What came of the slips that were made in the files of a questionnaire, as text. */

import type { MutantCounts, MutationReport } from '../analysis/mutation-report.ts';
import { grouped, numbered } from './grouped.ts';

const COLUMNS = {
  made: 'made',
  refused: 'refused',
  caughtByCase: 'by a case',
  caughtByProperty: 'by a property',
  equivalent: 'equivalent',
  reasonsOnly: 'reasons only',
  survived: 'survived',
  tooLarge: 'too large',
} as const satisfies Record<keyof MutantCounts, string>;

const ALWAYS_SHOWN = [
  'made',
  'refused',
  'caughtByCase',
  'caughtByProperty',
  'equivalent',
  'reasonsOnly',
  'survived',
] as const;

/** A table with a row for each file, the sum below it, and the slips that change nothing but reasons. */
export function mutationText({ all, files, reasonsOnly, failingCases }: MutationReport): string {
  const rows = [...files.map(({ file, ...counts }) => ({ name: nameOf(file), counts })), { name: 'all', counts: all }];
  const width = Math.max(...rows.map(({ name }) => name.length));
  const keys = all.tooLarge === 0 ? ALWAYS_SHOWN : ([...ALWAYS_SHOWN, 'tooLarge'] as const);
  const lines = rows.map(
    ({ name, counts }) => `  ${name.padEnd(width)}${keys.map((key) => cell(counts, key)).join('')}\n`,
  );
  const head = `  ${''.padEnd(width)}${keys.map((key) => `  ${COLUMNS[key]}`).join('')}\n`;
  return [
    `mutants: ${grouped(all.made)} small slips in these files, and who notices\n`,
    head,
    ...lines,
    ...(failingCases === 0
      ? []
      : [`  ${numbered(failingCases, 'case')} left out: what fails without a slip notices none\n`]),
    ...reasonsText(reasonsOnly),
  ].join('');
}

function cell(counts: MutantCounts, key: keyof MutantCounts): string {
  return `  ${grouped(counts[key]).padStart(COLUMNS[key].length)}`;
}

function nameOf(file: string): string {
  return file.split('/').at(-1) ?? file;
}

function reasonsText(slips: MutationReport['reasonsOnly']): readonly string[] {
  if (slips.length === 0) return [];
  return [
    'nobody gets another result, only another reason, by\n',
    ...slips.map(({ file, position, what }) => {
      const place = position === undefined ? file : `${file}:${position.line}:${position.column}`;
      return `  ${place}  ${what}\n`;
    }),
  ];
}
