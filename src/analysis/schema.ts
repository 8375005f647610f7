/** What a person may write in cases.yaml and properties.yaml. */

import * as z from 'zod';
import { ACTIONS, FIRST_STEPS, LEVELS, SUPPORTS } from '../policy/care-lists.ts';
import { citation } from '../policy/schema.ts';
import { conditionSource, factId, optionId, USES } from '../questionnaire/schema.ts';

const question = factId.meta({ completes: 'question' });
const policyId = optionId.meta({ completes: 'policy' });
const policyOrAll = optionId.meta({ completes: 'policy-or-all' });
const rule = optionId.meta({ completes: 'rule' });
const ruleOrOtherwise = optionId.meta({ completes: 'rule-or-otherwise' });
const unknownRef = z.string().meta({ completes: 'question-or-option' });
const disposition = optionId.meta({ completes: 'disposition' });

const answerValue = z.union([z.string(), z.number(), z.array(z.string())]);

/**
 * A case is a caller: `like:` another case (its answers first), then `answers`, `unsure`, `declined` of its own.
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
  replaces: optionId
    .optional()
    .describe('The case of the extended questionnaire that comes out differently at this site, on purpose.'),
  others: z
    .literal('baseline')
    .optional()
    .describe('Every question that applies and is not named has the answer of an unremarkable caller.'),
  answers: z.record(factId, answerValue).meta({ completes: 'answers' }).optional().describe('What the caller says.'),
  without: z.array(question).optional().describe('Questions that are taken out of what `like` gave.'),
  unsure: z.array(unknownRef).optional().describe('Questions, or `question.option`, that the caller does not know.'),
  declined: z.array(unknownRef).optional().describe('Questions, or `question.option`, left unanswered on purpose.'),
  ended: disposition
    .optional()
    .describe('The disposition with which the counselor ends the call after these answers; not inherited.'),
  expect: z
    .array(
      z.strictObject({
        policies: z.array(policyOrAll).min(1).describe('The policies of which this is expected, or `[all]`.'),
        level: z.enum(LEVELS).optional().describe('Settled at this level.'),
        levels: z.array(z.enum(LEVELS)).optional().describe('Exactly these levels are possible.'),
        silent: z.literal(true).optional().describe('The page does not say.'),
        disposition: disposition.optional().describe('The call ends so.'),
        first: z.array(z.enum(FIRST_STEPS)).optional().describe('Exactly these are certain; `[]` for none.'),
        supports: z.array(z.enum(SUPPORTS)).optional().describe('At least these are certain.'),
        not_supports: z.array(z.enum(SUPPORTS)).min(1).optional().describe('Not even possible.'),
        actions: z.array(z.enum(ACTIONS)).optional().describe('Exactly these are certain.'),
        not_first: z.array(z.enum(FIRST_STEPS)).optional().describe('Not even possible.'),
        deciding: z
          .array(ruleOrOtherwise)
          .min(1)
          .optional()
          .describe('Exactly the deciding rules; `[otherwise]` where no rule reaches.'),
        holds: z.array(rule).min(1).optional().describe('Among the rules that hold for certain.'),
        asked: z.array(question).min(1).optional().describe('Questions that are put to the caller.'),
        not_asked: z.array(question).min(1).optional().describe('Questions that are not put to the caller.'),
      }),
    )
    .min(1)
    .describe('What must come out.'),
});

export const casesSchema = z.strictObject({
  format: z.literal('intakeline/cases/1').describe('Worked callers with what must come out.'),
  questionnaire: optionId.meta({ completes: 'questionnaire' }).describe('The questionnaire that they answer.'),
  cases: z.array(testCase).min(1).describe('Worked callers.'),
});
export type CasesSource = z.infer<typeof casesSchema>;
export type CaseSource = z.infer<typeof testCase>;

/**
 * What can be said about a result. Several keys: all of them. "This page does not say" lies below every level: it is at most
 * any, and at least none. A disposition is no level, whatever it shows as open.
 */
const result = z.strictObject({
  level_at_least: z.enum(LEVELS).optional().describe('This level or a more intensive one.'),
  level_at_most: z.enum(LEVELS).optional().describe('This level or a less intensive one.'),
  level_in: z.array(z.enum(LEVELS)).min(1).optional().describe('One of these levels.'),
  first_any: z.array(z.enum(FIRST_STEPS)).min(1).optional().describe('At least one of these first steps.'),
  supports_any: z.array(z.enum(SUPPORTS)).min(1).optional().describe('At least one of these supports.'),
  supports_all: z.array(z.enum(SUPPORTS)).min(1).optional().describe('All of these supports.'),
  action_any: z.literal(true).optional().describe('At least one action of an emergency.'),
  actions_all: z.array(z.enum(ACTIONS)).min(1).optional().describe('All of these actions of an emergency.'),
  disposition_in: z.array(disposition).min(1).optional().describe('The call ends with one of these dispositions.'),
  silent: z.literal(true).optional().describe('The page does not say.'),
});

/** `among: scored` leaves out the callers whose call ends with a disposition and without a level. */
const implication = z.strictObject({
  among: z.literal('scored').optional().describe('Only callers who get a level, none whose call ends otherwise.'),
  when: conditionSource.optional().describe('The callers who are meant.'),
  stops: z
    .literal(true)
    .optional()
    .describe('In place of `when`: whoever gives an answer that stops the call, to any question.'),
  result: result.describe('What is said about their results; several keys: all of them.'),
});

/** The policy to compare with, and the callers who are meant. */
const comparison = z.strictObject({
  policy: policyId.describe('The other policy.'),
  when: conditionSource.optional().describe('The callers who are meant; without it, all.'),
});

const questionsByUse = z.strictObject({
  use: z.array(z.enum(USES)).min(1).describe('Every question with one of these uses.'),
  questions: z.array(question).min(1).optional().describe('These questions besides.'),
});

const askedBefore = z.strictObject({
  questions: z
    .union([z.literal('safety'), z.array(question).min(1)])
    .describe('The questions, or `safety` for all of those.'),
  gated_only_by: z.array(question).describe('Questions on which it may depend whether they are asked.'),
  only_after: z
    .array(question)
    .optional()
    .describe('Questions that may stand before them; those that gate them may, too.'),
});

/**
 * Exactly one of `always`, `implies`, `never`, `equivalent_to`, `at_least_as_protective_as`, `monotone`, `unaffected_by`,
 * `asked_before`, `every_effect_counts`, `total`, `unknown_removes_nothing`.
 */
const property = z.strictObject({
  id: optionId.describe('Names the property.'),
  number: z
    .int()
    .min(1)
    .max(13)
    .optional()
    .describe('Its number among the thirteen that every default policy must keep.'),
  says: z.string().min(1).describe('What must hold, in one sentence.'),
  policies: z.array(policyOrAll).min(1).describe('The policies for which it must hold, or `[all]`.'),
  cites: z.array(citation).optional().describe('The facts that ask for it.'),
  always: implication.omit({ when: true, stops: true }).optional().describe('Every caller gets such a result.'),
  implies: implication.optional().describe('Every such caller gets such a result.'),
  never: implication.optional().describe('No such caller gets such a result.'),
  total: z.literal(true).optional().describe('Every caller gets one result.'),
  every_effect_counts: z
    .literal(true)
    .optional()
    .describe('Every effect of a rule changes what some caller is told, be it only the reason for the level.'),
  equivalent_to: comparison.optional().describe('Both policies say the same of every such caller.'),
  at_least_as_protective_as: comparison
    .optional()
    .describe("Never a lower level than the other's, and no first step of it is missing."),
  monotone: z
    .union([z.literal('all'), z.array(question).min(1)])
    .optional()
    .describe('A worse answer to one of these questions never lowers the level.'),
  unaffected_by: z
    .union([z.array(question).min(1), questionsByUse])
    .optional()
    .describe('These questions never change level or first step.'),
  unknown_removes_nothing: z
    .literal(true)
    .optional()
    .describe('An unknown answer removes no level, first step or support that some answer gives.'),
  asked_before: askedBefore
    .optional()
    .describe('Asked before every other question but these, and whatever is answered to any question but these.'),
});

export const propertiesSchema = z.strictObject({
  format: z.literal('intakeline/properties/1').describe('What must hold for every caller.'),
  properties: z.array(property).min(1).describe('Properties, each with one statement.'),
});
export type PropertiesSource = z.infer<typeof propertiesSchema>;
export type PropertySource = z.infer<typeof property>;
export type ResultSource = z.infer<typeof result>;
