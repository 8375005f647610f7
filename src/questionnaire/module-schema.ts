/** What a person may write in a module: questions, facts and screens that a questionnaire includes as if it had them itself. */

import * as z from 'zod';
import { fact, instrument, languageCode, optionId, question, screen, text } from './schema.ts';

export const moduleSchema = z.strictObject({
  format: z.literal('intakeline/module/1').describe('Questions that a questionnaire may include.'),
  id: optionId.describe('Names the module.'),
  title: text.describe('What the module is called.'),
  about: z.string().min(1).optional().describe('What whoever includes it should know.'),
  languages: z.array(languageCode).min(1).describe('Languages in which every script is written.'),
  instruments: z.array(instrument).min(1).describe('What it is made from: on what terms, and where it was published.'),
  questions: z
    .array(question.omit({ section: true }))
    .min(1)
    .describe('Questions, in the order of the call; whoever includes them says in which section.'),
  facts: z.array(fact).optional().describe('Facts that rules may read, defined from questions and earlier facts.'),
  screens: z.array(screen).min(1).optional().describe('Published scores that a summary shows.'),
});
export type ModuleSource = z.infer<typeof moduleSchema>;
