/** What a person may write in a policy, in levels.yaml and in sources.yaml. */

import * as z from 'zod';
import { conditionSource, optionId, text } from '../questionnaire/schema.ts';
import { ACTIONS, FIRST_STEPS, LEVELS, SUPPORTS } from './care-lists.ts';

/** `source#fact`, for example `pride-institute#P3`. */
export const citation = z
  .string()
  .regex(/^[a-z][a-z0-9-]*#[A-Z][0-9]*[a-z]?$/, 'a citation is `source#fact`, for example `pride-institute#P3`')
  .meta({ completes: 'citation' });

const policyId = optionId.meta({ completes: 'policy' });

const effect = z.strictObject({
  at_least: z.enum(LEVELS).optional().describe('The level is at least this one. A rule can only raise it.'),
  first: z.array(z.enum(FIRST_STEPS)).min(1).optional().describe('What must happen before the level of care.'),
  add: z.array(z.enum(SUPPORTS)).min(1).optional().describe('What comes in addition to the level.'),
  do: z
    .array(z.enum(ACTIONS))
    .min(1)
    .optional()
    .describe('What to do at once; required with, and only with, `at_least: emergency`.'),
});

const rule = z.strictObject({
  id: optionId.describe('Names the rule: in cases, and in the result as what decided.'),
  when: conditionSource.describe('The callers for whom the rule holds.'),
  then: effect.describe('What the rule does.'),
  because: text.describe('The reason in one plain sentence, to be read to the caller.'),
  cites: z.array(citation).min(1).describe('The facts that the rule goes by, as `source#fact`.'),
  reading: z.literal('ours').optional().describe('The level is our reading of a page that names none.'),
  replaces: optionId
    .meta({ completes: 'rule' })
    .optional()
    .describe('The rule of an extended policy in whose place this one stands.'),
});

const otherwise = z.strictObject({
  level: z.enum(LEVELS).describe('The level of whom no rule with a level reaches.'),
  silent: z.literal(true).optional().describe('The page says nothing of such a caller: shown so, never as a level.'),
  because: text.describe('The reason in one plain sentence.'),
  cites: z.array(citation).min(1).describe('The facts that this goes by.'),
});

export const policySchema = z.strictObject({
  format: z.literal('intakeline/policy/1').describe('Rules for levels of care. Their order means nothing.'),
  id: optionId.describe('Names the policy: on the command line, in cases and properties.'),
  version: z.string().min(1).describe('Version, as quoted text.'),
  date: z.iso.date().describe('When its rules were last set against their sources.'),
  title: text.describe('What the policy is called.'),
  about: text.describe('One or two sentences for whoever chooses a policy.'),
  reviewed_by: z
    .string()
    .min(1)
    .optional()
    .describe('The licensed clinician who signed it; without one, results say "not clinically reviewed".'),
  program: optionId
    .meta({ completes: 'program' })
    .optional()
    .describe('The program of the directory whose page this policy reads.'),
  network: z.literal(true).optional().describe('Its fallback is to call the program, which refers within its network.'),
  extends: z.array(policyId).min(1).optional().describe('Policies whose rules are added to these.'),
  otherwise: otherwise.describe('What the policy says of a caller whom no rule with a level reaches.'),
  rules: z.array(rule).min(1).describe('The level is the highest that a rule which holds asks for.'),
});
export type PolicySource = z.infer<typeof policySchema>;
export type RuleSource = z.infer<typeof rule>;

const described = z.strictObject({
  id: optionId.describe('An id of the closed list.'),
  name: text.describe('What it is called.'),
  sentence: text.describe('What it is, to be read aloud.'),
  meanwhile: text.optional().describe('What to do until it happens.'),
});

const level = z.strictObject({
  id: z.enum(LEVELS).describe('A level of care.'),
  name: text.describe('What it is called.'),
  sentence: text.describe('What it is, to be read aloud.'),
  hours: text.optional().describe('Hours a day or a week, in words.'),
  days: text.optional().describe('Days a week, in words.'),
  length: text.optional().describe('How long it usually takes.'),
  therapies: z.array(text).optional().describe('What is done there.'),
  week: z.array(text).optional().describe('What a typical week looks like, a line each.'),
  asam: z.string().optional().describe('The ASAM number, as a cross-reference only: always quoted text.'),
  cites: z.array(citation).optional().describe('Where the figures are from.'),
});

export const levelsSchema = z.strictObject({
  format: z.literal('intakeline/levels/1').describe('The words for levels of care, first steps and supports.'),
  levels: z.array(level).describe('Every level of care, once.'),
  first_steps: z.array(described).describe('Every first step, once.'),
  supports: z.array(described).describe('Every support, once.'),
  aftercare: z.array(text).min(1).describe('What follows the level, a line each.'),
  aftercare_cites: z.array(citation).min(1).describe('Where that is from.'),
});
export type LevelsSource = z.infer<typeof levelsSchema>;

const fact = z.strictObject({
  says: text.describe('What the source says, in our own words: never copied text.'),
  from: z.string().optional().describe('Where it is from, in a source that gathers several.'),
  to_verify: z.literal(true).optional().describe('Nobody here has read it in its source yet.'),
});

const source = z.strictObject({
  id: optionId.describe('What stands before the `#` of a citation.'),
  title: z.string().min(1).describe('The title of the page or paper.'),
  publisher: z.string().min(1).describe('Who published it.'),
  date: z.string().optional().describe('When, as far as known.'),
  address: z.url().optional().describe('Where it can be read.'),
  short: text.describe('How a summary names it.'),
  facts: z
    .record(z.string(), fact)
    .describe('What it says, fact by fact; the key stands behind the `#` of a citation.'),
});

const disagreement = z.strictObject({
  id: optionId.describe('Names the point of disagreement.'),
  when: conditionSource.describe('The callers for whom it matters.'),
  says: text.describe('One line for the summary.'),
  for: z.array(citation).describe('Facts that speak for an IOP.'),
  against: z.array(citation).describe('Facts that speak against it.'),
  silent: z.array(optionId).optional().describe('Sources that say nothing about it.'),
});

export const sourcesSchema = z.strictObject({
  format: z.literal('intakeline/sources/1').describe('What may be cited.'),
  sources: z.array(source).min(1).describe('Every source, with what it says.'),
  disagreements: z.array(disagreement).optional().describe('Where the sources say different things.'),
});
export type SourcesSource = z.infer<typeof sourcesSchema>;
