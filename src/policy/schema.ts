/** What a person may write in a policy, in levels.yaml and in sources.yaml. */

import * as z from 'zod';
import { conditionSource, optionId, text } from '../questionnaire/schema.ts';
import { ACTIONS, FIRST_STEPS, LEVELS, SUPPORTS } from './care-lists.ts';

/** `source#fact`, for example `pride-institute#P3`. */
export const citation = z
  .string()
  .regex(/^[a-z][a-z0-9-]*#[A-Z][0-9]*[a-z]?$/, 'a citation is `source#fact`, for example `pride-institute#P3`');

const effect = z.strictObject({
  at_least: z.enum(LEVELS).optional(),
  first: z.array(z.enum(FIRST_STEPS)).min(1).optional(),
  add: z.array(z.enum(SUPPORTS)).min(1).optional(),
  do: z.array(z.enum(ACTIONS)).min(1).optional(), // required with, and only with, at_least: emergency
});

const rule = z.strictObject({
  id: optionId,
  when: conditionSource,
  then: effect,
  because: z.string().min(1),
  cites: z.array(citation).min(1),
  reading: z.literal('ours').optional(), // the level is our reading of a page that names none
  replaces: optionId.optional(),
});

export const policySchema = z.strictObject({
  format: z.literal('intakeline/policy/1'),
  id: optionId,
  version: z.string().min(1),
  date: z.iso.date(), // when its rules were last set against their sources
  title: z.string().min(1),
  about: z.string().min(1), // one or two sentences for whoever chooses a policy
  reviewed_by: z.string().min(1).optional(), // the licensed clinician who signed it; absent = "not clinically reviewed"
  program: optionId.optional(), // the directory program whose page this policy reads
  network: z.literal(true).optional(), // its fallback is "call the program, they refer within their network"
  extends: z.array(optionId).min(1).optional(),
  otherwise: z.strictObject({
    level: z.enum(LEVELS),
    silent: z.literal(true).optional(), // the page says nothing of this caller: shown so, never as a level
    because: z.string().min(1),
    cites: z.array(citation).min(1),
  }),
  rules: z.array(rule).min(1),
});
export type PolicySource = z.infer<typeof policySchema>;
export type RuleSource = z.infer<typeof rule>;

const described = z.strictObject({
  id: optionId,
  name: z.string().min(1),
  sentence: z.string().min(1),
  meanwhile: z.string().min(1).optional(),
});

export const levelsSchema = z.strictObject({
  format: z.literal('intakeline/levels/1'),
  levels: z.array(
    z.strictObject({
      id: z.enum(LEVELS),
      name: z.string().min(1),
      sentence: z.string().min(1), // what it is, to be read aloud
      hours: z.string().min(1).optional(),
      days: z.string().min(1).optional(),
      length: z.string().min(1).optional(),
      therapies: z.array(z.string().min(1)).optional(),
      week: z.array(z.string().min(1)).optional(), // what a typical week looks like, a line each
      asam: z.string().optional(), // a cross-reference only, always a quoted string
      cites: z.array(citation).optional(),
    }),
  ),
  first_steps: z.array(described), // every id of FIRST_STEPS
  supports: z.array(described), // every id of SUPPORTS
  aftercare: z.array(z.string().min(1)).min(1), // what follows the level, a line each
  aftercare_cites: z.array(citation).min(1),
});
export type LevelsSource = z.infer<typeof levelsSchema>;

export const sourcesSchema = z.strictObject({
  format: z.literal('intakeline/sources/1'),
  sources: z
    .array(
      z.strictObject({
        id: optionId,
        title: z.string().min(1),
        publisher: z.string().min(1),
        date: z.string().optional(),
        address: z.url().optional(),
        short: z.string().min(1), // how a summary names it
        facts: z.record(
          z.string(),
          z.strictObject({
            says: z.string().min(1), // restated in our words
            from: z.string().optional(), // where `practice` has it from
            to_verify: z.literal(true).optional(),
          }),
        ),
      }),
    )
    .min(1),
  disagreements: z
    .array(
      z.strictObject({
        id: optionId,
        when: conditionSource, // the callers for whom it matters
        says: z.string().min(1), // one line for the summary
        for: z.array(citation),
        against: z.array(citation),
        silent: z.array(optionId).optional(), // source ids
      }),
    )
    .optional(),
});
export type SourcesSource = z.infer<typeof sourcesSchema>;

export { text };
