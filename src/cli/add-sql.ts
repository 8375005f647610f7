/** What may be written after `intakeline sql`. */

import { type Command, InvalidArgumentError, Option } from 'commander';
import { SQL_RESULT_COLUMNS } from '../batch/sql-columns.ts';
import { SQL_DIALECTS, type SqlDialectName } from '../batch/sql-dialect.ts';
import type { Perform } from './commands.ts';
import { examplesHelp } from './help.ts';
import { type ContentOptions, DEFAULT_POLICY, date, names, outPath, path, questionnaireOption } from './options.ts';

export interface SqlOptions extends Pick<ContentOptions, 'questionnaire'> {
  /** Id of a shipped mapping, or a file; without one, columns are called like questions. */
  readonly mapping?: string;
  readonly policy: string;
  readonly dialect: SqlDialectName;
  /** The name of the table in parts: schema and table. */
  readonly table: readonly string[];
  /** An export with the columns of the table. */
  readonly header?: string;
  readonly columns?: readonly string[];
  /** A statement that makes the table is printed instead of the query. */
  readonly createTable?: true;
  readonly today?: string;
  readonly out?: string;
}

const RESULT = `
The query gives every row as it stands, and behind it the columns
${SQL_RESULT_COLUMNS.map((name) => `  ${name}`).join('\n')}
Which rules decide and what is missing is told by \`score\` only.`;

/** Adds `sql` to the tree. */
export function addSql(program: Command, perform: Perform): void {
  program
    .command('sql')
    .summary('the same decision as one query for a database')
    .description('Prints one SQL query that decides the rows of a table as `score` decides those of an export.')
    .option('--mapping <mapping>', 'what columns and codes mean: a shipped mapping, or a file', path)
    .option('--policy <id>', 'policy to decide by', DEFAULT_POLICY)
    .addOption(questionnaireOption())
    .addOption(
      new Option('--dialect <engine>', 'the engine that the query is for').choices(SQL_DIALECTS).default('duckdb'),
    )
    .option('--table <name>', 'the table, or schema and table as in `raw.intakes`', tableName, ['intakes'])
    .option('--header <export>', 'a file with the header of the table, such as the export it was loaded from', path)
    .option('--columns <names>', 'names of the columns, separated by commas, instead of a header', names)
    .option('--create-table', 'print no query, but the statement that makes the table: its columns are all texts')
    .option('--today <date>', 'day of the run, as YYYY-MM-DD (default: today)', date)
    .option('--out <file>', 'save the query, readable by you only, instead of printing it', outPath)
    .addHelpText('after', RESULT)
    .addHelpText(
      'after',
      examplesHelp([
        ['sql --mapping teds-a --table admissions', 'a query for DuckDB'],
        ['sql --mapping redcap --dialect postgres --header intakes.csv', 'for PostgreSQL, with the columns of a file'],
      ]),
    )
    .action((_local: unknown, own: Command) =>
      perform(async () => (await import('./sql.ts')).sql(own.optsWithGlobals<SqlOptions>())),
    );
}

/** A name is made of letters, digits and underscores in each part; it is quoted, so that capitals count where the engine counts them. */
function tableName(text: string): readonly string[] {
  const parts = text.split('.');
  if (parts.length > 3 || !parts.every((part) => /^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(part))) {
    throw new InvalidArgumentError('a table is a name, or names with points between them, of letters, digits and `_`.');
  }
  return parts;
}
