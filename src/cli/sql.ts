/** `intakeline sql`: the decision on the rows of a table, as one query. */

import { bandStartsOf, bindMapping } from '../batch/bind-mapping.ts';
import type { BoundMapping } from '../batch/bound-mapping.ts';
import { epochDay } from '../batch/calendar-day.ts';
import type { Mapping } from '../batch/mapping.ts';
import { SQL_DIALECT } from '../batch/sql-dialect.ts';
import type { SqlFault } from '../batch/sql-faults.ts';
import { firstNames } from '../batch/sql-header.ts';
import { sqlQuery } from '../batch/sql-query.ts';
import { createTable } from '../batch/sql-table.ts';
import { today } from '../io/clock.ts';
import { packageVersion } from '../io/installed.ts';
import { LEVELS } from '../policy/care-lists.ts';
import type { SqlOptions } from './add-sql.ts';
import { answerText } from './answer-text.ts';
import { loadMeaning, type Meaning } from './load-meaning.ts';
import { openExport } from './open-export.ts';
import { type CommandResult, couldNotRun } from './outcome.ts';
import { type Ready, ready, readyFrom } from './ready.ts';
import { savingComplaint } from './saving-complaint.ts';
import { unreadNote } from './score-notes.ts';
import { meaningHash, policySources } from './stored-policies.ts';

/** Writes the query, or says why there is none. */
export async function sql(options: SqlOptions): Promise<CommandResult> {
  if (options.header !== undefined && options.columns !== undefined)
    return couldNotRun('intakeline: `--header` and `--columns` both name the columns\n  keep one of them\n');
  const complaint = await savingComplaint(options, inputsOf(options));
  if (complaint !== undefined) return couldNotRun(complaint);
  const loaded = readyFrom(await loadMeaning(options));
  if (!loaded.ok) return couldNotRun(loaded.notes);
  const names = await columnsFor(options, loaded.value.mapping);
  if (!names.ok) return couldNotRun(names.notes);
  if (options.createTable) return printed(createTable(options, names.value), options);
  const date = options.today ?? today();
  const bound = readyFrom(bind(loaded.value, names.value, { ...options, today: date }));
  if (!bound.ok) return couldNotRun(bound.notes);
  const { dialect, table } = options;
  const { compiled } = loaded.value.ground;
  const about = aboutQuery(loaded.value, bound.value, { ...options, today: date });
  const query = sqlQuery({ compiled, bound: bound.value, dialect, table, about });
  if (!query.ok) return couldNotRun(query.faults.map(explained).join(''));
  return printed(query.query, options, unreadNotes(bound.value));
}

function printed(content: string, { out }: SqlOptions, notes = ''): CommandResult {
  return { output: { kind: 'text', content, saveAs: out }, notes, outcome: 'fine' };
}

/** What the query may not be saved over, beside the content. */
function inputsOf({ header, mapping }: SqlOptions): { readonly exports: readonly string[]; readonly mapping?: string } {
  return { exports: header === undefined ? [] : [header], ...(mapping === undefined ? {} : { mapping }) };
}

/** The columns of the table: named, those of a file, or else those that the mapping names first. */
async function columnsFor({ columns, header }: SqlOptions, mapping: Mapping): Promise<Ready<readonly string[]>> {
  if (header === undefined) return ready(columns ?? firstNames(mapping));
  const opened = await openExport(header, { header: true });
  if (!opened.ok) return opened;
  opened.value.source.close();
  return ready(opened.value.names);
}

function bind(
  { ground, mapping }: Meaning,
  header: readonly string[],
  { table, header: file, today: day }: SqlOptions & { readonly today: string },
) {
  return bindMapping(mapping, {
    file: file ?? table.join('.'),
    header,
    today: epochDay(day),
    bandStarts: bandStartsOf(ground.compiled.callers.encoding),
  });
}

/** What stands above the query: what it decides by, and what it takes for granted. */
function aboutQuery(
  { ground, mapping }: Meaning,
  { unread }: BoundMapping,
  options: SqlOptions & { readonly today: string },
): readonly string[] {
  const { content, policy } = ground;
  const assumed = mapping.assumptions.map(
    ({ question, answer, because }) => `  ${question}: ${answerText(answer)} (${because})`,
  );
  return [
    `Levels of care for the rows of ${options.table.join('.')}: ${LEVELS.join(' < ')}.`,
    `Written by intakeline ${packageVersion()}, to be run by ${SQL_DIALECT[options.dialect].title}. Do not edit: write it again when a file changes.`,
    `Questionnaire ${content.questionnaire.id} ${content.questionnaire.version}, policy ${policy.id}, mapping ${mapping.id}, day ${options.today}.`,
    `SHA-256 of all that questionnaire and policy mean: ${meaningHash(policySources(policy, content))}`,
    ...(unread.length === 0
      ? []
      : [`The table lacks columns for: ${unread.map(({ question }) => question).join(', ')}.`]),
    ...(assumed.length === 0 ? [] : ['Assumed where a row says nothing:', ...assumed]),
    'A row with a problem gets no level: problem says why, as in the files of rejects of `intakeline score`.',
    'Deciding rules and missing answers are not told here; `intakeline score` tells them.',
  ];
}

function unreadNotes(bound: BoundMapping): string {
  return unreadNote(bound)
    .map((line) => `${line}\n`)
    .join('');
}

function explained({ what, why }: SqlFault): string {
  return `intakeline: ${what} cannot be put into SQL: ${why}\n  score the export with \`intakeline score\`, or change what is named\n`;
}
