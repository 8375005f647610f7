/** What a person may write in questionnaire.yaml and in an answers file. Conditions are checked where they are compiled. */

import * as z from 'zod';
import { FACT_ID, OPTION_ID, UNKNOWN_REFERENCE } from './id-patterns.ts';
import { LONGEST_TEXT } from './longest-text.ts';

export const QUESTION_TYPES = ['yes-no', 'choice', 'choices', 'number', 'text', 'date', 'phone'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** What else than the rules may need an answer. */
export const USES = [
  'callback',
  'callback_message',
  'location',
  'state',
  'postal_code',
  'payment',
  'language',
  'affirming_care',
  'pregnancy',
  'age',
  'schedule',
  'transport',
  'consent',
  'third_party',
  'barrier',
  'follow_up',
] as const;
export type Use = (typeof USES)[number];

/** Words to say: one text, or one per language code. */
export const text = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);
export type Text = z.infer<typeof text>;

/** Ids of questions and facts: lower case with underscores, so that they never read as an operator or a number. */
export const factId = z
  .string()
  .regex(FACT_ID, 'id of a question or fact: lower-case letters, digits and `_`, a letter first');

/** Ids of options, values, rules, programs. */
export const optionId = z.string().regex(OPTION_ID, 'letters, digits and `-`');

/** Checked by conditions/compile.ts, which knows the facts. */
export const conditionSource = z.record(z.string(), z.unknown());

const option = z.strictObject({
  id: optionId,
  label: text,
  synonyms: z.array(z.string().min(1)).optional(),
});

const worse = z.union([
  z.enum(['yes', 'no', 'more', 'less']),
  z.array(z.union([optionId, z.array(optionId).min(2)])).min(2), // harmless to grave; an inner list holds equals
]);

const question = z.strictObject({
  id: factId,
  section: optionId,
  type: z.enum(QUESTION_TYPES),
  say: text,
  say_for_other: text.optional(),
  probe: text.optional(),
  help: text.optional(),
  options: z.array(option).min(2).optional(), // choice, choices
  none: text.optional(), // choices: the label of "none of these", required there
  apart: z.string().min(1).optional(), // the reason why options are asked for apart that no rule tells apart
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().positive().optional(),
  ask_if: conditionSource.optional(),
  worse: worse.optional(),
  unordered: z.string().min(1).optional(), // the reason why there is no `worse:`
  baseline: z.union([z.string(), z.number(), z.array(optionId)]).optional(),
  stop: z.array(optionId).min(1).optional(),
  safety: z.literal(true).optional(),
  changeable: z.literal(true).optional(),
  restricted: z.literal(true).optional(),
  use: z.array(z.enum(USES)).min(1).optional(),
  instrument: optionId.optional(), // the instrument that its words or its score come from
});

/** No scored instrument gives an answer more points; sums of a few such points stay small. */
const MOST_POINTS = 1000;

const branch = z.strictObject({ value: optionId, when: conditionSource, label: text.optional() });
const band = z.strictObject({
  value: optionId,
  from: z
    .int()
    .min(0)
    .max(MOST_POINTS * 1000),
  label: text.optional(),
});

/** Exactly one of `first_of` (with `otherwise`), `count` (with `bands`) and `points` (with `bands`). */
const fact = z.strictObject({
  id: factId,
  title: z.string().min(1),
  first_of: z.array(branch).min(1).optional(),
  otherwise: optionId.optional(),
  count: z.array(conditionSource).min(1).optional(),
  points: z.record(factId, z.record(optionId, z.int().min(0).max(MOST_POINTS))).optional(), // question → option → points
  bands: z.array(band).min(2).optional(), // ascending `from`, the first from 0
  cites: z.array(z.string()).optional(),
  instrument: optionId.optional(), // the instrument that its score comes from
});

/** `licence` and `source` are demanded of every one by a check of its own, which says why. */
const instrument = z.strictObject({
  id: optionId,
  title: z.string().min(1),
  used: z.string().min(1), // what of it is used here: its words, its scoring or its thresholds
  licence: z.string().optional(), // on what terms, in a sentence
  source: z.string().optional(), // where it was published
});
export type InstrumentSource = z.infer<typeof instrument>;

const disposition = z.strictObject({
  id: optionId,
  title: z.string().min(1),
  when: conditionSource.optional(),
  level: z.enum(['open', 'none']),
  ends: z.enum(['at-once', 'after-safety']).optional(), // default: after every safety question was asked
  say: text,
  steps: z.array(text).optional(),
  lines: z.array(optionId).optional(),
  supports: z.array(optionId).optional(),
});

/** Every result of a call, level or disposition, is one of the 32 terminals of a diagram (diagram/forest.ts). */
const MOST_DISPOSITIONS = 20;

export const questionnaireSchema = z.strictObject({
  format: z.literal('intakeline/questionnaire/1'),
  id: optionId,
  version: z.string().min(1),
  title: z.string().min(1),
  languages: z.array(z.string().min(2)).min(1),
  sections: z.array(z.strictObject({ id: optionId, title: text })).min(1),
  questions: z.array(question).min(1),
  facts: z.array(fact).optional(),
  instruments: z.array(instrument).min(1).optional(),
  dispositions: z.array(disposition).max(MOST_DISPOSITIONS).optional(),
});
export type QuestionnaireSource = z.infer<typeof questionnaireSchema>;
export type QuestionSource = z.infer<typeof question>;
export type FactSource = z.infer<typeof fact>;

const unknownRef = z.string().regex(UNKNOWN_REFERENCE);
const written = z.string().min(1).max(LONGEST_TEXT);

/** An answers file; answers-shape.ts says the same without the schema library. */
export const answersSchema = z.strictObject({
  format: z.literal('intakeline/answers/1'),
  questionnaire: optionId,
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  unsure: z.array(unknownRef).optional(),
  declined: z.array(unknownRef).optional(),
  not_asked: z.array(unknownRef).optional(), // only needed for a single option of an answered `choices` question
  ended: optionId.optional(), // the disposition with which the counselor ended the call
  override: z.strictObject({ level: optionId, code: optionId, note: written.optional() }).optional(),
  notes: z.array(z.strictObject({ question: factId.optional(), text: written })).optional(),
});
export type AnswersSource = z.infer<typeof answersSchema>;

/** What is said to the caller; `for_other` where the caller is a relative or friend of the person in danger. */
const action = z.union([z.string().min(1), z.strictObject({ say: text, for_other: text.optional() })]);

/** The emergency panel. */
export const emergencySchema = z.strictObject({
  format: z.literal('intakeline/emergency/1'),
  title: z.string().min(1),
  steps: z.array(text).min(1), // what a counselor does in any emergency, in order
  if_cut_off: text.optional(), // the last of the steps: what a counselor does when the caller is gone
  actions: z.record(optionId, action), // every id of the closed list of actions, as a sentence
  notices: z.array(text).min(1),
  lines: z.array(optionId).min(1), // ids of directory lines
});
export type EmergencySource = z.infer<typeof emergencySchema>;
