/** DuckDB: COPY of a SELECT with CASE, on two threads, in the order of the file. */

import { DuckDBInstance } from '@duckdb/node-api';
import { RESULT } from './rows-out.ts';

const has = (column: string, ...options: readonly string[]) =>
  `list_has_any(string_split(${column}, ';'), [${options.map((option) => `'${option}'`).join()}])`;
const number = (column: string) => `try_cast(${column} as integer)`;

const LEVEL = `case
  when in_danger = 'Y' then 'emergency'
  when symptoms = '2' and ${has('drugs', 'alcohol', 'sedatives')} then 'inpatient'
  when ${number('last_use')} <= 5 and ${has('withdrawal_before', 'seizure')} then 'inpatient'
  when housing = 'homeless' and ${has('signs', '4')} and ${has('signs', '5')} then 'residential'
  when mind_effect = '3' then 'residential'
  when mind_effect = '2' and mental_health in ('untreated', 'off') then 'php'
  when main_drug = 'A' and ${number('drink_days')} >= 20 and ${number('drinks')} >= 5 then 'iop'
  when opioid_use = '2' and opioid_source = 'street' then 'iop'
  when injects = 'Y' then 'iop'
  when pregnant = '2' or violence = 'Y' then 'outpatient'
  else 'information' end`;

export async function duckDbCopy(input: string, output: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', preserve_insertion_order: 'true' });
  const connection = await instance.connect();
  const form = `header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', comment = '', skip = 0`;
  const from = `read_csv('${input}', ${form})`;
  await connection.run(`copy (select *, ${LEVEL} as ${RESULT} from ${from}) to '${output}' (format csv, header true)`);
  connection.closeSync();
  instance.closeSync();
}
