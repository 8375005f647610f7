/** What a person may write in a mapping: how the columns and codes of an export become answers. */

import * as z from 'zod';
import { factId, optionId } from '../questionnaire/schema.ts';

/** A text of the export, as quoted text: `["1"]`, never `[1]`. */
const sourceTexts = z.array(z.string()).min(1);

/** The name of a column, or all the names that it may have, best first. */
const columnNames = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** A column that says yes or no; without `no` it only ever names (its other texts are `unclear`). */
const flag = z.strictObject({ column: columnNames, yes: sourceTexts, no: sourceTexts.optional() });

const columnTest = z.strictObject({ column: columnNames, values: sourceTexts });

const answer = z.union([z.string(), z.number(), z.array(optionId)]);

const skipped = z.enum(['reject', 'ignore']);

const band = z.strictObject({ at_least: z.int().optional(), at_most: z.int().optional() });

const date = z.strictObject({
  format: z.string().min(1), // YYYY, MM or M, DD or D, and what stands between them
  until: columnNames, // the later day; `today` is the day of the run, a column of that name is written `[today]`
  in: z.enum(['years', 'days']),
});

const oneCase = z.strictObject({
  when: z.record(z.string().min(1), sourceTexts), // column → texts; all tests must hold
  answer: z.union([z.string(), z.number(), z.array(optionId), z.null()]), // null leaves the question open
});

/** Exactly one of `column` (alone or with a form), `columns`, `flags` and `cases`; compile-reading.ts says what goes with what. */
const reading = z.strictObject({
  column: columnNames.optional(),
  values: z.union([z.record(optionId, sourceTexts), z.literal('options')]).optional(), // option → texts, or its own words
  number: z.literal(true).optional(),
  ranges: z.record(z.string(), z.array(z.int()).min(2).max(2)).optional(), // text → [from, to], both included; no other text is a number unless `number` says so
  bands: z.record(optionId, band).optional(), // option → numbers
  date: date.optional(),
  list: z.string().min(1).optional(), // what stands between the options in one cell
  unsure: z.string().min(1).optional(), // with `list`: what stands behind an option that is unsure
  columns: z.array(columnNames).min(1).optional(), // each names one option
  codes: z.record(optionId, sourceTexts).optional(), // with `columns`: option → texts
  flags: z.record(optionId, z.union([flag, z.array(flag).min(1)])).optional(), // option → one column, or several of which any says yes
  none: z.union([flag, sourceTexts]).optional(), // a column with `flags`, texts with `list` and `columns`
  answered_if: columnTest.optional(), // with `flags`: what shows that the whole group was asked
  cases: z.array(oneCase).min(1).optional(),
  unclear: sourceTexts.optional(), // known texts that leave the question open; not with `cases`
  skipped: skipped.optional(),
});

const implication = z.strictObject({
  column: columnNames,
  values: sourceTexts,
  answers: z.record(factId, answer),
  because: z.string().min(1),
});

const assumption = z.strictObject({ question: factId, answer, because: z.string().min(1) });

export const mappingSchema = z.strictObject({
  format: z.literal('intakeline/mapping/1'),
  id: optionId,
  title: z.string().min(1),
  questionnaire: optionId,
  about: z.string().min(1).optional(),
  missing: z.array(z.string()).optional(), // texts that say that nothing was recorded; the empty one always does
  skipped: skipped.optional(), // answers to questions that do not apply (default: reject)
  answers: z.record(factId, reading).nullable(), // by question; nothing stands there in a draft, as long as nothing is taken in
  ended: z
    .strictObject({
      column: columnNames,
      values: z.union([z.record(optionId, sourceTexts), z.literal('dispositions')]).optional(), // disposition → texts
    })
    .optional(),
  emergency: columnTest.optional(), // rows that are an emergency whatever their answers
  implies: z.array(implication).min(1).optional(),
  assume: z.array(assumption).min(1).optional(),
});
export type MappingSource = z.infer<typeof mappingSchema>;
export type ReadingSource = z.infer<typeof reading>;
export type FlagSource = z.infer<typeof flag>;
export type AnswerSource = z.infer<typeof answer>;
