/** What became of an import, for whoever ran it. */

import type { ImportResult, ReportedIn } from '../directory/import/assemble.ts';
import { grouped, numbered } from './grouped.ts';

/** How many records and values are named; the report and the directory have all of them. */
const MOST_SHOWN = 20;

/** Read = imported + reported, then which, what is doubtful, what could not be said, and by which day entries go. */
export function importReport(result: ImportResult, { isSaved }: { readonly isSaved: boolean }): string {
  const { directory, reported, unreadColumns } = result;
  const imports = directory.imports ?? [];
  const lines = [
    ...imports.map(
      ({ importer, file, read, imported, reported: left }) =>
        `${file}: read as ${importer}: ${numbered(read, 'record')} read = ${grouped(imported)} imported + ${grouped(left)} reported`,
    ),
    ...reportedLines(reported, isSaved),
    ...doubtfulLines(directory.programs),
    ...unmappedLines(imports.flatMap(({ unmapped = [] }) => unmapped)),
    ...(unreadColumns.length === 0 ? [] : [`columns that nothing reads: ${unreadColumns.join(', ')}`]),
    ...datedLines(result),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function reportedLines(reported: readonly ReportedIn[], isSaved: boolean): readonly string[] {
  const shown = reported.slice(0, MOST_SHOWN);
  const left = reported.length - shown.length;
  const more = isSaved ? 'all of them are in the report' : '`--report <file>` saves all of them';
  return [
    ...shown.map(({ file, where, code, message }) => `${file}: ${where}: ${message} [${code}]`),
    ...(left > 0 ? [`${grouped(left)} more reported; ${more}`] : []),
    ...[...new Set(reported.map(({ code }) => code))].map((code) => `  remedy [${code}]: ${REMEDIES[code]}`),
  ];
}

/** What to do about the records of a code. */
const REMEDIES: Readonly<Record<ReportedIn['code'], string>> = {
  'record-unreadable': 'correct it in the source, and import again',
  'record-left-out': 'nothing, where it is no place of treatment; else import it under another form or mapping',
  'record-without-id': 'give it a number in the source, which stays the same from import to import',
  'record-repeated': 'see in the source which of them holds, and delete the other',
  'record-without-name': 'give it a name in the source',
  'record-without-phone': 'find its number, write it into the source, and import again: nobody can call it without one',
  'record-without-level': 'say in a mapping, or in the source, what care it gives',
};

function doubtfulLines(programs: ImportResult['directory']['programs']): readonly string[] {
  const doubtful = programs.flatMap(({ phones }) => phones.filter((phone) => phone.doubtful !== undefined)).length;
  if (doubtful === 0) return [];
  return [
    `${numbered(doubtful, 'telephone number')} may be wrong: kept and marked; \`intakeline directory check\` names them`,
  ];
}

function unmappedLines(
  unmapped: readonly { readonly field: string; readonly value: string; readonly records: number }[],
): readonly string[] {
  if (unmapped.length === 0) return [];
  const shown = unmapped
    .slice(0, MOST_SHOWN)
    .map(({ field, value, records }) => `  ${field}: ${value} (${grouped(records)})`);
  const left = unmapped.length - shown.length;
  return [
    `${numbered(unmapped.length, 'value')} to which nothing here corresponds, with how many records have each:`,
    ...shown,
    ...(left > 0 ? [`  and ${grouped(left)} more, all of them under \`imports\` in the directory`] : []),
  ];
}

function datedLines({ dated, directory }: ImportResult): readonly string[] {
  const day = directory.imports?.[0]?.on ?? '';
  return [
    ...(dated.record === 0 ? [] : [`verified on: the day of the record, in ${numbered(dated.record, 'program')}`]),
    ...(dated.named === 0 ? [] : [`verified on: the day of \`--verified-on\`, in ${numbered(dated.named, 'program')}`]),
    ...(dated.import === 0
      ? []
      : [
          `verified on: the day of the import, ${day}, in ${numbered(dated.import, 'program')}: the records have none (\`--verified-on\` names another)`,
        ]),
  ];
}
