/** What a person may write in cases.yaml and properties.yaml. */

import * as z from 'zod';
import { ACTIONS, FIRST_STEPS, LEVELS, SUPPORTS } from '../policy/care-lists.ts';
import { citation } from '../policy/schema.ts';
import { conditionSource, factId, optionId } from '../questionnaire/schema.ts';

const answerValue = z.union([z.string(), z.number(), z.array(z.string())]);

/**
 * A case is a caller: `like:` another case (its answers first), then `answers`, `unsure`, `declined` of its own.
 * With `others: baseline` every question that applies and is not named has its baseline answer.
 */
const testCase = z.strictObject({
  id: optionId,
  says: z.string().min(1), // one sentence a counselor would say
  caller: z.int().min(1).max(25).optional(), // its number, where it is one of the twenty-five that must come out right
  example: optionId.optional(), // its name, where it answers a call for training and demonstration
  like: optionId.optional(),
  others: z.literal('baseline').optional(),
  answers: z.record(factId, answerValue).optional(),
  without: z.array(factId).optional(), // taken out of what `like` gave
  unsure: z.array(z.string()).optional(),
  declined: z.array(z.string()).optional(),
  ended: optionId.optional(), // the disposition with which the counselor ends the call after these answers; not inherited
  expect: z
    .array(
      z.strictObject({
        policies: z.array(optionId).min(1), // or [all]
        level: z.enum(LEVELS).optional(), // settled at
        levels: z.array(z.enum(LEVELS)).optional(), // exactly these are possible
        silent: z.literal(true).optional(), // "this page does not say"
        disposition: optionId.optional(),
        first: z.array(z.enum(FIRST_STEPS)).optional(), // exactly these are certain; [] = none
        supports: z.array(z.enum(SUPPORTS)).optional(), // at least these are certain
        not_supports: z.array(z.enum(SUPPORTS)).min(1).optional(), // not even possible
        actions: z.array(z.enum(ACTIONS)).optional(), // exactly these are certain
        not_first: z.array(z.enum(FIRST_STEPS)).optional(), // not even possible
        deciding: z.array(optionId).min(1).optional(), // exactly the deciding rules; [otherwise] where no rule reaches
        holds: z.array(optionId).min(1).optional(), // among the rules that hold for certain
        asked: z.array(factId).min(1).optional(), // questions that are put to the caller
        not_asked: z.array(factId).min(1).optional(), // questions that are not
      }),
    )
    .min(1),
});

export const casesSchema = z.strictObject({
  format: z.literal('intakeline/cases/1'),
  questionnaire: optionId,
  cases: z.array(testCase).min(1),
});
export type CasesSource = z.infer<typeof casesSchema>;
export type CaseSource = z.infer<typeof testCase>;

/**
 * What can be said about a result. Several keys: all of them. "This page does not say" lies below every level: it is at most
 * any, and at least none. A disposition is no level, whatever it shows as open.
 */
const result = z.strictObject({
  level_at_least: z.enum(LEVELS).optional(),
  level_at_most: z.enum(LEVELS).optional(),
  level_in: z.array(z.enum(LEVELS)).min(1).optional(),
  first_any: z.array(z.enum(FIRST_STEPS)).min(1).optional(),
  supports_any: z.array(z.enum(SUPPORTS)).min(1).optional(),
  supports_all: z.array(z.enum(SUPPORTS)).min(1).optional(),
  action_any: z.literal(true).optional(), // at least one action is given
  actions_all: z.array(z.enum(ACTIONS)).min(1).optional(),
  disposition_in: z.array(optionId).min(1).optional(),
  silent: z.literal(true).optional(),
});

/** `among: scored` leaves out the callers whose call ends with a disposition and without a level. */
const implication = z.strictObject({ among: z.literal('scored').optional(), when: conditionSource, result });

/** The policy to compare with, and the callers who are meant. */
const comparison = z.strictObject({ policy: optionId, when: conditionSource.optional() });

/**
 * Exactly one of `always`, `implies`, `never`, `equivalent_to`, `at_least_as_protective_as`, `monotone`, `unaffected_by`,
 * `asked_before`, `every_effect_counts`, `total`, `unknown_removes_nothing`.
 */
const property = z.strictObject({
  id: optionId,
  number: z.int().min(1).max(13).optional(), // its number among the thirteen that every default policy must keep
  says: z.string().min(1),
  policies: z.array(optionId).min(1), // or [all]
  cites: z.array(citation).optional(),
  always: implication.omit({ when: true }).optional(), // every caller gets such a result
  implies: implication.optional(), // every such caller gets such a result
  never: implication.optional(), // no such caller gets such a result
  total: z.literal(true).optional(),
  every_effect_counts: z.literal(true).optional(), // every effect of a rule and branch of a condition changes some caller's result
  equivalent_to: comparison.optional(), // both say the same of every such caller
  at_least_as_protective_as: comparison.optional(), // never a lower level than the other's, and no first step of it is missing
  monotone: z.union([z.literal('all'), z.array(factId).min(1)]).optional(), // a worse answer never lowers the level
  unaffected_by: z.array(factId).min(1).optional(), // these questions never change level or first step
  unknown_removes_nothing: z.literal(true).optional(), // no level, first step or support that some completion gives
  // asked before every other question but these, and whatever is answered to any question but these
  asked_before: z
    .strictObject({
      questions: z.union([z.literal('safety'), z.array(factId).min(1)]),
      gated_only_by: z.array(factId),
      only_after: z.array(factId).optional(), // those that gate them may stand before them, too
    })
    .optional(),
});

export const propertiesSchema = z.strictObject({
  format: z.literal('intakeline/properties/1'),
  properties: z.array(property).min(1),
});
export type PropertiesSource = z.infer<typeof propertiesSchema>;
export type PropertySource = z.infer<typeof property>;
export type ResultSource = z.infer<typeof result>;
