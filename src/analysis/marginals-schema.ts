/** What a person may write in marginals.yaml: how often each answer is given. */

import * as z from 'zod';
import { factId, optionId } from '../questionnaire/schema.ts';

/** A part of one: of those to whom the question is put, if it is put to some only. */
const share = z.number().min(0).max(1);

const range = z.strictObject({ from: z.number(), to: z.number(), share });

/**
 * `answers` of yes-no and choice questions are shares that are 1 together. Those of a `choices` question are a share for each
 * option on its own, or `{ none-of-these: 1 }`. A number has `ranges` instead: within one every number is as likely as another.
 */
const marginal = z.strictObject({
  id: factId,
  answers: z.record(optionId, share).optional(),
  ranges: z.array(range).min(1).optional(),
  source: optionId.optional(), // where the figures are from: one of `sources`; else they are `assumed`
  where: z.string().min(1).optional(), // the table, variable or page of the source, and what was made of it
  assumed: z.literal(true).optional(), // the figures are ours
  because: z.string().min(1).optional(), // why they are assumed so
});

export const marginalsSchema = z.strictObject({
  format: z.literal('intakeline/marginals/1'),
  questionnaire: optionId,
  title: z.string().min(1),
  about: z.string().min(1), // whom the shares describe, and whom not
  others: z.enum(['baseline', 'uniform']), // a question that is not named: always its baseline, or every answer equally likely
  sources: z
    .array(
      z.strictObject({
        id: optionId,
        title: z.string().min(1),
        publisher: z.string().min(1),
        date: z.string().optional(),
        address: z.url().optional(),
        license: z.string().min(1).optional(),
      }),
    )
    .optional(),
  questions: z.array(marginal).min(1),
});
export type MarginalsSource = z.infer<typeof marginalsSchema>;
export type MarginalSource = MarginalsSource['questions'][number];
