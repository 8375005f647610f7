/** What is said in an emergency must be there in every language in which a call can be taken. */

import { collect } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { Problem } from '../problems/problem.ts';
import { checkText, type Placed } from './check-texts.ts';
import type { EmergencySource } from './schema.ts';

/** Reports the languages that the emergency panel lacks, and those that nobody declared. */
export function checkEmergencyTexts(
  document: Document<EmergencySource>,
  languages: readonly string[],
): readonly Problem[] {
  const { report, problems } = collect(document);
  for (const [text, path] of textsOf(document.value)) checkText(text, path, { languages, declaredAt: [] }, report);
  return problems;
}

function textsOf({ title, steps, if_cut_off: ifCutOff, notices, actions }: EmergencySource): readonly Placed[] {
  return [
    [title, ['title']],
    ...steps.map((step, index): Placed => [step, ['steps', index]]),
    [ifCutOff, ['if_cut_off']],
    ...notices.map((notice, index): Placed => [notice, ['notices', index]]),
    ...Object.entries(actions).flatMap(([id, action]): readonly Placed[] => {
      const path = ['actions', id];
      if (typeof action === 'string') return [[action, path]];
      return [
        [action.say, [...path, 'say']],
        [action.for_other, [...path, 'for_other']],
      ];
    }),
  ];
}
