/** How often each answer is given, taken over from the questionnaire that a site extends. */

import { composedDocument } from '../documents/composed.ts';
import type { Document } from '../documents/document.ts';
import type { Inheritor } from './inherited-cases.ts';
import type { MarginalsSource } from './marginals-schema.ts';

/** The marginals under the site's name, without the questions that it leaves out. */
export function inheritMarginals(
  base: Document<MarginalsSource>,
  { questionnaire, without }: Pick<Inheritor, 'questionnaire' | 'without'>,
): Document<MarginalsSource> {
  const kept = base.value.questions.flatMap((question, at) =>
    without.includes(question.id) ? [] : [{ question, at }],
  );
  const value = { ...base.value, questionnaire, questions: kept.map(({ question }) => question) };
  const origins = kept.map(({ at }, index) => ({ path: ['questions', index], document: base, at: ['questions', at] }));
  return composedDocument(base, value, origins);
}
