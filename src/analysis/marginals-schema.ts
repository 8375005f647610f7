/** What a person may write in marginals.yaml: how often each answer is given. */

import * as z from 'zod';
import { factId, optionId } from '../questionnaire/schema.ts';

/** A part of one: of those to whom the question is put, if it is put to some only. */
const share = z.number().min(0).max(1);

const range = z.strictObject({
  from: z.number().describe('The first number of the range.'),
  to: z.number().describe('The last number of the range.'),
  share: share.describe('How large a part answers a number of it.'),
});

/**
 * `answers` of yes-no and choice questions are shares that are 1 together. Those of a `choices` question are a share for each
 * option on its own, or `{ none-of-these: 1 }`. A number has `ranges` instead: within one every number is as likely as another.
 */
const marginal = z.strictObject({
  id: factId.meta({ completes: 'question' }).describe('The question.'),
  answers: z
    .record(optionId, share)
    .optional()
    .describe('The share of each answer; of a `choices` question of each option on its own, or `none-of-these: 1`.'),
  ranges: z.array(range).min(1).optional().describe('The shares of ranges of numbers.'),
  source: optionId.optional().describe('Where the figures are from: one of `sources`; else they are `assumed`.'),
  where: z.string().min(1).optional().describe('The table, variable or page of the source, and what was made of it.'),
  assumed: z.literal(true).optional().describe('The figures are ours.'),
  because: z.string().min(1).optional().describe('Why they are assumed so.'),
});

export const marginalsSchema = z.strictObject({
  format: z.literal('intakeline/marginals/1').describe('How often each answer is given.'),
  questionnaire: optionId.meta({ completes: 'questionnaire' }).describe('The questionnaire that is answered.'),
  title: z.string().min(1).describe('What the figures are.'),
  about: z.string().min(1).describe('Whom the shares describe, and whom not.'),
  others: z
    .enum(['baseline', 'uniform'])
    .describe('A question that is not named: always its baseline, or every answer equally likely.'),
  sources: z
    .array(
      z.strictObject({
        id: optionId.describe('Names the source.'),
        title: z.string().min(1).describe('Its title.'),
        publisher: z.string().min(1).describe('Who published it.'),
        date: z.string().optional().describe('When.'),
        address: z.url().optional().describe('Where it can be found.'),
        license: z.string().min(1).optional().describe('Under what licence.'),
      }),
    )
    .optional()
    .describe('Where figures are from.'),
  questions: z.array(marginal).min(1).describe('Questions, with the share of each answer.'),
});
export type MarginalsSource = z.infer<typeof marginalsSchema>;
export type MarginalSource = MarginalsSource['questions'][number];
