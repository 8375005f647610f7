/** What a person may write in directory.yaml. */

import * as z from 'zod';
import { FIRST_STEPS, LEVELS, SUPPORTS } from '../policy/care-lists.ts';
import { citation } from '../policy/schema.ts';
import { optionId } from '../questionnaire/schema.ts';

const affirming = z.strictObject({
  note: z.string().min(1).describe('What the source says.'),
  cites: z.array(citation).min(1).describe('Where it says so.'),
});

const phone = z.strictObject({
  number: z.string().min(2).describe('The telephone number, in quotes.'),
  for: z.string().min(1).optional().describe('When to call this one.'),
});

const license = z.strictObject({
  number: z.string().min(1).describe('As the authority writes it.'),
  authority: z.string().min(1).describe('Who licensed it.'),
  expires: z.iso.date().describe('The last day on which it is valid.'),
});

const program = z.strictObject({
  id: optionId.describe('Names the program in policies.'),
  name: z.string().min(1).describe('What a counselor calls it.'),
  organization: z.string().min(1).optional().describe('Who runs it.'),
  levels: z.array(z.enum(LEVELS)).min(1).describe('Levels of care that it offers.'),
  first_steps: z
    .array(z.enum(FIRST_STEPS))
    .optional()
    .describe('First steps that it can do itself, for example detox.'),
  supports: z
    .array(z.enum(SUPPORTS))
    .optional()
    .describe('Supports known to be offered; what is not listed is not known.'),
  serves: z.enum(['everyone', 'women', 'men']).optional().describe('Whom it takes; left out where not known.'),
  affirming: affirming.optional().describe('That it affirms LGBTQ+ callers: only where a source says so.'),
  address: z.string().min(1).optional().describe('Street and number.'),
  city: z.string().min(1).optional().describe('City or town.'),
  county: z.string().min(1).optional().describe('County.'),
  states: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .optional()
    .describe('States in which it treats, two letters each; left out where not stated.'),
  postal_code: z.string().optional().describe('ZIP code, in quotes.'),
  phones: z.array(phone).min(1).describe('Telephone numbers, the first one to call first.'),
  license: license.optional().describe('Its licence; a residential fallback needs one that is valid on the day.'),
  beds: z.int().positive().optional().describe('How many beds it has.'),
  not_stated: z.array(z.string().min(1)).optional().describe('What its source leaves open and a caller will ask.'),
  week: z.string().min(1).optional().describe('Its own hours, where a source gives them.'),
  cites: z.array(citation).optional().describe('Facts of sources that speak of it.'),
  source: z.string().min(1).describe('Where the entry is from.'),
  verified_on: z.iso.date().describe('The day on which somebody last compared the entry with its source.'),
});

const line = z.strictObject({
  id: optionId.describe('Names the line in the emergency panel and in dispositions.'),
  name: z.string().min(1).describe('What the line is called.'),
  number: z.string().min(2).describe('The telephone number, in quotes.'),
  also: z.string().min(1).optional().describe('Text or chat.'),
  for: z.string().min(1).describe('When to offer it.'),
  source: z.string().min(1).describe('Where the number is from.'),
  verified_on: z.iso.date().describe('The day on which somebody last checked it.'),
});

const locator = z.strictObject({
  name: z.string().min(1).describe('What it is called.'),
  address: z.url().describe('Its address on the web.'),
});

export const directorySchema = z.strictObject({
  format: z.literal('intakeline/directory/1').describe('A directory of programs and of lines to call.'),
  id: optionId.describe('Names the directory.'),
  title: z.string().min(1).describe('What the directory holds.'),
  stale_after_days: z.int().positive().describe('Entries verified longer ago than this are marked.'),
  locator: locator.describe('Where to look when nothing here fits.'),
  programs: z.array(program).describe('Programs that can be referred to.'),
  lines: z.array(line).min(1).describe('Lines to call.'),
});
export type DirectorySource = z.infer<typeof directorySchema>;
export type ProgramSource = z.infer<typeof program>;
export type LineSource = z.infer<typeof line>;
