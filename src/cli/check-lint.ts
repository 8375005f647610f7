/** Looks for what nobody can have meant: each finding at its place in the file that it is about. */

import type { Together } from '../analysis/compile-together.ts';
import { factFindings } from '../analysis/lint-facts.ts';
import { optionFindings } from '../analysis/lint-options.ts';
import { questionFindings } from '../analysis/lint-questions.ts';
import { citationFindings, sourceFindings } from '../analysis/lint-sources.ts';
import { placeholderFindings } from '../analysis/lint-texts.ts';
import { type Finding, problemAt } from '../documents/collect.ts';
import type { Document } from '../documents/document.ts';
import type { Problem } from '../problems/problem.ts';
import { ruleFindings } from './check-rules.ts';
import { lintTranslations } from './check-translations.ts';
import type { Content } from './content.ts';
import { placeInPolicies } from './policy-findings.ts';

/** What shows in the files alone: texts that nobody filled in, sources that nobody cites. `extras` are files beside the content's own. */
export function lintWords(content: Content, extras: readonly Document<unknown>[]): readonly Problem[] {
  const { documents, sources } = content;
  const { policies, questionnaire, levels, emergency, directory } = documents;
  const single = [questionnaire, levels, emergency, documents.sources, directory];
  const all = [...single, ...policies, ...extras].flatMap((one) => one ?? []);
  const values = all.filter(({ file }) => file !== documents.sources?.file).map(({ value }) => value);
  return [
    ...all.flatMap((document) => placed(document, placeholderFindings(document.value))),
    ...placed(documents.sources, documents.sources ? sourceFindings(documents.sources.value, values) : []),
    ...placed(documents.questionnaire, citationFindings(documents.questionnaire?.value.facts, sources)),
    ...lintTranslations(content),
  ];
}

/** What shows over all callers only: what is the same for every one of them, or true of none. */
export function lintCallers({ documents, sources }: Content, together: Together): readonly Problem[] {
  const disputed = sources.disagreements.map(({ when }) => together.callers.region(when));
  return [
    ...placed(documents.questionnaire, [
      ...questionFindings(together, disputed),
      ...optionFindings(together, disputed),
      ...factFindings(together, documents.questionnaire?.value.facts),
    ]),
    ...placeInPolicies(documents.policies, ruleFindings(together)),
  ];
}

function placed(document: Document<unknown> | undefined, findings: readonly Finding[]): readonly Problem[] {
  return document === undefined ? [] : findings.map((finding) => problemAt(document, finding));
}
