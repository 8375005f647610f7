/** Where the questions of a module go: after a question, or at the end of a section. */

import type { Report } from '../documents/collect.ts';
import { suggest } from '../problems/did-you-mean.ts';
import type { QuestionnaireSource } from './schema.ts';

/** Reports entries of `include` that name no place or two, and those that name a question that is not there. */
export function checkInclude({ include = [], questions }: QuestionnaireSource, report: Report): void {
  const ids = questions.map(({ id }) => id);
  for (const [index, { after, section }] of include.entries()) {
    const path = ['include', index];
    const relies = ['after', 'section'].map((key) => [...path, key]);
    if (after === undefined && section === undefined)
      report({
        code: 'missing-key',
        path,
        message: 'it does not say where its questions go',
        remedy: 'add `after` with a question, or `section`',
        relies,
      });
    if (after !== undefined && section !== undefined)
      report({
        code: 'stray-key',
        path: [...path, 'section'],
        part: 'key',
        message: '`section` does not go with `after`',
        remedy: 'keep one of them',
      });
    if (after !== undefined && !ids.includes(after))
      report({
        code: 'unknown-question',
        path: [...path, 'after'],
        message: `there is no question \`${after}\``,
        remedy: suggest(after, ids),
        relies: [['questions'], ...ids.map((_, place) => ['questions', place, 'id'])],
      });
  }
}
