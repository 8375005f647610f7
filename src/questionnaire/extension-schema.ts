/** What a person may write in the questionnaire.yaml of a site: what differs from another questionnaire, and nothing else. */

import * as z from 'zod';
import { factId, optionId, questionnaireSchema } from './schema.ts';

const base = questionnaireSchema.shape;

const replaces = z.literal(true).optional().describe('It stands in, as a whole, for the one with this id.');
const afterFact = factId.optional().describe('The one behind which it stands; without it, at the end.');
const afterOption = optionId.optional().describe('The one behind which it stands; without it, at the end.');

export const extensionSchema = z.strictObject({
  format: base.format,
  extends: z
    .string()
    .min(1)
    .describe('The questionnaire that is extended: the name of a shipped one, or the path of a folder, with a `/`.'),
  id: base.id,
  version: base.version,
  title: base.title,
  languages: base.languages.optional().describe('Languages of the call; without it, those of the other one.'),
  translations_reviewed_by: base.translations_reviewed_by,
  without: z
    .array(z.string().min(1).meta({ completes: 'question' }))
    .min(1)
    .optional()
    .describe('Questions, facts and dispositions of the other one that are left out.'),
  sections: z
    .array(base.sections.element.extend({ replaces, after: afterOption }))
    .min(1)
    .optional()
    .describe('Sections that are added or replaced.'),
  questions: z
    .array(
      base.questions.element.extend({
        replaces,
        after: factId
          .meta({ completes: 'question' })
          .optional()
          .describe('The question behind which it is asked; without it, at the end of its section.'),
      }),
    )
    .min(1)
    .optional()
    .describe('Questions that are added or replaced.'),
  facts: z
    .array(base.facts.unwrap().element.extend({ replaces, after: afterFact }))
    .min(1)
    .optional()
    .describe('Facts that are added or replaced; a fact may read those that stand before it.'),
  instruments: z
    .array(base.instruments.unwrap().element.extend({ replaces, after: afterOption }))
    .min(1)
    .optional()
    .describe('Instruments that are added or replaced.'),
  include: base.include.describe('Modules of questions that are added, such as a screening instrument.'),
  dispositions: z
    .array(base.dispositions.unwrap().element.extend({ replaces, after: afterOption }))
    .min(1)
    .optional()
    .describe('Dispositions that are added or replaced, in order of precedence.'),
});
export type ExtensionSource = z.infer<typeof extensionSchema>;
