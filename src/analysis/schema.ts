/** What a person may write in cases.yaml and properties.yaml. */

import * as z from 'zod';
import { FIRST_STEPS, LEVELS, SUPPORTS } from '../policy/care-lists.ts';
import { citation } from '../policy/schema.ts';
import { conditionSource, factId, optionId } from '../questionnaire/schema.ts';

const question = factId.meta({ completes: 'question' });
const policyId = optionId.meta({ completes: 'policy' });
const rule = optionId.meta({ completes: 'rule' });
const disposition = optionId.meta({ completes: 'disposition' });

const answerValue = z.union([z.string(), z.number(), z.array(z.string())]);

/**
 * A case is a caller: `like:` another case (its answers first), then `answers`, `unsure`, `declined`, `not_asked` of its own.
 * With `others: baseline` every question that applies and is not named has its baseline answer.
 */
const testCase = z.strictObject({
  id: optionId.describe('Names the case.'),
  says: z.string().min(1).describe('The caller in one sentence, as a counselor would say it.'),
  caller: z
    .int()
    .min(1)
    .max(25)
    .optional()
    .describe('Its number, where it is one of the twenty-five that must come out right.'),
  example: optionId.optional().describe('Its name, where it answers a call for training and demonstration.'),
  like: optionId.optional().describe('Another case, whose answers come first.'),
  others: z
    .literal('baseline')
    .optional()
    .describe('Every question that applies and is not named has the answer of an unremarkable caller.'),
  answers: z.record(factId, answerValue).meta({ completes: 'answers' }).optional().describe('What the caller says.'),
  without: z.array(question).optional().describe('Questions that are taken out of what `like` gave.'),
  unsure: z.array(z.string()).optional().describe('Questions, or `question.option`, that the caller does not know.'),
  declined: z.array(z.string()).optional().describe('Questions, or `question.option`, left unanswered on purpose.'),
  ended: disposition
    .optional()
    .describe('The disposition with which the counselor ends the call after these answers; not inherited.'),
  expect: z
    .array(
      z.strictObject({
        policies: z.array(policyId).min(1).describe('The policies of which this is expected, or `[all]`.'),
        level: z.enum(LEVELS).optional().describe('Settled at this level.'),
        levels: z.array(z.enum(LEVELS)).optional().describe('Exactly these levels are possible.'),
        silent: z.literal(true).optional().describe('The page does not say.'),
        disposition: disposition.optional().describe('The call ends so.'),
        first: z.array(z.enum(FIRST_STEPS)).optional().describe('Exactly these are certain; `[]` for none.'),
        supports: z.array(z.enum(SUPPORTS)).optional().describe('At least these are certain.'),
        not_first: z.array(z.enum(FIRST_STEPS)).optional().describe('Not even possible.'),
        deciding: z
          .array(rule)
          .min(1)
          .optional()
          .describe('Exactly the deciding rules; `[otherwise]` where no rule reaches.'),
        holds: z.array(rule).min(1).optional().describe('Among the rules that hold for certain.'),
      }),
    )
    .min(1)
    .describe('What must come out.'),
});

export const casesSchema = z.strictObject({
  format: z.literal('intakeline/cases/1').describe('Worked callers with what must come out.'),
  questionnaire: optionId.describe('The questionnaire that they answer.'),
  cases: z.array(testCase).min(1).describe('Worked callers.'),
});
export type CasesSource = z.infer<typeof casesSchema>;
export type CaseSource = z.infer<typeof testCase>;

/** What can be said about a result. Several keys: all of them. */
const result = z.strictObject({
  level_at_least: z.enum(LEVELS).optional().describe('This level or a more intensive one.'),
  level_at_most: z.enum(LEVELS).optional().describe('This level or a less intensive one.'),
  level_in: z.array(z.enum(LEVELS)).min(1).optional().describe('One of these levels.'),
  first_any: z.array(z.enum(FIRST_STEPS)).min(1).optional().describe('At least one of these first steps.'),
  supports_any: z.array(z.enum(SUPPORTS)).min(1).optional().describe('At least one of these supports.'),
  supports_all: z.array(z.enum(SUPPORTS)).min(1).optional().describe('All of these supports.'),
  action_any: z.literal(true).optional().describe('At least one action of an emergency.'),
  disposition_in: z.array(disposition).min(1).optional().describe('The call ends with one of these dispositions.'),
  silent: z.literal(true).optional().describe('The page does not say.'),
});

/** `among: scored` leaves out the callers whose call ends with a disposition and without a level. */
const implication = z.strictObject({ among: z.literal('scored').optional(), when: conditionSource, result });

/**
 * Exactly one of `implies`, `never`, `total`, `every_effect_counts`, `monotone`, `unaffected_by`, `unknown_removes_nothing`,
 * `asked_before`.
 */
const property = z.strictObject({
  id: optionId,
  number: z.int().min(1).max(13).optional(), // its number among the thirteen that every default policy must keep
  says: z.string().min(1),
  policies: z.array(optionId).min(1), // or [all]
  cites: z.array(citation).optional(),
  implies: implication.optional(), // every such caller gets such a result
  never: implication.optional(), // no such caller gets such a result
  total: z.literal(true).optional(),
  every_effect_counts: z.literal(true).optional(), // every effect of a rule and branch of a condition changes some caller's result
  monotone: z.union([z.literal('all'), z.array(factId).min(1)]).optional(),
  unaffected_by: z.array(factId).min(1).optional(), // these questions never change level or first step
  unknown_removes_nothing: z.literal(true).optional(), // no level, first step or support that some completion gives
  asked_before: z
    .strictObject({ questions: z.union([z.literal('safety'), z.array(factId).min(1)]), gated_only_by: z.array(factId) })
    .optional(),
});

export const propertiesSchema = z.strictObject({
  format: z.literal('intakeline/properties/1'),
  properties: z.array(property).min(1),
});
export type PropertiesSource = z.infer<typeof propertiesSchema>;
