/** What a person may write in directory.yaml. */

import * as z from 'zod';
import { FIRST_STEPS, LEVELS, SUPPORTS } from '../policy/care-lists.ts';
import { citation } from '../policy/schema.ts';
import { optionId } from '../questionnaire/schema.ts';

const program = z.strictObject({
  id: optionId,
  name: z.string().min(1),
  organization: z.string().min(1).optional(),
  levels: z.array(z.enum(LEVELS)).min(1),
  first_steps: z.array(z.enum(FIRST_STEPS)).optional(), // first steps it can do itself, for example detox
  supports: z.array(z.enum(SUPPORTS)).optional(), // known to be offered; what is not listed is not known
  serves: z.enum(['everyone', 'women', 'men']).optional(), // absent = not known
  affirming: z.strictObject({ note: z.string().min(1), cites: z.array(citation).min(1) }).optional(), // only where a source says so
  address: z.string().min(1).optional(),
  city: z.string().min(1).optional(),
  county: z.string().min(1).optional(),
  states: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .optional(), // where it treats; absent = not stated
  postal_code: z.string().optional(),
  phones: z.array(z.strictObject({ number: z.string().min(2), for: z.string().min(1).optional() })).min(1),
  license: z
    .strictObject({ number: z.string().min(1), authority: z.string().min(1), expires: z.iso.date() })
    .optional(),
  beds: z.int().positive().optional(),
  not_stated: z.array(z.string().min(1)).optional(), // what its source leaves open and a caller will ask
  week: z.string().min(1).optional(), // its own hours, where a source gives them
  cites: z.array(citation).optional(),
  source: z.string().min(1), // where the entry is from
  verified_on: z.iso.date(),
});

const line = z.strictObject({
  id: optionId,
  name: z.string().min(1),
  number: z.string().min(2),
  also: z.string().min(1).optional(), // text or chat
  for: z.string().min(1), // when to offer it
  source: z.string().min(1),
  verified_on: z.iso.date(),
});

export const directorySchema = z.strictObject({
  format: z.literal('intakeline/directory/1'),
  id: optionId,
  title: z.string().min(1),
  stale_after_days: z.int().positive(), // entries verified longer ago are marked
  locator: z.strictObject({ name: z.string().min(1), address: z.url() }), // where to look when nothing here fits
  programs: z.array(program),
  lines: z.array(line).min(1),
});
export type DirectorySource = z.infer<typeof directorySchema>;
export type ProgramSource = z.infer<typeof program>;
export type LineSource = z.infer<typeof line>;
