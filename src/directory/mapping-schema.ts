/** What a person may write in a mapping of a directory: how the columns and terms of a source become programs. */

import * as z from 'zod';
import { optionId } from '../questionnaire/schema.ts';
import { program } from './schema.ts';

/** What a code, a term or a case says about a program; what it leaves out stays unknown. */
const gives = program
  .pick({
    levels: true,
    may_offer: true,
    first_steps: true,
    supports: true,
    serves: true,
    ages: true,
    pregnant: true,
    children: true,
    payments: true,
    medicines: true,
    languages: true,
    interpreter: true,
    evenings: true,
    affirming: true,
    not_stated: true,
  })
  .partial();
export type GivesSource = z.infer<typeof gives>;

const column = z.string().min(1);

const columns = z.union([column, z.array(column).min(1)]);

/** Texts of the source, as quoted text: `["1.10"]`, never `[1.10]`. */
const tests = z.record(column, z.array(z.string()).min(1));

const phoneColumn = z.strictObject({
  column: column.describe('The column with the number.'),
  extension: column.optional().describe('The column with its extension.'),
  for: z.string().min(1).optional().describe('When to call this one.'),
});

const fields = z.strictObject({
  record: column.describe("The source's own number of the record: the program's id is made of it and stays the same."),
  name: columns.describe('What the program is called; the first column that says something.'),
  organization: columns.optional().describe('Who runs it.'),
  address: columns.optional().describe('Street and number; several columns are put together.'),
  city: column.optional().describe('City or town.'),
  county: column.optional().describe('County.'),
  state: column.optional().describe('State, by its two letters or its name.'),
  postal_code: column.optional().describe('ZIP code.'),
  latitude: column.optional().describe('Degrees north, WGS 84.'),
  longitude: column.optional().describe('Degrees east, WGS 84.'),
  website: column.optional().describe('Its address on the web.'),
  beds: column.optional().describe('How many beds it has; 0 says that it has none.'),
  youngest: column.optional().describe('The youngest age that it takes.'),
  oldest: column.optional().describe('The oldest age that it takes.'),
  verified_on: column.optional().describe('The day on which the record was last compared with the program.'),
  phones: z.array(phoneColumn).min(1).describe('The columns with telephone numbers, the first one to call first.'),
});

const license = z.strictObject({
  when: tests.optional().describe('Columns and their texts; the license is of records in which all of them hold.'),
  number: column.describe('The column with its number.'),
  expires: column.describe('The column with its last day, as YYYY-MM-DD.'),
  authority: z.string().min(1).describe('Who gave it.'),
});

const oneCase = z.strictObject({
  when: tests.describe('Columns and their texts; all of these tests must hold.'),
  gives: gives.describe('What that says about the program.'),
});

export const directoryMappingSchema = z.strictObject({
  format: z.literal('intakeline/directory-mapping/1').describe('What the columns and terms of a directory mean.'),
  id: optionId.describe('Names the mapping; its file is called like it.'),
  title: z.string().min(1).describe('What the source is.'),
  about: z.string().min(1).optional().describe('What whoever chooses a mapping should know.'),
  directory: optionId.describe('The id of the directory that is made.'),
  source: z.string().min(1).describe('Where the entries are from, with the licence of the source; printed with each.'),
  stale_after_days: z.int().positive().describe('Entries verified longer ago than this are marked.'),
  take: tests.optional().describe('Records are taken in which all of these tests hold; others are reported.'),
  fields: fields
    .optional()
    .describe('A source of columns: what stands where. Leave it out for HSDS and FindTreatment.gov.'),
  license: z.array(license).min(1).optional().describe('Licenses; the first one whose tests hold.'),
  columns: z
    .record(column, z.record(z.string(), gives))
    .optional()
    .describe('Column to text to what it says about the program; a text that is not listed is reported as not mapped.'),
  cases: z.array(oneCase).min(1).optional().describe('What several columns say together.'),
  terms: z
    .record(z.string().min(1), gives)
    .optional()
    .describe('For HSDS and FindTreatment.gov: a term, or its code, to what it says; stands before our own reading.'),
  always: gives.optional().describe('What holds of every program of the source.'),
  unread: z.array(column).min(1).optional().describe('Columns that are left out on purpose.'),
});
export type DirectoryMappingSource = z.infer<typeof directoryMappingSchema>;
