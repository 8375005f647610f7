/** What a person may write in a mapping: how the columns and codes of an export become answers. */

import * as z from 'zod';
import { factId, optionId } from '../questionnaire/schema.ts';

/** The id of a question. */
const question = factId.meta({ completes: 'question' });

/** A text of the export, as quoted text: `["1"]`, never `[1]`. */
const sourceTexts = z.array(z.string()).min(1);

/** The name of a column, or all the names that it may have, best first. */
const columnNames = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** A column that says yes or no; without `no` it only ever names (its other texts are `unclear`). */
const flag = z.strictObject({
  column: columnNames.describe('The column.'),
  yes: sourceTexts.describe('Texts that say yes.'),
  no: sourceTexts.optional().describe('Texts that say no; without them the column only ever names the option.'),
});

const columnTest = z.strictObject({
  column: columnNames.describe('The column.'),
  values: sourceTexts.describe('The texts that pass.'),
});

const answer = z.union([z.string(), z.number(), z.array(optionId)]);

const skipped = z.enum(['reject', 'ignore']);

const band = z.strictObject({
  at_least: z.int().optional().describe('This number or more.'),
  at_most: z.int().optional().describe('This number or less.'),
});

const date = z.strictObject({
  format: z.string().min(1).describe('YYYY, MM or M, DD or D, and what stands between them.'),
  until: columnNames.describe(
    'The later day; `today` is the day of the run, and a column of that name is written `[today]`.',
  ),
  in: z.enum(['years', 'days']).describe('What is counted from the one day to the other.'),
});

const oneCase = z.strictObject({
  when: z.record(z.string().min(1), sourceTexts).describe('Columns and their texts; all of these tests must hold.'),
  answer: z
    .union([z.string(), z.number(), z.array(optionId), z.null()])
    .describe('The answer then; `null` leaves the question open.'),
});

/** Exactly one of `column` (alone or with a form), `columns`, `flags` and `cases`; compile-reading.ts says what goes with what. */
const reading = z.strictObject({
  column: columnNames.optional().describe('The column that holds the answer.'),
  values: z
    .union([z.record(optionId, sourceTexts), z.literal('options')])
    .optional()
    .describe("The texts of each option; or `options`, the questionnaire's own ids, labels and synonyms."),
  number: z.literal(true).optional().describe('The text is the number itself.'),
  ranges: z
    .record(z.string(), z.array(z.int()).min(2).max(2))
    .optional()
    .describe('Text to [from, to], both included; no other text is a number unless `number` says so.'),
  bands: z.record(optionId, band).optional().describe('The numbers of each option.'),
  date: date.optional().describe('The text is a date, and the answer is what lies between it and another day.'),
  list: z.string().min(1).optional().describe('What stands between the options in one cell.'),
  unsure: z.string().min(1).optional().describe('With `list`: what stands behind an option that is unsure.'),
  columns: z.array(columnNames).min(1).optional().describe('Several columns, each of which names one option.'),
  codes: z.record(optionId, sourceTexts).optional().describe('With `columns`: the texts of each option.'),
  flags: z
    .record(optionId, z.union([flag, z.array(flag).min(1)]))
    .optional()
    .describe('For each option its own column, or several of which any may say yes.'),
  none: z
    .union([flag, sourceTexts])
    .optional()
    .describe('None of these: a column with `flags`, texts with `list` and `columns`.'),
  answered_if: columnTest.optional().describe('With `flags`: what shows that the whole group was asked.'),
  cases: z.array(oneCase).min(1).optional().describe('The first case of which all tests hold gives the answer.'),
  unclear: sourceTexts.optional().describe('Known texts that leave the question open; not with `cases`.'),
  skipped: skipped.optional().describe('What to do with an answer to a question that did not apply.'),
});

const implication = z.strictObject({
  column: columnNames.describe('The column.'),
  values: sourceTexts.describe('The texts that imply the answers.'),
  answers: z.record(factId, answer).meta({ completes: 'answers' }).describe('The answers that follow.'),
  because: z.string().min(1).describe('Why they follow.'),
});

const assumption = z.strictObject({
  question: question.describe('The question that the export never asks.'),
  answer: answer.describe('The answer that is assumed where nothing is known.'),
  because: z.string().min(1).describe('Why that may be assumed; it is printed with the result.'),
});

const ended = z.strictObject({
  column: columnNames.describe('The column.'),
  values: z
    .union([z.record(optionId, sourceTexts), z.literal('dispositions')])
    .optional()
    .describe("The texts of each disposition; or `dispositions`, the questionnaire's own ids."),
});

export const mappingSchema = z.strictObject({
  format: z.literal('intakeline/mapping/1').describe('What the columns and codes of an export mean.'),
  id: optionId.describe('Names the mapping; its file is called like it.'),
  title: z.string().min(1).describe('What the export is.'),
  questionnaire: optionId
    .meta({ completes: 'questionnaire' })
    .describe('The questionnaire whose questions are answered.'),
  about: z.string().min(1).optional().describe('What whoever chooses a mapping should know.'),
  missing: z
    .array(z.string())
    .optional()
    .describe('Texts that say that nothing was recorded; the empty one always does.'),
  skipped: skipped.optional().describe('What to do with answers to questions that do not apply (default: reject).'),
  // Nothing stands there in a draft, as long as nothing is taken in.
  answers: z.record(question, reading).nullable().describe('For each question how its answer is read.'),
  ended: ended.optional().describe('The column that says with which disposition a call ended.'),
  emergency: columnTest.optional().describe('Rows that are an emergency whatever their answers.'),
  implies: z.array(implication).min(1).optional().describe('Answers that follow from what another column says.'),
  assume: z.array(assumption).min(1).optional().describe('What is assumed where the export never asks.'),
});
export type MappingSource = z.infer<typeof mappingSchema>;
export type ReadingSource = z.infer<typeof reading>;
export type FlagSource = z.infer<typeof flag>;
export type AnswerSource = z.infer<typeof answer>;
