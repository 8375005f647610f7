/** Words to say must be there in every language that the questionnaire declares. */

import type { Report } from '../documents/collect.ts';
import type { Path } from '../documents/document.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { Text } from './schema.ts';

/** Reports the languages that a text lacks, and those that nobody declared. */
export function checkText(text: Text | undefined, path: Path, languages: readonly string[], report: Report): void {
  if (text === undefined) return;
  if (typeof text === 'string') {
    if (languages.length > 1)
      report({
        code: 'missing-text',
        path,
        message: 'this text has one language only',
        remedy: `write one text each for ${languages.join(', ')}`,
      });
    return;
  }
  for (const language of languages) {
    if (!Object.hasOwn(text, language))
      report({ code: 'missing-text', path, message: `the text for \`${language}\` is missing`, remedy: 'add it' });
  }
  for (const language of Object.keys(text)) {
    if (languages.includes(language)) continue;
    report({
      code: 'unknown-key',
      path: [...path, language],
      part: 'key',
      message: `\`${language}\` is none of the declared languages`,
      remedy: suggest(language, languages),
    });
  }
}
