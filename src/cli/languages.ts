/** The language of a call: one of its questionnaire's. */

import { suggest } from '../problems/did-you-mean.ts';
import type { Questionnaire } from '../questionnaire/model.ts';
import { isSpoken } from '../questionnaire/spoken-languages.ts';
import { notReady, type Ready, ready } from './ready.ts';

/** The language that was asked for, or the questionnaire's first. */
export function languageFor({ id, languages }: Questionnaire, wanted: string | undefined): Ready<string> {
  const [first = 'en'] = languages;
  if (wanted === undefined || languages.includes(wanted)) return ready(wanted ?? first);
  const remedy = suggest(wanted, languages) ?? `one of ${languages.map((one) => `\`${one}\``).join(', ')}`;
  return notReady(
    `intakeline: the questionnaire \`${id}\` is not written in the language \`${wanted}\`\n  ${remedy}\n`,
  );
}

/** Says that a summary is only in part in its language, because this program has sentences of its own in others; else nothing. */
export function englishNote(language: string): string {
  if (isSpoken(language)) return '';
  return `intakeline: this program has no sentences in the language \`${language}\`: what the questionnaire does not say is in English\n`;
}
