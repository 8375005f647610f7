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
    options: z.array(optionId).min(1).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    step: z.number().positive().optional(), // 1 where it is not said
  }),
]);

const rule = z.strictObject({
  id: optionId,
  when: conditionSource,
  level: levelId,
  because: z.string().min(1).optional(),
  cites: z.array(z.string().min(1)).min(1).optional(),
});

/** States that the report counts apart, such as those with a top severity. */
const group = z.strictObject({ id: optionId, title: z.string().min(1), when: conditionSource });

export const tableSchema = z.strictObject({
  format: z.literal('intakeline/policy/1'),
  kind: z.literal('table'),
  id: optionId,
  title: z.string().min(1),
  about: z.string().min(1).optional(), // where the rules come from, and how they were read
  hit: z.enum(['first', 'all']),
  levels: z.array(levelId).min(2).optional(), // least to most intensive; the levels of this program where absent
  inputs: z.record(factId, input).optional(), // what the rules read; the folder's questionnaire where absent
  groups: z.array(group).min(1).optional(),
  otherwise: z
    .strictObject({
      level: levelId,
      because: z.string().min(1).optional(),
      cites: z.array(z.string().min(1)).min(1).optional(),
    })
    .optional(),
  rules: z.array(rule).min(1),
});
export type TableSource = z.infer<typeof tableSchema>;
