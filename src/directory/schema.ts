/** What a person may write in directory.yaml. */

import * as z from 'zod';
import { FIRST_STEPS, LEVELS, SUPPORTS } from '../policy/care-lists.ts';
import { citation } from '../policy/schema.ts';
import { optionId, text } from '../questionnaire/schema.ts';
import { MEDICINES, OPENINGS, PAYMENTS } from './lists.ts';
import { isWebAddress } from './website.ts';

const affirming = z.strictObject({
  note: text.describe('What the source says.'),
  cites: z.array(citation).min(1).optional().describe('Where it says so; without it, the source of the entry does.'),
});

const ages = z.strictObject({
  from: z.int().min(0).max(120).optional().describe('The youngest age that it takes, in years.'),
  to: z.int().min(0).max(120).optional().describe('The oldest age that it takes, in years.'),
});

const place = z.strictObject({
  latitude: z.number().min(-90).max(90).describe('Degrees north, WGS 84.'),
  longitude: z.number().min(-180).max(180).describe('Degrees east, WGS 84.'),
});

const availability = z.strictObject({
  opening: z.enum(OPENINGS).describe('Whether somebody can begin.'),
  wait_days: z.int().min(0).max(1000).optional().describe('How many days somebody waits.'),
  beds: z.int().min(0).optional().describe('How many beds are free.'),
  on: z.iso.date().describe('The day on which they said so.'),
});

const phone = z.strictObject({
  number: z.string().min(1).describe('The telephone number, in quotes.'),
  for: text.optional().describe('When to call this one.'),
  doubtful: text.optional().describe('Why the number may be wrong.'),
});

const license = z.strictObject({
  number: z.string().min(1).describe('As the authority writes it.'),
  authority: z.string().min(1).describe('Who licensed it.'),
  expires: z.iso.date().describe('The last day on which it is valid.'),
});

/** What may be written of a program. */
export const program = z.strictObject({
  id: optionId.describe('Names the program in policies.'),
  name: z.string().min(1).describe('What a counselor calls it.'),
  organization: z.string().min(1).optional().describe('Who runs it.'),
  levels: z.array(z.enum(LEVELS)).describe('Levels of care that it offers.'),
  may_offer: z.array(z.enum(LEVELS)).optional().describe('Levels of care that its source neither names nor rules out.'),
  first_steps: z
    .array(z.enum(FIRST_STEPS))
    .optional()
    .describe('First steps that it can do itself, for example detox.'),
  supports: z
    .array(z.enum(SUPPORTS))
    .optional()
    .describe('Supports known to be offered; what is not listed is not known.'),
  serves: z.enum(['everyone', 'women', 'men']).optional().describe('Whom it takes; left out where not known.'),
  ages: ages.optional().describe('The ages that it takes; left out where not known.'),
  pregnant: z.boolean().optional().describe('Whether it admits during pregnancy; left out where not known.'),
  children: z.boolean().optional().describe('Whether children may live there with a parent; left out where not known.'),
  payments: z.array(z.enum(PAYMENTS)).optional().describe('How it may be paid; left out where not known.'),
  medicines: z
    .array(z.enum(MEDICINES))
    .optional()
    .describe('Medicines for opioid use that it continues or begins; left out where not known.'),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .optional()
    .describe(
      'Languages in which it treats, as ISO 639 codes (`es`; `ase` is American Sign Language); left out where not known.',
    ),
  interpreter: z.boolean().optional().describe('Whether it arranges interpreters; left out where not known.'),
  evenings: z.boolean().optional().describe('Whether one can attend in the evening; left out where not known.'),
  availability: availability.optional().describe('Whether somebody can begin, as they said last.'),
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
  place: place.optional().describe('Where it lies.'),
  website: z
    .string()
    .refine(isWebAddress, 'expected an address on the web, such as `https://example.org`')
    .optional()
    .describe('Its address on the web; it may become a link, so that nothing but `http` and `https` is one.'),
  phones: z.array(phone).min(1).describe('Telephone numbers, the first one to call first.'),
  license: license.optional().describe('Its licence; a residential fallback needs one that is valid on the day.'),
  beds: z.int().positive().optional().describe('How many beds it has.'),
  not_stated: z.array(text).optional().describe('What its source leaves open and a caller will ask.'),
  week: text.optional().describe('Its own hours, where a source gives them.'),
  cites: z.array(citation).optional().describe('Facts of sources that speak of it.'),
  source: z.string().min(1).describe('Where the entry is from.'),
  record: z.string().min(1).optional().describe('The record of an imported file that it was made from.'),
  verified_on: z.iso.date().describe('The day on which somebody last compared the entry with its source.'),
});

/** What an import read, and what became of it: read = imported + reported. */
const provenance = z.strictObject({
  importer: z.string().min(1).describe('Which importer made the entries.'),
  file: z.string().min(1).describe('The name of the file, without its folder.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('The SHA-256 of the file.'),
  on: z.iso.date().describe('The day of the import.'),
  read: z.int().min(0).describe('Records read.'),
  imported: z.int().min(0).describe('Programs made of them.'),
  reported: z.int().min(0).describe('Records reported instead.'),
  unmapped: z
    .array(
      z.strictObject({
        field: z.string().min(1).describe('The field.'),
        value: z.string().describe('What stands in it.'),
        records: z.int().positive().describe('In how many records.'),
      }),
    )
    .optional()
    .describe('What the entries do not say because nothing here corresponds to it.'),
});

const line = z.strictObject({
  id: optionId.describe('Names the line in the emergency panel and in dispositions.'),
  name: text.describe('What the line is called.'),
  number: z.string().min(2).describe('The telephone number, in quotes.'),
  also: text.optional().describe('Text or chat.'),
  for: text.describe('When to offer it.'),
  source: z.string().min(1).describe('Where the number is from.'),
  verified_on: z.iso.date().describe('The day on which somebody last checked it.'),
});

const locator = z.strictObject({
  name: text.describe('What it is called.'),
  address: z.url().describe('Its address on the web.'),
});

export const directorySchema = z.strictObject({
  format: z.literal('intakeline/directory/1').describe('A directory of programs and of lines to call.'),
  id: optionId.describe('Names the directory.'),
  title: text.describe('What the directory holds.'),
  stale_after_days: z.int().positive().describe('Entries verified longer ago than this are marked.'),
  availability_holds_days: z
    .int()
    .min(0)
    .optional()
    .describe('For how many days what a program said of its openings is believed; 2 where left out.'),
  locator: locator
    .optional()
    .describe("Where to look when nothing here fits; the questionnaire's own directory says it where left out."),
  imports: z.array(provenance).optional().describe('Where imported entries are from.'),
  programs: z.array(program).describe('Programs that can be referred to.'),
  lines: z
    .array(line)
    .min(1)
    .optional()
    .describe("Lines to call; those of the questionnaire's own directory where left out."),
});
export type DirectorySource = z.infer<typeof directorySchema>;
export type ProgramSource = z.infer<typeof program>;
export type ProvenanceSource = z.infer<typeof provenance>;
export type LineSource = z.infer<typeof line>;
