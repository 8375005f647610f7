/** What a person may write in notices.yaml: what has to go with a document that leaves the building. */

import * as z from 'zod';
import { text } from '../questionnaire/schema.ts';

const FORMS = ['long', 'short'] as const;

const redisclosure = z.strictObject({
  form: z.enum(FORMS).describe('Which of the two statements goes with a document; the law allows either.'),
  long: text.describe('The long statement, 42 CFR 2.32(a)(1).'),
  short: text.describe('The short statement, 42 CFR 2.32(a)(2).'),
});

const consent = z.strictObject({
  who: text.describe('Who discloses.'),
  to: z
    .strictObject({
      program: text.describe('The program that is called.'),
      caller: text.optional().describe('Read and not printed: a copy of their own needs no notice.'),
    })
    .describe('To whom, by recipient.'),
  what: text.describe('How much, and of what kind.'),
  purpose: text.describe('What for.'),
  until: text.describe('When the consent ends.'),
  revoke: text.describe('How it is revoked.'),
});

export const noticesSchema = z.strictObject({
  format: z.literal('intakeline/notices/1').describe('What goes with documents that leave the building.'),
  redisclosure: redisclosure.describe('The notice to accompany a disclosure made with consent.'),
  consent: consent.describe('The explanation of the consent, 42 CFR 2.31 and 2.32(b).'),
  emergency: text.describe('What goes with a disclosure in a medical emergency, 42 CFR 2.51.'),
});
export type NoticesSource = z.infer<typeof noticesSchema>;
