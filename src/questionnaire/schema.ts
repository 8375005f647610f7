/** What a person may write in questionnaire.yaml and in an answers file. Conditions are checked where they are compiled. */

import * as z from 'zod';
import { APPOINTMENT, HAND_OFF_OUTCOMES, HAND_OFF_WAYS, RECORDED_AT } from './hand-off.ts';
import { FACT_ID, MODULE_NAME, OPTION_ID, UNKNOWN_REFERENCE } from './id-patterns.ts';
import { isLoinc } from './loinc.ts';
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

/** Words to say: one text, or one per language code; under `same` one that every language says alike. */
export const text = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);
export type Text = z.infer<typeof text>;

/** Ids of questions and facts: lower case with underscores, so that they never read as an operator or a number. */
export const factId = z
  .string()
  .regex(FACT_ID, 'id of a question or fact: lower-case letters, digits and `_`, a letter first');

/** Ids of options, values, rules, programs. */
export const optionId = z.string().regex(OPTION_ID, 'letters, digits and `-`');

/** The id of a line of the directory. */
const line = optionId.meta({ completes: 'line' });

/** Checked by conditions/compile.ts, which knows the facts. */
export const conditionSource = z.record(z.string(), z.unknown()).meta({ completes: 'condition' });

const loinc = z.string().refine(isLoinc, 'a code of LOINC, such as `30525-0`, with the right check digit').optional();

const option = z.strictObject({
  id: optionId.describe('Names the option in conditions and answers.'),
  label: text.describe('What the counselor sees, and a summary says.'),
  synonyms: z.array(z.string().min(1)).optional().describe('Other words for it, found when a counselor types.'),
  loinc: loinc.describe('The code that LOINC has for this answer, in quotes.'),
  means: z
    .string()
    .min(1)
    .optional()
    .describe(
      'What it means to what the question is used for: a payment, a language, a schedule, a way to get there, a recipient.',
    ),
});

const worse = z.union([
  z.enum(['yes', 'no', 'more', 'less']),
  z.array(z.union([optionId, z.array(optionId).min(2)])).min(2), // harmless to grave; an inner list holds equals
]);

export const question = z.strictObject({
  id: factId.describe('Names the question in conditions and answers.'),
  section: optionId.meta({ completes: 'section' }).describe('The section that it belongs to.'),
  type: z.enum(QUESTION_TYPES).describe('What kind of answer it takes; conditions read no text, date or phone.'),
  say: text.describe('The script, read aloud word by word.'),
  say_for_other: text.optional().describe('The script where somebody answers for another person.'),
  probe: text.optional().describe('The question in other words, where it was not understood.'),
  help: text.optional().describe('What the counselor should know; not read aloud.'),
  options: z.array(option).min(2).optional().describe('The answers of a `choice` or `choices` question, as shown.'),
  none: text.optional().describe('The label of "none of these"; required with `choices`.'),
  apart: z.string().min(1).optional().describe('The reason why options are asked for apart that no rule tells apart.'),
  min: z.number().optional().describe('The least number.'),
  max: z.number().optional().describe('The greatest number.'),
  step: z.number().positive().optional().describe('The distance between two numbers.'),
  ask_if: conditionSource.optional().describe('To whom the question applies; it may read what comes earlier.'),
  worse: worse
    .optional()
    .describe('The options from harmless to grave, an inner list for equals; or `yes`, `no`, `more`, `less`.'),
  unordered: z.string().min(1).optional().describe('The reason why its answers have no order of gravity.'),
  baseline: z
    .union([z.string(), z.number(), z.array(optionId)])
    .optional()
    .describe('The answer of an unremarkable caller; with `worse` it is the most harmless one.'),
  stop: z.array(optionId).min(1).optional().describe('Options that stop the call with the emergency steps.'),
  panel: z
    .array(optionId)
    .min(1)
    .optional()
    .describe('Options after which the emergency panel is offered before the call goes on, whatever any score says.'),
  safety: z
    .literal(true)
    .optional()
    .describe('Asked on every path where it applies, never left out, asked afresh after a stop.'),
  changeable: z.literal(true).optional().describe('A circumstance that can change, and no history.'),
  restricted: z.literal(true).optional().describe('Leaves the building only with consent.'),
  in_emergency: z
    .literal(true)
    .optional()
    .describe('Told to whoever helps in a medical emergency, also where it is restricted and nobody has consented.'),
  use: z.array(z.enum(USES)).min(1).optional().describe('What else than the rules needs the answer.'),
  instrument: optionId.optional().describe('The instrument that its words or its score come from.'),
  loinc: loinc.describe('The code that LOINC has for this question, in quotes; it says so in an exported record.'),
});

/** No scored instrument gives an answer more points; sums of a few such points stay small. */
const MOST_POINTS = 1000;

const branch = z.strictObject({
  value: optionId.describe('The value of the fact then.'),
  when: conditionSource.describe('The callers who have this value, unless an earlier branch held.'),
  label: text.optional().describe('The value in words, for explanations.'),
});
const band = z.strictObject({
  value: optionId.describe('The value of the fact then.'),
  from: z
    .int()
    .min(0)
    .max(MOST_POINTS * 1000)
    .describe('From so many conditions or points on.'),
  label: text.optional().describe('The value in words, for explanations.'),
});

/** Exactly one of `first_of` (with `otherwise`), `count` (with `bands`) and `points` (with `bands`). */
export const fact = z.strictObject({
  id: factId.describe('Names the fact in conditions.'),
  title: text.describe('What the fact is, in words.'),
  first_of: z.array(branch).min(1).optional().describe('The first branch whose condition holds gives the value.'),
  otherwise: optionId.optional().describe('With `first_of`: the value where no branch holds.'),
  count: z.array(conditionSource).min(1).optional().describe('Conditions that are counted.'),
  points: z
    .record(factId, z.record(optionId, z.int().min(0).max(MOST_POINTS)))
    .meta({ completes: 'points' })
    .optional()
    .describe('Points of each option, by question.'),
  bands: z.array(band).min(2).optional().describe('With `count` or `points`: ascending, the first from 0.'),
  cites: z
    .array(z.string().meta({ completes: 'citation' }))
    .optional()
    .describe('The facts of sources behind it.'),
  instrument: optionId.optional().describe('The instrument that its score comes from.'),
});

/** A published score that a summary shows, with its bounds while items are missing. */
export const screen = z.strictObject({
  id: optionId.describe('Names the screen.'),
  title: text.describe('What it is called, in a summary.'),
  instrument: optionId.describe('The instrument that it is of; shown once one of the questions from it has an answer.'),
  score: factId.describe('The fact with `points` or `count` that adds it up.'),
  result: factId.optional().describe('The fact that says what it comes to; without it, that of the score.'),
  positive: z.array(optionId).min(1).describe('The values of the result that make it positive.'),
  unsaid: z
    .record(factId, optionId)
    .optional()
    .describe('By question, the option that counts for the screen where somebody is not sure or does not say.'),
});

/** `licence` and `source` are demanded of every one by a check of its own, which says why. */
export const instrument = z.strictObject({
  id: optionId.describe('Names the instrument.'),
  title: z.string().min(1).describe('What it is called.'),
  used: z.string().min(1).describe('What of it is used here: its words, its scoring or its thresholds.'),
  licence: z.string().optional().describe('On what terms, in a sentence.'),
  source: z.string().optional().describe('Where it was published.'),
});
export type InstrumentSource = z.infer<typeof instrument>;

const disposition = z.strictObject({
  id: optionId.describe('Names the disposition.'),
  title: text.describe('How the call ends, in words.'),
  when: conditionSource
    .optional()
    .describe('Whose answers alone show it; without it only the counselor ends a call so.'),
  level: z.enum(['open', 'none']).describe('Whether levels are shown as still open, or none is.'),
  ends: z
    .enum(['at-once', 'after-safety'])
    .optional()
    .describe('When the call ends; without it, after every safety question was asked.'),
  say: text.describe('What is said to the caller.'),
  steps: z.array(text).optional().describe('What else the counselor does, a line each.'),
  lines: z.array(line).optional().describe('Lines to offer.'),
  supports: z
    .array(optionId.meta({ completes: 'support' }))
    .optional()
    .describe('Supports that it adds.'),
});

/** Every result of a call, level or disposition, is one of the 32 terminals of a diagram (diagram/forest.ts). */
const MOST_DISPOSITIONS = 20;

const section = z.strictObject({
  id: optionId.describe('Names the section.'),
  title: text.describe('What stands above its questions.'),
});

/** Exactly one of `section` and `after`; checked where modules are put in. */
const include = z.strictObject({
  module: z
    .string()
    .regex(MODULE_NAME, 'the name of a module: words with letters, digits and `-` between slashes, without `.yaml`')
    .describe('Which module: looked for in this folder, then beside it, then among the shipped ones.'),
  after: factId
    .meta({ completes: 'question' })
    .optional()
    .describe('Its questions come after this one, in its section.'),
  section: optionId
    .meta({ completes: 'section' })
    .optional()
    .describe('Its questions come at the end of this section.'),
  ask_if: conditionSource.optional().describe('Who hears its questions; whoever it leaves out is asked none of them.'),
});
export type IncludeSource = z.infer<typeof include>;

/** As BCP 47 writes languages; the code may become a part of a command line or a page. */
export const languageCode = z
  .string()
  .regex(
    /^(?=.{2,35}$)[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/,
    'expected the code of a language, such as `en` or `es-MX`: letters, digits and hyphens, 2 to 35 characters',
  );

export const questionnaireSchema = z.strictObject({
  format: z.literal('intakeline/questionnaire/1').describe('What is asked, and what follows from it.'),
  id: optionId.describe('Names the questionnaire in answers, cases and mappings.'),
  version: z.string().min(1).describe('Version, as quoted text.'),
  title: text.describe('What the questionnaire is called.'),
  languages: z
    .array(languageCode)
    .min(1)
    .describe('Languages in which every script is written; the first is the default.'),
  translations_reviewed_by: z
    .record(z.string().min(2), z.string().min(1))
    .optional()
    .describe('By language, the licensed clinician who reviewed its texts; without one, results in it say so.'),
  sections: z.array(section).min(1).describe('Sections, in the order of the call.'),
  questions: z.array(question).min(1).describe('Questions, in the order of the call.'),
  include: z.array(include).min(1).optional().describe('Modules of questions, such as a screening instrument.'),
  facts: z.array(fact).optional().describe('Facts that rules read, defined from questions and earlier facts.'),
  instruments: z.array(instrument).min(1).optional().describe('Published instruments of which something is used.'),
  screens: z.array(screen).min(1).optional().describe('Published scores that a summary shows.'),
  dispositions: z
    .array(disposition)
    .max(MOST_DISPOSITIONS)
    .optional()
    .describe('How a call ends that gets no level, in order of precedence.'),
});
export type QuestionnaireSource = z.infer<typeof questionnaireSchema>;
export type QuestionSource = z.infer<typeof question>;
export type FactSource = z.infer<typeof fact>;

const unknownRef = z.string().regex(UNKNOWN_REFERENCE).meta({ completes: 'question-or-option' });
const written = z.string().min(1).max(LONGEST_TEXT);

const override = z.strictObject({
  level: optionId.meta({ completes: 'choosable-level' }).describe('The level that was chosen.'),
  code: optionId.meta({ completes: 'override-code' }).describe('The reason, from the list of codes.'),
  note: written.optional().describe('The reason in words.'),
});

const note = z.strictObject({
  question: factId.meta({ completes: 'question' }).optional().describe('The question that it belongs to.'),
  text: written.describe('The note.'),
});

const handOff = z.strictObject({
  program: written.describe('The name of the program that was asked to take the caller.'),
  program_id: optionId.optional().describe('Its id in the directory.'),
  outcome: z.enum(HAND_OFF_OUTCOMES).describe('What the program said.'),
  how: z.enum(HAND_OFF_WAYS).describe('How it was asked.'),
  accepted_by: written.optional().describe('Who at the program said so: name or role.'),
  appointment: z.string().regex(APPOINTMENT).optional().describe('The day of the appointment, year-month-day.'),
  note: written.optional().describe('What else was written down.'),
  at: z.string().regex(RECORDED_AT).optional().describe('When it was recorded, UTC.'),
});

/** An answers file; answers-shape.ts says the same without the schema library. */
export const answersSchema = z.strictObject({
  format: z.literal('intakeline/answers/1').describe('What a caller said.'),
  questionnaire: optionId.meta({ completes: 'questionnaire' }).describe('The questionnaire that was answered.'),
  answers: z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .meta({ completes: 'answers' })
    .describe('Answers by question; `[]` is none of these. What is named nowhere was not asked.'),
  unsure: z.array(unknownRef).optional().describe('Questions, or `question.option`, that the caller does not know.'),
  declined: z.array(unknownRef).optional().describe('Questions, or `question.option`, left unanswered on purpose.'),
  not_asked: z.array(unknownRef).optional().describe('A single option of an answered question that was not asked.'),
  ended: optionId
    .meta({ completes: 'disposition' })
    .optional()
    .describe('The disposition with which the counselor ended the call.'),
  override: override.optional().describe('The level that the counselor chose instead.'),
  notes: z.array(note).optional().describe('What the counselor wrote down, in order.'),
  hand_offs: z.array(handOff).optional().describe('Which programs were asked to take the caller, in order.'),
});
export type AnswersSource = z.infer<typeof answersSchema>;

/** What is said to the caller; `for_other` where the caller is a relative or friend of the person in danger. */
const action = z.union([
  z.string().min(1),
  z.strictObject({
    say: text.describe('What is said to somebody who is in danger.'),
    for_other: text.optional().describe('What is said to somebody who calls about a person in danger.'),
  }),
]);

/** The emergency panel. */
export const emergencySchema = z.strictObject({
  format: z.literal('intakeline/emergency/1').describe('The emergency panel.'),
  title: text.describe('What stands above it.'),
  steps: z.array(text).min(1).describe('What a counselor does in any emergency, in order.'),
  if_cut_off: text.optional().describe('The last of the steps: what a counselor does when the caller is gone.'),
  actions: z.record(optionId, action).describe('Every action of the closed list, as a sentence.'),
  notices: z.array(text).min(1).describe('What has to be said besides, such as what may be disclosed.'),
  lines: z.array(line).min(1).describe('Lines that stand in the panel.'),
});
export type EmergencySource = z.infer<typeof emergencySchema>;
