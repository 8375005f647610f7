/** What a person may write in intakeline.config.yaml: what is the same for every command at one site. */

import * as z from 'zod';
import { optionId } from '../questionnaire/schema.ts';

const path = z.string().min(1);

export const configSchema = z.strictObject({
  format: z.literal('intakeline/config/1').describe('The settings of a site.'),
  name: z.string().min(1).max(60).optional().describe('What the site is called; stands above every screen of a call.'),
  phone: z
    .string()
    .min(3)
    .max(30)
    .optional()
    .describe("The site's own number, to be read to a caller; stands beside its name."),
  questionnaire: path.optional().describe('Folder of the questionnaire. Paths begin at the folder of this file.'),
  policy: optionId
    .meta({ completes: 'policy' })
    .optional()
    .describe('The policy by which calls are decided, where the questionnaire is the one named here.'),
  directory: z
    .union([path, z.array(path).min(1)])
    .optional()
    .describe('Directory of programs, or several.'),
  language: z.string().min(2).optional().describe('Language of calls, as a code such as `en`.'),
  notices: path.optional().describe("File of notices, in the place of the questionnaire's own."),
  retention_days: z
    .int()
    .min(1)
    .max(36_500)
    .optional()
    .describe('Days for which a saved call is kept; `calls list` and `doctor` name those that are older.'),
  width: z.int().min(40).max(1000).optional().describe('Width of texts, in columns.'),
  color: z.boolean().optional().describe('`false`: never use colour.'),
});
export type ConfigSource = z.infer<typeof configSchema>;
