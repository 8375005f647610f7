/** notices.yaml → the notices of a site, each in every language of its questionnaire. */

import { collect } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { Outcome } from '../problems/problem.ts';
import { checkText, type Placed } from '../questionnaire/check-texts.ts';
import type { NoticesSource } from './notices-schema.ts';

/** What goes with a document: the statement that the site chose, what the consent covers, what goes with an emergency. */
export type Notices = Omit<NoticesSource, 'format'>;

/** Compiles the notices; a language that the questionnaire declares and a text lacks is a problem. */
export function compileNotices(document: Document<NoticesSource>, languages: readonly string[]): Outcome<Notices> {
  const { report, outcome } = collect(document);
  const { format: _, ...notices } = document.value;
  for (const [text, path] of textsOf(notices)) {
    // The law speaks to whoever gets a document, so that a language more than those of the script is no mistake.
    const others = typeof text === 'object' ? Object.keys(text) : [];
    checkText(text, path, { languages: [...new Set([...languages, ...others])], declaredAt: [] }, report);
  }
  return outcome(notices);
}

function textsOf({ redisclosure, consent, emergency }: Notices): readonly Placed[] {
  const { to, ...explained } = consent;
  return [
    [redisclosure.long, ['redisclosure', 'long']],
    [redisclosure.short, ['redisclosure', 'short']],
    ...Object.entries(explained).map(([key, text]): Placed => [text, ['consent', key]]),
    ...Object.entries(to).map(([key, text]): Placed => [text, ['consent', 'to', key]]),
    [emergency, ['emergency']],
  ];
}
