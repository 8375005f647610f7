/** What a person may write in a table: a set of rules from elsewhere, to be examined and never to decide. */

import * as z from 'zod';
import { conditionSource, factId, optionId } from '../questionnaire/schema.ts';

/** Levels of other rule sets have names such as `2.1`, which must be quoted. */
const levelId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'a level is named by letters, digits, `.`, `_` and `-`');

/** The answers to one input: a list of which one holds, `options` of which any may, or the numbers from `min` to `max`. */
const input = z.union([
  z.array(optionId).min(2),
  z.strictObject({
    options: z.array(optionId).min(1).optional().describe('Options of which several may hold.'),
    min: z.number().optional().describe('The least number.'),
    max: z.number().optional().describe('The greatest number.'),
    step: z.number().positive().optional().describe('The distance between two numbers; 1 where it is not said.'),
  }),
]);

/** Where a rule was read: in the words of whoever wrote the table. */
const cites = z.array(z.string().min(1)).min(1);

const rule = z.strictObject({
  id: optionId.describe('Names the rule in the report.'),
  when: conditionSource.describe('The states for which the rule holds.'),
  level: levelId.describe('The level that it gives.'),
  because: z.string().min(1).optional().describe('The reason.'),
  cites: cites.optional().describe('Where it is from.'),
});

const otherwise = z.strictObject({
  level: levelId.describe('The level of every state that no rule reaches.'),
  because: z.string().min(1).optional().describe('The reason.'),
  cites: cites.optional().describe('Where it is from.'),
});

/** States that the report counts apart, such as those with a top severity. */
const group = z.strictObject({
  id: optionId.describe('Names the group.'),
  title: z.string().min(1).describe('What the report calls it.'),
  when: conditionSource.describe('The states that belong to it.'),
});

export const tableSchema = z.strictObject({
  format: z.literal('intakeline/policy/1').describe('A policy; with `kind: table` one from elsewhere.'),
  kind: z
    .literal('table')
    .describe('Rules from elsewhere, to be examined: they give a level directly and never decide.'),
  id: optionId.describe('Names the table.'),
  title: z.string().min(1).describe('What the table is called.'),
  about: z.string().min(1).optional().describe('Where the rules come from, and how they were read.'),
  hit: z.enum(['first', 'all']).describe('Whether the first rule that holds gives the level, or every one.'),
  levels: z
    .array(levelId)
    .min(2)
    .optional()
    .describe('Its own levels, least to most intensive; without them, those of this program.'),
  inputs: z
    .record(factId, input)
    .optional()
    .describe("What its rules read, with the answers that there are; without them, the folder's questionnaire."),
  groups: z.array(group).min(1).optional().describe('States that the report counts apart.'),
  otherwise: otherwise.optional().describe('The default; without one, a state that no rule reaches is a gap.'),
  rules: z.array(rule).min(1).describe('Rules, in the order in which they are tried.'),
});
export type TableSource = z.infer<typeof tableSchema>;
