/** The questionnaire's own words as texts of a column: where they are meant, no text of a mapping may mean something else. */

import type { Question } from '../questionnaire/model.ts';
import type { Meanings, TextPlace, TextScope } from './claim-texts.ts';
import { noneTexts, optionTexts } from './option-texts.ts';
import type { ReadingForm } from './reading-form.ts';
import type { ReadingSource } from './schema.ts';

/** What the own words of a question mean in a reading; none where its texts are written out. */
export function ownMeanings(form: ReadingForm, { values, none }: ReadingSource, question: Question): Meanings {
  const isOwn = (form === 'values' || form === 'list') && (values === undefined || values === 'options');
  if (!isOwn) return new Map();
  const nothing = form === 'list' && none === undefined ? [...noneTexts(question)] : [];
  return new Map([
    ...nothing.map((text) => [text, "none of these in the questionnaire's words"] as const),
    ...inOwnWords(optionTexts(question)),
  ]);
}

/** Says what each text names. */
export function inOwnWords(ids: ReadonlyMap<string, string>): Meanings {
  return new Map([...ids].map(([text, id]) => [text, `\`${id}\` in the questionnaire's words`]));
}

/** Reports own words that say that nothing was recorded: an answer would be taken for silence. */
export function reportSilenced(own: Meanings, at: TextPlace, { missing, report }: TextScope): void {
  for (const [text, meaning] of own)
    if (missing.has(text))
      report({
        code: 'missing-text-read',
        ...at,
        message: `\`${text}\` says that nothing was recorded, and stands for ${meaning}`,
        remedy: 'take it out of `missing`, or write out under `values` what each text of this column means',
        relies: [['missing']],
      });
}
